import type { Block, Mark, Run } from './rich.ts';

/**
 * Formatted text as Markdown: the text of a source as it is sent to a model. Headings, lists, quotes, tables, bold,
 * italic and strike are written down, underlining is not. A line break stays one line break. Only characters that
 * would be read as formatting are escaped.
 */
export function toMarkdown(blocks: Block[]): string {
  return linesOf(blocks).join('\n');
}

function linesOf(blocks: Block[]): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    const own = linesOfBlock(block);
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push('');
    for (const line of own) lines.push(line);
  }
  return lines;
}

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'heading': {
      const text = oneLine(markdownInline(block.runs));
      return text === '' ? [] : [`${'#'.repeat(block.level)} ${text}`];
    }
    case 'paragraph': {
      const text = atLineStarts(markdownInline(block.runs));
      return text.trim() === '' ? [] : text.split('\n');
    }
    case 'quote':
      return linesOf(block.blocks).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${block.start + index}. ` : '- ';
        const indent = ' '.repeat(mark.length);
        // A list right below the words of its item needs no empty line.
        const [first, ...others] = item;
        const lines = first ? linesOf([first]) : [''];
        for (const other of others) {
          if (other.type !== 'list') lines.push('');
          for (const line of linesOfBlock(other)) lines.push(line);
        }
        return lines.map((line, at) => (at === 0 ? mark + line : line === '' ? '' : indent + line));
      });
    case 'table':
      return markdownTable(block);
    case 'rule':
      return ['---'];
  }
}

function oneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ')
    .trim();
}

function markdownTable({ header, rows }: Extract<Block, { type: 'table' }>): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return [];
  const cells = rows.map((row, index) =>
    Array.from({ length: width }, (_, column) => {
      const runs = row[column] ?? [];
      // A header stands out by itself.
      const shown = header && index === 0 ? [{ text: plainRuns(runs), marks: [] }] : runs;
      return oneLine(markdownInline(shown)).replaceAll('|', '\\|');
    }),
  );
  // A table of Markdown always has a header; one without words stands for none.
  const head = header ? cells.shift() : undefined;
  const line = (row: string[]) => `| ${row.join(' | ')} |`;
  const blank = Array.from({ length: width }, () => '');
  const bar = Array.from({ length: width }, () => '---');
  return [line(head ?? blank), line(bar), ...cells.map(line)];
}

const SIGNS: [Mark, string][] = [
  ['bold', '**'],
  ['italic', '*'],
  ['strike', '~~'],
];

function plainRuns(runs: Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function markdownInline(runs: Run[]): string {
  const whole = plainRuns(runs);
  const formatted = runs.some(({ marks }) => marks.some((mark) => mark !== 'underline'));
  const escape = escaper(whole, formatted);
  return joined(runs)
    .map((run) => marked(escape(run.text), run.marks))
    .join('');
}

/** Neighbours with the same marks as one, because `**a****b**` is not bold. */
function joined(runs: Run[]): Run[] {
  const all: Run[] = [];
  for (const { text, marks } of runs) {
    const shown = marks.filter((mark) => mark !== 'underline');
    const last = all.at(-1);
    if (last && last.marks.length === shown.length && shown.every((mark) => last.marks.includes(mark))) {
      last.text += text;
    } else all.push({ text, marks: shown });
  }
  return all;
}

/** Signs stand at the words and never at spaces or across a line's end, where they would be no signs. */
function marked(text: string, marks: Mark[]): string {
  const signs = SIGNS.filter(([mark]) => marks.includes(mark)).map(([, sign]) => sign);
  if (signs.length === 0) return text;
  const close = [...signs].reverse().join('');
  return text
    .split('\n')
    .map((line) => {
      const words = line.trim();
      if (words === '') return line;
      const start = line.indexOf(words);
      return line.slice(0, start) + signs.join('') + words + close + line.slice(start + words.length);
    })
    .join('\n');
}

/**
 * Escapes within a line. A single star or backtick in a text means nothing, a second one would make a pair; an
 * underscore means something at the edge of a word only.
 */
function escaper(whole: string, formatted: boolean): (text: string) => string {
  const several = (sign: string) => whole.indexOf(sign) !== whole.lastIndexOf(sign);
  const stars = formatted || several('*');
  const ticks = several('`');
  const underscores =
    [...whole.matchAll(/_+/g)].filter((found) => flanks(whole, found.index, found[0])).length > 1;
  return (text) => {
    let safe = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\');
    if (stars) safe = safe.replace(/(?<!\s|^)\*|\*(?=[^\s*])/gm, '\\*');
    if (ticks) safe = safe.replaceAll('`', '\\`');
    return (
      safe
        .replace(/_+/g, (sign, at: number, all: string) =>
          underscores && flanks(all, at, sign) ? sign.replaceAll('_', '\\_') : sign,
        )
        .replaceAll('~~', '\\~~')
        .replace(/\](?=\()/g, '\\]')
        // Addresses in angle brackets are common in mails and harmless.
        .replace(/<(?=[a-z!?/])(?!https?:|mailto:|[^\s<>@]{1,100}@[^\s<>@]{1,100}>)/gi, '\\<')
        .replace(/&(?=#?[a-z0-9]{1,31};)/gi, '\\&')
    );
  };
}

/** Whether underscores stand at the edge of a word: not within one, and not by themselves as in a form. */
function flanks(text: string, at: number, sign: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + sign.length] ?? ' ';
  const blank = /\s/.test(before) && /\s/.test(after);
  const within = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return !blank && !within;
}

/** Escapes what would be a heading, quote, list, rule or fence at the beginning of a line. */
function atLineStarts(text: string): string {
  return text
    .replace(
      /^([ \t]*)(#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$)|`{3}|~{3}|(?:[-_*][ \t]*){3,}$|\||\[(?=[^\]\n]{1,999}\]:))/gm,
      '$1\\$2',
    )
    .replace(/^([ \t]*\d{1,9})([.)])(?=[ \t]|$)/gm, '$1\\$2');
}
