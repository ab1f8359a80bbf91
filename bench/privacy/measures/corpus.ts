import { readFileSync } from 'node:fs';
import type { Document, Item, Split } from '../make/document.ts';
import { coverage, overlapsAny } from './coverage.ts';
import { type Failure, failureAt } from './failure.ts';
import { type Found, foundIn, type Recognise } from './recognise.ts';
import { count, emptyScore, emptyTally, type Score, type Tally } from './tally.ts';

/** The figures of a half. Of the groups without precision there is none to give: other kinds lie beside them. */
export interface CorpusFigures {
  persons: Score;
  personsByHand: Score;
  /** Numbers with check digits. */
  checked: Score;
  phones: Tally;
  places: Tally;
  streets: Tally;
  birthdates: Tally;
  mailboxes: Tally;
  /** Numbers that only their label tells. */
  labelled: Tally;
  /** Texts in which no letter of an item is left. */
  clean: Tally;
  cleanByHand: Tally;
  /** Of the items that were found, those that were found as what they are. */
  rightKind: Tally;
  failures: Failure[];
}

type Group =
  'persons' | 'checked' | 'phones' | 'places' | 'streets' | 'birthdates' | 'mailboxes' | 'labelled';

const groupOfKind = {
  person: 'persons',
  street: 'streets',
  place: 'places',
  birthdate: 'birthdates',
  phone: 'phones',
  email: 'mailboxes',
  url: 'mailboxes',
  iban: 'checked',
  'social-security': 'checked',
  'tax-id': 'checked',
  account: 'labelled',
  'id-document': 'labelled',
  plate: 'labelled',
  reference: 'labelled',
  other: 'labelled',
} as const satisfies Record<Item['kind'], Group>;

export function corpusOf(split: Split): Document[] {
  return readFileSync(new URL(`../corpus/${split}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Document);
}

/** Each text is a request of its own. */
export function measureCorpus(documents: readonly Document[], recognise: Recognise): CorpusFigures {
  const figures: CorpusFigures = {
    persons: emptyScore(),
    personsByHand: emptyScore(),
    checked: emptyScore(),
    phones: emptyTally(),
    places: emptyTally(),
    streets: emptyTally(),
    birthdates: emptyTally(),
    mailboxes: emptyTally(),
    labelled: emptyTally(),
    clean: emptyTally(),
    cleanByHand: emptyTally(),
    rightKind: emptyTally(),
    failures: [],
  };
  for (const document of documents) addDocument(figures, document, foundIn(recognise, document.text));
  return figures;
}

function addDocument(figures: CorpusFigures, document: Document, found: readonly Found[]): void {
  const { id, text, items, hand } = document;
  const isCovered = coverage(text, found);
  const missed = items.filter((item) => !isCovered(item));
  count(figures.clean, missed.length === 0);
  if (hand) count(figures.cleanByHand, missed.length === 0);

  for (const item of items) {
    const isFound = isCovered(item);
    const group = groupOf(item, text);
    const tally = figures[group];
    count('recall' in tally ? tally.recall : tally, isFound);
    if (group === 'persons' && hand) count(figures.personsByHand.recall, isFound);
    if (isFound) {
      count(
        figures.rightKind,
        overlapsAny(
          item,
          found.filter(({ kind }) => kind === item.kind),
        ),
      );
    } else {
      figures.failures.push(failureAt({ what: 'missed', where: id, kind: item.kind, rule: '' }, text, item));
    }
  }
  addPrecision(figures, document, found);
}

function addPrecision(figures: CorpusFigures, document: Document, found: readonly Found[]): void {
  const { id, text, items, open, hand } = document;
  for (const one of found) {
    const group = groupOf(one, text);
    if (group !== 'persons' && group !== 'checked') continue;
    const isRight = overlapsAny(
      one,
      items.filter((item) => groupOfKind[item.kind] === group),
    );
    if (!isRight && overlapsAny(one, open)) continue;
    count(figures[group].precision, isRight);
    if (group === 'persons' && hand) count(figures.personsByHand.precision, isRight);
    if (!isRight) {
      const head = { what: 'false', where: id, kind: one.kind, rule: one.rule } as const;
      figures.failures.push(failureAt(head, text, one));
    }
  }
}

/** A Steuernummer has no check digit that proves it; it is known by its label, as its slashes tell. */
function groupOf(item: Pick<Item, 'start' | 'end' | 'kind'>, text: string): Group {
  const isTaxNumber = item.kind === 'tax-id' && text.slice(item.start, item.end).includes('/');
  return isTaxNumber ? 'labelled' : groupOfKind[item.kind];
}
