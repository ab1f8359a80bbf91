import { sentenceSpans } from '../../contract/sentences.ts';
import type { Line } from '../office/host.ts';
import { comparable, FILLING } from './characters.ts';
import { markerLength } from './markers.ts';

/** A sentence in a text, without white space around it. */
export interface Unit {
  /** Where it begins with the marker that is typed before it ("– ", "1. "); the same as `start` where there is none. */
  from: number;
  start: number;
  end: number;
  /** What the document itself prints before it; empty except at the beginning of such a line. */
  prefix: string;
  /** Sentences with the same key are the same to a reader. */
  key: string;
}

/** A text and its sentences in order. What stands between them is white space, prefixes and what nobody sees. */
export interface Units {
  text: string;
  units: Unit[];
}

/** @param own markers that the document makes itself, without white space around them */
export function unitsOf(lines: readonly Line[], own: ReadonlySet<string>): Units {
  const units: Unit[] = [];
  let at = 0;
  for (const { text, fixed } of lines) {
    const prefix = text.slice(0, fixed);
    const count = units.length;
    for (const piece of text.slice(prefix.length).matchAll(/[^\n\v\f\r\u0085\u2028\u2029]+/gu)) {
      const start = at + prefix.length + piece.index;
      const first = units.length === count;
      const marker = first && prefix !== '' ? 0 : markerLength(piece[0], own);
      for (const unit of sentencesOf(piece[0], marker)) {
        units.push({
          ...unit,
          from: unit.from + start,
          start: unit.start + start,
          end: unit.end + start,
          prefix: units.length === count ? prefix : '',
        });
      }
    }
    at += text.length + 1;
  }
  return { text: lines.map(({ text }) => text).join('\n'), units };
}

const leading = new RegExp(`^${FILLING}`, 'u');
const filling = new RegExp(FILLING, 'gu');

function sentencesOf(line: string, marker: number): Omit<Unit, 'prefix'>[] {
  const units: Omit<Unit, 'prefix'>[] = [];
  const body = line.slice(marker);
  let begin = 0;
  for (const span of sentenceSpans(body)) {
    const finish = inPair(body, span.end) ? span.end + 1 : span.end;
    const sentence = body.slice(begin, finish);
    const start = begin + (leading.exec(sentence)?.[0].length ?? 0);
    const end = begin + endOfWords(sentence);
    begin = finish;
    if (end <= start) continue;
    const from = units.length === 0 && marker > 0 ? indent(line) : marker + start;
    units.push({
      from,
      start: marker + start,
      end: marker + end,
      key: comparable(body.slice(start, end)),
    });
  }
  return units;
}

function endOfWords(sentence: string): number {
  let last = { index: sentence.length, end: 0 };
  for (const match of sentence.matchAll(filling))
    last = { index: match.index, end: match.index + match[0].length };
  return last.end === sentence.length ? last.index : sentence.length;
}

function indent(line: string): number {
  return leading.exec(line)?.[0].length ?? 0;
}

/** A very long sentence is cut at a number of characters, which may be within a surrogate pair. */
function inPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}
