import type { Check, Gate, Readability } from '../../contract/checks.ts';
import { findGaps } from '../../contract/gaps.ts';
import { blocksOf, type Block } from '../text/blocks.ts';
import type { Breathe } from '../text/breathe.ts';
import { isField } from '../text/fields.ts';
import { isClosing, isSalutation } from '../text/letter.ts';
import { sentencesOf } from '../text/sentences.ts';
import { countWords } from '../text/words.ts';
import { syllablesOf } from './syllables.ts';

/** A sentence with more words is long, as the plain-language guides of the administration have it. */
const LONG_WORDS = 20;
/** A line with so few words and no full stop is an address, a name, a date: nothing that is read as a sentence. */
const LINE_WORDS = 6;
const ADDRESS = /(?:https?:\/\/|www\.|@)/u;

/** Whether a block is read as running text; headings, tables, addresses, salutation and signature are not. */
function isProse(block: Block): boolean {
  if (block.kind === 'heading' || block.kind === 'label' || block.kind === 'row' || block.signed)
    return false;
  const text = block.text.trim();
  if (isSalutation(text) || isClosing(text) || isField(text)) return false;
  return block.kind !== 'paragraph' || /[.!?:;,…]["”“»)*_]*$/u.test(text) || countWords(text) > LINE_WORDS;
}

/** Placeholders are no words of the text; "wir" before one still begins its sentence. */
function withoutGaps(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of findGaps(text)) {
    out += text.slice(at, start);
    at = end;
  }
  return out + text.slice(at);
}

/** An item of a list that goes on in the next one: "1. die Anschrift,", "2. das Geburtsdatum und". */
const GOES_ON = /(?:[,;]|(?<!\p{L})(?:und|oder|sowie|beziehungsweise|bzw\.))$/u;

/**
 * The sentences as a reader takes them in: a list whose items end with a comma, a semicolon or "und" is one sentence
 * with its lead-in; an item that stands for itself is a sentence of its own. Yields null at each block.
 */
function* sentencesToRead(source: string): Generator<string | null> {
  let open: string[] = [];
  let leadIn = false;
  for (const block of blocksOf(source)) {
    // A table of megabytes has no sentence, and takes its time all the same.
    yield null;
    if (!isProse(block)) continue;
    for (const { text } of sentencesOf(source, block)) {
      const goesOn = GOES_ON.test(text);
      if (leadIn && !(block.kind === 'item' && goesOn)) {
        yield open.join(' ');
        open = [];
      }
      leadIn = text.endsWith(':');
      open.push(text);
      if (goesOn || leadIn) continue;
      yield open.join(' ');
      open = [];
    }
  }
  if (open.length > 0) yield open.join(' ');
}

/** The words of a sentence whose letters are counted; figures, addresses and signs have none. */
function spokenWords(sentence: string): string[] {
  return sentence
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word) && !ADDRESS.test(word))
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/**
 * How hard a German text is to read (Markdown or plain text).
 *
 * `sentenceLength` counts every word with a letter or digit. Flesch-Amstad is `180 − SL − 58.5·ASW` (SL words a
 * sentence, ASW syllables a word); the first Wiener Sachtextformel is
 * `0.1935·MS + 0.1672·SL + 0.1297·IW − 0.0327·ES − 0.875` (percent of words with three and more syllables, words a
 * sentence, percent with more than six letters, percent with one syllable). Figures and addresses count for the length
 * of a sentence and not for syllables and letters. All values are 0 where
 * there is no sentence.
 * @param breathe called once a block and once a sentence
 */
export async function readabilityOf(text: string, breathe: Breathe): Promise<Readability> {
  const lengths: number[] = [];
  let spoken = 0;
  let syllables = 0;
  let many = 0;
  let long = 0;
  let single = 0;
  for (const sentence of sentencesToRead(withoutGaps(text))) {
    await breathe();
    if (sentence === null) continue;
    const count = countWords(sentence);
    if (count === 0) continue;
    lengths.push(count);
    for (const word of spokenWords(sentence)) {
      const inWord = syllablesOf(word);
      spoken++;
      syllables += inWord;
      if (inWord >= 3) many++;
      if (inWord === 1) single++;
      if (word.replaceAll(/[^\p{L}]/gu, '').length > 6) long++;
    }
  }
  const words = lengths.reduce((sum, length) => sum + length, 0);
  const sentences = lengths.length;
  if (sentences === 0 || spoken === 0)
    return { words, sentences, sentenceLength: 0, longSentences: 0, flesch: 0, wstf: 0 };
  const sl = words / sentences;
  const percent = (part: number): number => (100 * part) / spoken;
  return {
    words,
    sentences,
    sentenceLength: sl,
    longSentences: lengths.filter((length) => length > LONG_WORDS).length / sentences,
    flesch: 180 - sl - 58.5 * (syllables / spoken),
    wstf: 0.1935 * percent(many) + 0.1672 * sl + 0.1297 * percent(long) - 0.0327 * percent(single) - 0.875,
  };
}

type Fault = Extract<Check, { kind: 'readability' }>['fails'][number];

/** The gates of the administration: bürgernah and Einfache Sprache. */
const GATES: Record<Gate, Record<Fault, (text: Readability) => boolean>> = {
  plain: {
    sentenceLength: (text) => text.sentenceLength <= 15,
    longSentences: (text) => text.longSentences < 0.1,
    flesch: (text) => text.flesch >= 45,
    wstf: (text) => text.wstf <= 10,
  },
  simple: {
    sentenceLength: (text) => text.sentenceLength <= 12,
    longSentences: () => true,
    flesch: (text) => text.flesch >= 60,
    wstf: (text) => text.wstf <= 8,
  },
};
const FAULTS: readonly Fault[] = ['sentenceLength', 'longSentences', 'flesch', 'wstf'];

/** What keeps a text from passing a gate; a text without a sentence passes. */
export function failsOf(text: Readability, gate: Gate): Fault[] {
  if (text.sentences === 0) return [];
  return FAULTS.filter((fault) => !GATES[gate][fault](text));
}

/** How hard the text was and is to read, held against the gate where one was asked for. */
export async function checkReadability(
  before: string,
  after: string,
  gate: Gate | null,
  breathe: Breathe,
): Promise<Check> {
  const then = await readabilityOf(after, breathe);
  return {
    kind: 'readability',
    before: await readabilityOf(before, breathe),
    after: then,
    gate,
    fails: gate === null ? [] : failsOf(then, gate),
  };
}
