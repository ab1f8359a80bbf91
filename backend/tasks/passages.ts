import { documentKinds, type SourceCard } from '../../contract/knowledge.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import { tidyText } from '../documents/characters.ts';
import { fence } from './fence.ts';
import { TaskError } from './errors.ts';
import { inquiryOf } from './inquiry.ts';
import { type Findings, type FoundSection, type Knowledge, nothingThere } from './knowledge.ts';
import type { Reading } from './reading.ts';

/** A section of the knowledge as a model may see it. */
export interface Passage {
  /** As in the brackets of the answer; from 1. */
  number: number;
  /** Document and headings above it. */
  place: string;
  /** What it is and from when to when it is valid, in our own words. */
  validity: string;
  text: string;
}

/** Characters of passages that are put before a model together: about six pages. */
export const MAX_PASSAGES_CHARS = 18_000;
/** A longer section is cut; it is found whole in its card. */
const MAX_PASSAGE_CHARS = 4_000;

/**
 * What the knowledge has on a call. Where it bears an answer, only the sections that are put before a model count.
 * @param words further words for the search
 * @throws TaskError `empty_source` where a question is missing; StoreError
 */
export async function lookUp(
  call: TaskCall,
  whole: Reading,
  knowledge: Knowledge,
  words: string,
): Promise<Findings> {
  const inquiry = inquiryOf(call, whole, words);
  if (inquiry === null) {
    if (call.task === 'lookup') throw new TaskError('empty_source');
    return nothingThere;
  }
  const findings = await knowledge.find(inquiry);
  if (!findings.enough) return findings;
  const told = new Set(passagesOf(findings).map(({ number }) => number));
  return { ...findings, sections: findings.sections.filter(({ card }) => told.has(card.number)) };
}

/** What of the findings is put before a model. */
export function passagesOf({ sections, enough }: Findings): Passage[] {
  if (!enough) return [];
  const passages: Passage[] = [];
  let room = MAX_PASSAGES_CHARS;
  for (const section of sections) {
    const { card } = section;
    const text = textOf(section);
    if (text.length > room) break;
    room -= text.length;
    passages.push({ number: card.number, place: placeOf(card), validity: validityOf(card), text });
  }
  return passages;
}

/** A section with what stands right around it, as far as there is room. */
function textOf({ card, before, after }: FoundSection): string {
  const text = tidyText(card.text).slice(0, MAX_PASSAGE_CHARS);
  const around = [tidyText(before), text, tidyText(after)].filter(Boolean).join('\n\n');
  return around.length <= MAX_PASSAGE_CHARS ? around : text;
}

/** Document and title path of a card, in a line. */
export function placeOf({ document, path }: Pick<SourceCard, 'document' | 'path'>): string {
  return [document.title === '' ? document.name : document.title, ...path]
    .map((part) => tidyText(part).replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join(' > ');
}

/** From when to when the document of a card is valid, in German. */
export function validityOf({ document }: Pick<SourceCard, 'document'>): string {
  const { kind, validFrom, validTo, old } = document;
  const to = validTo === null ? '' : ` bis ${dayInGerman(validTo)}`;
  return `${documentKinds[kind]}, gültig ab ${dayInGerman(validFrom)}${to}${old ? ', abgelöst' : ''}`;
}

function dayInGerman(iso: string): string {
  return iso.split('-').reverse().join('.');
}

/** All passages, each in a fence of its own: what stands in it is data, its number stands outside of its reach. */
export function fencedPassages(passages: readonly Passage[], nonce: string): string {
  return passages
    .map(({ number, place, validity, text }) =>
      fence(`Fundstelle ${number}: ${validity}`, `${place}\n\n${text}`, nonce),
    )
    .join('\n\n');
}
