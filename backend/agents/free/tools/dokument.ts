import type { Reading } from '../../../tasks/reading.ts';
import { splitText } from '../../../tasks/split-text.ts';
import { createStemmer, wordsOf } from '../../../text/words.ts';
import { type ArgumentsOf, toolArguments } from './offers.ts';
import { MAX_SAID_CHARS, type Tool } from './tool.ts';

/** Characters of a part: one answer holds it whole. */
const MAX_PART_CHARS = 5_000;
/** Parts that an outline lists. */
const MAX_LISTED = 60;
const MAX_TITLE_CHARS = 80;
const MAX_FOUND = 12;
/** Characters around a word that was found. */
const AROUND_CHARS = 200;

const MORE_PLACES = 'Es gibt weitere Stellen; nennen Sie genauere Wörter.';
const NOTHING_OPEN = 'Es ist nichts geöffnet.';

/** Reads what is open: its outline, places with certain words, or a part. */
export const dokument: Tool<ArgumentsOf<'dokument'>> = {
  arguments: toolArguments.dokument,
  asked: ({ was, worte = '', teil = 0 }) => {
    switch (was) {
      case 'gliederung':
        return 'Dokument lesen: Gliederung';
      case 'suche':
        return `Dokument lesen: Stellen mit „${worte}“`;
      case 'teil':
        return `Dokument lesen: Teil ${teil}`;
    }
  },
  say: ({ was, worte = '', teil = 0 }, { reading }) => {
    const parts = partsOf(reading);
    if (parts.length === 0) return Promise.resolve(NOTHING_OPEN);
    switch (was) {
      case 'gliederung':
        return Promise.resolve(outlineOf(parts));
      case 'suche':
        return Promise.resolve(placesIn(parts, worte));
      case 'teil':
        return Promise.resolve(partAt(parts, teil));
    }
  },
};

interface Part {
  title: string;
  text: string;
}

/** What is open in parts that can be named: chapters of a document, messages and files of a mail. */
function partsOf(reading: Reading): Part[] {
  switch (reading.kind) {
    case 'nothing':
      return [];
    case 'document':
      return [
        ...chaptersOf(reading.title === '' ? 'Dokument' : reading.title, reading.text),
        ...chaptersOf('Verlauf', reading.thread ?? ''),
      ];
    case 'mail':
      return [
        ...chaptersOf(`Nachricht „${reading.subject}“`, reading.newest),
        ...chaptersOf('Verlauf', reading.thread),
        ...reading.attachments.flatMap(({ name, text }) => chaptersOf(`Anlage „${name}“`, text)),
      ];
  }
}

/** The chapters of a text by its headings, those that are too long in several parts. */
function chaptersOf(name: string, text: string): Part[] {
  return text.split(/\n(?=#{1,6} )/u).flatMap((chapter) => {
    const heading = /^#{1,6} ([^\n]*)/u.exec(chapter)?.[1]?.trim() ?? '';
    const title = heading === '' ? name : `${name}: ${heading}`;
    return splitText(chapter.trim(), MAX_PART_CHARS)
      .filter((part) => part.trim() !== '')
      .map((part) => ({ title: title.slice(0, MAX_TITLE_CHARS), text: part.trim() }));
  });
}

function outlineOf(parts: readonly Part[]): string {
  const lines = parts
    .slice(0, MAX_LISTED)
    .map(({ title, text }, index) => `${index + 1}. ${title} (${text.length} Zeichen)`);
  const more = parts.length > MAX_LISTED ? [`… bis ${parts.length}.`] : [];
  return [`${parts.length} Teile:`, ...lines, ...more].join('\n').slice(0, MAX_SAID_CHARS);
}

function partAt(parts: readonly Part[], number: number): string {
  const part = parts[number - 1];
  return part
    ? `Teil ${number} von ${parts.length}, ${part.title}:\n\n${part.text}`.slice(0, MAX_SAID_CHARS)
    : `Es gibt nur die Teile 1 bis ${parts.length}.`;
}

/** Places with at least one of the words, in any of their forms, in the order of the parts. */
function placesIn(parts: readonly Part[], words: string): string {
  const stem = createStemmer();
  const wanted = new Set(stem(words));
  // Numbers have no stem.
  const letterByLetter = new Set(wordsOf(words.toLowerCase()).filter((word) => /\d/u.test(word)));
  const isWanted = (word: string) =>
    letterByLetter.has(word.toLowerCase()) || stem(word).some((one) => wanted.has(one));
  const found: string[] = [];
  for (const [index, { text }] of parts.entries()) {
    let shownTo = 0;
    for (const { 0: word, index: at } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (at < shownTo || !isWanted(word)) continue;
      if (found.length >= MAX_FOUND) return [...found, MORE_PLACES].join('\n\n');
      found.push(`Teil ${index + 1}: … ${excerptAt(text, at)} …`);
      shownTo = at + AROUND_CHARS;
    }
  }
  return found.length === 0 ? 'Diese Wörter stehen nicht darin.' : found.join('\n\n');
}

function excerptAt(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - AROUND_CHARS), at + AROUND_CHARS)
    .replace(/\s+/gu, ' ')
    .trim();
}
