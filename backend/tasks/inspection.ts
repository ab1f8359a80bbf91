import { type ClassSuggestion, dataClasses, type PrivacyPolicy } from '../../contract/privacy.ts';
import type { Beside } from '../privacy/classes/class-text.ts';
import { foundIn, nothingFound, type Searched } from '../privacy/classes/found.ts';
import { suggestForReading } from '../privacy/classes/suggest.ts';
import type { Source } from '../../contract/source.ts';
import type { Item } from '../privacy/item.ts';
import type { RequestText } from '../privacy/recogniser.ts';
import { type Recognise, RecogniserError } from '../privacy/recogniser-thread.ts';
import type { Terms } from '../privacy/terms.ts';
import { stricterSuggestion } from '../policy/data-classes.ts';
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
  /** The class of the sections of the knowledge by what stands in them; null where there are none. */
  ofPassages: ClassSuggestion | null;
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
  mapTexts(asked, (text, of) => {
    texts.push(text);
    owners.push(of);
    return text.text;
  });
  const { mask, release } = asked.call.privacy;
  const terms = { mask: [...privacy.mask, ...mask], keep: privacy.keep, release };
  const items = await find(texts, terms, privacy, signal);
  // What a person lets through or masks by hand makes the text no less delicate: its class is that of all that is in it.
  const decided = mask.length > 0 || release.length > 0;
  const all = decided
    ? await find(texts, { ...terms, mask: privacy.mask, release: [] }, privacy, signal)
    : items;
  const searched = texts.map(({ text }, index): Searched => ({ text, items: all[index] ?? [] }));
  const ofSource = textsOf(asked.reading).length;
  const of = (...kinds: TextOf[]) =>
    searched.filter((_, index) => index >= ofSource && kinds.includes(owners[index] ?? 'matter'));
  const suggestion = suggestForReading(
    whole,
    foundIn(searched.slice(0, ofSource), of('matter', 'typed')),
    besideOf(asked, whole),
  );
  return {
    suggestion,
    ofPassages: suggestForPassages(of('passage')),
    texts: texts.map(({ text }) => text),
    items,
  };
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
  const searched = texts.map(({ text }, index): Searched => ({ text, items: items[index] ?? [] }));
  return suggestForReading(whole, foundIn(searched), marginsOf(whole));
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
export function uninspected(asked: CallTexts, whole: Reading): Inspection {
  const suggestion = suggestForReading(whole, nothingFound, besideOf(asked, whole));
  const passages = asked.passages.flatMap(({ place, text }) => [place, text]);
  const ofPassages = suggestForPassages(passages.map((text) => ({ text, items: [] })));
  return { suggestion, ofPassages, texts: [], items: [] };
}

/** The most delicate class that sections of the knowledge suggest, each as a document of its own: its place, its text. */
function suggestForPassages(searched: readonly Searched[]): ClassSuggestion | null {
  let strictest: ClassSuggestion | null = null;
  for (let at = 0; at + 1 < searched.length; at += 2) {
    const [place, section] = [searched[at], searched[at + 1]];
    if (place === undefined || section === undefined) break;
    const reading: Reading = { kind: 'document', title: place.text, part: 'selection', text: section.text };
    const one = suggestForReading(reading, foundIn([place, section]));
    const named = { ...one, because: one.because.map((reason) => `Fundstellen: ${reason}`) };
    strictest = strictest === null ? named : stricterSuggestion(strictest, named);
  }
  return strictest;
}

/** What belongs to a request besides its source: what was typed, and earlier answers, which come last and are no source. */
function besideOf(asked: CallTexts, whole: Reading): Beside {
  const typed: string[] = [];
  const matter: string[] = [];
  mapTexts(asked, ({ text }, of) => {
    if (of === 'typed') typed.push(text);
    if (of === 'matter') matter.push(text);
    return text;
  });
  return { ...marginsOf(whole), typed, earlier: matter.slice(textsOf(asked.reading).length) };
}

function marginsOf(reading: Reading): Beside {
  return reading.kind === 'document' && reading.margins !== undefined ? { margins: reading.margins } : {};
}

/** Whether a text of any class may stay in the house as it is. */
export function trustsHouse(policy: PrivacyPolicy): boolean {
  return dataClasses.every((name) => policy[name].intern === 'plain');
}
