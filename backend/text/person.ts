/** A person as a letter or mail shows them. */
export interface Person {
  /** Only where the text itself says it: gender is never guessed from a name. */
  title: 'Frau' | 'Herr' | null;
  /** "Dr.", "Prof. Dr."; empty where there is none. */
  degree: string;
  /** Given name, empty where only the family name is known. */
  given: string;
  family: string;
}

const ORGANISATION =
  /gemeinde|verwaltung|\bamt\b|\p{L}amt(?!\p{L})|ministerium|kreis|stadt(?!\p{Ll}*mann)|gmbh|\bag\b|\bev\b|e\.\s?v\.|team|büro|service|support|universität|institut|schule|verein|verband|kanzlei|abteilung|fachbereich|sekretariat|direktion|info|newsletter|noreply|redaktion|kundendienst|germany|deutschland/iu;
const DEGREE = /^(?:Prof\.|Dr\.|Professorin|Professor|Dipl\.-\p{L}+\.?|Mag\.|PD|Ing\.|med\.|jur\.|phil\.)$/u;
/** A word in capitals alone is a company or a department. */
const NAME = /^(?!\p{Lu}{2,}$)(?:\p{Lu}[\p{L}'’-]*|\p{Lu}\.)$/u;
const PARTICLE = /^(?:von|vom|van|de|der|den|zu|zur|di|da|el|al)$/u;
const CLEAN = /^(?:(?:i\.\s?[AV]\.|gez\.|im Auftrag|in Vertretung|ihre?|eure?|dein|deine)[\s:,]+)+/iu;
const MAX_NAME_CHARS = 80;

/**
 * Reads a name from a line ("i. A. Dr. Maria Weber", "Weber, Maria (FB 2)", "Herr Meyer").
 * @returns null for a line that does not look like one person's name
 */
export function personIn(line: string): Person | null {
  if (line.length > 2 * MAX_NAME_CHARS) return null;
  const named = line.trim().replace(/,\s*\d[\d\s-]*$/u, '');
  if (named.length > MAX_NAME_CHARS || /[\d@:/]/u.test(named)) return null;
  let plain = named
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/["„“*_]/gu, ' ')
    .trim()
    .replace(CLEAN, '')
    .replace(/[,.;!]+$/u, '')
    .trim();
  if (plain === '' || ORGANISATION.test(plain)) return null;
  const title = /^(?:Frau|Herrn?)\s/u.exec(plain)?.[0].trim() ?? '';
  plain = plain.slice(title.length).trim();
  const swapped = /^([^,]+),\s*([^,]+)$/u.exec(plain);
  if (swapped) plain = `${swapped[2] ?? ''} ${swapped[1] ?? ''}`;
  const words = plain.split(/\s+/u);
  const degrees = words.filter((word) => DEGREE.test(word));
  const names = words.filter((word) => !DEGREE.test(word));
  if (names.length === 0 || names.length > 4) return null;
  if (!names.every((word) => NAME.test(word) || PARTICLE.test(word)) || !NAME.test(names.at(-1) ?? ''))
    return null;
  // A family name keeps its particle: "von der Heide".
  let from = names.length - 1;
  while (from > 0 && PARTICLE.test(names[from - 1] ?? '')) from--;
  return {
    title: title === '' ? null : title === 'Frau' ? 'Frau' : 'Herr',
    degree: degrees.join(' '),
    given: names.slice(0, from).join(' '),
    family: names.slice(from).join(' '),
  };
}

/** "Dr. Maria Weber" */
export function fullName(person: Person): string {
  return [person.degree, person.given, person.family].filter(Boolean).join(' ');
}
