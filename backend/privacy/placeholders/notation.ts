import type { ItemKind } from '../../../contract/privacy.ts';

/** Which part of a name a placeholder stands for; everything but names is whole. */
export type Role = 'whole' | 'surname' | 'given';

/** What a placeholder says: `[PERSON_1_NACHNAME_2]` is the second way to write the surname of the first person. */
export interface Reference {
  kind: ItemKind;
  number: number;
  role: Role;
  /** 1 for the way that stands first in the texts. */
  variant: number;
}

const WORDS: Record<ItemKind, string> = {
  person: 'PERSON',
  street: 'STRASSE',
  place: 'ORT',
  birthdate: 'GEBURTSDATUM',
  phone: 'TELEFON',
  email: 'EMAIL',
  iban: 'IBAN',
  account: 'KONTO',
  'tax-id': 'STEUERNUMMER',
  'social-security': 'VERSICHERUNGSNUMMER',
  'id-document': 'AUSWEIS',
  plate: 'KENNZEICHEN',
  reference: 'ZEICHEN',
  url: 'LINK',
  other: 'ANGABE',
};

const ROLE_WORDS: Record<Role, string> = { whole: '', surname: '_NACHNAME', given: '_VORNAME' };

const KINDS = new Map<string, ItemKind>([
  ...(Object.keys(WORDS) as ItemKind[]).map((kind): [string, ItemKind] => [WORDS[kind].toLowerCase(), kind]),
  // Models mend the spelling.
  ['straße', 'street'],
  ['e-mail', 'email'],
]);

/** How models write the parts of a name. */
const ROLES = new Map<string, Role>([
  ['nachname', 'surname'],
  ['nachn', 'surname'],
  ['nach', 'surname'],
  ['nn', 'surname'],
  ['familienname', 'surname'],
  ['zuname', 'surname'],
  ['surname', 'surname'],
  ['lastname', 'surname'],
  ['vorname', 'given'],
  ['vorn', 'given'],
  ['vor', 'given'],
  ['vn', 'given'],
  ['rufname', 'given'],
  ['firstname', 'given'],
  ['givenname', 'given'],
  ['name', 'whole'],
  ['vollname', 'whole'],
  ['fullname', 'whole'],
]);

/** The words that placeholders begin with, in lower case and in every spelling that is understood. */
export const kindWords: readonly string[] = [...KINDS.keys()];

/** The longest of them. */
export const MAX_KIND_CHARS = Math.max(...kindWords.map(({ length }) => length));

/** @param word in any case */
export function kindOfWord(word: string): ItemKind | null {
  return KINDS.get(word.toLowerCase()) ?? null;
}

/** @param word in any case */
export function roleOfWord(word: string): Role | null {
  return ROLES.get(word.toLowerCase()) ?? null;
}

/** `[PERSON_1]`, `[PERSON_1_NACHNAME]`, `[PERSON_1_2]` */
export function placeholderOf({ kind, number, role, variant }: Reference): string {
  return `[${WORDS[kind]}_${number}${ROLE_WORDS[role]}${variant > 1 ? `_${variant}` : ''}]`;
}
