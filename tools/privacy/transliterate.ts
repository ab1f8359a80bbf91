/** Russian and Ukrainian letters as German authorities (Duden) and as passports (ICAO 9303) write them. */
const LETTERS: Record<string, [german: string, passport: string]> = {
  а: ['a', 'a'],
  б: ['b', 'b'],
  в: ['w', 'v'],
  г: ['g', 'g'],
  ґ: ['g', 'g'],
  д: ['d', 'd'],
  ђ: ['dj', 'd'],
  ѓ: ['gj', 'g'],
  е: ['e', 'e'],
  є: ['je', 'ie'],
  ё: ['jo', 'e'],
  ж: ['sch', 'zh'],
  з: ['s', 'z'],
  ѕ: ['ds', 'dz'],
  и: ['i', 'i'],
  і: ['i', 'i'],
  ї: ['ji', 'i'],
  й: ['j', 'i'],
  ј: ['j', 'j'],
  к: ['k', 'k'],
  ќ: ['kj', 'k'],
  л: ['l', 'l'],
  љ: ['lj', 'lj'],
  м: ['m', 'm'],
  н: ['n', 'n'],
  њ: ['nj', 'nj'],
  о: ['o', 'o'],
  п: ['p', 'p'],
  р: ['r', 'r'],
  с: ['s', 's'],
  т: ['t', 't'],
  ћ: ['c', 'c'],
  у: ['u', 'u'],
  ф: ['f', 'f'],
  х: ['ch', 'kh'],
  ц: ['z', 'ts'],
  ч: ['tsch', 'ch'],
  џ: ['dsch', 'dj'],
  ш: ['sch', 'sh'],
  щ: ['schtsch', 'shch'],
  ъ: ['', ''],
  ы: ['y', 'y'],
  ь: ['', ''],
  э: ['e', 'e'],
  ю: ['ju', 'iu'],
  я: ['ja', 'ia'],
};

const ENGLISH: Record<string, string> = { ю: 'yu', я: 'ya', й: 'y', є: 'ye', ї: 'yi' };

/** Ways in which a name in Cyrillic letters is written in Germany: German, as in passports, and as in English. */
export function transliterate(name: string, language: 'ru' | 'uk' | 'mk'): string[] {
  const letters = Array.from(name.toLowerCase());
  const write = (choose: (letter: string) => string | undefined) => {
    const text = letters
      .map((letter) => (letter === 'г' && language === 'uk' ? 'h' : choose(letter)) ?? letter)
      .join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return [
    write((letter) => LETTERS[letter]?.[0]),
    write((letter) => LETTERS[letter]?.[1]),
    write((letter) => ENGLISH[letter] ?? LETTERS[letter]?.[1]),
  ];
}
