import type { Found } from './found.ts';
import { initialEnd } from './grammar.ts';
import { type Reading, SHAPE, isRole, joined, mayName } from './reading.ts';
import { STOP } from './stops.ts';
import type { Words } from './words.ts';

/** How rules rank where they overlap and are as sure as another. */
const LENGTH = (one: Found) => one.name.to - one.name.from;

/**
 * Of names that overlap the surer and then the longer one stays; what the other one adds at an edge is joined to it
 * (`Frau Lena` and `Lena Müller` make `Lena Müller`).
 */
export function resolved(found: readonly Found[]): Found[] {
  const sorted = [...found].sort(
    (a, b) => a.name.from - b.name.from || b.sure - a.sure || LENGTH(b) - LENGTH(a),
  );
  const kept: Found[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last === undefined || one.name.from >= last.name.to) {
      kept.push(one);
      continue;
    }
    kept[kept.length - 1] = better(last, one);
  }
  return kept;
}

function better(a: Found, b: Found): Found {
  const inside = b.name.from >= a.name.from && b.name.to <= a.name.to;
  if (inside && LENGTH(a) > LENGTH(b))
    return {
      ...a,
      sure: Math.max(a.sure, b.sure) as Found['sure'],
      gender: a.gender ?? b.gender,
      plural: a.plural || b.plural,
    };
  const covers = a.name.from >= b.name.from && a.name.to <= b.name.to;
  if (covers && LENGTH(b) > LENGTH(a))
    return {
      ...b,
      sure: Math.max(a.sure, b.sure) as Found['sure'],
      gender: b.gender ?? a.gender,
      plural: a.plural || b.plural,
    };
  if (inside)
    return a.sure >= b.sure
      ? { ...a, gender: a.gender ?? b.gender, plural: a.plural || b.plural }
      : { ...b, gender: b.gender ?? a.gender, plural: a.plural || b.plural };
  // They overlap at an edge: both words are a name's.
  const from = Math.min(a.name.from, b.name.from);
  const to = Math.max(a.name.to, b.name.to);
  return {
    ...a,
    name: { from, to, given: [from, to - 1], surname: [to - 1, to] },
    sure: Math.max(a.sure, b.sure) as Found['sure'],
  };
}

const MAX_STRANGE = 12;

/** Takes the unknown word before a name into it: most likely a rare given name (`Teemu Tainio`). */
export function extended(reading: Reading, words: Words, found: readonly Found[]): Found[] {
  return found.map((one, index) => {
    const { name } = one;
    const at = name.from - 1;
    const alone = name.to - name.from === 1 && one.rule !== 'salutation' && one.rule !== 'firm';
    if (!alone || at < (found[index - 1]?.name.to ?? 0) || !joined(reading, name.from)) return one;
    if (reading.shape[at] !== SHAPE.capital || !mayName(reading, at) || reading.flags[at] !== 0) return one;
    const word = reading.words[at]?.text ?? '';
    if (
      word.length > MAX_STRANGE ||
      word.includes('-') ||
      words.isCompound(word) ||
      words.isInflected(word) ||
      isRole(reading, at) ||
      STOP.has(word.toLowerCase())
    )
      return one;
    return {
      ...one,
      name: { from: at, to: name.to, given: [at, name.to - 1], surname: [name.to - 1, name.to] },
    };
  });
}

/** `Nico G.`: the initial behind a given name hides the surname. */
export function abbreviated(reading: Reading, found: readonly Found[]): Found[] {
  return found.map((one, index) => {
    const { name } = one;
    const end = name.surname[1] > name.surname[0] ? name.to : initialEnd(reading, name.to);
    if (end <= name.to || !joined(reading, name.to) || end > (found[index + 1]?.name.from ?? end)) return one;
    return { ...one, name: { from: name.from, to: end, given: name.given, surname: [name.to, end] } };
  });
}

/** Joins two names side by side where together they are one (`Lena` by a rule and `Müller` by propagation). */
export function adjoined(reading: Reading, found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    const touches = last !== undefined && last.name.to === one.name.from && joined(reading, one.name.from);
    if (!touches || last.name.surname[1] > last.name.surname[0]) {
      kept.push(one);
      continue;
    }
    kept[kept.length - 1] = {
      ...last,
      name: {
        from: last.name.from,
        to: one.name.to,
        given: [last.name.from, one.name.surname[0] > one.name.from ? one.name.given[1] : one.name.from],
        surname: one.name.surname[1] > one.name.surname[0] ? one.name.surname : [one.name.to, one.name.to],
      },
      sure: Math.max(last.sure, one.sure) as Found['sure'],
      gender: last.gender ?? one.gender,
    };
  }
  return kept;
}
