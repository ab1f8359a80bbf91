import type { ClassSuggestion, ItemKind } from '../../../contract/privacy.ts';
import type { Reading } from '../../tasks/reading.ts';
import { type Beside, type ClassText, classTextOf } from './class-text.ts';
import { type Form, formOf } from './form-of.ts';
import type { Found } from './found.ts';
import { restrictions } from './restricted.ts';
import { secretTerms } from './secret-terms.ts';

/** Kinds that are social or tax data by themselves. */
const SECRET: readonly ItemKind[] = ['tax-id', 'social-security'];
/** Kinds that tell whose matter a text is. */
const IDENTIFYING: readonly ItemKind[] = [
  'person',
  'street',
  'birthdate',
  'iban',
  'account',
  'id-document',
  'plate',
  'reference',
];
/** In a mail somebody is always behind these; in a leaflet they are the office's. */
const IDENTIFYING_IN_MAILS: readonly ItemKind[] = [...IDENTIFYING, 'phone', 'email'];
/** Nobody signs with these: they tell a case also in a text that is about a subject. */
const OF_A_CASE = IDENTIFYING.filter((kind) => kind !== 'person');
/** A place alone is nobody's. */
const IMPERSONAL: ReadonlySet<ItemKind> = new Set(['place']);
/** What an office says of itself in a text for everybody; its addresses and accounts are in the list of what to keep. */
const OFFICIAL: ReadonlySet<ItemKind> = new Set(['place', 'phone', 'url']);
const OFFICIAL_IN_SITTINGS: ReadonlySet<ItemKind> = new Set(['place', 'reference', 'url']);

/** How kinds are called; those that decide by themselves come first. */
const NAMES: Partial<Record<ItemKind, string>> = {
  'tax-id': 'Steuernummern',
  'social-security': 'Sozialversicherungsnummern',
  person: 'Namen',
  street: 'Anschriften',
  birthdate: 'Geburtsdaten',
  phone: 'Telefonnummern',
  email: 'E-Mail-Adressen',
  iban: 'Bankverbindungen',
  account: 'Bankverbindungen',
  'id-document': 'Ausweisnummern',
  plate: 'Kfz-Kennzeichen',
  reference: 'Akten- oder Kundenzeichen',
  url: 'Internetadressen mit Namen',
};
const MAX_REASONS = 4;
const MAX_NAMED = 4;

/**
 * Suggests the class of a text from its markings, its form, its terms and what is personal in it. Of several that fit
 * the most delicate counts. Reasons quote nothing but words of our own lists.
 * @param found what is personal in the text
 */
function suggestClass(text: ClassText, found: Found): ClassSuggestion {
  const lowered = [...text.names, ...text.sections].map((each) => each.text.toLowerCase());
  const restricted = restrictions(text, lowered);
  if (restricted.length > 0) return { dataClass: 'restricted', because: restricted.slice(0, MAX_REASONS) };

  const form = formOf(text, lowered);
  const kinds = new Set([...found.source, ...found.beyond]);
  const terms = secretTerms(lowered);
  const secret = SECRET.filter((kind) => kinds.has(kind));
  if (secret.length > 0 || (terms.length > 0 && isOfSomebody(text, form, found))) {
    return {
      dataClass: 'social',
      because: [...(terms.length > 0 ? [termsAsWords(terms)] : []), ...kindsAsWords(kinds)],
    };
  }
  if (isForAll(form, found)) {
    return { dataClass: 'public', because: [form.because] };
  }
  if ([...kinds].some((kind) => !IMPERSONAL.has(kind))) {
    return { dataClass: 'personal', because: kindsAsWords(kinds) };
  }
  return {
    dataClass: 'internal',
    because: [form.because === '' ? 'Keine Kennzeichnung als öffentlich' : form.because],
  };
}

/**
 * Suggests the class of what a person works on.
 * @param found what is personal in it; where nobody looked the answer `restricted` is final, the others are not
 * @param beside what belongs to it besides the reading: headers and footers, what the person typed, earlier answers
 */
export function suggestForReading(reading: Reading, found: Found, beside?: Beside): ClassSuggestion {
  return suggestClass(classTextOf(reading, beside), found);
}

function isOfSomebody(
  { kind }: ClassText,
  { about }: Form,
  { source, beyond, besideSigners }: Found,
): boolean {
  const identifying = kind === 'mail' ? IDENTIFYING_IN_MAILS : IDENTIFYING;
  if (identifying.some((each) => beyond.has(each))) return true;
  if (about === 'case') return identifying.some((each) => source.has(each));
  return (about === 'subject' && besideSigners) || OF_A_CASE.some((each) => source.has(each));
}

/** Whether a text is public, and what is personal in it is only the office's own. Of what was typed nothing is. */
function isForAll({ readers }: Form, { source, beyond }: Found): boolean {
  if (readers === 'house' || readers === 'unknown' || beyond.size > 0) return false;
  const allowed = readers === 'public-sitting' ? OFFICIAL_IN_SITTINGS : OFFICIAL;
  return [...source].every((kind) => allowed.has(kind));
}

function termsAsWords(terms: readonly string[]): string {
  return `${terms.map((term) => `„${term}“`).join(' und ')} im Text`;
}

/** „Namen, Anschriften und Telefonnummern“ */
function kindsAsWords(found: ReadonlySet<ItemKind>): string[] {
  const named = [
    ...new Set(Object.entries(NAMES).flatMap(([kind, name]) => (found.has(kind as ItemKind) ? [name] : []))),
  ];
  if (named.length === 0) return found.has('other') ? ['Angaben, die unkenntlich gemacht werden'] : [];
  const shown = named.slice(0, MAX_NAMED);
  const last = named.length > MAX_NAMED ? 'weitere Angaben' : shown.pop();
  return [shown.length === 0 ? (last ?? '') : `${shown.join(', ')} und ${last}`];
}
