import { diffLines } from 'diff';
import type { DiffLine, LibraryContent } from '../../../../contract/agents/library.ts';

/** What is named by whoever wrote it: its order means nothing, and a store may change it. */
const RECORDS = ['inputs', 'answers'];
/** What is different between two contents, line by line. */
export function linesBetween(before: LibraryContent, after: LibraryContent): DiffLine[] {
  const isSameFile = fileIn(before) === fileIn(after);
  const words = (content: LibraryContent, file: string) =>
    `${written(partOf(content, file), '').join('\n')}\n`;
  return diffLines(
    words(before, 'vorhanden'),
    words(after, isSameFile ? 'vorhanden' : 'eine andere'),
  ).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): DiffLine => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
}

function fileIn(content: LibraryContent): string {
  return content.kind === 'template' ? content.file : '';
}

/** What of a content can be read; a file stands as a word. */
function partOf(content: LibraryContent, file: string): unknown {
  if (content.kind === 'template') return { ...content, file };
  return content.kind === 'agent' ? content.agent : content;
}

/** A value as indented lines, to be read by people. */
function written(value: unknown, indent: string, isRecord = false): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((one) => {
      const [first = '', ...others] = written(one, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...others];
    });
  }
  if (typeof value !== 'object' || value === null) return textOf(value).map((line) => `${indent}${line}`);
  const entries = Object.entries(value);
  if (isRecord) entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.flatMap(([key, inner]) => {
    if (typeof inner === 'object' && inner !== null) {
      return [
        `${indent}${key}:`,
        ...written(inner, `${indent}  `, RECORDS.includes(key) && !Array.isArray(inner)),
      ];
    }
    const [first = '', ...others] = textOf(inner);
    return others.length === 0
      ? [`${indent}${key}: ${first}`]
      : [`${indent}${key}:`, ...[first, ...others].map((line) => `${indent}  ${line}`)];
  });
}

function textOf(value: unknown): string[] {
  return value === null ? ['–'] : String(value).replace(/\n+$/, '').split('\n');
}
