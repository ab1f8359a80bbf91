import type { Answer } from '../../contract/answer.ts';
import type { Person } from '../identity/person.ts';
import type { Store } from '../store/store.ts';
import type { FoundSection, Knowledge } from '../tasks/knowledge.ts';
import { aroundSections } from './around.store.ts';
import { type ReadableCollection, wantedOf } from './collections/collection.ts';
import { readableCollections } from './collections/collections.store.ts';
import type { Meaning } from './embeddings/meaning.ts';
import { searchCards } from './search/cards.ts';
import { createSearch } from './search/search.ts';
import { synonymsFor } from './synonyms/synonyms.store.ts';
import { noteFound } from './upkeep/found.store.ts';
import { noteUnanswered } from './upkeep/unanswered.store.ts';

/** Sections that an answer may rest on. */
const MOST_SECTIONS = 8;
/** What a word counts that a model only guessed at, beside one of the question. */
const WEIGHT_OF_WORDS = 0.3;
const MOST_CONTACTS = 5;

/** The internal knowledge as each person may read it. */
export function knowledgeOf(store: Store, meaning: Pick<Meaning, 'vectorsOf'>) {
  const search = createSearch({ store });

  return (person: Person, keptDays: number): Knowledge => {
    const { kommune } = person;

    return {
      async find({ question, words, scope }) {
        const { readable, synonyms } = await store.within({ kommune }, async (db) => ({
          readable: await readableCollections(db, person, scope.on),
          synonyms: await synonymsFor(db, kommune, question),
        }));
        const searched = wantedOf(readable, scope.collections);
        const { hits, enough, enoughUnread } = await search(kommune, {
          question,
          also: words === '' ? synonyms : [...synonyms, { words, weight: WEIGHT_OF_WORDS }],
          collections: searched.map(({ id }) => id),
          kinds: scope.kinds,
          on: scope.on,
          old: scope.old,
          limit: MOST_SECTIONS,
          meaning: await meaning.vectorsOf(person, question, searched),
        });
        const cards = searchCards(hits, searched);
        const around = await store.within({ kommune }, (db) =>
          aroundSections(
            db,
            cards.map(({ section }) => section),
          ),
        );
        const sections = cards.flatMap((card): FoundSection[] => {
          const dataClass = searched.find(({ id }) => id === card.collection.id)?.dataClass;
          const beside = around.get(card.section) ?? { before: '', after: '' };
          return dataClass === undefined ? [] : [{ card, dataClass, ...beside }];
        });
        return { sections, enough, enoughUnread, contacts: contactsOf(sections, searched) };
      },
      collections: () => store.within({ kommune }, (db) => readableCollections(db, person)),
      noteFound: (sections) => store.within({ kommune }, (db) => noteFound(db, kommune, sections)),
      noteUnanswered: (question, scope) =>
        store.within({ kommune }, async (db) => {
          const readable = await readableCollections(db, person, scope.on);
          const collections = wantedOf(readable, scope.collections).map(({ id }) => id);
          await noteUnanswered(db, kommune, { question, collections }, keptDays);
        }),
    };
  };
}

/** Whom to ask: those of the collections where something was found first. */
function contactsOf(
  sections: readonly FoundSection[],
  searched: readonly ReadableCollection[],
): Answer['contacts'] {
  const near = sections.map(({ card }) => card.collection.id);
  const order = [...new Set([...near, ...searched.map(({ id }) => id)])];
  return order
    .flatMap((id) => searched.find((one) => one.id === id) ?? [])
    .filter(({ contact }) => contact.name !== '' || contact.email !== '' || contact.phone !== '')
    .slice(0, MOST_CONTACTS)
    .map(({ contact, name }) => ({ ...contact, collection: name }));
}
