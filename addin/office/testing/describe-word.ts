import { textOf } from './word-model.ts';
import type { Letter, Paragraph, WordModel } from './word-model.ts';

/** The document in one line a paragraph, as a person would describe it: what stands before it, its text, its marks. */
export function describeWord(model: WordModel): string[] {
  return model.paragraphs.map((paragraph) => describeParagraph(model, paragraph));
}

function describeParagraph(model: WordModel, paragraph: Paragraph): string {
  const text = marked(paragraph.letters);
  const cell = paragraph.cell === null ? '' : `|${paragraph.cell.row},${paragraph.cell.column}| `;
  const style = paragraph.styleBuiltIn === 'Normal' ? '' : `${paragraph.styleBuiltIn}: `;
  const section = paragraph.sectionBreak ? ' §§' : '';
  return `${cell}${listMark(model, paragraph)}${style}${text}${section}`;
}

function listMark(model: WordModel, paragraph: Paragraph): string {
  const { list } = paragraph;
  if (list === null) return '';
  const look = list.model.levels.get(list.level);
  const same = model.paragraphs.filter(
    (one) => one.list?.model === list.model && one.list.level === list.level,
  );
  const mark = look?.ordered === true ? `${look.start + same.indexOf(paragraph)}.` : '•';
  return `${'  '.repeat(list.level)}${mark} `;
}

const SIGNS = [
  ['bold', '*'],
  ['italic', '/'],
  ['strikeThrough', '~'],
] as const;

function marked(letters: readonly Letter[]): string {
  let text = '';
  let open = '';
  for (const letter of letters) {
    const signs = [
      ...SIGNS.filter(([name]) => letter[name]).map(([, sign]) => sign),
      letter.underline === 'Single' ? '_' : '',
      letter.highlightColor === null ? '' : '!',
      { none: '', inserted: '⁺', deleted: '⁻' }[letter.revision],
    ].join('');
    if (signs !== open) text += `${[...open].reverse().join('')}${signs}`;
    open = signs;
    text += letter.char === '\v' ? '↵' : letter.char;
  }
  return text + [...open].reverse().join('');
}

/** The plain text, one line a paragraph. */
export function linesOf(model: WordModel): string[] {
  return model.paragraphs.map(textOf);
}
