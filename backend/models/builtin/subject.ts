import type { Block } from '../../text/blocks.ts';
import { datesIn } from '../../text/dates.ts';
import type { Digest } from '../../text/digest.ts';
import { valuesOf, type Field } from '../../text/fields.ts';
import { isSalutation } from '../../text/letter.ts';
import { personIn } from '../../text/person.ts';
import { readable } from '../../text/sentences.ts';
import { titleOf, type Desk } from './task.ts';

/** Blocks that a letterhead takes at most. */
export const HEAD_BLOCKS = 14;
const LETTERHEAD_BLOCKS = 40;
const MIN_WORDS = 3;
/** Words that begin a Betreff of their own accord. */
const MATTER =
  /^(?:(?:Mein|Unser|Ihre?|Ihren|Neue[rs]?)\s)?(?:Antrag|Anfrage|Widerspruch|Einspruch|Beschwerde|Bitte|Bewerbung|Kündigung|Angebot|Rechnung|Bescheid|Mahnung|Einladung|Mitteilung|Schreiben|Bauantrag|Anhörung)(?!\p{L})/u;

/** Whether a line right above a salutation is the Betreff and not the end of an address. */
function isSubject(block: Block): boolean {
  const text = readable(block.text);
  if (block.kind === 'row' || /^\d{5}\s/u.test(text) || /@|^https?:/u.test(text)) return false;
  if (block.kind === 'heading' || block.text.trim().startsWith('**') || MATTER.test(text)) return true;
  const words = text.split(' ').length;
  return (
    words >= MIN_WORDS && !/[.!?:]$/u.test(text) && datesIn(text).length === 0 && personIn(text) === null
  );
}

/** The Betreff of a letter without the word: the last line above its salutation (DIN 5008). */
function aboveSalutation(from: Digest): string {
  const at = from.blocks.slice(0, LETTERHEAD_BLOCKS).findIndex(({ text }) => isSalutation(text.trim()));
  const above = from.blocks[at - 1];
  const apart = above && /\n[^\S\n]*\n/u.test(from.source.slice(from.blocks[at - 2]?.end ?? 0, above.start));
  return above && (apart || at === 1) && isSubject(above) ? readable(above.text) : '';
}

/** The first heading near the top. */
function firstHeading(from: Digest): string {
  const heading = from.blocks.slice(0, HEAD_BLOCKS).find(({ kind }) => kind === 'heading');
  return heading ? readable(heading.text) : '';
}

/** The title of a document, where its head says the same: otherwise it may be the name of a file. */
function titleInText(from: Digest, desk: Desk): string {
  const title = titleOf(desk.reading);
  const head = from.blocks.slice(0, HEAD_BLOCKS).map(({ text }) => readable(text));
  return title && head.some((text) => text.includes(title)) ? title : '';
}

/**
 * The subject that a mail or document gives itself: its labelled Betreff, the line above the salutation, a title that
 * stands in it or its first heading; empty where it has none. Never a file's name.
 */
export function subjectOf(from: Digest, fields: Field[], desk: Desk): string {
  if (desk.reading.kind === 'mail') return titleOf(desk.reading);
  const [named] = valuesOf(fields, /^(?:Betreff|Betr|Tagesordnungspunkt|TOP|Gegenstand|Thema)/u);
  return named ?? (aboveSalutation(from) || titleInText(from, desk) || firstHeading(from));
}
