import { OfficeError } from './office-error.ts';
import type { Letter, Span, WordModel } from './word-model.ts';

const LONGEST_SEARCH = 255;

const SPECIAL = new Map([
  ['^^', '^'],
  ['^t', '\t'],
  ['^l', '\v'],
  ['^s', '\u00A0'],
]);

/**
 * All hits in the paragraphs of a span, without overlaps. Kinds of spaces and quotation marks are the same to Word. No
 * hit reaches over signs, paragraphs or, where struck out text does not belong to the text, over that (office-js #5874).
 */
export function hitsIn(model: WordModel, span: Span, text: string, matchCase: boolean): Span[] {
  if (text === '' || text.length > LONGEST_SEARCH) throw new OfficeError('SearchStringInvalidOrTooLong');
  const wanted = charactersOf(text);
  if (wanted === null) return [];
  const same = (letter: Letter | undefined, char: string) =>
    letter !== undefined &&
    (model.showsDeleted || letter.revision !== 'deleted') &&
    fold(letter.char, matchCase) === fold(char, matchCase);
  return model.paragraphsOf(span).flatMap((paragraph) => {
    const { letters } = paragraph;
    const hits: Span[] = [];
    let at = 0;
    while (at + wanted.length <= letters.length) {
      const from = at;
      if (wanted.every((char, index) => same(letters[from + index], char))) {
        hits.push(model.span(paragraph, from, paragraph, from + wanted.length));
        at += wanted.length;
      } else at += 1;
    }
    return hits;
  });
}

/** Null where it asks for something special that stands in no text here. */
function charactersOf(search: string): string[] | null {
  const wanted: string[] = [];
  for (let at = 0; at < search.length; at += 1) {
    const char = search.charAt(at);
    if (char !== '^') {
      if (/\p{Cc}/u.test(char)) return null;
      wanted.push(char);
      continue;
    }
    const special = SPECIAL.get(search.slice(at, at + 2));
    if (special === undefined) return null;
    wanted.push(special);
    at += 1;
  }
  return wanted;
}

function fold(char: string, matchCase: boolean): string {
  const plain = char.replace(/[„“”]/, '"').replace('\u00A0', ' ');
  return matchCase ? plain : plain.toLowerCase();
}
