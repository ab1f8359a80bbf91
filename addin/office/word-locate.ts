/** Word refuses longer ones with `SearchStringInvalidOrTooLong`. */
const LONGEST_SEARCH = 255;
/** Shorter texts occur so often that a search for what stands beside them is cheaper. */
const TELLING = 8;
/**
 * Characters beside a place that are searched for to find it. Each further try passes less that could be in the way,
 * such as struck out text, which hides what is around it from the search (office-js #5874).
 */
const REACH = [48, 8, 1];
/** Hits that are looked at where it is not the expected one. */
const MAX_HITS = 100;

/** A stretch of a paragraph, by UTF-16 offsets in its text. */
export interface Place {
  paragraph: Word.Paragraph;
  /** `Paragraph.text` as it has just been loaded. */
  raw: string;
  start: number;
  /** The same as `start` for a place between two characters. */
  end: number;
  /**
   * From behind the character before to the one that follows: with struck out text that `raw` does not have. `wide`
   * reaches over signs that can't be searched for, `tight` is not to be proven there.
   */
  outer?: 'tight' | 'wide';
}

/**
 * The range of `raw[start, end)` in a paragraph; see `locateAll`.
 * @throws the errors of Office
 */
export async function locate(
  context: Word.RequestContext,
  paragraph: Word.Paragraph,
  raw: string,
  start: number,
  end: number,
): Promise<Word.Range | null> {
  const [range = null] = await locateAll(context, [{ paragraph, raw, start, end }]);
  return range;
}

/**
 * The ranges of places in paragraphs, of any length, with three to twelve syncs for all of them together. Word has no
 * ranges by offset, so each is searched for and then proven by the text that stands before it. Control characters
 * (notes, pictures, fields) can't be searched for; a place that has some in it is found by its two ends.
 * @returns null for a place that could not be proven
 * @throws the errors of Office
 */
export async function locateAll(
  context: Word.RequestContext,
  places: readonly Place[],
): Promise<(Word.Range | null)[]> {
  return tryFrom(context, places, 0);
}

async function tryFrom(
  context: Word.RequestContext,
  places: readonly Place[],
  turn: number,
): Promise<(Word.Range | null)[]> {
  const reach = REACH[turn];
  if (reach === undefined || places.length === 0) return places.map(() => null);
  const found = await attempt(context, places, (place) => planOf(place, turn, reach));
  const missing = places.filter((_, index) => found[index] === null);
  const again = await tryFrom(context, missing, turn + 1);
  return found.map((range) => (range === null ? (again.shift() ?? null) : range));
}

async function attempt(
  context: Word.RequestContext,
  places: readonly Place[],
  plan: (place: Place) => Spot[] | null,
): Promise<(Word.Range | null)[]> {
  const planned = places.map((place) => ({ place, spots: plan(place) ?? [] }));
  const search = new Search(context);
  for (const { place, spots } of planned) for (const spot of spots) search.ask(place, spot);
  await search.answer();
  const ranges = planned.map(({ place, spots }) => joined(spots.map((spot) => search.rangeOf(place, spot))));
  for (const range of ranges) range?.load('text');
  await context.sync();
  return ranges.map((range, index) => {
    const { raw, start, end } = places[index] ?? { raw: '', start: 0, end: 0 };
    return range !== null && seen(range.text) === seen(raw.slice(start, end)) ? range : null;
  });
}

/** Something that can be asked for: an end of the paragraph, or a piece of its text (or an end of that). */
type Spot =
  | { type: 'edge'; side: 'Start' | 'End' }
  | { type: 'piece'; from: number; to: number; side: 'Start' | 'End' | 'Whole' };

/** Telling texts are searched for as they are at first, short ones only where their surroundings don't help. */
function planOf(place: Place, turn: number, reach: number): Spot[] | null {
  const length = place.outer === undefined ? place.end - place.start : 0;
  const direct = turn === 0 ? length >= TELLING : turn === 1 && length > 0 && length < TELLING;
  return (direct ? whole(place) : null) ?? ends(place, reach);
}

function whole({ raw, start, end }: Place): Spot[] | null {
  if (forward(raw, start, end) !== end) return null;
  return [{ type: 'piece', from: start, to: end, side: 'Whole' }];
}

/** The two ends of a place, each by the text inside of it, or outside of it, where that can be searched for. */
function ends({ raw, start, end, outer }: Place, reach: number): Spot[] | null {
  if (outer !== undefined) {
    const [from, to] = outer === 'wide' ? overSigns(raw, start, end) : [start, end];
    const [first, last] = [point(raw, from, reach), point(raw, to, reach)];
    return both(first.edge.Start ?? first.before, last.edge.End ?? last.behind);
  }
  const first = point(raw, start, reach);
  const from = first.edge.Start ?? first.behind ?? first.before ?? first.edge.End;
  if (start === end) return from === null ? null : [from];
  const last = point(raw, end, reach);
  return both(from, last.edge.End ?? last.before ?? last.behind);
}

function both(first: Spot | null, last: Spot | null): Spot[] | null {
  return first === null || last === null ? null : [first, last];
}

function overSigns(raw: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from > 0 && termOf(raw.charAt(from - 1)) === null) from -= 1;
  while (to < raw.length && termOf(raw.charAt(to)) === null) to += 1;
  return [from, to];
}

interface Point {
  edge: { Start: Spot | null; End: Spot | null };
  /** Found by the text that ends there. */
  before: Spot | null;
  /** Found by the text that begins there. */
  behind: Spot | null;
}

function point(raw: string, at: number, reach: number): Point {
  const from = backward(raw, at, Math.max(0, at - reach));
  const to = forward(raw, at, Math.min(raw.length, at + reach));
  return {
    edge: {
      Start: at === 0 ? { type: 'edge', side: 'Start' } : null,
      End: at === raw.length ? { type: 'edge', side: 'End' } : null,
    },
    before: from < at ? { type: 'piece', from, to: at, side: 'End' } : null,
    behind: to > at ? { type: 'piece', from: at, to, side: 'Start' } : null,
  };
}

/** How far from an offset, at most to `limit`, a search can go. */
function forward(raw: string, at: number, limit: number): number {
  let length = 0;
  let to = at;
  while (to < limit) {
    const term = termOf(raw.charAt(to));
    if (term === null || length + term.length > LONGEST_SEARCH) break;
    length += term.length;
    to += 1;
  }
  // A half of a pair of surrogates matches nothing.
  return to < raw.length && isLow(raw, to) && to > at ? to - 1 : to;
}

function backward(raw: string, at: number, limit: number): number {
  let length = 0;
  let from = at;
  while (from > limit) {
    const term = termOf(raw.charAt(from - 1));
    if (term === null || length + term.length > LONGEST_SEARCH) break;
    length += term.length;
    from -= 1;
  }
  return isLow(raw, from) && from < at ? from + 1 : from;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Special characters of Word's search ("Search option guidance" of Microsoft's documentation). */
const TERMS = new Map([
  ['^', '^^'],
  ['\t', '^t'],
  ['\v', '^l'],
  ['\n', '^l'],
  ['\u00A0', '^s'],
]);

/** A character as it is searched for; null for one that the search passes over or can't name. */
function termOf(char: string): string | null {
  return TERMS.get(char) ?? (/[\p{Cc}\p{Cf}]/u.test(char) ? null : char);
}

/**
 * A text without control characters: programs differ in whether a range's text has the sign of a note or a field. What
 * is searched for begins and ends with other characters, so the place is still certain.
 */
function seen(text: string): string {
  return text.replaceAll('\n', '\v').replaceAll(/[^\P{Cc}\t\v]/gu, '');
}

function joined(ranges: (Word.Range | null)[]): Word.Range | null {
  const [first, last] = ranges;
  if (first === undefined || first === null) return null;
  if (last === undefined) return first;
  return last === null ? null : first.expandTo(last);
}

interface Asked {
  paragraph: Word.Paragraph;
  raw: string;
  /** How often the text occurs before. */
  nth: number;
  text: string;
  from: number;
  hits: Word.RangeCollection;
  proven: Word.Range | null;
}

/** Searches of many pieces at once; the same text in the same paragraph is searched for once. */
class Search {
  readonly #context: Word.RequestContext;
  readonly #hits = new Map<Word.Paragraph, Map<string, Word.RangeCollection>>();
  readonly #asked = new Map<Word.Paragraph, Map<string, Asked>>();

  constructor(context: Word.RequestContext) {
    this.#context = context;
  }

  ask({ paragraph, raw }: Place, spot: Spot): void {
    if (spot.type === 'edge') return;
    const { from, to } = spot;
    const asked = entry(this.#asked, paragraph);
    const key = `${from}-${to}`;
    if (asked.has(key)) return;
    const text = raw.slice(from, to);
    const hits = entry(this.#hits, paragraph);
    let found = hits.get(text);
    if (found === undefined) {
      found = paragraph.search([...text].map((char) => termOf(char) ?? '').join(''), { matchCase: true });
      found.load('text');
      hits.set(text, found);
    }
    asked.set(key, {
      paragraph,
      raw,
      text,
      from,
      nth: occurrences(raw.slice(0, from), text),
      hits: found,
      proven: null,
    });
  }

  /** Sends the searches and proves one hit of each. */
  async answer(): Promise<void> {
    const all = [...this.#asked.values()].flatMap((asked) => [...asked.values()]);
    if (all.length === 0) return;
    await this.#context.sync();
    // The search folds quotation marks and kinds of spaces; only what is the same to the letter counts.
    const same = new Map(all.map((one) => [one, one.hits.items.filter(({ text }) => text === one.text)]));
    const expected = (one: Asked) => same.get(one)?.slice(one.nth, one.nth + 1) ?? [];
    await this.#prove(all, expected);
    const missing = all.filter(({ proven }) => proven === null);
    if (missing.length > 0) await this.#prove(missing, (one) => same.get(one)?.slice(0, MAX_HITS) ?? []);
  }

  async #prove(asked: readonly Asked[], hitsOf: (one: Asked) => Word.Range[]): Promise<void> {
    const checks = asked.flatMap((one) =>
      hitsOf(one).map((hit) => {
        const before = one.paragraph.getRange('Start').expandTo(hit.getRange('Start'));
        before.load('text');
        return { one, hit, before };
      }),
    );
    if (checks.length === 0) return;
    await this.#context.sync();
    for (const { one, hit, before } of checks) {
      if (seen(before.text) === seen(one.raw.slice(0, one.from))) one.proven ??= hit;
    }
  }

  rangeOf({ paragraph }: Place, spot: Spot): Word.Range | null {
    if (spot.type === 'edge') return paragraph.getRange(spot.side);
    const hit = this.#asked.get(paragraph)?.get(`${spot.from}-${spot.to}`)?.proven ?? null;
    return hit === null || spot.side === 'Whole' ? hit : hit.getRange(spot.side);
  }
}

function entry<Key, Value>(map: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const found = map.get(key) ?? new Map<string, Value>();
  map.set(key, found);
  return found;
}

/** As a search counts them: the next one begins behind the last. */
function occurrences(text: string, piece: string): number {
  let count = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) count += 1;
  return count;
}
