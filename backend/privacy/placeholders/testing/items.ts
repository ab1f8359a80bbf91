import type { Item } from '../../item.ts';
import type { PersonFacts } from '../../span.ts';

/** An item for words that stand in a text, the first time from an offset on. */
export type Find = (text: string, from: number) => Item;

export function itemIn(words: string, facts: Pick<Item, 'kind' | 'person'>): Find {
  return (text, from) => {
    const start = text.indexOf(words, from);
    if (start < 0) throw new Error(`„${words}“ does not stand in the text.`);
    return { start, end: start + words.length, rule: 'test', ...facts };
  };
}

export const named = {
  person: (words: string, given: string, surname: string, gender: PersonFacts['gender'] = null, ending = 0) =>
    itemIn(words, { kind: 'person', person: { given, surname, gender, plural: false, ending } }),
  couple: (words: string, given: string, surname: string) =>
    itemIn(words, { kind: 'person', person: { given, surname, gender: null, plural: true, ending: 0 } }),
};

/** Texts with their items, each looked for from the end of the one before. */
export function placed(text: string, finds: readonly Find[]): Item[] {
  let from = 0;
  return finds.map((find) => {
    const item = find(text, from);
    from = item.end;
    return item;
  });
}
