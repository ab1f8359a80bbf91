import type { Reading } from '../../tasks/reading.ts';
import { behindClosing, splitLetter, type LetterParts } from '../../text/letter.ts';
import { fullName, personIn, type Person } from '../../text/person.ts';

const SIGNATURE_LINES = 4;
const TITLED =
  /(?<!\p{L})(Frau|Herrn?)\s((?:(?:Prof\.|Dr\.)\s){0,2}(?:\p{Lu}[\p{L}'’-]*\s){0,2}\p{Lu}[\p{L}'’-]*)/gu;
const MAX_TITLES = 200;

/** The name under a letter: the first line after the closing that reads like one. */
function signer(parts: LetterParts): Person | null {
  if (parts.closing) {
    for (const line of [parts.closing, ...parts.signature.slice(0, SIGNATURE_LINES)]) {
      const person = personIn(behindClosing(line));
      if (person) return person;
    }
    return null;
  }
  const last = parts.body.split('\n').at(-1)?.trim() ?? '';
  const person = personIn(last);
  return person?.given ? person : null;
}

/**
 * The title that other lines give this person: a salutation in the quoted mails ("Sehr geehrte Frau Weber"), a line of
 * an address ("Frau Maria Weber"). Two different titles for one name prove nothing.
 */
function titleFrom(lines: string, person: Person): 'Frau' | 'Herr' | null {
  const found = new Set<'Frau' | 'Herr'>();
  let seen = 0;
  for (const [, title, name] of lines.matchAll(TITLED)) {
    if (++seen > MAX_TITLES) break;
    const other = personIn(name ?? '');
    if (other?.family !== person.family) continue;
    if (other.given && person.given && other.given !== person.given) continue;
    found.add(title === 'Frau' ? 'Frau' : 'Herr');
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Lines that hold nothing but a title and a name, as in an address. */
function titleLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.length < 80 && /^\s*(?:Frau|Herrn?)\s[^,;:]+$/u.test(line))
    .join('\n');
}

/** Whether two readings of a name can be the same person ("Maria" in the mail, "Maria Weber" in its sender). */
function goTogether(short: Person, long: Person): boolean {
  const words = [long.given, long.family].join(' ').toLowerCase();
  return words.includes(short.family.toLowerCase());
}

/**
 * Who wrote the letter or mail that is answered: the signature first, the sender of the mail where it says more.
 * Gender is taken from a title in the text alone.
 * @returns null where nobody is recognisable
 */
export function writerOf(reading: Reading): Person | null {
  if (reading.kind === 'nothing') return null;
  const text = reading.kind === 'mail' ? reading.newest : reading.text;
  const parts = splitLetter(text);
  const signed = signer(parts);
  const sender = reading.kind === 'mail' ? personIn(reading.from.name) : null;
  let person = signed ?? sender;
  if (signed && sender && !signed.given && sender.given && goTogether(signed, sender)) person = sender;
  if (!person) return null;
  const degree = person.degree || (signed?.degree ?? '');
  const evidence = [
    parts.signature.slice(0, SIGNATURE_LINES).join('\n'),
    titleLines(parts.head),
    reading.kind === 'mail' ? `${reading.thread}\n${reading.from.name}` : '',
  ].join('\n');
  return { ...person, degree, title: person.title ?? titleFrom(evidence, person) };
}

/**
 * The Anrede of an answer (DIN 5008), ending with a comma.
 * Without a title in the text nobody's gender is guessed: "Guten Tag Maria Weber,".
 */
export function salutationFor(person: Person | null, tone: 'neutral' | 'formal' | 'friendly'): string {
  if (!person) return tone === 'friendly' ? 'Guten Tag,' : 'Sehr geehrte Damen und Herren,';
  if (!person.title) return `Guten Tag ${fullName(person)},`;
  const name = [person.degree, person.family].filter(Boolean).join(' ');
  if (tone === 'friendly') return `Guten Tag ${person.title} ${name},`;
  return person.title === 'Frau' ? `Sehr geehrte Frau ${name},` : `Sehr geehrter Herr ${name},`;
}
