const ONES: Record<string, number> = {
  null: 0,
  ein: 1,
  eins: 1,
  eine: 1,
  einen: 1,
  einem: 1,
  einer: 1,
  eines: 1,
  zwei: 2,
  zwo: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  sechzehn: 16,
  siebzehn: 17,
};
const TENS: Record<string, number> = {
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
};
/** "neunhundertneunundneunzigtausendneunhundertneunundneunzig" and nothing longer. */
const MAX_CHARS = 60;

function ofRecord(from: Record<string, number>, word: string): number | null {
  return Object.hasOwn(from, word) ? (from[word] ?? null) : null;
}

/** The parts before and behind a word such as "hundert"; "hundert" alone is one hundred. */
function around(word: string, middle: string): [number, number] | null {
  const at = word.indexOf(middle);
  if (at < 0) return null;
  const rest = word.slice(at + middle.length).replace(/^und(?=\p{L})/u, '');
  const times = at === 0 ? 1 : parse(word.slice(0, at));
  const plus = rest === '' ? 0 : parse(rest);
  return times === null || plus === null ? null : [times, plus];
}

function parse(word: string): number | null {
  const simple = ofRecord(ONES, word) ?? ofRecord(TENS, word);
  if (simple !== null) return simple;
  const thousands = around(word, 'tausend');
  if (thousands) return thousands[0] * 1000 + thousands[1];
  const hundreds = around(word, 'hundert');
  if (hundreds) return hundreds[0] * 100 + hundreds[1];
  const teen = word.endsWith('zehn') ? ofRecord(ONES, word.slice(0, -4)) : null;
  if (teen !== null && teen >= 3 && teen <= 9) return 10 + teen;
  const [one = '', ten = ''] = word.split('und', 2);
  const [ones, tens] = [ofRecord(ONES, one), ofRecord(TENS, ten)];
  return ones !== null && tens !== null && ones < 10 ? ones + tens : null;
}

/**
 * The number that a German word or a run of digits stands for: "zwei", "Zweiundzwanzig", "dreihundert", "14".
 * "ein" and its forms are one.
 * @returns null for every other word
 */
export function numeral(word: string): number | null {
  if (/^\d{1,9}$/u.test(word)) return Number(word);
  return word.length > MAX_CHARS ? null : parse(word.toLowerCase());
}
