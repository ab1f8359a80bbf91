import type { StoredRecord } from '../../../contract/persons.ts';
import type { Pseudonym } from '../../identity/pseudonym.ts';
import type { Db } from '../../store/store.ts';
import { erasePersonal, favouritesOf, ownOf, promptsOf } from './personal.store.ts';
import { eraseUses, useKey, usesByPerson } from './use.store.ts';

/** Whose data it is. */
interface Subject {
  id: string;
  kommune: string;
}

/** What the library keeps about a person: favourites, own Anweisungen, and that they were counted. */
export async function libraryRecords(
  db: Db,
  subject: Subject,
  pseudonym: Pseudonym,
): Promise<StoredRecord[]> {
  const own = ownOf(subject, pseudonym);
  const prompts = await promptsOf(db, own);
  const favourites = await favouritesOf(db, own);
  const uses = await usesByPerson(db, subject.kommune, useKey(subject, pseudonym));
  return [
    ...prompts.map(({ content: { name, purpose, text, variables } }) => ({
      what: 'prompt',
      name,
      purpose,
      text,
      variables: JSON.stringify(variables),
    })),
    ...[...favourites].sort().map((item) => ({ what: 'favourite', item })),
    ...uses.map((use) => ({ what: 'counted', ...use })),
  ];
}

/** Deletes it. @returns how many records */
export async function eraseLibraryRecords(db: Db, subject: Subject, pseudonym: Pseudonym): Promise<number> {
  const uses = await eraseUses(db, subject.kommune, useKey(subject, pseudonym));
  return uses + (await erasePersonal(db, ownOf(subject, pseudonym)));
}
