import { normalText } from '../../contract/normal-text.ts';
import type { Evidence } from '../../contract/summary.ts';
import { headerOf, isTooLittle } from './evidence.ts';
import { figuresGiven, missingFigures } from './figures.ts';
import { indexSource, type Proof, prove, type ProofSource } from './prove.ts';
import { isRelated } from './related.ts';
import { Work } from './work.ts';

/** One of several texts that a statement may rest on. */
export interface NumberedSource {
  /** What passages name it by. */
  number: number;
  source: ProofSource;
  /** What the source is called: its figures ("§ 5", "2024") are as good as those of a passage. */
  heading: string;
  /** Whether a passage says anything of the matter; one that talks to a machine does not. */
  counts: (passage: string) => boolean;
}

/** A passage as it was given, with the number of the source that it is said to be from; null where none was named. */
export interface GivenPassage {
  number: number | null;
  text: string;
}

/** A passage in its source, exactly as it stands there. */
export interface Place {
  number: number;
  passage: string;
}

/** Whether several sources bear a statement out. */
export interface Borne {
  evidence: Evidence;
  /** The source that the passage of the evidence is from; null where there is none. */
  number: number | null;
  /** Further passages that it rests on, word for word. */
  further: Place[];
  /** Whether a source has a passage word for word; its figures may be others all the same. */
  quoted: boolean;
}

export const UNBORNE: Borne = { evidence: { state: 'unproven' }, number: null, further: [], quoted: false };

type Found = Extract<Proof, { state: 'exact' | 'near' }> & { from: NumberedSource; passage: string };

/**
 * Whether one or more of several sources bear a statement out by the passages that are given for it, as `evidenceOf` does
 * for a single source: belegt where each passage that counts stands in a source word for word and they have all figures of
 * the statement together and speak of the same (`isRelated`). A passage is looked for in the source that its number names first, then in all others, so that
 * a wrong number is put right and never believed.
 * @param statement Markdown
 */
export function bornByAny(
  sources: readonly NumberedSource[],
  statement: string,
  passages: readonly GivenPassage[],
  work = new Work(),
): Borne {
  const found = passages
    .map((given) => find(sources, given, work))
    .filter((place): place is Found => place !== null && place.from.counts(place.passage));
  if (found.length === 0) return UNBORNE;
  const exact = distinct(found.filter(({ state }) => state === 'exact'));
  const [first] = exact.length > 0 ? exact : [...found].sort((a, b) => b.similarity - a.similarity);
  if (first === undefined) return UNBORNE;
  const counted = exact.length > 0 ? exact : [first];
  const figures = missingOf(statement, counted);
  const said = counted.map(({ passage }) => normalText(passage).text).join(' ');
  const about = [said, ...counted.map(({ from }) => from.heading)].join(' ');
  const little = isTooLittle(normalText(statement).text, said) || !isRelated(statement, about);
  const proven = exact.length > 0 && figures.length === 0 && !little;
  const evidence: Evidence = proven
    ? { state: 'proven', passage: first.passage }
    : { state: 'inexact', passage: first.passage, figures };
  const further = exact.slice(1).map(({ from, passage }) => ({ number: from.number, passage }));
  return { evidence, number: first.from.number, further, quoted: exact.length > 0 && !little };
}

/** Prepares a text for many questions; see `indexSource`. */
export function numberedSource(
  number: number,
  text: string,
  heading: string,
  counts: NumberedSource['counts'] = () => true,
): NumberedSource {
  return { number, source: indexSource(text), heading, counts };
}

/** Where a passage stands: word for word where it is named, word for word elsewhere, nearly where it is named, elsewhere. */
function find(sources: readonly NumberedSource[], { number, text }: GivenPassage, work: Work): Found | null {
  const named = sources.filter((source) => source.number === number);
  const order = [...named, ...sources.filter((source) => source.number !== number)];
  let near: Found | null = null;
  for (const from of order) {
    const proof = prove(from.source, text, work);
    if (proof.state === 'none') continue;
    const found = { ...proof, from, passage: from.source.text.slice(proof.start, proof.end) };
    if (proof.state === 'exact') return found;
    // The source that was named comes first, so another one has to be nearer.
    if (near === null || (near.from.number !== number && found.similarity > near.similarity)) near = found;
  }
  return near;
}

function distinct(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ from, start, end }) => {
    const key = `${from.number} ${start} ${end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Figures of a statement that none of its passages has. */
function missingOf(statement: string, found: readonly Found[]): string[] {
  const given = found.flatMap(({ from, start, passage }) => [
    figuresGiven(passage, headerOf(from.source.text, start)),
    figuresGiven(from.heading),
  ]);
  const figures = new Set(given.flatMap((one) => [...one.figures]));
  return missingFigures(statement, { figures });
}
