import { birthDatesBehind } from './birth-dates.ts';
import { coverOf } from './cover.ts';
import type { Item } from './item.ts';
import { loadLexicon } from './lexicon/load.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { namedFiles } from './named-files.ts';
import { recogniseNumbers } from './numbers/numbers.ts';
import { withoutOverlaps } from './overlap.ts';
import { type PersonText, recognisePersons } from './persons/persons.ts';
import { recognisePlaces, streetNames } from './places/places.ts';
import type { Candidate, PersonFacts } from './span.ts';
import { loadTagger } from './tagger/load-tagger.ts';
import type { Tagger } from './tagger/tagger.ts';
import { maskedByHand, noTerms, stayingIn, type Terms, withoutKept } from './terms.ts';
import { tokensOf } from './tokens.ts';
import { type View, viewOf } from './view.ts';

/** A text of a request, with what is known of it before a word is read. */
export interface RequestText {
  text: string;
  /** Words around it that help to understand it, such as `Von: ` before the name of a sender; they are not masked. */
  before?: string;
  after?: string;
  /** What the whole text is, where its field says so: a number, or a person's name. */
  whole?: 'person' | 'phone' | 'email' | 'reference';
}

/** Finds what is personal in the texts of one request. */
export interface Recogniser {
  /**
   * @param texts those of one request: a name that one of them gives away is found in all of them
   * @returns for each text what was found, in order, without overlaps, with offsets in the text as it was given
   */
  recognise(texts: readonly (string | RequestText)[], terms?: Terms): Item[][];
}

/** @param options whether the trained tagger helps the rules, or which one; it does unless told otherwise */
export function createRecogniser({ tagger = true }: { tagger?: boolean | Tagger } = {}): Recogniser {
  const lexicon = loadLexicon();
  const helper = typeof tagger === 'boolean' ? (tagger ? loadTagger(lexicon) : null) : tagger;
  return {
    recognise: (texts, terms = noTerms) =>
      recognise(
        texts.map((text) => (typeof text === 'string' ? { text } : text)),
        terms,
        lexicon,
        helper,
      ),
  };
}

function recognise(
  texts: readonly RequestText[],
  terms: Terms,
  lexicon: Lexicon,
  tagger: Tagger | null,
): Item[][] {
  const prepared = texts.map((text) => prepare(text, lexicon, tagger));
  const persons = recognisePersons(prepared, lexicon);
  const names = persons.flat();
  return prepared.map((text, index) => {
    const own = persons[index] ?? [];
    const found = withoutOverlaps(text.view.text, [
      ...text.found,
      ...own,
      ...birthDatesBehind(text.view.text, own),
      ...namedFiles(text.view, names, lexicon),
    ]);
    const kept = withoutKept(text.view, found, terms);
    const hand = maskedByHand(text.view, terms.mask);
    const items = itemsOf(text, withHand(text.view, kept, hand), hand);
    const { whole } = text.request;
    return whole === undefined ? items : wholeOf(text.request, whole, items, terms);
  });
}

interface Prepared extends PersonText {
  request: RequestText;
  /** What all but the persons' recogniser found. */
  found: Candidate[];
}

function prepare(request: RequestText, lexicon: Lexicon, tagger: Tagger | null): Prepared {
  const view = viewOf(`${request.before ?? ''}${request.text}${request.after ?? ''}`);
  const tokens = tokensOf(view.text);
  const found = withoutOverlaps(view.text, [
    ...recogniseNumbers(view, tokens),
    ...recognisePlaces(view, tokens, lexicon),
  ]);
  // Whoever a street is named after is nobody in the letter.
  const streets = streetNames(view, tokens).map((span): Candidate => ({
    ...span,
    kind: 'street',
    rule: 'street-name',
    weight: 1,
  }));
  const taken = [...found, ...streets].sort((a, b) => a.start - b.start);
  return { request, view, tokens, found, taken, hints: tagger?.tag(tokens) ?? [] };
}

/** A term of the person that lies inside of something found is masked with it; one that goes beyond it counts. */
function withHand(view: View, found: readonly Candidate[], hand: readonly Candidate[]): readonly Candidate[] {
  if (hand.length === 0) return found;
  const cover = coverOf(view.text, found);
  const beyond = hand.filter((place) => !cover(place).whole);
  return withoutOverlaps(view.text, [...found, ...beyond]);
}

function itemsOf(
  { request, view }: Prepared,
  candidates: readonly Candidate[],
  hand: readonly Candidate[],
): Item[] {
  const offset = request.before?.length ?? 0;
  const chosen = coverOf(view.text, hand);
  const items: Item[] = [];
  for (const { kind, rule, person, ...span } of candidates) {
    const place = view.toSource(span);
    const start = Math.max(place.start - offset, 0);
    const end = Math.min(place.end - offset, request.text.length);
    if (start >= end) continue;
    const whole = start === place.start - offset && end === place.end - offset;
    items.push({
      start,
      end,
      kind,
      rule,
      ...(whole && person ? { person } : {}),
      ...(chosen(span).partly ? { byHand: true as const } : {}),
    });
  }
  return items;
}

/** A field that is one thing as a whole, whatever was found in it, unless it shall stay. */
function wholeOf(
  { text }: RequestText,
  kind: NonNullable<RequestText['whole']>,
  items: Item[],
  terms: Terms,
): Item[] {
  const start = text.search(/\S/u);
  const end = text.trimEnd().length;
  const own = viewOf(text);
  if (start < 0 || stayingIn(own, terms)({ start: 0, end: own.text.length })) return [];
  const [only] = items;
  if (only !== undefined && items.length === 1 && only.start === start && only.end === end) return items;
  return [
    {
      start,
      end,
      kind,
      rule: 'field',
      ...(kind === 'person' ? { person: factsOf(text.trim()) } : {}),
      ...(items.some(({ byHand }) => byHand) ? { byHand: true as const } : {}),
    },
  ];
}

/** What a name means that fills a field: given names first. */
function factsOf(name: string): PersonFacts {
  const names = name.split(/\s+/u);
  return {
    given: names.slice(0, -1).join(' '),
    surname: names.at(-1) ?? '',
    gender: null,
    plural: false,
    ending: 0,
  };
}
