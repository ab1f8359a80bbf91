import type { FaqEntry } from '../../../contract/knowledge.ts';

const MAX_TITLE_CHARS = 200;

/** The title of an FAQ as it can be the name of a file: no folders, one line. */
export function faqTitle(given: string): string {
  const title = given
    .replace(/[\p{C}/\\]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  return [...title].slice(0, MAX_TITLE_CHARS).join('').trim() || 'Fragen und Antworten';
}

/** Name of the document that an FAQ is in its collection. */
export function faqName(title: string): string {
  return `FAQ/${title}.md`;
}

/** An FAQ as Markdown: a heading for each question, then the answer and the passages that it rests on. */
export function faqMarkdown(title: string, entries: readonly FaqEntry[]): string {
  const parts = entries.map(({ question, answer, passages }) =>
    [`## ${inLine(question)}`, inText(answer), ...passages.map(quoted)].join('\n\n'),
  );
  return `${[`# ${inLine(title)}`, ...parts].join('\n\n')}\n`;
}

function inLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^#+\s*/, '')
    .trim();
}

/** Headings of its own would put what follows under another question. */
function inText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => (/^\s{0,3}(?:#|=+\s*$|-{2,}\s*$)/.test(line) ? line.replace(/[#=-]/, '\\$&') : line))
    .join('\n')
    .trim();
}

function quoted(passage: string): string {
  return inText(passage)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
