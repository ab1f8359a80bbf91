import { type Field, MAX_ITEMS } from '../../contract/agents/value.ts';
import { MAX_VALUE_CHARS } from './extract-values.ts';

/** What a model wrote for a field, and the passages below it. */
export interface Written {
  text: string;
  passages: string[];
}
/** By the names of the fields. */
export type WrittenRecord = Map<string, Written>;

/** A line goes on for this long at most; what runs on is dropped. */
const MAX_LINE_CHARS = 8_000;
const MAX_PASSAGES = 8;
const LIST_MARK = /^(?:[-*+•–]\s+|\d{1,3}[.)]\s+)/u;
const PASSAGE_LABEL = /^[*_]{0,2}(?:Beleg|Stelle|Fundstelle|Textstelle|Zitat)[*_]{0,2}\s?:[*_]{0,2}\s+/iu;
/** Between label and value: "Frist (Datum): …", "**Frist:** …", "Frist – …". */
const SEAM = /^[*_`]{0,3}\s?(?:\([^()]{1,60}\)\s?)?[*_`]{0,3}\s?(?::|=|\s[–-]\s)\s?[*_`]{0,3}\s?/u;
const ALONE = /^[*_`]{0,3}\s?(?:\([^()]{1,60}\))?[*_`:\s]{0,6}$/u;
/** The kind of heading that begins a place. */
const RULE = /^(?:[-_*=]\s?){3,}$/u;

function plainOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * Reads the lines in which `extract.ts` asks for values: "- Label: value" each, below it "> passage", and with `many` a
 * heading above each place. Takes whatever a model writes; everything is bounded and nothing throws. A line that names no
 * field is part of the value above it, or nothing.
 */
export class ExtractReader {
  readonly records: WrittenRecord[] = [];
  private readonly labels: { field: Field; label: string }[];
  private line = '';
  private open: WrittenRecord = new Map();
  private last: Written | null = null;
  /** An empty line ends a value that has begun. */
  private ended = false;

  constructor(fields: readonly Field[]) {
    // A longer label may begin with a shorter one.
    this.labels = fields
      .flatMap((field) =>
        [field.label, field.name].map((one) => ({ field, label: plainOf(one).toLowerCase() })),
      )
      .sort((a, b) => b.label.length - a.label.length);
  }

  /** @param piece of the answer, cut anywhere */
  read(piece: string): void {
    const [first = '', ...others] = piece.split('\n');
    this.extend(first);
    for (const line of others) {
      this.take();
      this.extend(line);
    }
  }

  /** The answer is complete. */
  end(): WrittenRecord[] {
    this.take();
    this.close();
    return this.records;
  }

  private extend(text: string): void {
    this.line += text.slice(0, MAX_LINE_CHARS - this.line.length);
  }

  private close(): void {
    if (this.open.size > 0 && this.records.length < MAX_ITEMS) this.records.push(this.open);
    this.open = new Map();
    this.last = null;
  }

  private take(): void {
    const text = this.line.trim();
    this.line = '';
    if (text === '' || text.startsWith('```')) {
      this.ended = this.last?.text !== '';
      return;
    }
    if (RULE.test(text)) return this.close();
    const heading = /^#{1,6}\s+/u.exec(text)?.[0];
    const content = text.slice(heading?.length ?? 0);
    const quoted = /^>[\s>]{0,20}/u.exec(content)?.[0] ?? PASSAGE_LABEL.exec(content)?.[0];
    if (quoted !== undefined) return this.passage(content.slice(quoted.length));
    if (this.labelled(plainOf(content.replace(LIST_MARK, '')), heading !== undefined)) return;
    if (heading !== undefined) return this.close();
    this.goOn(content);
  }

  private labelled(line: string, headed: boolean): boolean {
    const bare = line.replace(/^[*_`]{1,3}/u, '');
    const lower = bare.toLowerCase();
    // Where small letters are longer than large ones, places would be wrong.
    if (lower.length !== bare.length) return false;
    const fitting = this.labels
      .filter(({ label }) => lower.startsWith(label))
      .flatMap(({ field, label }) => {
        const rest = bare.slice(label.length);
        const seam =
          SEAM.exec(rest)?.[0] ?? (ALONE.test(rest) && (headed || line !== bare) ? rest : undefined);
        return seam === undefined ? [] : [{ field, value: rest.slice(seam.length) }];
      });
    const [first] = fitting;
    if (!first) return false;
    const free = fitting.find(({ field }) => !this.open.has(field.name));
    if (!free) this.close();
    const { field, value } = free ?? first;
    this.last = { text: value.replace(/[*_`]{1,3}$/u, ''), passages: [] };
    this.ended = false;
    this.open.set(field.name, this.last);
    return true;
  }

  private passage(text: string): void {
    if (this.last && this.last.passages.length < MAX_PASSAGES && text !== '') this.last.passages.push(text);
  }

  private goOn(text: string): void {
    if (!this.last || this.ended || this.last.passages.length > 0 || this.last.text.length > MAX_VALUE_CHARS)
      return;
    this.last.text = `${this.last.text} ${text}`.trim();
  }
}
