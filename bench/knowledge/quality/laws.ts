import { readFileSync, readdirSync } from 'node:fs';
import type { Section } from '../../../backend/knowledge/section.ts';
import type { Document, Material, Question } from './corpus.ts';

const HEADING = /^(#{1,6}) +(.*)$/u;
const MAX_CHARS = 1800;

/** Cuts Markdown at its headings; long sections at the ends of paragraphs. */
function cut(markdown: string): { title: string; sections: Section[] } {
  const sections: Section[] = [];
  const path: string[] = [];
  let title = '';
  let lines: string[] = [];
  const close = () => {
    for (const text of parts(lines.join('\n').trim()))
      sections.push({ path: path.filter(Boolean), text, pages: null });
    lines = [];
  };
  for (const line of markdown.replace(/^---\n[\s\S]*?\n---\n/u, '').split('\n')) {
    const heading = HEADING.exec(line);
    if (heading === null) {
      lines.push(line);
      continue;
    }
    close();
    const level = (heading[1] ?? '').length;
    if (level === 1) title = heading[2] ?? '';
    path.length = Math.max(0, level - 2);
    if (level > 1) path[level - 2] = heading[2] ?? '';
  }
  close();
  return { title, sections };
}

function parts(text: string): string[] {
  const found: string[] = [];
  let part = '';
  for (const paragraph of text.split(/\n{2,}/u)) {
    if (part !== '' && part.length + paragraph.length > MAX_CHARS) {
      found.push(part);
      part = '';
    }
    part = part === '' ? paragraph : `${part}\n\n${paragraph}`;
  }
  return part === '' ? found : [...found, part];
}

interface Line {
  frage: string;
  antworten: { gesetz: string; paragraf: string }[];
}

/**
 * The 46 laws, and everyday questions on them.
 * @param asked a file of questions in the place of those of the shared data, with the name of the material
 */
export function readLaws(data: URL, asked?: { name: string; file: URL }): Material {
  const folder = new URL('gesetze/', data);
  const documents: Document[] = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.md$/u, ''),
      ...cut(readFileSync(new URL(file, folder), 'utf8')),
    }));
  const questions = readFileSync(asked?.file ?? new URL('questions/verwaltung-dev.jsonl', data), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Question => {
      const { frage, antworten } = JSON.parse(line) as Line;
      return {
        text: frage,
        group: frage,
        document: antworten[0]?.gesetz ?? '',
        isAnswer: (document, { path }) =>
          antworten.some(
            ({ gesetz, paragraf }) =>
              gesetz === document && path.some((heading) => heading.startsWith(`§ ${paragraf} `)),
          ),
      };
    });
  return { name: asked?.name ?? 'everyday questions on 46 laws', documents, questions };
}
