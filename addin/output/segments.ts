import { MAX_ANSWER_CHARS } from '../../contract/limits.ts';
import { cleanText } from './clean.ts';

/**
 * A piece of Markdown that reads the same whatever stands before and after it, so that it is parsed once while an
 * answer streams. `plain` where its markers are so many that parsing them would take long: it is shown as it is.
 */
export interface Segment {
  text: string;
  reading: 'markdown' | 'plain';
}

/** An open segment, as it would be if the text ended here. */
export interface OpenSegment extends Segment {
  inside: 'text' | 'fence';
}

export interface Segmenter {
  /** Takes the next part of the text, cut anywhere; returns the segments that it completes. */
  feed(text: string): Segment[];
  /** The end of the text: returns what was still open. */
  end(): Segment[];
  open(): OpenSegment;
  /** Labels of the link and footnote definitions seen so far; the definitions themselves are not in the segments. */
  readonly defined: ReadonlySet<string>;
}

const MAX_SEGMENT_CHARS = 48_000;
/** Containers (quotes, lists) that one line may open, and columns it may be indented. */
const MAX_CONTAINERS = 12;
const MAX_INDENT = 40;
/** The parser's time grows with the square of the markers and lines in a segment; these keep 1 MB of nothing else to seconds. */
const MAX_SEGMENT_WEIGHT = 4_000;
const MAX_TOTAL_WEIGHT = 40_000;

const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;
const LIST_ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const DEFINITION =
  /^([ \t>]{0,12})\[([^[\]]{1,500})\]:[ \t]*(?:<|\/|#|\.{1,2}\/|www\.|[a-z][a-z\d+.-]*:\S)\S*(?:[ \t]+["'(].*)?[ \t]*$/i;
const FOOTNOTE = /^[ \t>]{0,12}\[(\^[^[\]\s]{1,100})\]:/;
/** "12. Dezember 2026" begins a sentence in a letter; Markdown would make it the twelfth item of a list. */
const DATE =
  /^((?:[ \t>]|[-*+] )*\d{1,2})\.(?= (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)/;
/** HTML that goes on across empty lines (CommonMark 0.31, section 4.6, kinds 1 to 5) and what ends it. */
const LONG_HTML: [start: RegExp, end: RegExp][] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];
const WRAPPERS = ['markdown', 'md'];
/** Labels of a fence around a whole answer. */
const WRAPPERS_AT_START = ['', 'text', 'txt', 'plaintext', ...WRAPPERS];

type Mode =
  { type: 'text' } | { type: 'fence'; fence: string } | { type: 'html'; end: RegExp } | { type: 'footnote' };

interface State {
  lines: string[];
  length: number;
  mode: Mode;
  /** The fence around Markdown that is being unwrapped. */
  wrapper: string | null;
  seen: 'nothing' | 'something';
  /** What the last line was; a definition does not interrupt a paragraph. */
  last: 'text' | 'blank' | 'definition';
  hasList: boolean;
}

/** How link labels are compared (CommonMark 0.31, section 4.7). */
export function normaliseLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

const closes = (fence: string, marker: string, info: string) =>
  info === '' && marker.startsWith(fence) && marker.length >= fence.length;

/** Limits what a single line can nest. */
function limitNesting(line: string): string {
  let containers = 0;
  const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? '';
  const kept = prefix.replaceAll(/>|[-*+]|\d+[.)]/g, (marker) =>
    ++containers > MAX_CONTAINERS ? '' : marker,
  );
  const whole = containers > MAX_CONTAINERS ? kept.trimEnd() + ' ' : kept;
  const indent = /^[ \t]*/.exec(whole)?.[0].length ?? 0;
  return whole.slice(Math.max(0, indent - MAX_INDENT)) + line.slice(prefix.length);
}

function weightOf(text: string): number {
  let weight = 0;
  for (const char of text) {
    if (char === '[' || char === ']') weight += 4;
    else if ('*_`<>!&~\n'.includes(char)) weight += 1;
  }
  for (const [markers] of text.matchAll(CONTAINERS)) weight += markers.replaceAll(/[\s\d]/g, '').length * 2;
  return weight;
}

/** Adds a line to the open segment; calls `emit` with a segment that the line or its length completes. */
function addLine(state: State, raw: string, defined: Set<string>, emit: (text: string) => void): void {
  const flush = () => {
    if (state.lines.some((line) => line !== '')) emit(state.lines.join('\n'));
    state.lines = [];
    state.length = 0;
    state.hasList = false;
  };
  const push = (line: string, last: State['last']) => {
    state.lines.push(line);
    state.length += line.length + 1;
    state.last = last;
    if (state.length < MAX_SEGMENT_CHARS) return;
    flush();
    state.mode = { type: 'text' };
  };

  const line = cleanText(raw);
  const blank = line.trim() === '';
  const { mode } = state;
  const [, marker = '', info = ''] = FENCE.exec(line) ?? [];
  if (mode.type === 'fence') {
    if (closes(mode.fence, marker, info)) state.mode = { type: 'text' };
    return push(line, 'text');
  }
  if (mode.type === 'html') {
    if (mode.end.test(line)) state.mode = { type: 'text' };
    return push(line, 'text');
  }
  if (blank) {
    state.mode = { type: 'text' };
    return push('', 'blank');
  }
  if (mode.type === 'footnote') return;

  const first = state.seen === 'nothing';
  state.seen = 'something';
  if (marker !== '') {
    if (state.wrapper !== null && closes(state.wrapper, marker, info)) {
      state.wrapper = null;
      return push('', 'blank');
    }
    if (state.wrapper === null && (first ? WRAPPERS_AT_START : WRAPPERS).includes(info.toLowerCase())) {
      state.wrapper = marker;
      return push('', 'blank');
    }
  }
  const continuesList = state.hasList && (/^[ \t]/.test(line) || LIST_ITEM.test(line));
  if (state.last !== 'text' && !continuesList) flush();
  if (marker !== '') {
    state.mode = { type: 'fence', fence: marker };
    return push(line, 'text');
  }
  if (state.last !== 'text' || state.lines.length === 0) {
    const footnote = FOOTNOTE.exec(line)?.[1];
    if (footnote !== undefined) {
      defined.add(normaliseLabel(footnote));
      state.mode = { type: 'footnote' };
      return;
    }
    const [, prefix = '', label] = DEFINITION.exec(line) ?? [];
    if (label !== undefined) {
      defined.add(normaliseLabel(label));
      return push(prefix.trimEnd(), 'definition');
    }
  }
  const html = LONG_HTML.find(([start, end]) => start.test(line) && !end.test(line));
  if (html) state.mode = { type: 'html', end: html[1] };
  state.hasList ||= LIST_ITEM.test(line);
  push(limitNesting(line).replace(DATE, '$1\\.'), 'text');
}

/**
 * Cuts Markdown into segments at empty lines that end whatever stood before. The same text gives the same segments
 * however it is cut into parts. Fences that only wrap Markdown are taken off; definitions are taken out. What goes
 * beyond `MAX_ANSWER_CHARS` is left out, as no answer may be longer.
 */
export function segmenter(): Segmenter {
  const defined = new Set<string>();
  let rest = '';
  let taken = 0;
  let weight = 0;
  const state: State = {
    lines: [],
    length: 0,
    mode: { type: 'text' },
    wrapper: null,
    seen: 'nothing',
    last: 'blank',
    hasList: false,
  };

  const weighed = (text: string): { segment: Segment; total: number } => {
    const own = weightOf(text);
    const heavy = own > MAX_SEGMENT_WEIGHT || weight + own > MAX_TOTAL_WEIGHT;
    return { segment: { text, reading: heavy ? 'plain' : 'markdown' }, total: weight + own };
  };

  const collector = () => {
    const segments: Segment[] = [];
    const emit = (text: string) => {
      const { segment, total } = weighed(text);
      weight = total;
      segments.push(segment);
    };
    const add = (line: string) => {
      for (let at = 0; at === 0 || at < line.length; at += MAX_SEGMENT_CHARS)
        addLine(state, line.slice(at, at + MAX_SEGMENT_CHARS), defined, emit);
    };
    return { segments, emit, add };
  };

  return {
    defined,
    feed(text) {
      const { segments, add } = collector();
      const allowed = text.slice(0, MAX_ANSWER_CHARS - taken);
      taken += allowed.length;
      const lines = (rest + allowed).split(/\r\n|[\n\v\f\u0085\u2028\u2029]|\r(?!$)/);
      rest = lines.pop() ?? '';
      lines.forEach(add);
      // A line without an end is cut as it will be cut when its end has come; the last piece waits for it.
      while (rest.length > MAX_SEGMENT_CHARS + 1) {
        add(rest.slice(0, MAX_SEGMENT_CHARS));
        rest = rest.slice(MAX_SEGMENT_CHARS);
      }
      return segments;
    },
    end() {
      const { segments, add, emit } = collector();
      add(rest.replace(/\r$/, ''));
      rest = '';
      if (state.lines.some((line) => line !== '')) emit(state.lines.join('\n'));
      state.lines = [];
      return segments;
    },
    open() {
      const ahead: State = { ...state, lines: [...state.lines] };
      const complete: string[] = [];
      addLine(ahead, rest, new Set(), (text) => complete.push(text));
      const text = [...complete, ahead.lines.join('\n')].join('\n\n');
      return { ...weighed(text).segment, inside: ahead.mode.type === 'fence' ? 'fence' : 'text' };
    },
  };
}
