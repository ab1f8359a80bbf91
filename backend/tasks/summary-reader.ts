/**
 * What a summary in the form that `summarise.ts` asks for is made of, in the order of its text. Each `words` is followed by
 * its `proof` before anything else comes.
 */
export type Read =
  | { type: 'section'; title: string }
  /** The words of a statement, Markdown of one paragraph; `listed` where they are an item of a list. */
  | { type: 'words'; text: string; listed: boolean }
  /** The passages that were given for these words, Markdown; none where the model gave none. */
  | { type: 'proof'; passages: string[] }
  /** A line that is about the summary and no part of it. */
  | { type: 'aside'; text: string };

/** A line goes on for this long at most; what runs on is the next line. */
const MAX_LINE_CHARS = 20_000;
const MAX_WORDS_CHARS = 4_000;
const MAX_TITLE_CHARS = 300;
/** As many characters as a passage may have that is looked for. */
const MAX_PASSAGE_CHARS = 2_000;
const MAX_PASSAGES = 5;
const MIN_BRACKET_CHARS = 25;
/** What an item of a list begins with; "15. Dezember" is a day. */
const LIST_MARK = /^(?:[-*+•–·]\s+|\d{1,3}[.)]\s+(?!(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))/u;
const PASSAGE_LABEL =
  /^[*_]{0,2}(?:Beleg(?:stelle)?|Fundstelle|Textstelle|Zitat|Wortlaut|Passage|Originaltext)[*_]{0,2}\s?:[*_]{0,2}\s/iu;
const BAR = /^[\s|:-]{3,}$/u;
const QUOTED = /^[„"“»‚'].{8,}[“”"«‘'][.\s]{0,2}$/su;
const ASIDE =
  /^(?:\*[^*\s][^*]{0,2000}\*|_[^_\s][^_]{0,2000}_|[*_]{0,2}(?:Hinweis|Anmerkung)[*_]{0,2}:.{1,2000})$/su;
const LABELLED = /^\*\*([^*]{2,60})\*\*\s?:?\s{0,9}/u;
/** A heading in bold; a sentence in bold is a statement. */
const BOLD_LINE = /^\*\*([^*]{1,120}[^*.!])\*\*:?$/u;

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const blank = text.lastIndexOf(' ', most);
  return text.slice(0, blank > most / 2 ? blank : most);
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\|/u, '')
    .replace(/\|$/u, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
}

/** "Aussage. („wörtlich“)": the words and the passage that stands behind them in brackets. */
function splitBracket(text: string): { words: string; passage: string } | null {
  if (!/[“”"«][)\]]\.?$/u.test(text)) return null;
  const open = Math.max(...['(„', '("', '(“', '(»', '[„', '["'].map((sign) => text.lastIndexOf(sign)));
  // A word in quotation marks and brackets belongs to its sentence.
  if (open < 10 || text.length - open < MIN_BRACKET_CHARS) return null;
  return { words: text.slice(0, open).trim(), passage: text.slice(open + 1).replace(/[)\]]\.?$/u, '') };
}

/**
 * Reads a summary while it is written: headings, statements (a list item, a row of a table or a line of text each) and
 * below each statement the passages that it rests on, as quotations ("> …"), in quotation marks or after "Beleg:".
 * Takes whatever a model writes; everything is bounded and nothing throws.
 */
export class SummaryReader {
  private line = '';
  private readonly isField: (label: string) => boolean;
  private open: 'nothing' | 'words' | 'proof' = 'nothing';
  private words = '';
  private listed = false;
  private passages: string[] = [];
  private afterGap = false;
  /** A row of a table that is its header, if a bar follows. */
  private row: string[] | null = null;
  private header: string[] | null = null;
  private out: Read[] = [];

  /** @param isField whether a bold label at the beginning of a line is a heading of its own: "**Absender:** …" */
  constructor(isField: (label: string) => boolean = () => false) {
    this.isField = isField;
  }

  /** @param piece of the text, cut anywhere */
  read(piece: string): Read[] {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      this.extend(piece.slice(from, at));
      this.flush();
      from = at + 1;
    }
    this.extend(piece.slice(from));
    // The reader shall see a statement while its passage is still being written.
    if (/^\s{0,9}>/u.test(this.line)) this.tell();
    return this.taken();
  }

  /** The text is complete. */
  end(): Read[] {
    if (this.line !== '') this.flush();
    this.endRow();
    this.close();
    return this.taken();
  }

  private taken(): Read[] {
    const { out } = this;
    this.out = [];
    return out;
  }

  private extend(text: string): void {
    let rest = text;
    while (this.line.length + rest.length > MAX_LINE_CHARS) {
      const room = MAX_LINE_CHARS - this.line.length;
      this.line += rest.slice(0, room);
      rest = rest.slice(room);
      this.flush();
    }
    this.line += rest;
  }

  private flush(): void {
    const line = this.line.replace(/\r$/u, '');
    this.line = '';
    this.take(line);
  }

  private take(line: string): void {
    const text = line.trim();
    if (text.startsWith('|')) return this.takeRow(text);
    this.endRow();
    this.header = null;
    if (text === '' || /^(?:[-_*=]\s?){3,}$/u.test(text) || text.startsWith('```')) {
      this.tell();
      this.afterGap = true;
      return;
    }
    const heading = /^#{1,6}\s+(.*)$/u.exec(text)?.[1] ?? BOLD_LINE.exec(text)?.[1];
    if (heading !== undefined) return this.section(heading);
    const mark = LIST_MARK.exec(text)?.[0] ?? '';
    const indented = /^(?:\s{2}|\t)/u.test(line);
    this.content(text.slice(mark.length).trim(), { listed: mark !== '', indented });
  }

  private content(text: string, { listed, indented }: { listed: boolean; indented: boolean }): void {
    const passage = this.passageIn(text, indented);
    if (passage !== null) return this.passage(passage);
    if (!listed && ASIDE.test(text)) {
      this.close();
      this.out.push({ type: 'aside', text });
      return;
    }
    const label = LABELLED.exec(text);
    if (label && this.isField(label[1] ?? '')) {
      this.section(label[1] ?? '');
      const rest = text.slice(label[0].length);
      if (rest !== '') this.statement(rest, false);
      return;
    }
    const goesOn = !listed && this.open === 'words' && !this.afterGap && this.words.length < MAX_WORDS_CHARS;
    if (goesOn) this.words = cut(`${this.words} ${text}`, MAX_WORDS_CHARS);
    else if (text !== '') this.statement(text, listed);
  }

  /** What a line says as a passage, or null where it is none. */
  private passageIn(text: string, indented: boolean): string | null {
    const quoted = /^>[\s>]{0,20}/u.exec(text)?.[0];
    if (quoted !== undefined) return text.slice(quoted.length);
    if (this.open === 'nothing') return null;
    const label = PASSAGE_LABEL.exec(text)?.[0];
    if (label !== undefined) return text.slice(label.length);
    return indented && QUOTED.test(text) && this.passages.length === 0 ? text : null;
  }

  private statement(text: string, listed: boolean): void {
    this.close();
    const split = splitBracket(text);
    // "15. Dezember" would begin a list of its own.
    this.words = cut(split?.words ?? text, MAX_WORDS_CHARS).replace(/^(\d{1,9})([.)])(?=\s)/u, '$1\\$2');
    this.listed = listed;
    this.open = 'words';
    this.afterGap = false;
    if (split) this.passage(split.passage);
  }

  private passage(text: string): void {
    const plain = PASSAGE_LABEL.exec(text)?.[0] ?? '';
    const said = text.slice(plain.length).trim();
    // A model that only quotes says what the source says.
    if (this.open === 'nothing') {
      if (said === '') return;
      this.statement(said, true);
    }
    this.tell();
    const last = this.passages.length - 1;
    const goesOn = last >= 0 && !this.afterGap && plain === '';
    this.afterGap = said === '';
    if (said === '') return;
    if (goesOn) this.passages[last] = cut(`${this.passages[last] ?? ''}\n${said}`, MAX_PASSAGE_CHARS);
    else if (this.passages.length < MAX_PASSAGES) this.passages.push(cut(said, MAX_PASSAGE_CHARS));
  }

  /** The words are complete: nothing can follow but their passages. */
  private tell(): void {
    if (this.open !== 'words') return;
    this.out.push({ type: 'words', text: this.words, listed: this.listed });
    this.open = 'proof';
  }

  private close(): void {
    if (this.open === 'nothing') return;
    this.tell();
    this.out.push({ type: 'proof', passages: this.passages });
    this.passages = [];
    this.open = 'nothing';
  }

  private section(heading: string): void {
    this.close();
    const title = cut(
      heading
        .replace(/\*\*|\s#+$/gu, '')
        .replace(/:\s*$/u, '')
        .trim(),
      MAX_TITLE_CHARS,
    );
    if (title !== '') this.out.push({ type: 'section', title });
    this.afterGap = false;
  }

  private takeRow(text: string): void {
    if (BAR.test(text)) {
      this.header = this.row;
      this.row = null;
      return;
    }
    this.endRow();
    this.row = cellsOf(text);
  }

  /** A row of a table is a statement; a column of passages backs it. */
  private endRow(): void {
    const { row, header } = this;
    this.row = null;
    if (!row) return;
    const proof =
      header?.findIndex((name) => /beleg|fundstelle|zitat|wortlaut|textstelle|passage/iu.test(name)) ?? -1;
    const cells = row.filter((cell, i) => i !== proof && cell !== '');
    if (cells.length === 0) return;
    this.statement(cells.join(' · '), true);
    const passage = row[proof];
    if (passage !== undefined && passage !== '') this.passage(passage);
  }
}
