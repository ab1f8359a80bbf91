import { readFileSync, readdirSync } from 'node:fs';
import type { Mark, Marked } from './train-crf.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);

/** A sentence with its marks and the document it is from. */
export interface Sentence extends Marked {
  document: string;
}

/**
 * GermEval 2014 (Benikova et al., CC BY 4.0), the development part: tokens joined by blanks, the outer labels. What is
 * derived from a name (`B-LOCderiv`) is no name; what has a name as a part (`B-PERpart`) is something else.
 */
export function readGermEval(): Sentence[] {
  const text = readFileSync(new URL('ner/germeval2014-dev.tsv', DATA), 'utf8');
  return text.split(/\n\n+/u).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line !== '');
    const document = lines[0]?.split('\t')[1] ?? '';
    const rows = lines.filter((line) => /^\d/u.test(line)).map((line) => line.split('\t'));
    return rows.length === 0
      ? []
      : [{ document, ...joined(rows.map((row) => [row[1] ?? '', kindOf(row[2] ?? 'O')])) }];
  });
}

const GERMEVAL: Record<string, Mark['what']> = { PER: 'person', LOC: 'place', ORG: 'body', OTH: 'other' };

function kindOf(label: string): Kind {
  const [begin, name = ''] = label.split('-');
  if (name.endsWith('deriv')) return null;
  const what = name.endsWith('part') ? 'other' : GERMEVAL[name];
  return what === undefined ? null : { what, begins: begin === 'B' };
}

/** What a token belongs to, and whether it is the first of it. */
type Kind = { what: Mark['what']; begins: boolean } | null;

const LEGAL: Record<string, Mark['what']> = {
  PER: 'person',
  RR: 'person',
  AN: 'person',
  LD: 'place',
  LDS: 'place',
  ST: 'place',
  STR: 'place',
  ORG: 'body',
  UN: 'body',
  INN: 'body',
  GRT: 'body',
  MRK: 'other',
  LIT: 'other',
  VT: 'other',
  VS: 'other',
};

/**
 * Court decisions (Leitner et al. 2019, CC BY 4.0), the development part. What stands for a person without naming one
 * (`A.`, `K`, `...`) is none. Documents are not marked in it: runs of sentences take their place.
 */
export function readLegal(): Sentence[] {
  const text = readFileSync(new URL('ner/legal-entity-recognition-dev.conll', DATA), 'utf8');
  const blocks = text.split(/\n\n+/u).filter((block) => block.trim() !== '');
  return blocks.map((block, index) => {
    const rows = block.split('\n').flatMap((line): [string, Kind][] => {
      const cut = line.lastIndexOf(' ');
      if (cut <= 0) return [];
      const [begin, name = ''] = line
        .slice(cut + 1)
        .trim()
        .split('-');
      const what = LEGAL[name];
      return [[line.slice(0, cut), what === undefined ? null : { what, begins: begin === 'B' }]];
    });
    const sentence = joined(rows);
    const marks = sentence.marks.filter(
      ({ what, start, end }) =>
        what !== 'person' || /\p{Lu}[\p{L}]{2,}/u.test(sentence.text.slice(start, end)),
    );
    return { document: `legal-${Math.floor(index / 20)}`, text: sentence.text, marks };
  });
}

function joined(rows: readonly [string, Kind][]): Marked {
  let text = '';
  const marks: Mark[] = [];
  let open: Mark | null = null;
  for (const [word, kind] of rows) {
    if (text !== '') text += ' ';
    const start = text.length;
    text += word;
    if (kind === null) open = null;
    else if (open !== null && !kind.begins && open.what === kind.what) open.end = text.length;
    else marks.push((open = { start, end: text.length, what: kind.what }));
  }
  return { text, marks };
}

/** Paragraphs of laws (§ 5 UrhG): they name nobody. */
export function readLaws(): Marked[] {
  const folder = new URL('gesetze/', DATA);
  return readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split(/\n\n+/u)
      .filter((text) => text.length > 40)
      .map((text) => ({ text, marks: [] })),
  );
}
