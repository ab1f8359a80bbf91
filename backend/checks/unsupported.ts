import type { Check, FactKind } from '../../contract/checks.ts';
import { FactIndex } from './fact-index.ts';
import type { Breathe } from '../text/breathe.ts';
import { allFactsOf, hideGaps } from './facts.ts';
import { wordValue } from './figures.ts';
import { promisesIn } from './promises.ts';

type Item = Extract<Check, { kind: 'unsupported' }>['items'][number];

/** More than that no person reads. */
const MAX_ITEMS = 100;
/** Small numbers count steps and pages; what they count in time is a period. */
const SMALL = 12;
const PERIOD =
  /(?<![\p{L}\d.,])(\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|dreißig)\s(?:Minuten|Stunden|(?:Werk|Arbeits|Kalender)?[Tt]agen?|Wochen|Monaten?|Jahren?)(?!\p{L})/gu;

const STATED: ReadonlySet<FactKind> = new Set([
  'date',
  'amount',
  'share',
  'law',
  'reference',
  'contact',
  'name',
]);

/**
 * What a new text says though it stands in no input: dates, amounts, shares, laws, references, contacts, names, larger
 * figures and periods.
 * @param inputs everything that the text may rest on
 * @param said what the clerk said, for promises; null where a text makes none
 * @param breathe called once a sentence or block
 * @returns null where everything stands in an input
 */
export async function checkUnsupported(
  text: string,
  inputs: readonly string[],
  said: string | null,
  breathe: Breathe,
): Promise<Check | null> {
  const index = new FactIndex();
  for (const input of inputs) await index.add(input, breathe);
  const items = new Map<string, Item>();
  const add = (item: Item): void => {
    if (items.size < MAX_ITEMS) items.set(`${item.kind} ${item.text}`, item);
  };
  for (const sentence of said === null ? [] : await promisesIn(text, said, breathe))
    add({ kind: 'promise', text: sentence });
  for (const fact of await allFactsOf(text, breathe)) {
    const large = fact.kind === 'number' && !(Number(fact.key) <= SMALL);
    if ((STATED.has(fact.kind) || large) && !index.has(fact)) add({ kind: fact.kind, text: fact.text });
  }
  for (const match of hideGaps(text).matchAll(PERIOD)) {
    await breathe();
    const key = wordValue(match[1] ?? '') ?? '';
    const known = index.has({ kind: 'number', text: match[0], key });
    const small = Number(key) <= SMALL;
    if (small && !known) add({ kind: 'number', text: match[0].replaceAll(/\s+/gu, ' ') });
  }
  return items.size === 0 ? null : { kind: 'unsupported', items: [...items.values()] };
}
