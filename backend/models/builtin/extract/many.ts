import { type Field, MAX_ITEMS } from '../../../../contract/agents/value.ts';
import { actionIn } from '../../../text/actions.ts';
import { factsOf, type Digest } from '../../../text/digest.ts';
import { headingText } from '../../../text/blocks.ts';
import { questionsIn } from '../../../text/questions.ts';
import type { Sentence } from '../../../text/sentences.ts';
import { excerpt } from '../context.ts';
import { isDuration } from './durations.ts';
import { mentionsOf, valueIn } from './kinds.ts';
import { labelGroups } from './label-groups.ts';
import { type Hit, type Table, tablesIn } from './labelled.ts';
import type { Ground } from './one.ts';
import { headingOf, placeOfSentence, regulationsIn, withoutNumber } from './regulations.ts';
import { fitOf, topicOf } from './words.ts';

/** What was found together in one place, by the names of the fields. */
export type Place = ReadonlyMap<string, Hit>;

/** The column of each field, as far as a heading names it; each column for one field. */
function columnsOf(
  fields: readonly Field[],
  heading: readonly string[],
  { desk }: Ground,
): Map<Field, number> {
  const columns = new Map<Field, number>();
  for (const field of fields) {
    const fit = fitOf(field, desk.stemmer);
    let most = 0;
    for (const [at, cell] of heading.entries()) {
      const words = [...columns.values()].includes(at) ? 0 : fit.ofLabel(cell);
      if (words <= most) continue;
      columns.set(field, at);
      most = words;
    }
  }
  return columns;
}

/** A column without a fitting name whose every cell is of the kind of a field, where it is the only one. */
function withColumnOfKind(
  columns: Map<Field, number>,
  fields: readonly Field[],
  { heading, rows }: Table,
): Map<Field, number> {
  if (columns.size === 0) return columns;
  for (const field of fields) {
    if (columns.has(field) || (field.kind !== 'betrag' && field.kind !== 'datum')) continue;
    const [only, ...others] = [...heading.keys()].filter((at) => {
      const cells = rows.map(({ cells: all }) => all[at] ?? '').filter(Boolean);
      return (
        ![...columns.values()].includes(at) &&
        cells.length > 0 &&
        cells.every((cell) => valueIn(field, cell) !== null)
      );
    });
    if (only !== undefined && others.length === 0) columns.set(field, only);
  }
  return columns;
}

function ofTable(fields: readonly Field[], table: Table, ground: Ground): Place[] {
  const { heading, rows } = table;
  const columns = withColumnOfKind(columnsOf(fields, heading, ground), fields, table);
  if (columns.size === 0 || columns.size * 2 < fields.length) return [];
  return rows.flatMap(({ cells, passage }) => {
    const place = new Map<string, Hit>();
    for (const [field, at] of columns) {
      const value = valueIn(field, cells[at] ?? '');
      if (value !== null && value !== '') place.set(field.name, { value, passage });
    }
    return place.size === 0 ? [] : [place];
  });
}

/** The sentences that fields speak of when no table does: deadlines, what has to be done, questions, amounts. */
function sentencesFor(fields: readonly Field[], from: Digest): Sentence[] {
  const topics = fields.map(({ label }) => topicOf(label));
  const typed = (kind: Field['kind']): Field | undefined => fields.find((field) => field.kind === kind);
  // The first field says what the places are about, if it says anything.
  if (topics[0] === 'question') return questionsIn(from.sentences).map(({ sentence }) => sentence);
  const required = fields.filter(({ optional }) => optional !== true).map(({ label }) => topicOf(label));
  if (topics[0] === 'deadline' || required.includes('deadline') || isDue(fields[0]))
    return factsOf(from, 'deadline').map(({ sentence }) => sentence);
  if (topics[0] === 'action') return factsOf(from, 'action').map(({ sentence }) => sentence);
  if (typed('betrag')) return factsOf(from, 'amount').map(({ sentence }) => sentence);
  const day = typed('datum');
  return day ? from.sentences.filter(({ text }) => mentionsOf(day, text).length > 0) : [];
}

/** "Was bis zu der Frist zu geschehen hat" */
function isDue(field: Field | undefined): boolean {
  return field !== undefined && isFrist(field.label);
}

function ofSentence(fields: readonly Field[], sentence: Sentence, from: Digest): Place {
  const { passage } = excerpt(from, sentence);
  const place = new Map<string, Hit>();
  const due = factsOf(from, 'deadline').find((fact) => fact.sentence === sentence && fact.iso !== null);
  // A row of a list of deadlines: what is to be done stands in a cell of its own.
  const step = sentence.block.kind === 'row' ? from.steps.get(sentence) : undefined;
  let told = false;
  for (const field of fields) {
    const topic = topicOf(field.label);
    if (field.kind === 'text') {
      const who = topic === 'responsible' ? actionIn(sentence)?.who || null : null;
      // The sentence says what the place is about; a second text of the same place is not the same again.
      const value = who ?? (told || topic === 'responsible' ? null : step?.what || sentence.text);
      if (value === null) continue;
      told ||= who === null;
      place.set(field.name, { value, passage });
      continue;
    }
    const own = field.kind === 'datum' && due ? [due.value] : mentionsOf(field, sentence.text);
    const [value, ...others] = [...new Set(own)];
    if (value !== undefined && others.length === 0 && (field.kind !== 'zahl' || isDuration(field)))
      place.set(field.name, { value, passage });
  }
  return place;
}

/** The items of the list below a heading that names the only text that is asked for. */
function ofList(fields: readonly Field[], { from, desk }: Ground): Place[] {
  const [field] = fields;
  if (!field || field.kind !== 'text') return [];
  const fit = fitOf(field, desk.stemmer);
  return from.sentences
    .filter(({ block }) => block.kind === 'item' && fit.ofLabel(headingText(block.section)) >= 1)
    .map((sentence) => ofSentence(fields, sentence, from));
}

/** What a Dienstanweisung lays down, with its heading and its number. */
function ofRegulation(fields: readonly Field[], sentence: Sentence, { source }: Digest): Place {
  const place = new Map<string, Hit>();
  const heading = sentence.block.section;
  const at = (value: string, passage: string): Hit | null => (value === '' ? null : { value, passage });
  for (const field of fields) {
    if (field.kind !== 'text') continue;
    const hit = /überschrift|thema/iu.test(field.label)
      ? at(headingOf(sentence), heading)
      : /fundstelle|paragra|abschnitt/iu.test(field.label)
        ? at(placeOfSentence(sentence, source), heading)
        : topicOf(field.label) === 'rule'
          ? { value: withoutNumber(sentence.text), passage: source.slice(sentence.start, sentence.end) }
          : null;
    if (hit) place.set(field.name, hit);
  }
  return place;
}

/** Each mention of the one kind of value that is asked for, also where a sentence or a row has several. */
function ofMentions([field]: readonly Field[], { from }: Ground): Place[] | null {
  if (field?.kind !== 'betrag' && field?.kind !== 'datum') return null;
  return from.sentences.flatMap((sentence) => {
    const { passage } = excerpt(from, sentence);
    return mentionsOf(field, sentence.text).map((value) => new Map([[field.name, { value, passage }]]));
  });
}

/** Lines with labels, one below the other, as far as they say what has to be there. */
function ofLabels(fields: readonly Field[], { labelled, desk }: Ground): Place[] {
  const lines = labelled.filter(({ place }) => place === 'line');
  const required = fields.filter(({ optional }) => optional !== true);
  return labelGroups(fields, lines, desk.stemmer).filter((place) =>
    required.every(({ name }) => place.has(name)),
  );
}

/**
 * Every place where fields stand together: the rows of tables whose headings name them, the items of a list whose heading
 * does, lines with their labels, or the sentences with what they are about. Deadlines and duties stand in tables and
 * sentences alike.
 */
export function findMany(fields: readonly Field[], ground: Ground): Place[] {
  const { from } = ground;
  const mentions = fields.length === 1 ? ofMentions(fields, ground) : null;
  if (mentions) return mentions.slice(0, MAX_ITEMS);
  if (topicOf(fields[0]?.label ?? '') === 'rule') {
    return regulationsIn(from)
      .slice(0, MAX_ITEMS)
      .map((sentence) => ofRegulation(fields, sentence, from));
  }
  const rows = tablesIn(from).flatMap((table) => ofTable(fields, table, ground));
  const items = rows.length > 0 ? [] : ofList(fields, ground);
  const labels = rows.length + items.length > 0 ? [] : ofLabels(fields, ground);
  const found = [...rows, ...items, ...labels];
  const merged = isDated(fields) || topicOf(fields[0]?.label ?? '') === 'action';
  const sentences = found.length > 0 && !merged ? [] : sentencesFor(fields, from);
  const told = new Set(found.flatMap((place) => [...place.values()].map(({ passage }) => passage.trim())));
  const said = [...new Set(sentences)]
    .filter(({ block, text }) => !(merged && rows.length > 0 && block.kind === 'row') && !told.has(text))
    .slice(0, MAX_ITEMS)
    .map((sentence) => ofSentence(fields, sentence, from));
  return [...found, ...said].filter((place) => place.size > 0).slice(0, MAX_ITEMS);
}

/** Whether the places are deadlines. */
function isDated(fields: readonly Field[]): boolean {
  return isDue(fields[0]) || fields.some(({ kind, label }) => kind === 'datum' && isFrist(label));
}

function isFrist(label: string): boolean {
  return /frist/iu.test(label);
}
