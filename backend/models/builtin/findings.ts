import { factsOf, type Digest } from '../../text/digest.ts';
import { excerpt, inContext } from './context.ts';
import type { Fact, FactKind } from '../../text/facts.ts';
import { backed, bullets, quote, remark, verbatim, type Backed } from './markdown.ts';
import type { Sentence } from '../../text/sentences.ts';
import { wordsOf } from '../../text/words.ts';

/** A heading with the facts that belong under it. */
export interface FindingKind {
  heading: string;
  kinds: FactKind[];
  /** Facts whose sentence alone is shown, without the value in front. */
  sentenceOnly: boolean;
}

export const FINDINGS: Record<
  | 'deadlines'
  | 'amounts'
  | 'laws'
  | 'references'
  | 'actions'
  | 'responsible'
  | 'affected'
  | 'supersedes'
  | 'contacts',
  FindingKind
> = {
  deadlines: { heading: 'Fristen', kinds: ['deadline'], sentenceOnly: false },
  amounts: { heading: 'Beträge und Anteile', kinds: ['amount', 'share'], sentenceOnly: false },
  actions: { heading: 'Handlungsbedarf', kinds: ['action'], sentenceOnly: true },
  responsible: { heading: 'Zuständigkeit', kinds: ['responsible'], sentenceOnly: true },
  laws: { heading: 'Rechtsgrundlagen', kinds: ['law'], sentenceOnly: false },
  references: { heading: 'Aktenzeichen', kinds: ['reference'], sentenceOnly: false },
  affected: { heading: 'Betroffene', kinds: ['affected'], sentenceOnly: true },
  supersedes: { heading: 'Ersetzt/ändert', kinds: ['supersedes'], sentenceOnly: true },
  contacts: { heading: 'Personen und Kontakte', kinds: ['contact'], sentenceOnly: false },
};

export interface Finding {
  /** Word for word, in the order of the sentence. */
  values: string[];
  sentence: Sentence;
  /** The first day that is named with its year. */
  iso: string | null;
}

/** What makes two facts the same: the value, the sentence, or for deadlines both: one day may end two matters. */
function keyOf({ kind, value, iso, sentence }: Fact, sentenceOnly: boolean): string {
  if (sentenceOnly) return sentence.text;
  if (kind !== 'deadline') return value.replace(/\s/gu, '');
  return `${iso ?? value} ${wordsOf(sentence.text).join(' ').toLowerCase()}`;
}

/** Facts of one sentence together; what came before is not shown again for its sake alone. */
function gather(facts: Fact[], sentenceOnly: boolean): Finding[] {
  const seen = new Set<string>();
  const found = new Map<Sentence, Finding>();
  for (const fact of facts) {
    const key = keyOf(fact, sentenceOnly);
    if (seen.has(key)) continue;
    seen.add(key);
    const finding = found.get(fact.sentence) ?? { sentence: fact.sentence, values: [], iso: null };
    finding.values.push(fact.value);
    finding.iso ??= fact.iso;
    found.set(fact.sentence, finding);
  }
  return [...found.values()];
}

function whereItStands(sentence: Sentence): string {
  const { section } = sentence.block;
  return /^§|^Art/u.test(section) ? ` (${section})` : '';
}

/** The values in bold and the sentence word for word. */
function words(from: Digest, { values, sentence }: Finding, sentenceOnly: boolean): string {
  const step = from.steps.get(sentence);
  if (step?.what) {
    return `**${values.join(' · ')}**: ${quote(step.what)}${step.who && ` (${verbatim(step.who)})`}`;
  }
  const passage = quote(inContext(from, sentence));
  return sentenceOnly ? passage : `**${values.join(' · ')}**: ${passage}`;
}

/** One line of a list, with the paragraph of a law in which it stands. */
function line(from: Digest, finding: Finding, sentenceOnly: boolean): string {
  const place = from.steps.get(finding.sentence)?.what ? '' : whereItStands(finding.sentence);
  return `${words(from, finding, sentenceOnly)}${place}`;
}

/** "§ 51" alone points into the same text; a law with its name says more and comes first. */
const NAMED_LAW = /\p{Lu}\p{L}*\p{Lu}|\p{L}{8}/u;

/** No list is longer, whatever it holds. */
const MOST = 40;

/** Deadlines in the order in which they fall due; behind them periods, and "unverzüglich" last. */
function byDay(all: Finding[]): Finding[] {
  const dated = all.filter(({ iso }) => iso !== null);
  const vague = (one: Finding): boolean => one.values.every((value) => /^unverzüglich$/iu.test(value));
  const others = all.filter((one) => one.iso === null && !vague(one));
  return [...dated.sort((a, b) => (a.iso ?? '').localeCompare(b.iso ?? '')), ...others, ...all.filter(vague)];
}

/** The recognised facts of one kind, each sentence or value once: deadlines by their day, laws with a name first. */
export function found(from: Digest, kind: FindingKind): Finding[] {
  const facts = factsOf(from, ...kind.kinds);
  const isNamed = ({ kind: what, value }: Fact): boolean => what !== 'law' || NAMED_LAW.test(value);
  const all = gather(
    [...facts.filter(isNamed), ...facts.filter((fact) => !isNamed(fact))],
    kind.sentenceOnly,
  );
  return kind === FINDINGS.deadlines ? byDay(all) : all;
}

/** The findings that are shown: all deadlines that name their day, and so many others. */
function shownOf(all: Finding[], kind: FindingKind, max: number): { shown: Finding[]; rest: string } {
  const dated = kind === FINDINGS.deadlines ? all.filter(({ iso }) => iso !== null).length : 0;
  const shown = all.slice(0, Math.min(MOST, dated + max));
  const rest = all.length - shown.length;
  if (rest === 0) return { shown, rest: '' };
  return {
    shown,
    rest: rest === 1 ? 'und eine weitere Stelle im Text' : `und ${rest} weitere Stellen im Text`,
  };
}

/**
 * The recognised facts of one kind as a Markdown list, each with its sentence word for word; empty where there are none.
 * @param max how many are shown, besides all deadlines that name their day; how many are left out is said
 */
export function findings(from: Digest, kind: FindingKind, max: number): string {
  const { shown, rest } = shownOf(found(from, kind), kind, max);
  return bullets([...shown.map((one) => line(from, one, kind.sentenceOnly)), ...(rest ? [rest] : [])]);
}

/** The same for a summary: each fact with the passage that it was found in. */
export function backedFindings(from: Digest, kind: FindingKind, max: number): string {
  const { shown, rest } = shownOf(found(from, kind), kind, max);
  const statements = shown.map<Backed>((one) => ({
    text: words(from, one, kind.sentenceOnly),
    passage: excerpt(from, one.sentence).passage,
  }));
  return [backed(statements), rest && remark(rest)].filter(Boolean).join('\n\n');
}

/** Sentences of a text in quotation marks, each with its passage. */
export function backedQuotes(from: Digest, sentences: Sentence[]): string {
  return backed(sentences.map((one) => ({ text: quote(one.text), passage: excerpt(from, one).passage })));
}

/** The paragraphs under a heading such as "Beschlussvorschlag", word for word. */
export function sectionSentences(from: Digest, heading: RegExp): Sentence[] {
  return from.sentences.filter((sentence) => heading.test(sentence.block.section));
}

export const DECISION = /^(?:beschluss(?:vorschlag|entwurf|empfehlung|fassung)?|entscheidungsvorschlag)\b/iu;
