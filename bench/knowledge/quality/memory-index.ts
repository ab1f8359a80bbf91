import type { AlsoWords, AnalysedSection, Query } from '../../../backend/knowledge/analysis/analysed.ts';
import { idf } from '../../../backend/knowledge/ranking/idf.ts';
import type { Candidate, CorpusFigures, Ranked } from '../../../backend/knowledge/ranking/candidate.ts';
import type { Section } from '../../../backend/knowledge/section.ts';
import type { Document } from './corpus.ts';

/** How texts are analysed and ranked: the product's way, or a simpler one to compare with. */
export interface Way {
  name: string;
  section(section: Section, title: string): AnalysedSection;
  query(question: string, also: readonly AlsoWords[]): Query;
  rank(query: Query, candidates: readonly Candidate[], figures: CorpusFigures): Ranked[];
}

/** A section that was found. */
export interface Found {
  document: string;
  section: Section;
  ranked: Ranked;
}

export interface Answer {
  query: Query;
  candidates: readonly Candidate[];
  figures: CorpusFigures;
  ranked: readonly Ranked[];
  /** The best first; of the parts of one section only the best. */
  found: readonly Found[];
}

/** Sections in memory, searched as the store searches them. */
export interface MemoryIndex {
  sections: number;
  search(question: string, also: readonly AlsoWords[], without?: string): Answer;
  /** The section of an id. */
  at(id: number): { document: string; section: Section };
}

interface Posting {
  at: number;
  title: number;
  heading: number;
  text: number;
}

/** So many sections are ranked at the most; the store fetches as many. */
const CANDIDATES = 300;

export function createMemoryIndex(documents: readonly Document[], way: Way): MemoryIndex {
  const postings = new Map<string, Posting[]>();
  const rows: { document: Document; section: Section; words: number }[] = [];
  let words = 0;
  for (const document of documents)
    for (const section of document.sections) {
      const analysed = way.section(section, document.title);
      const at = rows.push({ document, section, words: analysed.words }) - 1;
      words += analysed.words;
      const mine = new Map<string, Posting>();
      for (const field of ['title', 'heading', 'text'] as const)
        for (const [term, count] of analysed[field]) {
          let posting = mine.get(term);
          if (posting === undefined) mine.set(term, (posting = { at, title: 0, heading: 0, text: 0 }));
          posting[field] = count;
        }
      for (const [term, posting] of mine) {
        const list = postings.get(term);
        if (list === undefined) postings.set(term, [posting]);
        else list.push(posting);
      }
    }

  function search(question: string, also: readonly AlsoWords[], without?: string): Answer {
    const query = way.query(question, also);
    const lists = query.terms.map(({ term }) => postings.get(term) ?? []);
    const gone = (at: number) => without !== undefined && rows[at]?.document.name === without;
    const figures: CorpusFigures = {
      sections: rows.length,
      meanWords: rows.length === 0 ? 0 : words / rows.length,
      frequencies: lists.map((list) => list.length),
    };
    const rough = new Map<number, number>();
    lists.forEach((list, index) => {
      const weight = (query.terms[index]?.weight ?? 0) * idf(list.length, rows.length);
      for (const { at, title, heading, text } of list)
        if (!gone(at)) {
          const count = text + 2 * heading + title;
          rough.set(at, (rough.get(at) ?? 0) + (weight * count) / (count + 1.2));
        }
    });
    const best = [...rough]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .map(([at]) => at);
    const places = new Map(best.map((at, place) => [at, place]));
    const zeros = () => lists.map(() => 0);
    const counts = best.map(() => ({ title: zeros(), heading: zeros(), text: zeros() }));
    lists.forEach((list, index) => {
      for (const posting of list) {
        const place = places.get(posting.at);
        const mine = place === undefined ? undefined : counts[place];
        if (mine === undefined) continue;
        mine.title[index] = posting.title;
        mine.heading[index] = posting.heading;
        mine.text[index] = posting.text;
      }
    });
    const candidates = best.map((at, place): Candidate => {
      const row = rows[at] as (typeof rows)[number];
      const mine = counts[place] as (typeof counts)[number];
      const content = { title: row.document.title, path: row.section.path, text: row.section.text };
      return { section: at, document: row.document.name, ...mine, words: row.words, content };
    });
    const ranked = way.rank(query, candidates, figures);
    const seen = new Set<string>();
    const found = ranked.flatMap((entry): Found[] => {
      const row = rows[entry.section] as (typeof rows)[number];
      const { path } = row.section;
      const key = path.length === 0 ? `${entry.section}` : [row.document.name, ...path].join('\n');
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ document: row.document.name, section: row.section, ranked: entry }];
    });
    return { query, candidates, figures, ranked, found };
  }
  return {
    sections: rows.length,
    search,
    at(id) {
      const { document, section } = rows[id] as (typeof rows)[number];
      return { document: document.name, section };
    },
  };
}
