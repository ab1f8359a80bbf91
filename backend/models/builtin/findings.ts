import { factsOf, type Digest } from './digest.ts';
import type { Fact, FactKind } from './facts.ts';
import { bullets, quote } from './markdown.ts';
import type { Sentence } from './sentences.ts';

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
}

/** Facts of one sentence together; a value that came before is not shown again for its sake alone. */
export function gather(facts: Fact[], sentenceOnly: boolean): Finding[] {
  const seen = new Set<string>();
  const found = new Map<Sentence, string[]>();
  for (const fact of facts) {
    const key = sentenceOnly ? fact.sentence.text : fact.value.replace(/\s/gu, '');
    if (seen.has(key)) continue;
    seen.add(key);
    const values = found.get(fact.sentence);
    if (values) values.push(fact.value);
    else found.set(fact.sentence, [fact.value]);
  }
  return [...found].map(([sentence, values]) => ({ sentence, values }));
}

function whereItStands(sentence: Sentence): string {
  const { section } = sentence.block;
  return /^§|^Art/u.test(section) ? ` (${section})` : '';
}

/** One line of a list: the values in bold and the sentence word for word. */
function line({ values, sentence }: Finding, sentenceOnly: boolean): string {
  const passage = `${quote(sentence.text)}${whereItStands(sentence)}`;
  return sentenceOnly ? passage : `**${values.join(' · ')}**: ${passage}`;
}

/** "§ 51" alone points into the same text; a law with its name says more and comes first. */
const NAMED_LAW = /\p{Lu}\p{L}*\p{Lu}|\p{L}{8}/u;

/**
 * The recognised facts of one kind as a Markdown list, each with its sentence word for word; empty where there are none.
 * @param max how many are shown; how many are left out is said
 */
export function findings(from: Digest, kind: FindingKind, max: number): string {
  const facts = factsOf(from, ...kind.kinds);
  const named = facts.filter((fact) => fact.kind !== 'law' || NAMED_LAW.test(fact.value));
  const all = gather([...named, ...facts.filter((fact) => !named.includes(fact))], kind.sentenceOnly);
  if (all.length === 0) return '';
  const lines = all.slice(0, max).map((one) => line(one, kind.sentenceOnly));
  const rest = all.length - lines.length;
  if (rest > 0)
    lines.push(rest === 1 ? 'und eine weitere Stelle im Text' : `und ${rest} weitere Stellen im Text`);
  return bullets(lines);
}

/** The paragraphs under a heading such as "Beschlussvorschlag", word for word. */
export function sectionSentences(from: Digest, heading: RegExp): Sentence[] {
  return from.sentences.filter((sentence) => heading.test(sentence.block.section));
}

export const DECISION = /^(?:beschluss(?:vorschlag|entwurf|empfehlung|fassung)?|entscheidungsvorschlag)\b/iu;
