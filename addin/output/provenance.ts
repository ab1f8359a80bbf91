import { germanDate } from '../../contract/german-date.ts';
import { MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { Provenance } from '../office/host.ts';
import { cleanText } from './clean.ts';

/** Namespace of the custom XML part; its number changes where an older reader would misread it. */
export const PROVENANCE_NAMESPACE = 'urn:amtsfeder:provenance:1';

/** Texts of ours that one document is marked with; the newest are kept. */
const MOST_ENTRIES = 200;
/** Characters of a part that is read; longer ones are not ours. */
const LONGEST_XML = 1_000_000;

const FIELDS = ['tool', 'task', 'model', 'provider', 'authority', 'at'] as const;

/**
 * The marks of a document as a custom XML part. It has no XML declaration, because Word takes no part with one that
 * says `standalone` (office-js #1643).
 */
export function toXml(all: readonly Provenance[]): string {
  const entries = all.slice(-MOST_ENTRIES).map((one) => {
    const fields = FIELDS.map((name) => attribute(name, one[name])).join('');
    return one.reviewed === null
      ? `<provenance${fields}/>`
      : `<provenance${fields}><reviewed${attribute('by', one.reviewed.by)}${attribute('at', one.reviewed.at)}/></provenance>`;
  });
  return `<provenances xmlns="${PROVENANCE_NAMESPACE}">${entries.join('')}</provenances>`;
}

/**
 * The marks in a custom XML part, which anybody may have written.
 * @returns what is valid, each line cut to the contract's length; nothing where the XML is none of ours
 */
export function fromXml(xml: string): Provenance[] {
  // No part of ours has a document type; with one, entities could make much of little.
  if (xml.length > LONGEST_XML || /<!DOCTYPE/i.test(xml)) return [];
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  // Some browsers put the complaint inside of what they could read.
  if (parsed.getElementsByTagName('parsererror').length > 0) return [];
  const root = parsed.documentElement;
  if (!isOurs(root, 'provenances')) return [];
  return [...root.children]
    .filter((element) => isOurs(element, 'provenance'))
    .slice(-MOST_ENTRIES)
    .flatMap((element) => provenanceOf(element) ?? []);
}

/**
 * The note for people, in German, one line of plain text: "Mit Unterstützung von KI erstellt (Amtsfeder, ChatGPT),
 * 23.11.2026. Geprüft durch Klein am 24.11.2026."
 */
export function visibleNote(provenance: Provenance): string {
  const { tool, model, at, reviewed } = provenance;
  const names = [tool.replace(/\s+v?\d[\w.+-]*$/i, ''), model].filter((name) => name !== '').join(', ');
  const made = `Mit Unterstützung von KI erstellt (${names}), ${germanDate(new Date(at))}.`;
  return reviewed === null
    ? made
    : `${made} Geprüft durch ${reviewed.by} am ${germanDate(new Date(reviewed.at))}.`;
}

function attribute(name: string, value: string): string {
  const escaped = oneLine(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return ` ${name}="${escaped}"`;
}

/** One line without characters that XML doesn't allow. */
function oneLine(text: string): string {
  return cleanText(text.slice(0, MAX_LINE_CHARS))
    .replaceAll(/[\n\t]/g, ' ')
    .trim();
}

function isOurs(element: Element, name: string): boolean {
  return element.namespaceURI === PROVENANCE_NAMESPACE && element.localName === name;
}

function provenanceOf(element: Element): Provenance | null {
  const value = (name: string) => oneLine(element.getAttribute(name) ?? '');
  const at = value('at');
  if (value('tool') === '' || !isMoment(at)) return null;
  const review = [...element.children].find((child) => isOurs(child, 'reviewed'));
  return {
    tool: value('tool'),
    task: value('task'),
    model: value('model'),
    provider: value('provider'),
    authority: value('authority'),
    at,
    reviewed: review === undefined ? null : reviewOf(review),
  };
}

function reviewOf(element: Element): Provenance['reviewed'] {
  const by = oneLine(element.getAttribute('by') ?? '');
  const at = oneLine(element.getAttribute('at') ?? '');
  return by !== '' && isMoment(at) ? { by, at } : null;
}

/** ISO 8601, a day or a moment. */
function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}
