import type { ItemKind } from '../../../contract/privacy.ts';
import { placeholderOf, type Role } from './notation.ts';
import type { Person } from './persons.ts';
import type { Entry } from './vault.ts';

const KINDS: Record<Exclude<ItemKind, 'person'>, string> = {
  street: 'Straße und Hausnummer',
  place: 'Ort',
  birthdate: 'Geburtsdatum',
  phone: 'Telefon- oder Faxnummer',
  email: 'E-Mail-Adresse',
  iban: 'IBAN',
  account: 'Kontonummer oder Bankleitzahl',
  'tax-id': 'Steuernummer',
  'social-security': 'Versicherungsnummer',
  'id-document': 'Ausweis- oder Passnummer',
  plate: 'Kfz-Kennzeichen',
  reference: 'Zeichen oder Nummer',
  url: 'Internetadresse oder Dateiname',
  other: 'vertrauliche Angabe',
};

const PARTS: Record<'singular' | 'plural', Record<Role, string>> = {
  singular: { whole: 'Name', surname: 'Nachname', given: 'Vorname' },
  plural: { whole: 'Namen', surname: 'Nachname', given: 'Vornamen' },
};

/** What a model has to know about placeholders; the legend stands below it. Names no placeholder that could exist. */
export const legendRules = `Persönliche Angaben sind durch Platzhalter in eckigen Klammern ersetzt. Für sie gilt:
- Jeder Platzhalter steht für eine echte Angabe. Verwenden Sie ihn wie diese Angabe, und schreiben Sie ihn Zeichen für Zeichen, wie er dasteht, mit Klammern, Großbuchstaben und Unterstrichen.
- Beugen Sie nur mit einer Endung hinter der Klammer: [PERSON_…]s Antrag, [STRASSE_…]-Anlieger.
- Verwenden Sie nur Platzhalter aus der Liste. Bilden Sie keine neuen, auch nicht mit anderen Nummern, und erraten Sie nicht, was dahintersteht.
- Ob Frau oder Herr, Einzahl oder Mehrzahl, steht in der Liste; steht dort nur „Person“, so bleiben Anrede und Fürwörter ohne Geschlecht.`;

/** @param parts placeholders besides those of the entries that can be restored */
export function legendOf(entries: readonly Entry[], parts: ReadonlyMap<string, string>): string {
  const seen = new Set<Person>();
  return entries
    .map((entry) => {
      const placeholder = placeholderOf(entry);
      return `${placeholder}: ${lineOf(entry, seen, parts)}${otherwise(entry)}`;
    })
    .join('\n');
}

function lineOf(entry: Entry, seen: Set<Person>, parts: ReadonlyMap<string, string>): string {
  const { kind, person } = entry;
  if (kind !== 'person') return KINDS[kind];
  if (person === null) return 'Name einer Person';
  const known = seen.has(person);
  seen.add(person);
  return nameLine(entry, person, known, parts);
}

/** Every line says all by itself: a model is told only of the placeholders that it sees. */
function otherwise(entry: Entry): string {
  return entry.variant === 1 ? '' : `, andere Schreibweise von ${placeholderOf({ ...entry, variant: 1 })}`;
}

function nameLine(entry: Entry, person: Person, known: boolean, parts: ReadonlyMap<string, string>): string {
  const part = partOf(entry, person);
  if (known) return `${part} ${sameOf(person)}`;
  // What no text has and a letter needs: the surname for „Sehr geehrte Frau“.
  const more = (['surname', 'given'] as const)
    .map((role) => placeholderOf({ ...entry, role }))
    .filter((placeholder) => parts.has(placeholder));
  return `${whoOf(person)}, ${part}${more.length > 0 ? `; auch ${more.join(' und ')} allein` : ''}`;
}

function partOf({ role }: Entry, { given, surname, plural }: Person): string {
  if (role === 'whole' && given !== '' && surname !== '')
    return plural ? 'Vornamen und Nachname' : 'Vor- und Nachname';
  return PARTS[plural ? 'plural' : 'singular'][role];
}

function whoOf({ gender, plural }: Person): string {
  if (plural) return 'mehrere Personen (Eheleute, Familie)';
  return gender === null ? 'Person' : gender === 'female' ? 'Frau' : 'Herr';
}

function sameOf({ gender, plural }: Person): string {
  if (plural) return 'derselben Personen';
  return gender === null ? 'derselben Person' : gender === 'female' ? 'derselben Frau' : 'desselben Mannes';
}
