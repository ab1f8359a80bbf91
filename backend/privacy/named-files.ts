import { type Lexicon, WORD } from './lexicon/lexicon.ts';
import { filesAndUrls } from './numbers/numbers.ts';
import type { Candidate } from './span.ts';
import type { View } from './view.ts';
import { writtenOut } from './written-out.ts';

/** A shorter part of an address is no name. */
const MIN_NAME_CHARS = 3;
const PART = /\p{L}{2,40}/gu;

/**
 * Addresses and names of files that hold a person's name: one that was found anywhere in the request, or a surname that
 * is no other word.
 */
export function namedFiles(view: View, persons: readonly Candidate[], lexicon: Lexicon): Candidate[] {
  const places = filesAndUrls(view);
  if (places.length === 0) return [];
  const names = new Set(
    persons.flatMap(({ person }) => (person ? partsOf(`${person.given} ${person.surname}`) : [])),
  );
  return places
    .filter(({ start, end }) =>
      [...view.text.slice(start, end).matchAll(PART)].some(
        ([part]) => names.has(folded(part)) || isSurname(part, lexicon),
      ),
    )
    .map((span) => ({ ...span, kind: 'url', rule: 'named-file', weight: 2 }));
}

function partsOf(name: string): string[] {
  return (name.match(PART) ?? []).map(folded).filter(({ length }) => length >= MIN_NAME_CHARS);
}

/** `Müller`, `Mueller` and `mueller` are one name. */
function folded(name: string): string {
  return writtenOut(name.toLowerCase());
}

function isSurname(part: string, lexicon: Lexicon): boolean {
  const flags = lexicon.flags(part);
  return (
    part.length > MIN_NAME_CHARS &&
    (flags & WORD.surname) !== 0 &&
    (flags & ~(WORD.surname | WORD.givenFemale | WORD.givenMale)) === 0
  );
}
