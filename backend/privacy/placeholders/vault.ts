import type { ItemKind, MaskMark } from '../../../contract/privacy.ts';
import { legendOf } from './legend.ts';
import { fold, isInitial } from './names.ts';
import { placeholderOf, type Reference, type Role } from './notation.ts';
import type { Person } from './persons.ts';

/** What stands behind the placeholders of a request; it lives as long as the request, in memory only. */
export interface Vault {
  /** What stands behind a placeholder, exactly as the source has it; null for one that is not ours. */
  originalOf(placeholder: string): string | null;
  /** Those that stand in the texts, in the order in which they first do. */
  entries(): { placeholder: string; original: string; kind: ItemKind }[];
  /** One German line per placeholder that says what a model must know for its grammar; empty where there is none. */
  legend(): string;
  /** Finds placeholders of this vault letter by letter in a text that is sent, for showing. */
  marks(text: string): MaskMark[];
  /** What stands behind a reference, however it was written; a part of a name also where only the whole of it is known. */
  find(reference: Reference): string | null;
  /** Whether the texts themselves have a placeholder of this number: it is theirs, and none of ours. */
  isForeign(kind: ItemKind, number: number): boolean;
  /** Whether the texts themselves say „Person 1“ or the like. */
  speaksOf(kind: ItemKind): boolean;
  /**
   * A placeholder with signs around it that stand just so in the masked texts (`[[PERSON_1]]` for `[Müller]`): restored
   * letter by letter. Null for everything else, where such signs are of the model's making.
   */
  literal(written: string): string | null;
}

/** A placeholder that stands in the texts. */
export interface Entry extends Reference {
  original: string;
  /** Null for what is no person. */
  person: Person | null;
}

/** What the texts have of their own that looks like a placeholder. */
export interface Foreign {
  /** `person 1` */
  numbers: ReadonlySet<string>;
  /** Kinds that the texts speak of as „Person 1“. */
  spoken: ReadonlySet<ItemKind>;
}

const PLACEHOLDER = /\[[A-Z]{3,20}_\d{1,6}(?:_[A-Z]{7,8})?(?:_\d{1,6})?\]/gu;

/** @param literals written forms that are restored letter by letter; the caller may add to them while the texts are masked */
export function createVault(
  entries: readonly Entry[],
  foreign: Foreign,
  literals: ReadonlySet<string>,
): Vault {
  const byPlaceholder = new Map(entries.map((entry) => [placeholderOf(entry), entry]));
  const parts = partsOf(entries, byPlaceholder);

  function originalOf(placeholder: string): string | null {
    return byPlaceholder.get(placeholder)?.original ?? parts.get(placeholder) ?? null;
  }

  function marks(text: string): MaskMark[] {
    const found: MaskMark[] = [];
    for (const { 0: placeholder, index } of text.matchAll(PLACEHOLDER)) {
      const original = originalOf(placeholder);
      const kind = kindOf(placeholder);
      if (original === null || kind === null) continue;
      found.push({ start: index, end: index + placeholder.length, kind, original });
    }
    return found;
  }

  function kindOf(placeholder: string): ItemKind | null {
    return byPlaceholder.get(placeholder)?.kind ?? (parts.has(placeholder) ? 'person' : null);
  }

  return {
    originalOf,
    entries: () =>
      [...byPlaceholder].map(([placeholder, { original, kind }]) => ({ placeholder, original, kind })),
    legend: () => legendOf(entries, parts),
    marks,
    find: (reference) => originalOf(placeholderOf(reference)),
    isForeign: (kind, number) => foreign.numbers.has(foreignKey(kind, number)),
    speaksOf: (kind) => foreign.spoken.has(kind),
    literal: (written) =>
      literals.has(written) ? written.replace(PLACEHOLDER, (one) => originalOf(one) ?? one) : null,
  };
}

export function foreignKey(kind: ItemKind, number: number): string {
  return `${kind} ${number}`;
}

/**
 * Placeholders that stand in no text and yet can be restored: the parts of a name that is only there as a whole, and the
 * whole of one of which no more than a part is there.
 */
function partsOf(entries: readonly Entry[], known: ReadonlyMap<string, Entry>): Map<string, string> {
  const parts = new Map<string, string>();
  const byPerson = Map.groupBy(entries, ({ person, number }) => (person === null ? -1 : number));
  byPerson.delete(-1);
  for (const [number, ofPerson] of byPerson) {
    const person = ofPerson[0]?.person ?? null;
    if (person === null) continue;
    const put = (role: Role, part: string | null) => {
      const placeholder = placeholderOf({ kind: 'person', number, role, variant: 1 });
      if (part !== null && !known.has(placeholder)) parts.set(placeholder, part);
    };
    put('surname', certain(person.surnameForms, ofPerson));
    put('given', certain(person.givenForms, ofPerson));
    const roles = new Set(ofPerson.map(({ role }) => role));
    const [first] = ofPerson;
    // Nobody knows more of her than „Müller“, so that is all there is to restore.
    if (!roles.has('whole') && roles.size === 1 && first !== undefined) put('whole', first.original);
  }
  return parts;
}

/** A part of a name of which the texts know no other, and that can be read in them. */
function certain(forms: ReadonlySet<string>, entries: readonly Entry[]): string | null {
  const full = [...forms].filter((form) => !isInitial(form));
  const known = full.length > 0 ? full : [...forms];
  // `MÜLLER` and `Müller` are one.
  const form = known.find((one) => one !== one.toUpperCase()) ?? known[0];
  if (form === undefined || known.some((one) => fold(one) !== fold(form))) return null;
  return entries.some(({ original }) => fold(original).includes(fold(form))) ? form : null;
}
