import { type Reading, SHAPE, joined, mayName } from './reading.ts';

/** Particles that may begin a surname. */
const FIRST = new Set(
  'von vom van de del della delle degli di da dal dos du zu zum zur ter ten le la el al ibn bin bint abu ben af av'.split(
    ' ',
  ),
);
/** Those that may go on behind them. */
const FURTHER = new Set('der den dem de del la las los le van von zu und e y auf'.split(' '));
/** Those that are written with a capital, too, where the name follows at once. */
const CAPITAL = new Set(
  'Von Vom Van De Del Della Di Da Dal Dos Du Zu Zum Zur Ter Ten Le La El Al Ibn Bin Abu Ben'.split(' '),
);
const CAPITAL_FURTHER = new Set('Der Den De La Los Las'.split(' '));
/** Titles of the nobility: since 1919 a part of the surname (Art. 109 WRV). */
const NOBLE = new Set(
  'freiherr freiherrn freifrau freiin graf grafen gräfin fürst fürsten fürstin prinz prinzen prinzessin herzog herzogin baron baronin ritter edler edle'.split(
    ' ',
  ),
);
const MAX_PARTICLES = 5;

/** Whether a word in small letters may begin the particles of a surname. */
export function isParticle(word: string): boolean {
  return FIRST.has(word);
}

/** Particles that are no preposition. */
const SURE = new Set('van ter ten della delle degli del dal dos da di de la le el al'.split(' '));

/** Whether a particle in small letters is no German preposition. */
export function isSureParticle(word: string): boolean {
  return SURE.has(word);
}

/**
 * Where the particles of a surname end that begin at a place (`von und zu`, `Freifrau von`, `VAN DER`), a word with a
 * capital behind them; the place itself where none do.
 */
export function particlesEnd(reading: Reading, from: number): number {
  let at = from;
  const lower = reading.lower[at] ?? '';
  const short = abbreviatedEnd(reading, at);
  if (short > at) return short;
  if (NOBLE.has(lower) && reading.shape[at] !== SHAPE.lower) {
    if (!FIRST.has(reading.lower[at + 1] ?? '') || !joined(reading, at + 1)) return from;
    at++;
  }
  if (!isFirst(reading, at)) return from;
  const upper = reading.shape[at] === SHAPE.upper;
  at++;
  while (
    at - from < MAX_PARTICLES &&
    at < reading.words.length &&
    joined(reading, at) &&
    isFurther(reading, at, upper)
  )
    at++;
  const named = at < reading.words.length && joined(reading, at) && mayName(reading, at);
  return named ? at : from;
}

/** Behind `v.` and `v. d.` before a capital; the place itself where nothing of the kind stands. */
function abbreviatedEnd(reading: Reading, from: number): number {
  if (
    reading.words[from]?.text !== 'v' ||
    reading.words[from + 1]?.text !== '.' ||
    reading.closed[from] === 1
  )
    return from;
  let at = from + 2;
  if (reading.words[at]?.text === 'd' && reading.words[at + 1]?.text === '.') at += 2;
  const named = at < reading.words.length && joined(reading, at) && mayName(reading, at);
  return named ? at : from;
}

function isFirst(reading: Reading, at: number): boolean {
  const text = reading.words[at]?.text ?? '';
  if (reading.closed[at] === 1) return false;
  if (reading.shape[at] === SHAPE.lower) return FIRST.has(text);
  if (reading.shape[at] === SHAPE.upper)
    return FIRST.has(text.toLowerCase()) && reading.shape[at + 1] === SHAPE.upper;
  return CAPITAL.has(text);
}

function isFurther(reading: Reading, at: number, upper: boolean): boolean {
  const text = reading.words[at]?.text ?? '';
  if (reading.shape[at] === SHAPE.lower) return FURTHER.has(text);
  if (upper) return reading.shape[at] === SHAPE.upper && FURTHER.has(text.toLowerCase());
  return CAPITAL_FURTHER.has(text) && mayName(reading, at + 1) && joined(reading, at + 1);
}
