import type { Digest } from '../../../text/digest.ts';
import { readable } from '../../../text/sentences.ts';
import type { Hit } from './labelled.ts';

const MAX_HEAD_CHARS = 2_000;
const MAX_LINES = 6;
const TOWN = /^\d{5}\s\p{Lu}/u;
const ADDRESSED = /^(?:Frau|Herrn?|Familie|Eheleute|Firma|An (?:den|die|das))(?!\p{L})/u;
const GREETED = /^Sehr geehrte[rs]?\s((?:Frau|Herr)\s[^,!]{2,80})/mu;

/** Whom a letter is written to: the lines of its address, or whom it greets. */
export function recipientIn({ source }: Digest): Hit | null {
  const head = source.slice(0, MAX_HEAD_CHARS);
  const lines = head.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => ADDRESSED.test(line) && line.length < 80);
  const block = first < 0 ? [] : lines.slice(first, first + MAX_LINES);
  const end = block.findIndex((line) => TOWN.test(line));
  const address = block.slice(0, end + 1).filter(Boolean);
  if (end > 0) return { value: readable(address.join(', ')), passage: address.join('\n') };
  const greeted = GREETED.exec(head);
  return greeted ? { value: (greeted[1] ?? '').trim(), passage: greeted[0] } : null;
}

const FILED =
  /(?<!\p{L})(?:bei|beim)\s(?:(?:der|dem|den)\s)?(\p{Lu}[^;]{4,240}?)(?=,?\s(?:schriftlich|elektronisch|zur Niederschrift|einzulegen|eingelegt|zu erheben|erhoben)(?!\p{L}))/u;

/** With which authority something has to be filed: "bei der Kreisverwaltung …, Musterstraße 1, …". */
export function filedWithIn({ sentences }: Digest): Hit | null {
  for (const { text } of sentences) {
    const found = FILED.exec(text);
    if (found) return { value: (found[1] ?? '').trim(), passage: text };
  }
  return null;
}
