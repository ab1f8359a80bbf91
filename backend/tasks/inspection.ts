import {
  type ClassSuggestion,
  dataClasses,
  type ItemKind,
  type PrivacyPolicy,
} from '../../contract/privacy.ts';
import { suggestForReading } from '../privacy/classes/suggest.ts';
import type { Source } from '../../contract/source.ts';
import type { Item } from '../privacy/item.ts';
import type { RequestText } from '../privacy/recogniser.ts';
import { type Recognise, RecogniserError } from '../privacy/recogniser-thread.ts';
import { BY_HAND, type Terms } from '../privacy/terms.ts';
import { type CallTexts, mapTexts, textsOf, type TextOf } from './call-texts.ts';
import { TaskError } from './errors.ts';
import { read, type Reading } from './reading.ts';

/** What the house decided about personal data, and how it is found. */
export interface HousePrivacy {
  policy: PrivacyPolicy;
  /** Words that are always masked, and such as never are: names and addresses of the house's own bodies. */
  mask: readonly string[];
  keep: readonly string[];
  recognise: Recognise;
}

/** What was found in a request before anything is sent. */
export interface Inspection {
  suggestion: ClassSuggestion;
  /** The texts of the request in the order of `mapTexts`, with what is personal in each. */
  texts: string[];
  items: Item[][];
}

/**
 * Looks through all texts of a request for what is personal, and says what class its content suggests.
 * @param whole the source with everything that is kept from the model otherwise, such as Textbausteine
 * @throws TaskError `masking_failed`, `masking_too_slow`: nobody knows what stands in the texts, so they must not be sent
 */
export async function inspect(
  asked: CallTexts,
  whole: Reading,
  privacy: HousePrivacy,
  signal: AbortSignal,
): Promise<Inspection> {
  const texts: RequestText[] = [];
  const owners: TextOf[] = [];
  const typed: string[] = [];
  mapTexts(asked, (text, of) => {
    texts.push(text);
    owners.push(of);
    if (of === 'typed') typed.push(text.text);
    return text.text;
  });
  const { mask, release } = asked.call.privacy;
  const terms = { mask: [...privacy.mask, ...mask], keep: privacy.keep, release };
  const items = await find(texts, terms, privacy, signal);
  const found = new Set(
    items.flatMap((list, index) =>
      owners[index] !== 'author' ? list.filter(({ rule }) => rule !== BY_HAND).map(({ kind }) => kind) : [],
    ),
  );
  const suggestion = suggestForReading(whole, found, { ...marginsOf(whole), typed: typed.join('\n') });
  return { suggestion, texts: texts.map(({ text }) => text), items };
}

/**
 * What class the content of a source suggests.
 * @throws TaskError
 */
export async function inspectSource(
  source: Source,
  privacy: HousePrivacy,
  signal: AbortSignal,
): Promise<ClassSuggestion> {
  const whole = read(source);
  const texts = textsOf(whole);
  const items = await find(texts, { mask: [], keep: privacy.keep, release: [] }, privacy, signal);
  return suggestForReading(whole, new Set(items.flat().map(({ kind }) => kind)), marginsOf(whole));
}

async function find(
  texts: readonly RequestText[],
  terms: Terms,
  { recognise }: HousePrivacy,
  signal: AbortSignal,
): Promise<Item[][]> {
  try {
    return await recognise(texts, terms, signal);
  } catch (fault) {
    throw fault instanceof RecogniserError ? new TaskError(fault.code) : fault;
  }
}

/** Where nothing can be found: what the words alone suggest. Only for texts that stay in the house whatever their class. */
export function uninspected(whole: Reading): Inspection {
  return {
    suggestion: suggestForReading(whole, new Set<ItemKind>(), marginsOf(whole)),
    texts: [],
    items: [],
  };
}

function marginsOf(reading: Reading): { margins?: string } {
  return reading.kind === 'document' && reading.margins !== undefined ? { margins: reading.margins } : {};
}

/** Whether a text of any class may stay in the house as it is. */
export function trustsHouse(policy: PrivacyPolicy): boolean {
  return dataClasses.every((name) => policy[name].intern === 'plain');
}
