import type { Candidate } from '../span.ts';
import type { Token } from '../tokens.ts';
import type { View } from '../view.ts';
import { bareNumbersIn } from './bare-numbers.ts';
import { birthsIn } from './births.ts';
import { courtFilesIn } from './court-files.ts';
import { emailsIn } from './email.ts';
import { fieldsIn } from './fields.ts';
import { fileNumbersIn } from './file-numbers.ts';
import { ibansIn } from './iban.ts';
import { labelledIn } from './labelled.ts';
import { landIn } from './land.ts';
import { networkIn } from './network.ts';
import { phonesIn } from './phone.ts';
import { platesIn } from './plates.ts';
import { provenIn } from './proven.ts';
import { repeatsIn } from './repeats.ts';

export { filesAndUrls } from './files-and-urls.ts';

const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.weight - other.weight > 0 ||
  (one.weight === other.weight && one.end - one.start > other.end - other.start);

/** Of those that overlap the one with the higher weight, then the longer one. */
function withoutOverlaps(candidates: Candidate[]): Candidate[] {
  candidates.sort((a, b) => a.start - b.start || b.weight - a.weight || b.end - a.end);
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= candidate.start) kept.push(candidate);
    else if (isBetter(candidate, last)) kept[kept.length - 1] = candidate;
  }
  return kept;
}

/**
 * Everything personal in a text that is no name, street or place: numbers that prove themselves by a check digit, numbers
 * behind a label, ways to reach somebody, dates of birth, plates, land, addresses of machines.
 *
 * @param view the normalised text
 * @param tokens its tokens
 * @returns in order of the text, none overlapping another, offsets in the view
 */
export function recogniseNumbers(view: View, tokens: readonly Token[]): Candidate[] {
  const { text } = view;
  const found = withoutOverlaps([
    ...ibansIn(text),
    ...provenIn(text),
    ...emailsIn(text),
    ...labelledIn(text, tokens),
    ...birthsIn(text),
    ...landIn(text),
    ...platesIn(text),
    ...networkIn(text),
    ...phonesIn(text),
    ...fileNumbersIn(text),
    ...courtFilesIn(text),
    ...fieldsIn(text),
    ...bareNumbersIn(text),
  ]);
  return withoutOverlaps([...found, ...repeatsIn(text, found)]);
}
