/** Two vowels that sound as one; every other pair is spoken apart ("Na-ti-on", "Ma-te-ri-al", "The-a-ter"). */
const ONE_SOUND = /ie|[ae][iy]|[aeä]u|o[iuy]|aa|ee|oo|[aeiouyäöüéèêàáâîô]/gu;
/** The i of these words is spoken before their e: "Fa-mi-li-e", "Me-di-en", "Pa-ti-ent". */
const I_BEFORE_E =
  /(?:famili|immobili|lini|feri|medi|kriteri|materi|akti|prinzipi|prämi|foli|bakteri|ministeri|lili|komödi|tragödi|itali|spani|belgi|studi(?!er)|seri(?!ö)|hygi|ambi|gradi|[klrtz]i(?=ent)|i(?=eur)|(?<!v)i(?=ell)|[^aeiouäöüyw]i(?=en$))(?=e)/gu;
/** "Kategori-en", "The-o-ri-en": also where the singular has one sound; "studieren" and "Wien" have one. */
const VERB_IN_IEREN = /ier(?:en?|t|te[nrms]?|ten|ung|ungen|end)/u;
/** A prefix that ends with a vowel before a stem that begins with one: "ge-ehrt", "be-enden", "Ko-operation". */
const PREFIX =
  /^(?:be(?=end|erd|urt|urk|unr|irr|inh|obacht|ansp|ant)|ge(?=ehr|urt|irr|impf|einig|eign|arbeit|ändert|öffnet|ordnet|übt)|ko(?=oper|ordin)|zu(?=erst|erkannt))/u;
/** Latin and English words that follow rules of their own. */
const FOREIGN: [RegExp, string][] = [
  [/team/gu, 'tem'],
  [/(?<=mus|lyz|petrol|koloss)eum/gu, 'ehum'],
];

function inPart(part: string): number {
  const prefix = PREFIX.exec(part)?.[0] ?? '';
  let stem = part.slice(prefix.length).replaceAll('qu', 'kv');
  for (const [letters, spoken] of FOREIGN) stem = stem.replaceAll(letters, spoken);
  // A letter between them keeps the pair apart.
  const apart = VERB_IN_IEREN.test(stem) ? stem : stem.replaceAll(I_BEFORE_E, (before) => `${before}h`);
  return (prefix === '' ? 0 : 1) + (apart.match(ONE_SOUND)?.length ?? 0);
}

/**
 * Syllables of a German word, counted by its vowels: a diphthong, a long "ie" and a double vowel are one, "qu" has none.
 * Parts of a hyphenated word are counted apart. A word without a vowel ("GmbH") has one.
 */
export function syllablesOf(word: string): number {
  const parts = word.toLowerCase().split(/[^\p{L}]+/u);
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + inPart(part), 0),
  );
}
