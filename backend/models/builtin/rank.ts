import type { Breathe } from '../../text/breathe.ts';
import type { Digest } from '../../text/digest.ts';
import { refersBack } from './context.ts';
import { isField } from '../../text/fields.ts';
import { isClosing, isSalutation } from '../../text/letter.ts';
import type { Sentence } from '../../text/sentences.ts';
import { countWords, type Stemmer } from '../../text/words.ts';

/** A sentence with its weight; the highest is the most important. */
export interface Ranked {
  sentence: Sentence;
  score: number;
  stems: ReadonlySet<string>;
}

export interface RankWishes {
  /** Words of the subject or title: sentences about them weigh more. */
  title: string;
  /** What the person wants to know in particular: outweighs everything else. */
  focus: string;
}

/** Sentences that are compared with each other; the matrix is bounded by the square of this. */
const MAX_CANDIDATES = 300;
const DAMPING = 0.85;
const ROUNDS = 25;
const MIN_WORDS = 4;

/** Parts of a letter or council paper that are not its text. */
const NOT_TEXT = /^(?:betreff|betr\b|tagesordnungspunkt|top\b|anlage|verteiler|mitzeichnung)/iu;

/** What a reader must know: what is new, what has to be done or may not be, from when, who, and for whom. */
const MATTERS =
  /(?<!\p{L})(?:[Aa]b (?:dem |sofort|\d)|[Zz]um \d|künftig|zukünftig|neue[mnrs]?|neu|nicht mehr|nur noch|eingeführt|in Kraft|ersetzt|aufgehoben|dürfen|darf|müssen|muss|verpflichtet|zuständig|gilt für|gelten für|ist nur|sind nur|bis zu|höchstens|mindestens|längstens|regelt|verboten|unverzüglich|können (?:wir |ich )?(?:leider )?nicht|kann (?:leider )?nicht|[Bb]itten? (?:wir |ich )?(?:Sie|um)|beantragen?|nachfragen|anfragen)(?!\p{L})/u;
/** A text that says what it is about. */
export const ABOUT =
  /(?<!\p{L})(?:regelt|regeln|eingeführt|informier(?:t|en) (?:Sie |wir )?über|soll\p{Ll}{0,2} (?:[^.!?]{0,120} )?(?:beantragt|beschlossen|eingeführt|gebaut|geändert) werden|beantragt)(?!\p{L})/u;
const POLITE =
  /(?<!\p{L})(?:bedanke|bedanken|[Dd]anke|[Vv]ielen Dank|[Hh]erzlichen Dank|im Voraus|wünsche|freue mich|freuen uns)(?!\p{L})/u;
/** Goes on from the sentence before without needing it. */
const LINKED =
  /^(?:Zugleich|Gleichzeitig|Außerdem|Zudem|Ferner|Dadurch|Daher|Deshalb|Dann|Danach|Auch)(?!\p{L})/u;
/** Sections that lead to the matter or explain words. */
const BACKGROUND =
  /^(?:[\d.§() ]{0,8})?(?:anlass|hintergrund|ausgangslage|vorbemerkung|einleitung|allgemeines|zweck|ziel|begriff|definition)/iu;

/** Whether a sentence can speak for the text: not a greeting, not a row, not a footnote, not a fragment. */
export function isStatement(sentence: Sentence): boolean {
  const { text, block } = sentence;
  if (block.kind === 'row' || block.kind === 'footnote' || NOT_TEXT.test(block.section)) return false;
  if (block.signed || text.endsWith(',') || isField(text)) return false;
  if (countWords(text) < MIN_WORDS || !/\p{Ll}/u.test(text)) return false;
  return !isSalutation(text) && !isClosing(text);
}

/** What speaks for a sentence without looking at the others. */
function ownWeight(
  sentence: Sentence,
  stems: ReadonlySet<string>,
  facts: number,
  wishes: Set<string>[],
): number {
  const { text, block } = sentence;
  const words = countWords(text);
  let weight = 1;
  if (words < 7) weight *= 0.6;
  if (words > 45) weight *= 0.7;
  if (text.endsWith(':')) weight *= 0.4;
  if (text.endsWith('?')) weight *= 0.8;
  if (!/[.!?:][“"»]?$/u.test(text)) weight *= 0.35;
  if (block.kind === 'item' && /^\p{Ll}/u.test(text)) weight *= 0.5;
  if (/^beschluss/iu.test(block.section)) weight *= 1.6;
  if (MATTERS.test(text)) weight *= 1.4;
  if (ABOUT.test(text)) weight *= 1.3;
  else if (BACKGROUND.test(block.section)) weight *= 0.6;
  if (refersBack(text)) weight *= 0.75;
  if (POLITE.test(text)) weight *= 0.3;
  if (LINKED.test(text)) weight *= 0.6;
  weight *= 1 + 0.35 * Math.min(facts, 2);
  const [title, focus] = wishes;
  for (const stem of stems) if (title?.has(stem)) weight *= 1.12;
  let hits = 0;
  for (const stem of stems) if (focus?.has(stem)) hits++;
  return weight * (1 + 4 * hits);
}

/**
 * Chooses the sentences to compare: each stretch of the text sends its best, so that a long document is heard from
 * beginning to end and the work stays linear in its length.
 */
function candidatesOf(ranked: Ranked[], limit: number): Ranked[] {
  if (ranked.length <= limit) return ranked;
  const stretches = Math.floor(limit / 3);
  const size = Math.ceil(ranked.length / stretches);
  const chosen: Ranked[] = [];
  for (let at = 0; at < ranked.length; at += size) {
    const best = ranked.slice(at, at + size).sort((a, b) => b.score - a.score);
    chosen.push(...best.slice(0, 3));
  }
  return chosen.sort((a, b) => a.sentence.start - b.sentence.start);
}

type Edges = { to: number; weight: number }[][];

/** Similarity of two sentences: shared stems over the logarithms of their lengths (Mihalcea and Tarau 2004). */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 2 || b.size < 2) return 0;
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / (Math.log(a.size) + Math.log(b.size) + 1);
}

async function connect(nodes: Ranked[], breathe: Breathe): Promise<Edges> {
  const edges: Edges = nodes.map(() => []);
  for (const [i, a] of nodes.entries()) {
    await breathe();
    for (let j = i + 1; j < nodes.length; j++) {
      const weight = similarity(a.stems, nodes[j]?.stems ?? new Set());
      if (weight === 0) continue;
      edges[i]?.push({ to: j, weight });
      edges[j]?.push({ to: i, weight });
    }
  }
  return edges;
}

/** TextRank: a sentence is important when important sentences speak of the same things. */
async function textRank(nodes: Ranked[], breathe: Breathe): Promise<number[]> {
  const edges = await connect(nodes, breathe);
  const total = edges.map((list) => list.reduce((sum, edge) => sum + edge.weight, 0));
  let scores = nodes.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    await breathe();
    scores = edges.map((list) => {
      let sum = 0;
      for (const { to, weight } of list) sum += (weight / (total[to] || 1)) * (scores[to] ?? 0);
      return 1 - DAMPING + DAMPING * sum;
    });
  }
  return scores;
}

/**
 * Weighs the statements of a text. Long texts are first reduced to at most 300 candidates spread over their whole
 * length; the rest does not appear in the result.
 * @returns in the order of the text
 */
export async function rank(
  from: Digest,
  wishes: RankWishes,
  stemmer: Stemmer,
  breathe: Breathe,
): Promise<Ranked[]> {
  const factCount = new Map<Sentence, number>();
  for (const { kind, sentence } of from.facts) {
    if (kind === 'deadline' || kind === 'amount' || kind === 'share' || kind === 'action') {
      factCount.set(sentence, (factCount.get(sentence) ?? 0) + 1);
    }
  }
  const wanted = [wishes.title, wishes.focus].map((words) => new Set(stemmer(words)));
  const all: Ranked[] = [];
  for (const sentence of from.sentences) {
    await breathe();
    if (!isStatement(sentence)) continue;
    const stems = new Set(stemmer(sentence.text));
    all.push({ sentence, stems, score: ownWeight(sentence, stems, factCount.get(sentence) ?? 0, wanted) });
  }
  const nodes = candidatesOf(all, MAX_CANDIDATES);
  const scores = await textRank(nodes, breathe);
  // The root keeps long sentences, which resemble all others, from outweighing what a reader has to know.
  // The opening of a text says what it is about more often than its middle (lead bias).
  return nodes.map((node, i) => ({
    ...node,
    score: node.score * Math.sqrt(scores[i] ?? 0) * (i === 0 ? 1.4 : 1),
  }));
}

const SAME = 0.55;

function sayTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / (a.size + b.size - shared || 1) > SAME;
}

/** What each further sentence from the same part of the text loses, so that no part speaks for the whole. */
const SAME_PART = 0.6;
const STRETCHES = 5;

/** The section of a sentence; in a text without sections, the fifth of it in which it stands. */
function partOf({ sentence }: Ranked, place: number, count: number): string {
  return sentence.block.section || `${Math.floor((place * STRETCHES) / count)}`;
}

/**
 * The `count` best sentences in the order of the text, spread over its parts; one that repeats a better one is passed
 * over.
 */
export function pick(ranked: Ranked[], count: number): Sentence[] {
  const chosen: Ranked[] = [];
  const taken = new Map<string, number>();
  let open = ranked.map((one, i) => ({ one, part: partOf(one, i, ranked.length), score: one.score }));
  while (chosen.length < count && open.length > 0) {
    const best = open.reduce((a, b) => (b.score > a.score ? b : a));
    const repeats = chosen.some((one) => sayTheSame(one.stems, best.one.stems));
    open = open.filter((next) => next !== best);
    if (repeats) continue;
    chosen.push(best.one);
    const before = (taken.get(best.part) ?? 0) + 1;
    taken.set(best.part, before);
    open = open.map((next) =>
      next.part === best.part ? { ...next, score: next.one.score * SAME_PART ** before } : next,
    );
  }
  return chosen.map((one) => one.sentence).sort((a, b) => a.start - b.start);
}
