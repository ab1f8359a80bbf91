import type { PersonFacts } from '../span.ts';

/** A name as it is compared: without case, invisible signs and the difference of ß and ss. */
export interface Name {
  /** Empty where it is not said. */
  given: string;
  surname: string;
  gender: PersonFacts['gender'];
  plural: boolean;
}

/** `MÜLLER` and `Müller` are one, `STRAUSS` and `Strauß` are. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\s+/gu, ' ')
    .trim();
}

export function nameOf({ given, surname, gender, plural }: PersonFacts): Name {
  return { given: fold(given), surname: fold(surname), gender, plural };
}

export function isWhole({ given, surname }: Name): boolean {
  return given !== '' && surname !== '';
}

/** Whether two can be of one gender. */
export function agree(one: Pick<Name, 'gender'>, other: Pick<Name, 'gender'>): boolean {
  return one.gender === null || other.gender === null || one.gender === other.gender;
}

/** `Lena`, `Lena-Sophie` and `L.` can be one person; `Lena-Sophie` and `Lena-Marie` cannot. */
export function compatible(one: string, other: string): boolean {
  const others = partsOf(other);
  return partsOf(one).every((part, at) => {
    const beside = others[at];
    return beside === undefined || part === beside || shortens(part, beside) || shortens(beside, part);
  });
}

/** The first of several given names. */
export function firstOf(given: string): string {
  return partsOf(given)[0] ?? '';
}

/** Whether a given name is only letters for names: `L.`, `L.-S.` */
export function isInitial(given: string): boolean {
  return partsOf(given).every(isLetter);
}

function partsOf(given: string): string[] {
  return given.split(/[\s-]/u).filter((part) => part !== '');
}

function isLetter(part: string): boolean {
  return /^\p{L}\.?$/u.test(part);
}

function shortens(part: string, name: string): boolean {
  return isLetter(part) && name.startsWith(part.charAt(0));
}
