import { GAP, type Reading, SHAPE, is, joined, mayName, NAMED } from './reading.ts';
import { closeAuthors, markCitations } from './citations.ts';
import { SAINT, isBody } from './stops.ts';

/** Marks the words that are part of no person's name, whatever they are otherwise. */
export function closeAll(reading: Reading): void {
  closePlaceholders(reading);
  closeSaints(reading);
  closeBodies(reading);
  closeAuthors(reading);
  markCitations(reading);
}

/** `[`, the kind, and up to four parts joined by `_`, `]`. */
const MAX_PLACEHOLDER_WORDS = 9;

/**
 * The fixed words of `[[Bitte ergänzen: …]]` and `[[Textbaustein 1]]`, and whole placeholders such as `[PERSON_1]`. What
 * else stands in brackets is read like any text: a gap may ask for what a person wanted, and name them.
 */
function closePlaceholders(reading: Reading): void {
  const { words, closed } = reading;
  const textAt = (index: number) => words[index]?.text ?? '';
  for (let index = 0; index + 1 < words.length; index++) {
    if (textAt(index) === '[' && textAt(index + 1) === '[') {
      if (textAt(index + 2) === 'Textbaustein') closed[index + 2] = 1;
      if (textAt(index + 2) === 'Bitte' && textAt(index + 3) === 'ergänzen')
        closed.fill(1, index + 2, index + 4);
    } else if (
      textAt(index) === '[' &&
      /^\p{Lu}{3,}$/u.test(textAt(index + 1)) &&
      textAt(index + 2) === '_'
    ) {
      closeBracket(reading, index);
    } else if (textAt(index) === 'PERSON' && words[index + 1]?.kind === 'number') closed[index] = 1;
  }
}

function closeBracket({ words, closed }: Reading, from: number): void {
  const end = Math.min(words.length, from + MAX_PLACEHOLDER_WORDS);
  for (let index = from; index < end; index++) {
    if (words[index]?.text !== ']') continue;
    closed.fill(1, from, index + 1);
    return;
  }
}

/** `St. Martin`, `Sankt Julian`, `San Francisco` */
function closeSaints(reading: Reading): void {
  for (let index = 0; index < reading.words.length; index++) {
    if (!SAINT.has(reading.lower[index] as string) || reading.shape[index] === SHAPE.lower) continue;
    let next = index + 1;
    if (reading.words[next]?.text === '.') next++;
    if (next < reading.words.length && joined(reading, next)) reading.closed[next] = 1;
  }
}

/** Parts of names before the word that says what bears them. */
const MAX_BEARER = 4;

/** `Robert Koch Institut`, `Konrad-Adenauer-Stiftung`, `Friedrich Ebert Straße`, `Elisabeth Krankenhaus` */
function closeBodies(reading: Reading): void {
  for (let index = 0; index < reading.words.length; index++) {
    const lower = reading.lower[index] as string;
    const dash = lower.lastIndexOf('-');
    if (dash > 0 && isBody(lower.slice(dash + 1))) reading.closed[index] = 1;
    if (index === 0 || !mayName(reading, index) || !isBody(lower)) continue;
    // `Peter Weg` at the end of a sentence is rare; `Anna Haus` is no name either.
    let from = index;
    while (
      from > 0 &&
      index - from < MAX_BEARER &&
      (from === index || joined(reading, from)) &&
      joined(reading, from) &&
      mayName(reading, from - 1) &&
      is(reading, from - 1, NAMED)
    )
      from--;
    if (from === index || reading.gap[index] !== GAP.none) continue;
    if (bearsName(reading, from)) reading.closed.fill(1, from, index);
  }
}

/** Behind a salutation it is a person all the same: `Frau Weg`, `Herr Müller Haus und Hof`. */
function bearsName(reading: Reading, from: number): boolean {
  const before = reading.lower[from - 1] ?? '';
  return !/^(?:frau|herrn?|dr|prof|\.|familie|eheleute)$/u.test(before) || before === '.';
}
