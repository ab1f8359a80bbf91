import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Synonym } from '../../../contract/knowledge.ts';
import { recordAct } from '../../audit/audit.store.ts';
import { RuleError } from '../../policy/errors.ts';
import { synonym, synonymList } from '../../store/schema/upkeep.ts';
import type { Db } from '../../store/store.ts';
import type { AlsoWords } from '../analysis/analysed.ts';
import type { Doing } from '../collections/collections.store.ts';
import { standsIn, stemsOf } from './stems.ts';

/** What a word of the dictionary counts beside those of the question: somebody of the house said that it means the same. */
const WEIGHT = 0.8;
/** Entries that one question is broadened by. */
const MOST = 20;
/** Rows of one statement. */
const ROWS = 500;

/** Words of a Kommune or of the Verbund (null), and how often they were changed: 0 where there are none yet. */
export interface Dictionary {
  revision: number;
  synonyms: Synonym[];
}

/** What the words of a Kommune, or of the Verbund (null), mean. @param db in a scope that sees them */
export async function readSynonyms(db: Db, kommune: KommuneId | null): Promise<Dictionary> {
  const [list] = await db
    .select({ revision: synonymList.revision })
    .from(synonymList)
    .where(isOwnedBy(synonymList.kommune, kommune));
  const synonyms = await db
    .select({ word: synonym.word, means: synonym.means })
    .from(synonym)
    .where(isOwnedBy(synonym.kommune, kommune))
    .orderBy(asc(synonym.id));
  return { revision: list?.revision ?? 0, synonyms };
}

/**
 * Puts another dictionary in the place of the one that there is, and tells the protocol how long it is.
 * @param db in a scope that writes for the Kommune, that of the Verbund for null
 * @throws RuleError `conflict` where somebody else was faster
 */
export async function changeSynonyms(
  db: Db,
  kommune: KommuneId | null,
  { revision, synonyms, actor, reason }: Doing & Dictionary,
): Promise<number> {
  const next = revision + 1;
  const changed =
    revision === 0
      ? await db
          .insert(synonymList)
          .values({ kommune, revision: next })
          .onConflictDoNothing()
          .returning({ revision: synonymList.revision })
      : await db
          .update(synonymList)
          .set({ revision: next })
          .where(and(isOwnedBy(synonymList.kommune, kommune), eq(synonymList.revision, revision)))
          .returning({ revision: synonymList.revision });
  if (changed.length === 0) throw new RuleError('conflict');
  await db.delete(synonym).where(isOwnedBy(synonym.kommune, kommune));
  const rows = synonyms.map(({ word, means }) => {
    const stems = stemsOf(word);
    return { kommune, word, means, stems, firstStem: stems[0] ?? '' };
  });
  for (let at = 0; at < rows.length; at += ROWS) await db.insert(synonym).values(rows.slice(at, at + ROWS));
  await recordAct(db, {
    actor,
    kommune,
    kind: 'synonyms.changed',
    subject: kommune ?? 'verbund',
    details: { revision: next, words: synonyms.length },
    reason,
  });
  return next;
}

/**
 * What words of a question mean, by the dictionary of a Kommune and that of the Verbund.
 * @param db in the scope of the Kommune
 */
export async function synonymsFor(db: Db, kommune: KommuneId, question: string): Promise<AlsoWords[]> {
  const asked = stemsOf(question);
  if (asked.length === 0) return [];
  const found = await db
    .select({ means: synonym.means, stems: synonym.stems })
    .from(synonym)
    .where(
      and(
        inArray(synonym.firstStem, [...new Set(asked)]),
        or(eq(synonym.kommune, kommune), isNull(synonym.kommune)),
      ),
    )
    .orderBy(asc(synonym.firstStem), asc(synonym.id));
  return found
    .filter(({ stems }) => standsIn(stems, asked))
    .slice(0, MOST)
    .map(({ means }) => ({ words: means.join(' '), weight: WEIGHT }));
}

function isOwnedBy(column: typeof synonym.kommune | typeof synonymList.kommune, kommune: KommuneId | null) {
  return kommune === null ? isNull(column) : eq(column, kommune);
}

/** Stems of all words that somebody has said the meaning of, for a Kommune. */
export async function knownStems(db: Db, kommune: KommuneId): Promise<Set<string>> {
  const rows = await db
    .select({ stems: synonym.stems })
    .from(synonym)
    .where(sql`${synonym.kommune} = ${kommune} or ${synonym.kommune} is null`);
  return new Set(rows.flatMap(({ stems }) => stems));
}
