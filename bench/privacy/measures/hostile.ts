import type { Recognise } from './recognise.ts';
import { timeOf } from './speed.ts';

/** How the time grows while a hostile text doubles. */
export interface GrowthRow {
  name: string;
  /** CPU time at 64, 128, 256, 512 KB and 1 MB; ends early where a text took too long. */
  milliseconds: number[];
  /** The mean factor from one size to the next; 2 is linear, 4 quadratic. */
  growth: number;
}

const SMALLEST = 64 * 1_024;
const SIZES = 5;
/** A text that takes longer has shown enough: quadratic, the next would take four times as long. */
const TOO_LONG_MS = 4_000;
/** What is faster is noise, and says nothing about growth. */
const NOISE_MS = 5;

/** A text of at least so many characters. */
type Writer = (length: number) => string;

const repeated =
  (unit: string): Writer =>
  (length) =>
    unit.repeat(Math.ceil(length / unit.length));

const units: Readonly<Record<string, string>> = {
  digits: '0123456789',
  'digits and blanks': '12 34 5 ',
  'a.a.a.': 'a.',
  placeholders: '[PERSON_1]',
  'round brackets': '(',
  'a long word': 'aä',
  'a long name': 'Ab',
  'Frau Frau': 'Frau ',
  capitals: 'Müller ',
  'names and commas': 'Müller, Lena, ',
  initials: 'A. ',
  hyphens: '-',
  'hyphenated names': 'Anna-',
  'line-end hyphens': 'Mül-\n',
  paragraphs: '§',
  blanks: ' ',
  'line ends': '\n',
  at: '@',
  'mail addresses': 'a.b@',
  'combining marks': '\u0308',
  'right-to-left marks': '\u200f',
  'soft hyphens': 'a\u00ad',
  'no-break spaces': '\u00a0',
  'plus and zero': '+0',
  slashes: '/1',
  'IBAN starts': 'DE12 ',
  'street starts': 'Am ',
  'PLZ starts': '66869 ',
  'address lines': 'https://',
  'table cells': '| a ',
  particles: 'von der ',
  surrogates: '😀',
  'blanks after words': 'Haus          ',
  tabs: '\t',
  'full stops': '.',
  bars: '|',
  'quotation signs': '> ',
  apostrophes: "'",
  underscores: '_',
  'labels without a number': 'Az.: ',
  'numbers after labels': 'Az.: 12-3/',
  'birth labels': 'geb. am ',
  'telephone starts': 'Tel.: 06381 ',
  'dates without end': '1.1.',
  asterisks: '**',
  'upper case': 'MÜLLER ',
  'lower-case sign-offs': 'gruß\nlena\n',
  'mixed marks': 'e\u0301\u200b\u00ad-\n',
};

/** Every name is another one, so that what is found once is looked for everywhere. */
const manyNames: Writer = (length) => {
  const parts: string[] = [];
  for (let at = 0, written = 0; written < length; at += 1) {
    const name = `Frau ${String.fromCharCode(65 + (at % 26))}${syllables(at)} `;
    parts.push(name);
    written += name.length;
  }
  return parts.join('');
};

const syllables = (value: number) =>
  value.toString(5).replace(/\d/g, (digit) => ['ba', 'ke', 'lo', 'mi', 'ru'][Number(digit)] ?? '');

const hostile: Readonly<Record<string, Writer>> = {
  ...Object.fromEntries(Object.entries(units).map(([name, unit]) => [name, repeated(unit)])),
  'many names': manyNames,
};

/** @param say what is going on */
export function measureHostile(recognise: Recognise, say: (words: string) => void): GrowthRow[] {
  return Object.entries(hostile).map(([name, write]) => {
    const milliseconds: number[] = [];
    for (let size = 0; size < SIZES; size += 1) {
      const text = write(SMALLEST * 2 ** size);
      // The better of two: the first may meet a garbage collection.
      const first = timeOf(recognise, text).cpuMs;
      milliseconds.push(first > 1_000 ? first : Math.min(first, timeOf(recognise, text).cpuMs));
      if (first > TOO_LONG_MS) break;
    }
    say(`hostile: ${name} ${milliseconds.map((time) => Math.round(time)).join(' ')} ms`);
    return { name, milliseconds, growth: growthOf(milliseconds) };
  });
}

function growthOf(milliseconds: readonly number[]): number {
  const telling = milliseconds.filter((time) => time >= NOISE_MS);
  const [first, last] = [telling[0], telling.at(-1)];
  if (first === undefined || last === undefined || telling.length < 2) return NaN;
  return (last / first) ** (1 / (telling.length - 1));
}
