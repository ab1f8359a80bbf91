import type { Found } from './found.ts';
import { COMMON, GAP, NAMED, PLACE, type Reading, SHAPE, is, isRole, mayName } from './reading.ts';
import { labelKind } from './labels.ts';
import { behindTitles } from './salutations.ts';
import { ABBREVIATION, STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

interface Label {
  at: number;
  lower: string;
  upper: boolean;
}

const MAX_BRACKET = 6;

/** The speakers of minutes and transcripts: words before a colon at a line's beginning, several of which recur. */
export function transcripts(reading: Reading, words: Words): Found[] {
  const labels = labelsOf(reading, words);
  const counts = new Map<string, number>();
  for (const { lower } of labels) counts.set(lower, (counts.get(lower) ?? 0) + 1);
  const again = (lower: string) => (counts.get(lower) ?? 0) > 1;
  const clean = labels.filter(({ at }) => is(reading, at, NAMED) && !is(reading, at, COMMON));
  if (counts.size < 2 || labels.length <= counts.size || clean.length === 0) return [];
  const shouted = clean.some(({ upper }) => upper);
  return labels
    .filter(({ at, lower, upper }) => {
      if (shouted) return upper;
      if (is(reading, at, NAMED) && !is(reading, at, COMMON)) return true;
      return (
        (reading.flags[at] === 0 && clean.length > 2) ||
        (again(lower) && (reading.flags[at] === 0 || is(reading, at, NAMED)))
      );
    })
    .map(({ at }) => ({
      name: is(reading, at, 3)
        ? { from: at, to: at + 1, given: [at, at + 1] as const, surname: [at + 1, at + 1] as const }
        : { from: at, to: at + 1, given: [at, at] as const, surname: [at, at + 1] as const },
      rule: 'speaker',
      sure: 2,
      gender: null,
      plural: false,
    }));
}

function labelsOf(reading: Reading, words: Words): Label[] {
  const labels: Label[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    if (reading.gap[index] === GAP.none || reading.gap[index] === GAP.column) continue;
    const at = behindTitles(reading, index);
    const lower = reading.lower[at] ?? '';
    if (at >= reading.words.length || !mayName(reading, at) || !closesLabel(reading, at + 1)) continue;
    if (STOP.has(lower) || ABBREVIATION.has(lower) || isBody(lower) || labelKind(lower) !== null) continue;
    if (isRole(reading, at) || words.isCompound(reading.words[at]?.text ?? '')) continue;
    if (is(reading, at, PLACE) && !is(reading, at, NAMED)) continue;
    labels.push({ at, lower, upper: reading.shape[at] === SHAPE.upper && lower.length > 2 });
  }
  return labels;
}

/** `:` at once or behind brackets: `RÜDI (kommt): …` */
function closesLabel(reading: Reading, from: number): boolean {
  let at = from;
  if (reading.words[at]?.text === '(')
    while (at < from + MAX_BRACKET && reading.words[at]?.text !== ')') at++;
  if (at > from) at++;
  return reading.words[at]?.text === ':' && reading.gap[at] === GAP.none;
}
