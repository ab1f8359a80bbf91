import type { Block } from '../../../contract/rich.ts';
import { cite, type Cited, type Citing } from '../../output/cite.ts';
import { toBlocks } from '../../output/markdown.ts';
import type { Version } from '../work.ts';
import { answerMarkdown, citedOf, faqWithSources } from './card-words.ts';

/** The text of a version with brackets, and what they name; without sources it is a text like any other. */
interface Citable {
  markdown: string;
  sources: Cited[];
}

/** What leaves the pane of a version: with the sources of an answer, of a text that draws on the knowledge, of an FAQ. */
function citableOf({ text, result, statements, origin }: Version): Citable {
  // What the person has put into a text since stands only in the text.
  const isAsAnswered = result?.text === text;
  if (isAsAnswered && result.answer?.outcome === 'answered' && statements.length > 0) {
    return { markdown: answerMarkdown(statements), sources: citedOf(result.answer.cards) };
  }
  if (result?.answer) return { markdown: text, sources: citedOf(result.answer.cards) };
  if (result !== null && result.sources.length > 0) {
    return { markdown: text, sources: citedOf(result.sources) };
  }
  if (isAsAnswered && result.summary?.layout === 'faq') return faqWithSources(result.summary, origin.title);
  return { markdown: text, sources: [] };
}

/** A version as formatted text that says what it rests on as the person wants it. */
export function citedBlocks(version: Version, how: Citing): Block[] {
  const { markdown, sources } = citableOf(version);
  return sources.length === 0 ? toBlocks(markdown) : cite(toBlocks(markdown), sources, how);
}
