import type { Known, Saying } from './said.ts';
import { withPassage } from './statement.ts';

/** Passages that are true, written as models write them. */

const NEGATION =
  /(?<!\p{L})(?:nicht|nichts|kein\p{Ll}*|nie|ohne|weder|nur|außer|ausgenommen|sofern|es sei denn|unzulässig)(?!\p{L})/iu;
const MIN_WORDS = 9;

function way(name: string, passageOf: (known: Known) => string | null): Saying {
  return {
    name,
    kind: 'true',
    say(known) {
      const passage = passageOf(known);
      return passage === null || passage === known.sentence
        ? null
        : withPassage(known.statement, known.number, passage);
    },
  };
}

/** Words and figures that the statement needs of its passage must not be left out. */
function hasFigures(text: string): boolean {
  return /\d|(?:zwei|drei|vier|fünf|sechs|acht|dreizehn|tausend)/u.test(text);
}

function withEllipsis(sentence: string, sign: string): string | null {
  const words = sentence.split(' ');
  if (words.length < MIN_WORDS) return null;
  for (const share of [0.35, 0.5, 0.25, 0.65]) {
    const from = Math.max(3, Math.floor(words.length * share));
    const left = words.slice(from, from + 3).join(' ');
    const rest = words.slice(from + 3);
    // "Haupt-" alone is no word.
    const torn = /-$/u.test(words[from - 1] ?? '') || left.endsWith('-');
    if (rest.length < 3 || torn || NEGATION.test(left) || hasFigures(left)) continue;
    return [...words.slice(0, from), sign, ...rest].join(' ');
  }
  return null;
}

/** The part of a sentence from the middle on, where it has the figures of the whole. */
function clause(sentence: string): string | null {
  const words = sentence.split(' ');
  const from = words.findIndex((word, index) => index >= 3 && /^\p{Ll}{4,}/u.test(word));
  if (from < 0 || words.length - from < 5 || hasFigures(words.slice(0, from).join(' '))) return null;
  return words.slice(from).join(' ');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The first adjective in another form: "öffentlichen Räume", "öffentliche Räume". */
function inflected(sentence: string): string | null {
  const changed = sentence.replace(/(?<!\p{L})(\p{Ll}{4,}?)e[nmrs](?= \p{Lu}\p{Ll})/u, '$1e');
  return changed === sentence ? null : changed;
}

/** The genitive as one also writes it: "Urlaubes", "Urlaubs". */
function genitive(sentence: string): string | null {
  const changed = sentence.replace(/(?<!\p{L})(\p{Lu}\p{Ll}{4,}[^es])es(?!\p{L})/u, '$1s');
  return changed === sentence ? null : changed;
}

export const quoted: readonly Saying[] = [
  {
    name: 'word for word',
    kind: 'true',
    say: ({ statement, number, sentence }) => withPassage(statement, number, sentence),
  },
  way('in quotation marks', ({ sentence }) => `„${sentence}“`),
  way(
    'without its number of a paragraph, bold',
    ({ sentence }) => `**${sentence.replace(/^\(\d+\) /u, '')}**`,
  ),
  way('no-break spaces, soft hyphens', ({ sentence }) =>
    sentence.replace(/(\d) /gu, '$1\u00a0').replace(/(\p{L}{6})(\p{Ll}{4})/gu, '$1\u00ad$2'),
  ),
  way('hyphenated at an end of a line', ({ sentence }) =>
    sentence.replace(/(\p{L}{5})(\p{Ll}{4})/u, '$1- $2'),
  ),
  way('an ellipsis', ({ sentence }) => withEllipsis(sentence, '…')),
  way('an ellipsis in brackets', ({ sentence }) => withEllipsis(sentence, '[...]')),
  way('from its middle on', ({ sentence }) => clause(sentence)),
  way('from its middle on, with a capital', ({ sentence }) => {
    const part = clause(sentence);
    return part && capital(part);
  }),
  way('from its middle on, with a capital in brackets', ({ sentence }) => {
    const part = clause(sentence);
    return part && `[${capital(part).charAt(0)}]${part.slice(1)}`;
  }),
  way('an adjective inflected', ({ sentence }) => inflected(sentence)),
  way('the other genitive', ({ sentence }) => genitive(sentence)),
  way('today’s spelling', ({ sentence }) =>
    sentence.replace(/(mu|da|bemi|schlu|mi|lä)ß/gu, '$1ss').replace(/Ausschluß/gu, 'Ausschluss'),
  ),
  {
    name: 'with the number of another section',
    kind: 'true',
    say({ statement, number, sentence, given }) {
      const other = given.find((one) => one.number !== number);
      return other === undefined ? null : withPassage(statement, other.number, sentence);
    },
  },
];
