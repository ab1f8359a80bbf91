import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GAP, NAMED, type Reading, is, joined, mayName } from './reading.ts';
import { behindTitles } from './salutations.ts';
import { STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

interface Marker {
  words: readonly string[];
  /** Whether a Kürzel may stand behind it. */
  short: boolean;
}

const MARKERS: readonly Marker[] = [
  { words: ['i', '.', 'a', '.'], short: true },
  { words: ['i', '.', 'v', '.'], short: true },
  { words: ['im', 'auftrag'], short: true },
  { words: ['in', 'vertretung'], short: true },
  { words: ['gez', '.'], short: true },
  { words: ['z', '.', 'hd', '.'], short: false },
  { words: ['z', '.', 'h', '.'], short: false },
  { words: ['zu', 'händen'], short: false },
  { words: ['zhd', '.'], short: false },
  { words: ['c', '/', 'o'], short: false },
  { words: ['bearb', '.'], short: true },
  { words: ['bearb', '.', ':'], short: true },
  { words: ['geb', '.'], short: false },
  { words: ['geborene'], short: false },
  { words: ['geborener'], short: false },
  { words: ['geborenen'], short: false },
  { words: ['verw', '.'], short: false },
  { words: ['verwitwete'], short: false },
  { words: ['geschiedene'], short: false },
  { words: ['alias'], short: false },
  { words: ['mein', 'name', 'ist'], short: false },
  { words: ['ich', 'heiße'], short: false },
  { words: ['ich', ','], short: false },
  { words: ['namens'], short: false },
  { words: ['unterzeichnet', ':'], short: true },
  { words: ['gezeichnet'], short: true },
  { words: ['genannt'], short: false },
  { words: ['gerufen'], short: false },
  { words: ['sachlich', 'richtig', ':'], short: true },
  { words: ['rechnerisch', 'richtig', ':'], short: true },
  { words: ['für', 'die', 'richtigkeit', ':'], short: true },
  { words: ['festgestellt', ':'], short: true },
  { words: ['anordnungsbefugt', ':'], short: true },
  { words: ['angeordnet', ':'], short: true },
  { words: ['attn', '.'], short: false },
  { words: ['attn', ':'], short: false },
];
const FIRST = new Map<string, Marker[]>();
for (const marker of MARKERS) {
  const first = marker.words[0] as string;
  FIRST.set(first, [...(FIRST.get(first) ?? []), marker]);
}

/** `i. A. Müller`, `gez. Kl`, `z. Hd. Frau …`, `c/o Klein`, `geb. Schäfer`, `mein Name ist …` */
export function markers(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const resubmitted = resubmission(reading, words, index);
    if (resubmitted !== null)
      found.push({ name: resubmitted, rule: 'marker', sure: 3, gender: null, plural: false });
    for (const marker of FIRST.get(reading.lower[index] as string) ?? []) {
      const name = behindMarker(reading, words, index, marker);
      if (name === null) continue;
      found.push({ name, rule: 'marker', sure: 3, gender: null, plural: false });
    }
  }
  return found;
}

const MAX_RESUBMISSION = 10;

/** `Wv. 13.10.2026 bei Schäfer` */
function resubmission(reading: Reading, words: Words, at: number): Name | null {
  if (reading.lower[at] !== 'bei') return null;
  for (let before = at - 1; before >= 0 && at - before < MAX_RESUBMISSION; before--) {
    const lower = reading.lower[before] as string;
    if (lower === 'wv' || lower === 'wiedervorlage') {
      const start = behindTitles(reading, at + 1);
      return start < reading.words.length && joined(reading, start) && is(reading, start, NAMED)
        ? nameAt(reading, words, start, 'likely')
        : strangeAt(reading, words, start);
    }
    if (reading.gap[before] !== GAP.none) return null;
  }
  return null;
}

/** The last word of a line, whatever it means. */
function strangeAt(reading: Reading, words: Words, at: number): Name | null {
  if (
    at >= reading.words.length ||
    !mayName(reading, at) ||
    STOP.has(reading.lower[at] as string) ||
    isBody(reading.lower[at] as string)
  )
    return null;
  const closes =
    at + 1 >= reading.words.length ||
    !joined(reading, at + 1) ||
    /^[,;)|]$/u.test(reading.words[at + 1]?.text ?? '');
  const bodies = words.isCompound(reading.words[at]?.text ?? '') || !closes;
  return bodies ? null : { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

function behindMarker(reading: Reading, words: Words, from: number, marker: Marker): Name | null {
  for (const [offset, word] of marker.words.entries()) if (reading.lower[from + offset] !== word) return null;
  let at = from + marker.words.length;
  if (reading.lower[at] === ':') at++;
  at = behindTitles(reading, at);
  // A signature stands below `i. A.`
  if (at >= reading.words.length || (!marker.short && !joined(reading, at))) return null;
  const born =
    marker.words[0]?.startsWith('gebor') || marker.words[0] === 'geb' || marker.words[0] === 'verw';
  if (is(reading, at, COMMON) && !is(reading, at, NAMED) && !marker.short && !born) return null;
  const name =
    nameAt(reading, words, at, 'likely') ?? (marker.short || born ? strangeAt(reading, words, at) : null);
  if (name !== null) {
    if (!born) return name;
    // `geb. Schäfer` names nothing but the surname.
    const surname = name.given[1] > name.given[0] && is(reading, name.from, 4) ? name.from + 1 : name.to;
    return { from: name.from, to: surname, given: [name.from, name.from], surname: [name.from, surname] };
  }
  const text = reading.words[at]?.text ?? '';
  const short =
    marker.short &&
    joined(reading, at) &&
    /^\p{Lu}\p{L}{0,3}$/u.test(text) &&
    !STOP.has(reading.lower[at] as string) &&
    reading.closed[at] === 0 &&
    (reading.flags[at] as number) === 0;
  return short ? { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] } : null;
}
