import type { Field, PlainValue } from '../../contract/agents/value.ts';
import { normalText } from '../../contract/normal-text.ts';
import type { Evidence } from '../../contract/summary.ts';
import { dayOf, germanDay, type Day } from '../deadlines/calendar.ts';
import { headerOf } from '../evidence/evidence.ts';
import { figuresGiven, missingFigures } from '../evidence/figures.ts';
import { indexSource, MAX_PASSAGE_CHARS, type Proof, prove, type ProofSource } from '../evidence/prove.ts';
import { Work } from '../evidence/work.ts';
import { MONTH_NAMES } from '../text/dates.ts';
import { documentDayIn } from '../text/document-day.ts';
import type { Written } from './extract-reader.ts';
import { daysOf, EMPTY, figureText, isNotGiven, plainLine, valueOf } from './extract-values.ts';
import type { Reading } from './reading.ts';
import { proofText } from './summary-source.ts';

/** A value with what it rests on. */
export interface Proven {
  value: PlainValue;
  evidence: Evidence;
}

/** Holds what was written for a field against the source. */
export type ProveValue = (field: Field, written: Written) => Proven;

/** Words that are shorter stand in a text by chance. */
const MIN_OWN_CHARS = 12;
const MAX_CELLS = 100;
const UNPROVEN: Evidence = { state: 'unproven' };

type Place = Extract<Proof, { state: 'exact' | 'near' }>;

/** A place of the source, as far as it was told in what way it was found. */
interface Found {
  state: 'exact' | 'near';
  passage: string;
  /** Of the table that it is a row of. */
  header: string;
}

/** The ways in which the source may write a day or an amount, for the places where no passage was given for it. */
function spellingsOf(value: PlainValue, said: string): string[] {
  switch (value.kind) {
    case 'datum': {
      const [year = '', month = '', day = ''] = value.date.split('-');
      const name = MONTH_NAMES[Number(month) - 1] ?? '';
      return [germanDay(value.date), `${Number(day)}. ${name} ${year}`, value.date];
    }
    case 'betrag': {
      const amount = figureText(value);
      return [amount, amount.replace(',00 ', ' '), said].filter((one) => /€|EUR|Euro/u.test(one));
    }
    case 'text':
      return said.length >= MIN_OWN_CHARS ? [said] : [];
    case 'zahl':
    case 'ja_nein':
    case 'leer':
      return [];
  }
}

/**
 * Whether a passage has one figure. The cells of a table are looked at one by one: "3 | 300,00 €" are not 3.300 €.
 * @param header holds units for cells that have none
 */
function has(figure: string, { passage, header }: Found): boolean {
  if (!/[|\t]/u.test(passage)) return missingFigures(figure, figuresGiven(passage, header)).length === 0;
  const cells = passage.split(/[|\t\n]/u).filter((cell) => cell.trim() !== '');
  return cells
    .slice(0, MAX_CELLS)
    .some((cell) => missingFigures(figure, figuresGiven(`| ${cell} |`, `${header} ${passage}`)).length === 0);
}

/** Whether a passage says what a value says; `figures` are those that it lacks. */
function borne(
  value: PlainValue,
  place: Found,
  writing: Day | null,
): { exact: boolean; figures: string[] } | null {
  const { passage, header } = place;
  switch (value.kind) {
    case 'leer':
      return null;
    case 'datum': {
      if (has(germanDay(value.date), place)) return { exact: true, figures: [] };
      // "binnen eines Monats" bears the day that follows from it, though another one reckoned it.
      return daysOf(passage, writing).includes(value.date) ? { exact: false, figures: [] } : null;
    }
    case 'zahl':
    case 'betrag': {
      if (!has(figureText(value), place)) return null;
      const negative = value.kind === 'zahl' ? value.number < 0 : value.cents < 0;
      return negative && !/[-−–]\s?(?:€\s?)?\d/u.test(passage) ? null : { exact: true, figures: [] };
    }
    case 'ja_nein':
      return { exact: true, figures: [] };
    case 'text': {
      const figures = missingFigures(value.text, figuresGiven(passage, header));
      const said = normalText(value.text).text;
      return { exact: prove(indexSource(passage), said).state === 'exact', figures };
    }
  }
}

/**
 * Reads each value as its kind and holds it against the whole of its source. Belegt: the source has the passage word for
 * word, and the passage has the day, the number, the amount, or the very words of a text; for yes or no it is enough that
 * the passage stands there. Ungenau: the passage is only near, a text says it in other words, or the source says the value
 * at another place than at the one that was given. A date, an amount, a number, a choice and a yes or no that nothing in the
 * source bears are dropped, since steps reckon and branch with them; a text stays, as not proven.
 */
export function proofsOfValues(reading: Reading): ProveValue {
  const work = new Work();
  const known = new Map<string, Found | null>();
  let source: ProofSource | undefined;
  let writing: Day | null | undefined;

  function find(passage: string): Found | null {
    const before = known.get(passage);
    if (before !== undefined) return before;
    source ??= indexSource(proofText(reading));
    const proof = prove(source, passage, work);
    const found = proof.state === 'none' ? null : placeIn(source.text, proof);
    known.set(passage, found);
    return found;
  }

  /** The line of the source that says a value in so many words. */
  function findOwn(said: string): Found | null {
    const found = find(said);
    if (found?.state !== 'exact' || !source) return null;
    const proof = prove(source, said, work);
    return proof.state === 'none' ? null : placeIn(source.text, lineAround(source.text, proof));
  }

  return (field, written) => {
    writing ??= writtenOn(reading);
    const said = plainLine(written.text);
    if (said === '' || isNotGiven(said)) return { value: EMPTY, evidence: { state: 'absent' } };
    const value = valueOf(said, field, writing);
    const given = passagesOf(written.passages);
    const places = given.map(find).filter((place) => place !== null);
    if (value.kind === 'leer') return { value, evidence: evidenceFor(places[0]) };

    let best: Evidence | null = null;
    for (const place of places) {
      const bears = borne(value, place, writing);
      if (!bears) continue;
      if (place.state === 'exact' && bears.exact && bears.figures.length === 0)
        return { value, evidence: { state: 'proven', passage: place.passage } };
      best ??= { state: 'inexact', passage: place.passage, figures: bears.figures };
    }
    if (best) return { value, evidence: best };

    for (const own of spellingsOf(value, said)) {
      const place = findOwn(own);
      if (place && borne(value, place, writing))
        return { value, evidence: { state: 'inexact', passage: place.passage, figures: [] } };
    }
    return field.kind === 'text' ? { value, evidence: UNPROVEN } : { value: EMPTY, evidence: UNPROVEN };
  };
}

/** What was read at a place though it is no value of its kind; the person sees where. */
function evidenceFor(place: Found | undefined): Evidence {
  return place ? { state: 'inexact', passage: place.passage, figures: [] } : UNPROVEN;
}

/** Several lines of a passage are taken together first, each alone after that. */
function passagesOf(lines: readonly string[]): string[] {
  const given = lines.filter((line) => !isNotGiven(plainLine(line)));
  const joined = [given.join('\n'), given.join(' … ')].filter((one) => one.length <= MAX_PASSAGE_CHARS);
  return [...new Set([...(given.length > 1 ? joined : []), ...given])];
}

function placeIn(text: string, { state, start, end }: Place): Found {
  return { state, passage: text.slice(start, end), header: headerOf(text, start) };
}

function lineAround(text: string, place: Place): Place {
  const start = Math.max(text.lastIndexOf('\n', place.start - 1) + 1, place.start - MAX_PASSAGE_CHARS / 2);
  const next = text.indexOf('\n', place.end);
  const end = Math.min(next < 0 ? text.length : next, place.end + MAX_PASSAGE_CHARS / 2);
  return { ...place, start, end };
}

/** The day on which the source was written; null where it does not say. */
function writtenOn(reading: Reading): Day | null {
  if (reading.kind === 'mail') return reading.date && dayOf(reading.date);
  return reading.kind === 'document' ? documentDayIn(reading.text) : null;
}
