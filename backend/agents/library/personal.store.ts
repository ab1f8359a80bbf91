import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { MAX_OWN_PROMPTS, type PromptContent, promptContent } from '../../../contract/agents/library.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Person } from '../../identity/person.ts';
import type { Pseudonym } from '../../identity/pseudonym.ts';
import { libraryFavouriteTable, libraryPromptTable } from '../../store/schema/library.ts';
import type { Db } from '../../store/store.ts';
import { createSeal, type Seal, SealBroken } from '../runs/seal.ts';
import { LibraryError } from './errors.ts';

/** Favourites of one person. */
const MAX_FAVOURITES = 200;

/** A person as what they keep for themselves is found and opened by. */
export interface Own {
  kommune: KommuneId;
  /** What stands for them in the tables. */
  person: string;
  /** Opens what they wrote: its key is made of the installation's secret and their id, and lies nowhere. */
  seal: Seal;
}

export function ownOf(person: Pick<Person, 'id' | 'kommune'>, pseudonym: Pseudonym): Own {
  return {
    kommune: person.kommune,
    person: pseudonym('library', person),
    seal: createSeal(Buffer.from(pseudonym('library seal', person), 'base64url')),
  };
}

/** An own Anweisung of a person. */
export interface OwnPrompt {
  id: string;
  content: PromptContent;
}

/** Ids of what a person has marked. @param db in the scope of their Kommune, as all here */
export async function favouritesOf(db: Db, own: Own): Promise<Set<string>> {
  const rows = await db
    .select({ item: libraryFavouriteTable.item })
    .from(libraryFavouriteTable)
    .where(ofPerson(libraryFavouriteTable, own));
  return new Set(rows.map(({ item }) => item));
}

/** @throws LibraryError `library_faulty` where there are too many */
export async function addFavourite(db: Db, own: Own, item: string): Promise<void> {
  const known = await favouritesOf(db, own);
  if (known.size >= MAX_FAVOURITES && !known.has(item)) {
    throw tooMany(`Sie haben schon ${MAX_FAVOURITES} Favoriten. Bitte entfernen Sie zuerst einen.`);
  }
  const { kommune, person } = own;
  await db.insert(libraryFavouriteTable).values({ kommune, person, item }).onConflictDoNothing();
}

/** @returns whether it was one */
export async function removeFavourite(db: Db, own: Own, item: string): Promise<boolean> {
  const rows = await db
    .delete(libraryFavouriteTable)
    .where(and(ofPerson(libraryFavouriteTable, own), eq(libraryFavouriteTable.item, item)))
    .returning({ item: libraryFavouriteTable.item });
  return rows.length > 0;
}

/** A person's own Anweisungen, the latest first; one that does not open any more is left out. */
export async function promptsOf(db: Db, own: Own): Promise<OwnPrompt[]> {
  const rows = await db
    .select()
    .from(libraryPromptTable)
    .where(ofPerson(libraryPromptTable, own))
    .orderBy(libraryPromptTable.changedAt);
  return rows.reverse().flatMap(({ id, content }) => {
    const opened = openPrompt(own, id, content);
    return opened === null ? [] : [{ id, content: opened }];
  });
}

/** @returns its id @throws LibraryError `library_faulty` where there are too many */
export async function addPrompt(db: Db, own: Own, content: PromptContent): Promise<string> {
  const { kommune, person } = own;
  const count = await db.$count(libraryPromptTable, ofPerson(libraryPromptTable, own));
  if (count >= MAX_OWN_PROMPTS) {
    throw tooMany(`Sie haben schon ${MAX_OWN_PROMPTS} eigene Anweisungen. Bitte löschen Sie zuerst eine.`);
  }
  const id = randomUUID();
  await db
    .insert(libraryPromptTable)
    .values({ id, kommune, person, content: own.seal.close(placeOf(id), content) });
  return id;
}

/** @throws LibraryError `not_found` */
export async function changePrompt(db: Db, own: Own, id: string, content: PromptContent): Promise<void> {
  const rows = await db
    .update(libraryPromptTable)
    .set({ content: own.seal.close(placeOf(id), content), changedAt: sql`now()` })
    .where(and(ofPerson(libraryPromptTable, own), eq(libraryPromptTable.id, id)))
    .returning({ id: libraryPromptTable.id });
  if (rows.length === 0) throw new LibraryError('not_found');
}

/** @throws LibraryError `not_found` */
export async function removePrompt(db: Db, own: Own, id: string): Promise<void> {
  const rows = await db
    .delete(libraryPromptTable)
    .where(and(ofPerson(libraryPromptTable, own), eq(libraryPromptTable.id, id)))
    .returning({ id: libraryPromptTable.id });
  if (rows.length === 0) throw new LibraryError('not_found');
  await removeFavourite(db, own, id);
}

/** Deletes all that a person keeps. @returns how many records */
export async function erasePersonal(db: Db, own: Own): Promise<number> {
  const favourites = await db
    .delete(libraryFavouriteTable)
    .where(ofPerson(libraryFavouriteTable, own))
    .returning({ item: libraryFavouriteTable.item });
  const prompts = await db
    .delete(libraryPromptTable)
    .where(ofPerson(libraryPromptTable, own))
    .returning({ id: libraryPromptTable.id });
  return favourites.length + prompts.length;
}

function ofPerson(
  table: typeof libraryFavouriteTable | typeof libraryPromptTable,
  { kommune, person }: Pick<Own, 'kommune' | 'person'>,
) {
  return and(eq(table.kommune, kommune), eq(table.person, person));
}

function openPrompt({ seal }: Own, id: string, sealed: Uint8Array): PromptContent | null {
  try {
    const content = promptContent.safeParse(seal.open(placeOf(id), sealed));
    return content.success ? content.data : null;
  } catch (fault) {
    // Of another installation, as after a backup that was put back without its secret.
    if (fault instanceof SealBroken) return null;
    throw fault;
  }
}

function placeOf(id: string): readonly string[] {
  return ['library_prompt', id];
}

function tooMany(text: string): LibraryError {
  return new LibraryError('library_faulty', [{ step: null, text }]);
}
