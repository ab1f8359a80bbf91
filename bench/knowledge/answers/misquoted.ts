import { otherSentence } from './invented.ts';
import type { Known, Saying } from './said.ts';
import { withPassage } from './statement.ts';

/** Passages that say something else than their section, and statements that say something else than their passage. */

const NEXT: Readonly<Record<string, string>> = {
  ein: 'zwei',
  zwei: 'drei',
  drei: 'vier',
  vier: 'fünf',
  fünf: 'sechs',
  sechs: 'sieben',
  acht: 'neun',
  dreizehn: 'vierzehn',
  tausend: 'zweitausend',
};
const NUMERAL = /(?<![\p{L}])(?:zwei|drei|vier|fünf|sechs|acht|dreizehn|tausend)(?!\p{L})/u;
const DIGITS = /(?<![\d§(.] ?)(?<!§ )\d{1,3}(?![\d)])/u;

function otherFigure(text: string): string {
  if (NUMERAL.test(text)) return text.replace(NUMERAL, (word) => NEXT[word] ?? word);
  return text.replace(DIGITS, (digits) => String(Number(digits) + 1));
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})Stunden(?!\p{L})/u, 'Tagen'],
  [/(?<!\p{L})Monat(e[ns]?)?(?!\p{L})/u, 'Woche'],
  [/(?<!\p{L})Wochen(?!\p{L})/u, 'Monate'],
  [/(?<!\p{L})Jahre[ns]?(?!\p{L})/u, 'Monate'],
  [/(?<!\p{L})Tage[ns]?(?!\p{L})/u, 'Wochen'],
  [/(?<!\p{L})Euro(?!\p{L})/u, 'Prozent'],
  [/(?<!\p{L})Prozent(?!\p{L})/u, 'Euro'],
];

function otherUnit(text: string): string {
  const [unit, other] = UNITS.find(([sign]) => sign.test(text)) ?? [/$^/u, ''];
  return text.replace(unit, other);
}

const withoutNegation = (text: string) =>
  text.replace(/ nicht(?!\p{L})/u, '').replace(/(?<!\p{L})k(ein(?:e[nmrs]?)?)(?!\p{L})/u, '$1');

const withNegation = (text: string) =>
  /(?<!\p{L})(?:nicht|kein)/u.test(text)
    ? text
    : text.replace(
        / (ist|sind|kann|können|darf|dürfen|wird|werden|hat|haben|soll|sollen|muss|müssen|endet|dauert|enthält|erhalten|trägt|gilt)(?= )/u,
        ' $1 nicht',
      );

const OTHER_WORD: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})darf(?!\p{L})/u, 'muss'],
  [/(?<!\p{L})kann(?!\p{L})/u, 'muss'],
  [/(?<!\p{L})sollen(?!\p{L})/u, 'müssen'],
  [/(?<!\p{L})höchstens(?!\p{L})/u, 'mindestens'],
  [/(?<!\p{L})mindestens(?!\p{L})/u, 'höchstens'],
  [/(?<!\p{L})Mindestens(?!\p{L})/u, 'Höchstens'],
  [/(?<!\p{L})Arbeitgeber(?!\p{L})/u, 'Arbeitnehmer'],
  [/(?<!\p{L})erhalten(?!\p{L})/u, 'zahlen'],
  [/(?<!\p{L})vor(?!\p{L})/u, 'nach'],
  [/(?<!\p{L})oder(?!\p{L})/u, 'und'],
  [/(?<!\p{L})jede(?!\p{L})/u, 'eine'],
];

function otherWord(text: string): string {
  const [word, other] = OTHER_WORD.find(([sign]) => sign.test(text)) ?? [/$^/u, ''];
  return text.replace(word, other);
}

/** Where the change finds something to change in the passage. */
function way(name: string, change: (text: string) => string): Saying {
  return {
    name,
    kind: 'misquoted',
    say({ statement, number, sentence }) {
      const passage = change(sentence);
      return passage === sentence ? null : withPassage(change(statement), number, passage);
    },
  };
}

function foreign(name: string, say: (known: Known) => string | null): Saying {
  return { name, kind: 'foreign', say };
}

export const misquoted: readonly Saying[] = [
  way('another figure', otherFigure),
  {
    name: 'another figure in the statement alone',
    kind: 'misquoted',
    say({ statement, number, sentence }) {
      const changed = otherFigure(statement);
      return changed === statement ? null : withPassage(changed, number, sentence);
    },
  },
  way('another unit', otherUnit),
  way('its negation removed', withoutNegation),
  way('its negation under an ellipsis', (text) => text.replace(/ (?:nicht|kein(?:e[nmrs]?)?)(?= )/u, ' …')),
  way('a negation added', withNegation),
  way('another word', otherWord),
  foreign('the true statement, a sentence of another section', (known) => {
    const other = otherSentence(known);
    return other && withPassage(known.statement, other.number, other.text);
  }),
];
