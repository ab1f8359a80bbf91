import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { FillRequest } from '../../../contract/fill.ts';
import type { Block, Mark, Run } from '../../../contract/rich.ts';
import type { Author } from '../../../contract/tasks/index.ts';

export const run = (text: string, ...marks: Mark[]): Run => ({ text, marks });

export const p = (text: string, ...marks: Mark[]): Block => ({
  type: 'paragraph',
  runs: [run(text, ...marks)],
});

export const h = (level: 1 | 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  level,
  runs: [run(text)],
});

export const list = (ordered: boolean, items: (string | Block[])[], start = 1): Block => ({
  type: 'list',
  ordered,
  start,
  items: items.map((item) => (typeof item === 'string' ? [p(item)] : item)),
});

export const table = (header: boolean, ...rows: string[][]): Block => ({
  type: 'table',
  header,
  rows: rows.map((cells) => cells.map((cell) => [run(cell)])),
});

export const author: Author = {
  authority: 'Stadt Musterburg',
  unit: 'Fachbereich Bauen',
  name: 'Kim Beispiel',
  phone: '06131 12-3456',
  email: 'bauen@musterburg.example',
};

export const requestFor = (blocks: Block[], more: Partial<FillRequest> = {}): FillRequest => ({
  version: CONTRACT_VERSION,
  blocks,
  author,
  reference: '12-34/2026',
  theirReference: 'AB 7',
  theirDate: '01.03.2026',
  title: 'Antwort an Frau Weber',
  ...more,
});

/** A letter in the form that the task for replies asks for. */
export const letter: Block[] = [
  p('Stadt Musterburg\nFachbereich Bauen'),
  p('Frau\nMaria Weber\nHauptstraße 1\n55116 Mainz'),
  table(
    true,
    ['Ihr Zeichen', '–'],
    ['Unser Zeichen', '99-1'],
    ['Telefon', '[[Bitte ergänzen: Telefon]]'],
    ['Fax', '4711'],
  ),
  p('Ihr Antrag auf einen Stellplatz', 'bold'),
  p('Sehr geehrte Frau Weber,\nvielen Dank für Ihr Schreiben.'),
  p('Der Stellplatz ist frei.'),
  p('Mit freundlichen Grüßen'),
  p('i. A.'),
  p('Kim Beispiel'),
  p('Anlagen'),
  list(false, ['Lageplan']),
];
