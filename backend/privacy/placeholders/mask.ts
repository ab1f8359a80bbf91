import type { ItemKind } from '../../../contract/privacy.ts';
import type { Item } from '../item.ts';
import { fold } from './names.ts';
import { kindOfWord, kindWords, placeholderOf, type Role } from './notation.ts';
import { createCircle, type Named, type Person } from './persons.ts';
import { createRestorer } from './restore.ts';
import { createVault, type Entry, type Foreign, foreignKey, type Vault } from './vault.ts';

export { legendRules } from './legend.ts';
export type { Vault } from './vault.ts';

export interface Masking {
  /** The texts with placeholders, in the order given. */
  texts: string[];
  /** Per text, the items with the placeholder that stands for each. */
  items: MaskedItem[][];
  vault: Vault;
}

export interface MaskedItem extends Item {
  placeholder: string;
  /** What replaces the span: the placeholder and, for an inflected name, its ending (`[PERSON_1]s`). */
  replacement: string;
}

/** More than an inflection has: a longer one would leave the name in sight. */
const MAX_ENDING_CHARS = 3;
const NUMBERS: ReadonlySet<ItemKind> = new Set([
  'phone',
  'iban',
  'account',
  'tax-id',
  'social-security',
  'id-document',
  'plate',
  'reference',
]);
/** Everything that could be taken for a placeholder, whatever stands between its word and its number. */
const LOOKALIKE = new RegExp(
  `(?<!\\p{L})(${kindWords.join('|')})([^\\p{L}\\p{N}]{0,8})(\\d{1,6})(?!\\d)`,
  'giu',
);
/** Stands where an item stood, so that nothing on its left and right is read together. */
const HOLE = '[]';

/**
 * Puts placeholders in place of what is personal. The same string has the same placeholder in all texts, and a
 * placeholder stands for one string, so that what comes back unchanged is restored letter by letter. Numbers follow the
 * order of the texts; texts that are appended leave those before them as they are, unless they bring lookalikes.
 * @param items per text, in order, none overlapping another
 * @throws RangeError where the items do not fit their texts: nothing may be sent then
 */
export function maskTexts(texts: readonly string[], items: readonly (readonly Item[])[]): Masking {
  if (texts.length !== items.length) throw new RangeError('Every text needs its items.');
  texts.forEach((text, at) => {
    checkOrder(text, items[at] ?? []);
  });
  const placed = texts.map((text, at) => (items[at] ?? []).map((item) => stemOf(text, item)));
  const foreign = foreignOf(texts, items);
  const register = createRegister(foreign);
  const identify = createCircle();
  const masked = placed.map((stems) => {
    const named = stems.filter(({ item }) => item.kind === 'person');
    const persons = identify(named.map(({ item, stem }): Named => ({ text: stem, facts: item.person })));
    const personOf = new Map(named.map(({ item }, index) => [item, persons[index]]));
    return stems.map(({ item, stem, ending }): MaskedItem => {
      const placeholder = placeholderOf(register.enter(item, stem, personOf.get(item) ?? null));
      return { ...item, placeholder, replacement: placeholder + ending };
    });
  });
  const results = texts.map((text, at) => replaced(text, masked[at] ?? []));
  const literals = new Set<string>();
  const vault = createVault(register.entries, foreign, literals);
  for (const text of results) keepLiterals(text, vault, literals);
  return { texts: results, items: masked, vault };
}

function checkOrder(text: string, items: readonly Item[]): void {
  let last = 0;
  for (const { start, end } of items) {
    // Stated positively, so that NaN is refused as well.
    const fits = start >= last && end > start && end <= text.length;
    if (!fits) throw new RangeError('Items overlap or leave their text.');
    last = end;
  }
}

interface Stem {
  item: Item;
  /** What is hidden. */
  stem: string;
  /** What stays in sight. */
  ending: string;
}

function stemOf(text: string, item: Item): Stem {
  const whole = text.slice(item.start, item.end);
  const chars = item.person?.ending ?? 0;
  const cut =
    chars > 0 && chars <= MAX_ENDING_CHARS && chars < whole.length ? whole.length - chars : whole.length;
  return { item, stem: whole.slice(0, cut), ending: whole.slice(cut) };
}

function replaced(text: string, items: readonly MaskedItem[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, replacement } of items) {
    out += text.slice(from, start) + replacement;
    from = end;
  }
  return out + text.slice(from);
}

/** What the texts say themselves that looks like a placeholder, also across what is taken out of them. */
function foreignOf(texts: readonly string[], items: readonly (readonly Item[])[]): Foreign {
  const numbers = new Set<string>();
  const spoken = new Set<ItemKind>();
  const collect = (text: string) => {
    for (const [, word = '', joint = '', digits = ''] of text.matchAll(LOOKALIKE)) {
      const kind = kindOfWord(word);
      if (kind === null) continue;
      numbers.add(foreignKey(kind, Number(digits)));
      if (/^[\s\-\u2010\u2011\u2013]{1,3}$/u.test(joint)) spoken.add(kind);
    }
  };
  texts.forEach((text, at) => {
    collect(text);
    collect(
      replaced(
        text,
        (items[at] ?? []).map((item) => ({ ...item, placeholder: HOLE, replacement: HOLE })),
      ),
    );
  });
  return { numbers, spoken };
}

/** Gives every value its placeholder. */
function createRegister(foreign: Foreign) {
  const entries: Entry[] = [];
  const byValue = new Map<string, Entry>();
  const numbers = new Map<Person | string, number>();
  const variants = new Map<string, number>();
  const last = new Map<ItemKind, number>();

  function numberOf(kind: ItemKind, owner: Person | string): number {
    const known = numbers.get(owner);
    if (known !== undefined) return known;
    let number = (last.get(kind) ?? 0) + 1;
    while (foreign.numbers.has(foreignKey(kind, number))) number++;
    last.set(kind, number);
    numbers.set(owner, number);
    return number;
  }

  function enter(item: Item, original: string, person: Person | null): Entry {
    const { kind } = item;
    const number = numberOf(kind, person ?? `${kind}\n${sameValue(kind, original)}`);
    const role = roleOf(item);
    const key = `${kind} ${number} ${role}`;
    const known = byValue.get(`${key}\n${original}`);
    if (known !== undefined) return known;
    const variant = (variants.get(key) ?? 0) + 1;
    variants.set(key, variant);
    const entry: Entry = { kind, number, role, variant, original, person };
    byValue.set(`${key}\n${original}`, entry);
    entries.push(entry);
    return entry;
  }

  return { entries, enter };
}

function roleOf({ kind, person }: Item): Role {
  if (kind !== 'person' || person === undefined || (person.given !== '') === (person.surname !== ''))
    return 'whole';
  return person.surname !== '' ? 'surname' : 'given';
}

/** The same for all spellings of a value: an IBAN with and without spaces. */
function sameValue(kind: ItemKind, text: string): string {
  const folded = fold(text);
  const plain = NUMBERS.has(kind) ? folded.replace(/[^\p{L}\p{N}+]/gu, '') : folded;
  return plain === '' ? text : plain;
}

/** A source may have itself what a model would have added: brackets around a name, an `s` behind it. */
function keepLiterals(text: string, vault: Vault, literals: Set<string>): void {
  const restorer = createRestorer(vault, {
    restored(written, result) {
      const literal = vault
        .marks(written)
        .reduceRight(
          (all, { start, end, original }) => all.slice(0, start) + original + all.slice(end),
          written,
        );
      if (literal !== result) literals.add(written);
    },
  });
  restorer.push(text);
  restorer.end();
}
