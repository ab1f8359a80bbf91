import { documentKinds, type KnowledgeScope, type SourceCard } from '../../../contract/knowledge.ts';
import type { Statement, Summary } from '../../../contract/summary.ts';
import type { Cited } from '../../output/cite.ts';
import { passageOf } from '../summary/summary-words.ts';

/** ISO 8601 calendar date as German offices write it: "01.03.2024". */
export function dayOf(date: string): string {
  return date.split('-').reverse().join('.');
}

/** "S. 7", "S. 7–8"; empty where there are no pages. */
export function pagesText(pages: SourceCard['pages']): string {
  if (pages === null) return '';
  return pages.first === pages.last ? `S. ${pages.first}` : `S. ${pages.first}–${pages.last}`;
}

/** From when to when a document counts. */
export function validityText({ validFrom, validTo, old }: SourceCard['document']): string {
  if (old) return validTo === null ? 'ersetzt' : `ersetzt, galt bis ${dayOf(validTo)}`;
  return `gilt seit ${dayOf(validFrom)}${validTo === null ? '' : ` bis ${dayOf(validTo)}`}`;
}

/** The headings above a passage, without a first one that only repeats the document's title. */
export function pathText({ path, document }: Pick<SourceCard, 'path' | 'document'>): string {
  const [first, ...others] = path;
  return (first === document.title ? others : path).join(' › ');
}

/** What kind of document it is and whose. */
export function originText({ document, collection }: Pick<SourceCard, 'document' | 'collection'>): string {
  return [documentKinds[document.kind], collection.name, collection.verbund ? 'Verbund' : '']
    .filter(Boolean)
    .join(' · ');
}

/** A source as a footnote says it. */
export function citationOf(card: SourceCard): string {
  return [card.document.title, pathText(card), pagesText(card.pages), validityText(card.document)]
    .filter(Boolean)
    .join(', ');
}

export function citedOf(cards: readonly SourceCard[]): Cited[] {
  return cards.map((card) => ({ number: card.number, text: citationOf(card) }));
}

/**
 * The text of an answer whose statements name their cards, with a bracket behind each; statements follow one another in
 * a paragraph as long as they stand below one heading.
 */
export function answerMarkdown(statements: readonly Statement[]): string {
  const parts: { heading: string; texts: string[] }[] = [];
  for (const { section, text, card } of statements) {
    const bare = text.replace(/(?:\s*\[\d{1,3}(?:\s?,\s?\d{1,3})*\])+\s*$/, '');
    const said = card === undefined ? bare : `${bare} [${card}]`;
    const last = parts.at(-1);
    if (last?.heading === section) last.texts.push(said);
    else parts.push({ heading: section, texts: [said] });
  }
  return parts
    .map(({ heading, texts }) => (heading === '' ? '' : `### ${heading}\n\n`) + texts.join(' '))
    .join('\n\n');
}

/** An FAQ whose answers name what they rest on, and those sources: passages of the document it was made from. */
export function faqWithSources(
  { statements }: Pick<Summary, 'statements'>,
  title: string,
): {
  markdown: string;
  sources: Cited[];
} {
  const sources: Cited[] = [];
  const numbered = statements.map((statement) => {
    const passage = passageOf(statement.evidence);
    if (passage === null) return statement;
    const line = passage.replaceAll(/\s+/g, ' ').trim();
    const text = title === '' ? `„${line}“` : `„${line}“ (${title})`;
    const known = sources.find((source) => source.text === text);
    const number = known?.number ?? sources.length + 1;
    if (known === undefined) sources.push({ number, text });
    return { ...statement, card: number };
  });
  return { markdown: answerMarkdown(numbered), sources };
}

/** Where was looked, in a sentence. */
export function scopeText({ collections, kinds, on, old }: KnowledgeScope): string {
  const where =
    collections === null
      ? 'in allen Sammlungen, die Sie lesen dürfen'
      : collections.length === 1
        ? 'in der gewählten Sammlung'
        : `in ${collections.length} gewählten Sammlungen`;
  const what = kinds === null ? '' : `, nur ${kinds.map((kind) => documentKinds[kind]).join(', ')}`;
  const when = on === null ? '' : `, gültig am ${dayOf(on)}`;
  return `Gesucht wurde ${where}${what}${when}${old ? ', auch in ersetzten Fassungen' : ''}.`;
}

/** What two passages that contradict each other differ in beside their words. */
export function differenceText(one: SourceCard, other: SourceCard): string {
  const [older, newer] = one.document.validFrom <= other.document.validFrom ? [one, other] : [other, one];
  if (older.document.validFrom === newer.document.validFrom) return 'Beide gelten seit demselben Tag.';
  return `[${newer.number}] ist neuer: ${dayOf(newer.document.validFrom)} gegenüber ${dayOf(older.document.validFrom)}.`;
}
