import { itemKind } from '../../../contract/privacy.ts';
import { healthDigit, ibanDigits, mod1110, pensionDigit } from './check-digits.ts';
import { type Document, splits } from './document.ts';
import { halfOf } from './halves.ts';

const LEAST_TEXTS = 240;
const LEAST_BY_HAND = 70;
const LEAST_ITEMS = 3_000;
const LEAST_TEMPLATES = 25;

/** What of the corpus's promises does not hold; empty where all do. */
export function faultsOf(corpus: readonly Document[]): string[] {
  const byHand = corpus.filter(({ hand }) => hand);
  const templates = new Set(corpus.filter(({ hand }) => !hand).map(({ id }) => id.replace(/-\d+$/, '')));
  return [
    ...atLeast(corpus.length, LEAST_TEXTS, 'texts'),
    ...atLeast(byHand.length, LEAST_BY_HAND, 'texts by hand'),
    ...atLeast(
      corpus.reduce((sum, { items }) => sum + items.length, 0),
      LEAST_ITEMS,
      'items',
    ),
    ...atLeast(templates.size, LEAST_TEMPLATES, 'templates'),
    ...repeated(corpus),
    ...corpus.flatMap(spanFaults),
    ...corpus.flatMap(wrongNumbers),
    ...sharedNames(),
    ...missingKinds(corpus),
  ];
}

const atLeast = (count: number, least: number, what: string) =>
  count < least ? [`${count} ${what}, promised are ${least}`] : [];

function repeated(corpus: readonly Document[]): string[] {
  const seen = new Set<string>();
  return corpus.flatMap(({ id, text }) =>
    [id, text].filter((key) => seen.has(key) || !seen.add(key)).map(() => `${id} is there twice`),
  );
}

function spanFaults({ id, text, items, open }: Document): string[] {
  const all = [...items, ...open].sort((a, b) => a.start - b.start);
  return all.flatMap(({ start, end }, at) => {
    const words = text.slice(start, end);
    const before = all[at - 1];
    if (end <= start || end > text.length || words.trim() !== words)
      return [`${id}: ${start}–${end} is no span`];
    if (before && before.end > start) return [`${id}: ${start}–${end} overlaps the span before it`];
    return /undefined|null|\[object/.test(words) ? [`${id}: ${words}`] : [];
  });
}

/** The halves must not know each other's names: what is tuned on one would be known in the other. */
function sharedNames(): string[] {
  const [one, other] = splits.map((split) => {
    const { female, male, surnames } = halfOf(split);
    return new Set([...female, ...male, ...Object.values(surnames).flat()]);
  });
  return [...(one ?? [])].filter((name) => other?.has(name)).map((name) => `${name} is in both halves`);
}

function missingKinds(corpus: readonly Document[]): string[] {
  return splits.flatMap((split) => {
    const kinds = new Set(
      corpus
        .filter((document) => document.split === split)
        .flatMap(({ items }) => items.map(({ kind }) => kind)),
    );
    return itemKind.options.filter((kind) => !kinds.has(kind)).map((kind) => `${split} has no ${kind}`);
  });
}

/** Numbers that a recogniser may ask their check digits for must have the right ones. */
function wrongNumbers({ id, text, items }: Document): string[] {
  return items.flatMap(({ kind, start, end }) => {
    const number = text.slice(start, end).replace(/\s/g, '');
    return hasRightDigits(kind, number) ? [] : [`${id}: ${number} has wrong check digits`];
  });
}

function hasRightDigits(kind: string, number: string): boolean {
  if (kind === 'iban') return ibanDigits(number.slice(0, 2), number.slice(4)) === number.slice(2, 4);
  if (kind === 'social-security') {
    const digit = /^[A-Z]/.test(number) ? healthDigit : pensionDigit;
    return number.endsWith(digit(number.slice(0, -1)));
  }
  if (kind !== 'tax-id' || number.includes('/')) return true;
  return number.endsWith(mod1110(number.replace(/\D/g, '').slice(0, -1)));
}
