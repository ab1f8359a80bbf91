import type { Check, FactMention } from '../../contract/checks.ts';
import type { Breathe } from '../text/breathe.ts';
import { allFactsOf, type Fact } from './facts.ts';
import { FactIndex } from './fact-index.ts';

/** More than that no person reads; a text that lost so much is another text. */
const MAX_LISTED = 200;

/** The facts of a text that the index does not have, each once. */
function lacking(facts: Iterable<Fact>, index: FactIndex): FactMention[] {
  const found = new Map<string, FactMention>();
  for (const fact of facts) {
    if (found.size >= MAX_LISTED) break;
    const key = `${fact.kind} ${fact.kind === 'law' ? fact.text : fact.key}`;
    if (!found.has(key) && !index.has(fact)) found.set(key, { kind: fact.kind, text: fact.text });
  }
  return [...found.values()];
}

/**
 * What a rewritten text no longer says of its original, and what it says beyond it.
 * @param original the text that was rewritten
 * @param rewritten the new text
 * @param given what else the new text may say: the wishes of the person, the title
 * @param breathe called once a block
 * @returns null where every fact is in both
 */
export async function checkSurvival(
  original: string,
  rewritten: string,
  given: readonly string[],
  breathe: Breathe,
): Promise<Check | null> {
  const before = await allFactsOf(original, breathe);
  const after = await allFactsOf(rewritten, breathe);
  const known = new FactIndex();
  await known.add(original, breathe, before);
  for (const text of given) await known.add(text, breathe);
  const kept = new FactIndex();
  await kept.add(rewritten, breathe, after);
  const missing = lacking(before, kept);
  const added = lacking(after, known);
  return missing.length === 0 && added.length === 0 ? null : { kind: 'survival', missing, added };
}
