import type {
  AdminCard,
  AdminItem,
  LibraryContent,
  LibraryVersion,
  VersionView,
} from '../../../contract/agents/library.ts';
import type { Person } from '../../identity/person.ts';
import type { Db, Scope } from '../../store/store.ts';
import { adminCard, shippedCard, shippedLevel } from './admin-cards.ts';
import { changedLines } from './changes.ts';
import { LibraryError } from './errors.ts';
import { fileOf, type LibraryFile, writtenForm } from './files.ts';
import { type Item, scopeOf, type Version } from './item.ts';
import { itemById, itemRows, versionAt, versionMarks } from './items.store.ts';
import { dayOf } from './names.store.ts';
import type { LibraryParts, Shipped } from './parts.ts';
import { seesVerbund } from './rights.ts';
import { type ShippedDecision, shippedDecisions } from './shipped.store.ts';
import { usesOf } from './use.store.ts';

/** What a person of the console reaches by an id. */
export type Reached = { shipped: Shipped } | { item: Item; scope: Scope };
/** An item of the console, without the version of the contract. */
export type ItemView = Omit<AdminItem, 'version'>;

/** What those who look after the library see of it. Everything throws StoreError. */
export interface Keeping {
  list(person: Person): Promise<AdminCard[]>;
  /** @throws LibraryError `not_found` for what they don't see, whether there is such a thing or not */
  view(person: Person, id: unknown): Promise<ItemView>;
  /** A version, and what changed since another one; null: since the one before it. @throws LibraryError `not_found` */
  version(
    person: Person,
    id: unknown,
    number: number,
    against: number | null,
  ): Promise<Omit<VersionView, 'version'>>;
  /** @throws LibraryError `not_found` */
  file(person: Person, id: unknown, number: number): Promise<LibraryFile>;
  /** @throws LibraryError `not_found` */
  reach(person: Person, id: unknown): Promise<Reached>;
}

export function createKeeping({ store, shipped }: LibraryParts): Keeping {
  const byId = new Map(shipped.map((one) => [one.id, one]));

  /** Drafts of the Verbund are in its own scope, where whoever reads asks for its rows alone. */
  const verbundScope = (person: Person): Scope =>
    seesVerbund(person) ? 'verbund' : { kommune: person.kommune };

  const reach = async (person: Person, id: unknown): Promise<Reached> => {
    const known = typeof id === 'string' ? byId.get(id) : undefined;
    if (known !== undefined) return { shipped: known };
    // In the scope of the Verbund an id that was guessed would lead to other Kommunen.
    const item = await store.within({ kommune: person.kommune }, (db) => itemById(db, id));
    if (item === null) throw new LibraryError('not_found');
    return { item, scope: item.kommune === null ? verbundScope(person) : scopeOf(item) };
  };

  const usesFor = (db: Db, person: Person) => usesOf(db, shippedLevel(person));

  async function viewItem(person: Person, item: Item, scope: Scope): Promise<ItemView> {
    return store.within(scope, async (db) => {
      const [row] = await itemRows(db, person, item.kommune, item.id);
      const newest = await versionAt(db, item.id, 'newest');
      if (row === undefined || newest === null) throw new LibraryError('not_found');
      const marks = await versionMarks(db, person, item);
      // Who writes for the Verbund is named to its own administration.
      const named = item.kommune !== null || person.roles.includes('verbund-admin');
      const versions = marks.map((mark): LibraryVersion => (named ? mark : nameless(mark)));
      const card = adminCard(person, row, { shipped: byId, uses: await usesFor(db, person) });
      return { card, content: newest.content, versions };
    });
  }

  function viewShipped(person: Person, one: Shipped): Promise<ItemView> {
    return store.within(scopeOf({ kommune: shippedLevel(person) }), async (db) => {
      const decisions = await shippedDecisions(db, shippedLevel(person));
      return {
        card: shippedCard(person, one, decisions, await usesFor(db, person), await dayOf(db)),
        content: { kind: 'agent', agent: one.agent },
        versions: countingFor(decisions, one.id, shippedLevel(person)).map((each) => markOf(one, each)),
      };
    });
  }

  const versionOf = async (person: Person, id: unknown, number: number): Promise<Version> => {
    const reached = await reach(person, id);
    if ('shipped' in reached) return shippedVersion(reached.shipped, number);
    const found = await store.within(reached.scope, (db) => versionAt(db, reached.item.id, number));
    if (found === null) throw new LibraryError('not_found');
    return found;
  };

  return {
    reach,
    async view(person, id) {
      const reached = await reach(person, id);
      return 'shipped' in reached
        ? viewShipped(person, reached.shipped)
        : viewItem(person, reached.item, reached.scope);
    },
    async list(person) {
      const cardsOf = (scope: Scope, kommune: string | null) =>
        store.within(scope, async (db) => {
          const around = { shipped: byId, uses: await usesFor(db, person) };
          return (await itemRows(db, person, kommune)).map((row) => adminCard(person, row, around));
        });
      const level = shippedLevel(person);
      const ofShipped = await store.within(scopeOf({ kommune: level }), async (db) => {
        const decisions = await shippedDecisions(db, level);
        const uses = await usesFor(db, person);
        const today = await dayOf(db);
        return shipped.map((one) => shippedCard(person, one, decisions, uses, today));
      });
      return [
        ...(await cardsOf({ kommune: person.kommune }, person.kommune)),
        ...(await cardsOf(verbundScope(person), null)),
        ...ofShipped,
      ];
    },
    async version(person, id, number, against) {
      const { content } = await versionOf(person, id, number);
      const other = against ?? number - 1;
      const before = other < 1 ? '' : await versionOf(person, id, other).then(written, emptyWhereMissing);
      return { number, content, against: other, changes: changedLines(before, writtenForm(content)) };
    },
    async file(person, id, number) {
      return fileOf((await versionOf(person, id, number)).content);
    },
  };
}

function shippedVersion({ number, agent }: Shipped, asked: number): Version {
  if (asked !== number) throw new LibraryError('not_found');
  return { number, state: 'approved', revision: 0, content: { kind: 'agent', agent } };
}

function written({ content }: { content: LibraryContent }): string {
  return writtenForm(content);
}

/** The one before may be one that the person doesn't see; then all of it is new to them. */
function emptyWhereMissing(fault: unknown): string {
  if (fault instanceof LibraryError && fault.code === 'not_found') return '';
  throw fault;
}

function nameless(mark: LibraryVersion): LibraryVersion {
  const { author, approver } = mark;
  return {
    ...mark,
    author: { ...author, name: '' },
    approver: approver === null ? null : { ...approver, name: '' },
  };
}

/** The decision that counts for those of a Kommune: where the Verbund withdrew it, its own; at most one. */
function countingFor(
  decisions: readonly ShippedDecision[],
  agent: string,
  level: string | null,
): ShippedDecision[] {
  const about = decisions.filter((one) => one.agent === agent);
  const ofVerbund = about.find(({ kommune }) => kommune === null);
  const own = about.find(({ kommune }) => kommune === level);
  const counting = ofVerbund?.withdrawn === true ? ofVerbund : (own ?? ofVerbund);
  return counting === undefined ? [] : [counting];
}

/** What was decided about a shipped agent; who did it stands in the protocol. */
function markOf({ number }: Shipped, decision: ShippedDecision): LibraryVersion {
  const { withdrawn, revision, changedAt, reason } = decision;
  const nobody = { name: '', self: false };
  return {
    ...{ number, revision, changedAt, reason },
    state: withdrawn ? 'withdrawn' : 'approved',
    author: nobody,
    approver: null,
    screening: null,
    suspected: [],
    examples: null,
  };
}
