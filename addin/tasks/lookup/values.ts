import * as z from 'zod/mini';
import { isoDay } from '../../../contract/admin.ts';
import {
  type DocumentKind,
  documentKind,
  type KnowledgeScope,
  knowledgeScope,
  MAX_QUESTION_CHARS,
} from '../../../contract/knowledge.ts';

const yesNo = z.enum(['yes', 'no']);

/** Names that have no blank in them, in one string: "a b"; empty for all there are. */
const names = z.string();

export const lookupValues = z.object({
  question: z.string().check(z.maxLength(MAX_QUESTION_CHARS)),
  /** Ids of collections. */
  collections: names,
  kinds: names,
  /** ISO 8601 calendar date; empty for today. */
  on: z.string(),
  old: yesNo,
  broaden: yesNo,
});

/** What a person decides about a question. */
export type LookupValues = z.infer<typeof lookupValues>;

/** @returns null for all there are */
export function listOf(joined: string): string[] | null {
  const list = joined.split(' ').filter((name) => name !== '');
  return list.length === 0 ? null : list;
}

/** Puts a name into a list or takes it out. */
export function toggled(joined: string, name: string): string {
  const list = listOf(joined) ?? [];
  return (list.includes(name) ? list.filter((one) => one !== name) : [...list, name]).join(' ');
}

export function kindsOf(joined: string): DocumentKind[] {
  return (listOf(joined) ?? []).filter((name): name is DocumentKind => documentKind.safeParse(name).success);
}

/** Where the person wants to look. What can't be read of it, such as a day that is being typed, is as if it were not said. */
export function scopeOf({
  collections,
  kinds,
  on,
  old,
}: Omit<LookupValues, 'question' | 'broaden'>): KnowledgeScope {
  const chosen = kindsOf(kinds);
  const scope = {
    collections: listOf(collections),
    kinds: chosen.length === 0 ? null : chosen,
    on: isoDay.safeParse(on).success ? on : null,
    old: old === 'yes',
  };
  return knowledgeScope.safeParse(scope).success ? scope : { ...scope, collections: null };
}
