import type {
  LibraryCard,
  LibraryContent,
  LibraryItem,
  PromptContent,
} from '../../../contract/agents/library.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Person } from '../../identity/person.ts';
import type { Db } from '../../store/store.ts';
import { isWithdrawn } from './admin-cards.ts';
import { headOf, readContent } from './content.ts';
import { LibraryError } from './errors.ts';
import { itemId } from './item.ts';
import { type ApprovedRow, approvedRows, versionAt } from './items.store.ts';
import type { LibraryParts, Shipped } from './parts.ts';
import {
  addFavourite,
  addPrompt,
  changePrompt,
  favouritesOf,
  type Own,
  ownOf,
  promptsOf,
  removeFavourite,
  removePrompt,
} from './personal.store.ts';
import { promptFaults } from './prompt-faults.ts';
import { stepTexts } from './screening/texts.ts';
import { findableTerms, type Found, rankFound } from './search/rank.ts';
import { shippedDecisions } from './shipped.store.ts';

type ItemView = Omit<LibraryItem, 'version'>;

/** What everybody has of the library: what is approved for their Kommune, and their own Anweisungen. Throws StoreError. */
export interface LibraryDesk {
  /** Favourites first; with words, what fits, the best first. */
  list(person: Person, words: string): Promise<LibraryCard[]>;
  /** @throws LibraryError `not_found` */
  item(person: Person, id: unknown): Promise<ItemView>;
  /** @throws LibraryError `not_found`; `library_faulty` where there are too many */
  setFavourite(person: Person, id: unknown, favourite: boolean): Promise<void>;
  /** @param content untrusted @throws LibraryError `library_faulty` */
  addOwn(person: Person, content: unknown): Promise<ItemView>;
  /** @throws LibraryError `library_faulty`, `not_found` */
  changeOwn(person: Person, id: unknown, content: unknown): Promise<ItemView>;
  /** @throws LibraryError `not_found` */
  removeOwn(person: Person, id: unknown): Promise<void>;
}

/** Contents whose terms are kept at hand. */
const MAX_KEPT = 1_000;

export function createDesk({ store, pseudonym, shipped, ownerName }: LibraryParts): LibraryDesk {
  const termsOf = keptTerms();

  const ownFor = (person: Person): Own => ownOf(person, pseudonym);
  /** @param id only this one */
  const usable = (person: Person, id?: string): Promise<ItemView[]> =>
    store.within({ kommune: person.kommune }, async (db) => {
      const own = ownFor(person);
      const favourites = await favouritesOf(db, own);
      const decisions = await shippedDecisions(db, person.kommune);
      const uuid = id === undefined ? undefined : itemId(id);
      // What is no UUID can be one of the shipped alone.
      const rows =
        uuid === null ? [] : await approvedRows(db, person.kommune, uuid === undefined ? {} : { id: uuid });
      const prompts = await promptsOf(db, own);
      const views: ItemView[] = [
        ...prompts.map((prompt) => ({ card: ownCard(prompt.id, prompt.content), content: prompt.content })),
        ...rows.map((row) => ({ card: approvedCard(row, ownerName(row.kommune)), content: row.content })),
        ...shipped
          .filter((one) => !isWithdrawn(decisions, one.id, person.kommune))
          .map((one) => ({ card: cardOfShipped(one), content: contentOfShipped(one) })),
      ];
      return views
        .filter(({ card }) => id === undefined || card.id === id)
        .map(({ card, content }) => ({ card: { ...card, favourite: favourites.has(card.id) }, content }));
    });

  const item = async (person: Person, id: unknown): Promise<ItemView> => {
    const [found] = await usable(person, String(id));
    if (found === undefined) throw new LibraryError('not_found');
    if (found.card.origin === 'shipped' || found.card.origin === 'own') return found;
    const whole = await store.within({ kommune: person.kommune }, (db) =>
      versionAt(db, found.card.id, 'approved'),
    );
    if (whole === null) throw new LibraryError('not_found');
    return { ...found, content: whole.content };
  };

  return {
    item,
    async list(person, words) {
      const all = await usable(person);
      if (words.trim() === '') return all.map(({ card }) => card).sort(byFavourite);
      return rankFound(
        words,
        all.map(({ card, content }) => [card, termsOf(card, content)] as const),
      );
    },
    async setFavourite(person, id, favourite) {
      const own = ownFor(person);
      const within = <T>(work: (db: Db) => Promise<T>) => store.within({ kommune: person.kommune }, work);
      if (favourite) {
        const { card } = await item(person, id);
        await within((db) => addFavourite(db, own, card.id));
        // What is gone from the library may still be taken from the list.
      } else if (!(await within((db) => removeFavourite(db, own, String(id))))) {
        throw new LibraryError('not_found');
      }
    },
    async addOwn(person, value) {
      const content = soundPrompt(value);
      const id = await store.within({ kommune: person.kommune }, (db) =>
        addPrompt(db, ownFor(person), content),
      );
      return item(person, id);
    },
    async changeOwn(person, value, asked) {
      const content = soundPrompt(asked);
      const id = ownId(value);
      await store.within({ kommune: person.kommune }, (db) => changePrompt(db, ownFor(person), id, content));
      return item(person, id);
    },
    async removeOwn(person, value) {
      const id = ownId(value);
      await store.within({ kommune: person.kommune }, (db) => removePrompt(db, ownFor(person), id));
    },
  };
}

/** Terms are the same as long as a version is; those of own Anweisungen are made anew each time. */
function keptTerms(): (card: LibraryCard, content: LibraryContent) => Found {
  const kept = new Map<string, Found>();
  return (card, content) => {
    const { id, number, name, purpose, origin } = card;
    const make = () => findableTerms({ name, purpose, texts: stepTexts(content) });
    if (origin === 'own') return make();
    const key = `${id} ${number}`;
    const found = kept.get(key) ?? make();
    if (!kept.has(key) && kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, found);
    return found;
  };
}

function byFavourite(a: LibraryCard, b: LibraryCard): number {
  return Number(b.favourite) - Number(a.favourite) || a.name.localeCompare(b.name, 'de');
}

function soundPrompt(value: unknown): PromptContent {
  const reading = readContent(value);
  if ('faults' in reading) throw new LibraryError('library_faulty', reading.faults);
  if (reading.content.kind !== 'prompt') throw new LibraryError('library_faulty', []);
  const faults = promptFaults(reading.content);
  if (faults.length > 0) throw new LibraryError('library_faulty', faults);
  return reading.content;
}

function ownId(value: unknown): string {
  const id = itemId(value);
  if (id === null) throw new LibraryError('not_found');
  return id;
}

function approvedCard(
  { id, kommune, number, reviewOn, content }: ApprovedRow,
  ownerName: string,
): LibraryCard {
  const head = headOf(content);
  return {
    ...{ id, number, reviewOn, favourite: false },
    kind: content.kind,
    name: head.name,
    purpose: head.purpose,
    origin: originOf(kommune),
    owner: head.owner === '' ? ownerName : head.owner,
    ...workOf(content),
  };
}

function originOf(kommune: KommuneId | null): LibraryCard['origin'] {
  return kommune === null ? 'verbund' : 'kommune';
}

function workOf(content: LibraryContent): Pick<LibraryCard, 'work' | 'dataClass'> {
  if (content.kind !== 'agent') return { work: null, dataClass: null };
  return { work: content.agent.work.kind, dataClass: content.agent.dataClass };
}

function contentOfShipped({ agent }: Shipped): LibraryContent {
  return { kind: 'agent', agent };
}

function cardOfShipped(one: Shipped): LibraryCard {
  const { id, number, agent } = one;
  const content = contentOfShipped(one);
  const row = { id, number, kommune: null, reviewOn: agent.reviewOn, content };
  return { ...approvedCard(row, agent.owner.name), origin: 'shipped' };
}

function ownCard(id: string, { name, purpose }: PromptContent): LibraryCard {
  return {
    ...{ id, name, purpose },
    kind: 'prompt',
    origin: 'own',
    number: 1,
    owner: '',
    work: null,
    dataClass: null,
    reviewOn: null,
    favourite: false,
  };
}
