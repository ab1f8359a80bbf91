import type { SeenRequest } from '../../../backend/models/testing/scripted-provider.ts';

/** What the scripted model does with a question. */
export const manners = [
  'word for word',
  'in other signs',
  'with a cut',
  'wrong number',
  'figure changed',
  'negation dropped',
  'word exchanged',
  'invented',
  'out of another law',
  'mixed',
] as const;
export type Manner = (typeof manners)[number];

/** A sentence of the scripted answer, and whether its passage is true. */
export interface Scripted {
  words: string;
  genuine: boolean;
}

export interface ScriptedAnswer {
  text: string;
  statements: Scripted[];
}

const INVENTED = [
  'Der Antrag gilt als genehmigt, wenn die Behörde nicht binnen zwei Wochen schriftlich widerspricht.',
  'Die Gebühr wird auf Antrag zur Hälfte erlassen, sofern ein besonderes öffentliches Interesse besteht.',
  'Über Ausnahmen entscheidet die Bürgermeisterin im Benehmen mit dem Hauptausschuss.',
  'Die Frist verlängert sich um einen Monat, wenn der Betroffene im Ausland wohnt.',
  'Ein Nachweis ist nicht erforderlich, soweit die Angaben glaubhaft gemacht werden.',
];

const PASSAGE = /<material-(\w+) art="Fundstelle (\d+):[^"]*">\n([\s\S]*?)\n<\/material-\1>/gu;

interface Given {
  number: number;
  sentences: string[];
}

/** The passages that a request puts before the model, with the sentences that can be quoted. */
export function passagesIn(request: SeenRequest): Given[] {
  const { messages } = JSON.parse(request.body) as { messages: { role: string; content: string }[] };
  const said = messages.map(({ content }) => content).join('\n');
  return [...said.matchAll(PASSAGE)].map(([, , number, text = '']) => ({
    number: Number(number),
    // Its first paragraph tells where it stands: that is no part of the section.
    sentences: sentencesOf(text.replace(/^[^\n]*\n\n/u, '')),
  }));
}

/** Plain sentences of running text, whose lines may be broken: no headings, items or tables. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n{2,}/u)
    .filter((part) => !/^\s*(?:#|\||[-*] |\d+\.|[a-z]\))/mu.test(part))
    .map((part) => part.replace(/\s*\n\s*/gu, ' '))
    .flatMap((line) => line.match(/\p{Lu}[^.!?\n]{50,260}\./gu) ?? [])
    .filter((sentence) => /\s/u.test(sentence) && !/[[\]*_|\\`<>…]/u.test(sentence));
}

const statement = ({ words, genuine }: Scripted, number: number, quote: string) => ({
  line: `- ${words}\n  > [${number}] ${quote}`,
  told: { words, genuine },
});

/**
 * What the model writes in this manner; null where the passages have no sentence for it.
 * @param foreign sentences of laws, of which those are taken that no passage has
 */
export function answerIn(
  manner: Manner,
  given: readonly Given[],
  foreign: readonly string[],
  turn: number,
): ScriptedAnswer | null {
  const all = given.flatMap(({ number, sentences }) => sentences.map((quote) => ({ number, quote })));
  const pick = (fits: (quote: string) => boolean = () => true) => {
    const fitting = all.filter(({ quote }) => fits(quote));
    return fitting[turn % Math.max(1, fitting.length)] ?? null;
  };
  const one = pick();
  const made = (parts: (ReturnType<typeof statement> | null)[]): ScriptedAnswer | null =>
    parts.some((part) => part === null)
      ? null
      : {
          text: parts.map((part) => part?.line).join('\n'),
          statements: parts.flatMap((part) => part?.told ?? []),
        };
  const genuine = (from: typeof one, as = (quote: string) => quote, number = from?.number ?? 0) =>
    from && statement({ words: `Danach gilt: ${from.quote}`, genuine: true }, number, as(from.quote));
  const wrong = (from: typeof one, as: (quote: string) => string) =>
    from &&
    statement({ words: `Danach gilt: ${as(from.quote)}`, genuine: false }, from.number, as(from.quote));
  const invented = () =>
    wrong(one && { ...one, quote: INVENTED[turn % INVENTED.length] ?? '' }, (quote) => quote);

  switch (manner) {
    case 'word for word':
      return made([genuine(one)]);
    case 'in other signs':
      return made([genuine(one, inOtherSigns)]);
    case 'with a cut':
      return made([genuine(pick(mayBeCut), withCut)]);
    case 'wrong number':
      return made([genuine(one, (quote) => quote, 1 + ((one?.number ?? 0) % Math.max(1, given.length)))]);
    case 'figure changed':
      return made([
        wrong(
          pick((quote) => changed(quote) !== quote),
          changed,
        ),
      ]);
    case 'negation dropped':
      return made([
        wrong(
          pick((quote) => affirmed(quote) !== quote),
          affirmed,
        ),
      ]);
    case 'word exchanged':
      return made([
        wrong(
          pick((quote) => exchanged(quote) !== quote),
          exchanged,
        ),
      ]);
    case 'invented':
      return made([invented()]);
    case 'out of another law': {
      const known = new Set(all.map(({ quote }) => quote));
      const other = foreign.filter((quote) => !known.has(quote))[(turn * 97) % foreign.length];
      return made([wrong(one && other !== undefined ? { ...one, quote: other } : null, (quote) => quote)]);
    }
    case 'mixed':
      return made([genuine(one), invented(), genuine(all[(turn + 7) % Math.max(1, all.length)] ?? null)]);
  }
}

/** Other blanks, quotation marks around it, decomposed umlauts, a soft hyphen, another dash. */
function inOtherSigns(quote: string): string {
  const middle = Math.floor(quote.length / 2);
  const broken = `${quote.slice(0, middle).normalize('NFD')}${quote.slice(middle)}`;
  return `„${broken
    .replace(/ /u, '\u00a0')
    .replace(/(\p{L}{5})(\p{L}{4})/u, '$1\u00ad$2')
    .replaceAll('-', '‑')}“`;
}

/** Leaves the middle third out. */
function withCut(quote: string): string {
  const { before, behind } = thirds(quote);
  return `${before} … ${behind}`;
}

/** A cut that takes a figure or a "nicht" away is none that a person would call true. */
function mayBeCut(quote: string): boolean {
  const { words, middle } = thirds(quote);
  return (
    words > 14 &&
    !/\d|(?<!\p{L})(?:nicht|nur|eine[rnms]?|keine?[rnms]?|ohne|außer|zwei|drei|vier|sechs)(?!\p{L})/u.test(
      middle,
    )
  );
}

function thirds(quote: string) {
  const words = quote.split(' ');
  const third = Math.floor(words.length / 3);
  const part = (from: number, to?: number) => words.slice(from, to).join(' ');
  return {
    words: words.length,
    before: part(0, third),
    middle: part(third, 2 * third),
    behind: part(2 * third),
  };
}

const NUMBERS: Readonly<Record<string, string>> = {
  zwei: 'drei',
  drei: 'vier',
  vier: 'sechs',
  fünf: 'acht',
  sechs: 'neun',
  zwölf: 'achtzehn',
};

function changed(quote: string): string {
  const digits = quote.replace(
    /(?<![§\d.,])(?<!(?:Absatz|Nummer|Satz|Artikel|§) )\b(\d{1,4})\b(?= (?:Tage|Wochen|Monate|Jahre|Prozent|Euro|Stunden|Kilometer))/u,
    (number) => String(Number(number) + 3),
  );
  if (digits !== quote) return digits;
  return quote.replace(
    /\b(zwei|drei|vier|fünf|sechs|zwölf)(?= (?:Tage|Wochen|Monate|Jahre|Stunden|Werktage))/u,
    (word) => NUMBERS[word] ?? word,
  );
}

function affirmed(quote: string): string {
  return quote.replace(/ nicht (?=\p{Ll})/u, ' ').replace(/ keine(?=[rnms]? )/u, ' eine');
}

/** A word that turns the meaning. */
const OPPOSITES: [RegExp, string][] = [
  [/ mindestens /u, ' höchstens '],
  [/ höchstens /u, ' mindestens '],
  [/ vor /u, ' nach '],
  [/ muss /u, ' kann '],
  [/ darf /u, ' muss '],
  [/ mit /u, ' ohne '],
  [/ soll /u, ' darf '],
];

function exchanged(quote: string): string {
  const fitting = OPPOSITES.find(([from]) => from.test(quote));
  return fitting === undefined ? quote : quote.replace(...fitting);
}
