import type { ExampleReport } from '../../../contract/agents/example.ts';
import type { ContentReport, LibraryContent, Screening } from '../../../contract/agents/library.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import { actorOf } from '../../audit/actor.ts';
import type { Person } from '../../identity/person.ts';
import { checkAgent } from '../definition/read-agent.ts';
import { shippedLevel } from './admin-cards.ts';
import { contentFaults } from './content-faults.ts';
import { readContent } from './content.ts';
import { LibraryError } from './errors.ts';
import { readFileText } from './files.ts';
import { type Item, scopeOf } from './item.ts';
import { versionAt, versionMarks } from './items.store.ts';
import type { ItemView, Keeping } from './keeping.ts';
import { dayOf, knownFor } from './names.store.ts';
import type { LibraryParts } from './parts.ts';
import { isEditor, mayApprove, mayEdit, mayReturn, mayWithdraw } from './rights.ts';
import { isGuarded } from './screening/guarded.ts';
import { suspectedUses } from './screening/suspected.ts';
import { decideShipped, type ShippedChange, shippedDecisions } from './shipped.store.ts';
import {
  beginItem,
  decideVersion,
  dropDraft,
  saveDraft,
  submitDraft,
  withdrawItem,
} from './versions.store.ts';

type Owner = 'kommune' | 'verbund';
/** What was asked for, with what was read before. */
interface Seen {
  revision: number;
}

/**
 * What those who look after the library do to it. Everything is recorded and throws StoreError, and LibraryError: `not_found`
 * for what a person doesn't see, `role_missing`, `conflict` where somebody else was faster.
 */
export interface Writing {
  /** @param content untrusted @throws LibraryError `library_faulty` for what is no content at all */
  create(person: Person, owner: Owner, content: unknown): Promise<ItemView>;
  /** @throws LibraryError `library_faulty` as `create` */
  saveDraft(person: Person, id: unknown, change: Seen & { content: unknown }): Promise<ItemView>;
  dropDraft(person: Person, id: unknown, seen: Seen): Promise<void>;
  /**
   * Runs the examples first, for which it takes minutes.
   * @throws LibraryError `library_faulty`, `examples_failed`
   */
  submit(
    person: Person,
    id: unknown,
    handed: Seen & { screening: Screening; reason: string },
    signal: AbortSignal,
  ): Promise<ItemView>;
  /** @throws LibraryError `same_person`, `high_risk_refused` */
  decide(
    person: Person,
    id: unknown,
    decision: Seen & { decision: 'approve' | 'return'; reason: string },
  ): Promise<ItemView>;
  withdraw(person: Person, id: unknown, reason: string): Promise<ItemView>;
  copy(person: Person, id: unknown, owner: Owner): Promise<ItemView>;
  /** What a content lacks; nothing is saved. @param content untrusted */
  check(person: Person, content: unknown): Promise<Omit<ContentReport, 'version'>>;
  /** What a file holds; nothing is saved. @param text untrusted */
  read(person: Person, text: string): Promise<Omit<ContentReport, 'version'>>;
  /** @param agent untrusted @throws LibraryError `library_faulty` */
  examples(
    person: Person,
    agent: unknown,
    model: string | null,
    signal: AbortSignal,
  ): Promise<ExampleReport[]>;
}

export function createWriting(parts: LibraryParts, keeping: Keeping): Writing {
  const { store, houseTemplates, runExamples } = parts;

  /** @throws LibraryError `not_found` for what is shipped too: nobody changes it */
  const itemFor = async (person: Person, id: unknown, may: typeof mayEdit): Promise<Item> => {
    const reached = await keeping.reach(person, id);
    if ('shipped' in reached) throw new LibraryError('not_found');
    if (may(person, reached.item)) return reached.item;
    // Whoever may not even see it learns nothing of it.
    await keeping.view(person, id);
    throw new LibraryError('role_missing');
  };
  const ownerFor = (person: Person, owner: Owner): KommuneId | null => {
    const kommune = owner === 'verbund' ? null : person.kommune;
    if (!mayEdit(person, { kommune })) throw new LibraryError('role_missing');
    return kommune;
  };
  const faultsOf = async (person: Person, kommune: KommuneId | null, content: LibraryContent) => {
    const scope = { kommune: person.kommune };
    const known = await store.within(scope, (db) => knownFor(db, kommune, houseTemplates));
    return contentFaults(content, known);
  };
  /** A draft of an agent or an Anweisung may be half done; a file is a Vorlage or is none. */
  const keepable = async (person: Person, kommune: KommuneId | null, value: unknown) => {
    const reading = readContent(value);
    if ('faults' in reading) throw new LibraryError('library_faulty', reading.faults);
    if (reading.content.kind === 'template') {
      const faults = await faultsOf(person, kommune, reading.content);
      if (faults.length > 0) throw new LibraryError('library_faulty', faults);
    }
    return reading.content;
  };
  const doing = (person: Person, reason: string) => ({ actor: actorOf(person), reason });

  /** The examples of an agent; null for what has none. @throws LibraryError `examples_failed` */
  const passedExamples = async (person: Person, content: LibraryContent, signal: AbortSignal) => {
    if (content.kind !== 'agent' || (content.agent.examples ?? []).length === 0) return null;
    const reports = await runExamples(content.agent, null, person, signal);
    const failed = reports.filter(({ outcome }) => outcome !== 'as_expected');
    if (failed.length > 0) {
      throw new LibraryError(
        'examples_failed',
        failed.map(({ name, message }) => ({
          step: null,
          text: `Beispiel „${name}“: ${message ?? 'Das Ergebnis ist ein anderes als erwartet.'}`,
        })),
      );
    }
    return reports;
  };

  const report = async (person: Person, reading: ReturnType<typeof readContent>) => {
    if ('faults' in reading) return { content: null, faults: reading.faults };
    const kommune = person.roles.includes('local-admin') ? person.kommune : null;
    const faults = await faultsOf(person, kommune, reading.content);
    return { content: faults.length > 0 ? null : reading.content, faults };
  };

  /** What is shipped is withdrawn or brought back, for all or for a Kommune. */
  const setShipped = async (
    person: Person,
    agent: string,
    { withdrawn, revision }: Pick<ShippedChange, 'withdrawn' | 'revision'>,
    reason: string,
  ) => {
    const kommune = shippedLevel(person);
    const allowed = withdrawn ? mayWithdraw(person, { kommune }) : isEditor(person);
    if (!allowed) throw new LibraryError('role_missing');
    await store.within(scopeOf({ kommune }), (db) =>
      decideShipped(db, { kommune, agent, withdrawn, revision }, doing(person, reason)),
    );
    return keeping.view(person, agent);
  };

  return {
    async create(person, owner, value) {
      const kommune = ownerFor(person, owner);
      const content = await keepable(person, kommune, value);
      const id = await store.within(scopeOf({ kommune }), (db) =>
        beginItem(db, { kommune, content, copiedFrom: null }, doing(person, 'Entwurf angelegt')),
      );
      return keeping.view(person, id);
    },

    async saveDraft(person, id, { revision, content: value }) {
      const item = await itemFor(person, id, mayEdit);
      const content = await keepable(person, item.kommune, value);
      await store.within(scopeOf(item), (db) =>
        saveDraft(db, item, { revision, content }, doing(person, 'Entwurf geändert')),
      );
      return keeping.view(person, id);
    },

    async dropDraft(person, id, { revision }) {
      const item = await itemFor(person, id, mayEdit);
      await store.within(scopeOf(item), (db) =>
        dropDraft(db, item, revision, doing(person, 'Entwurf verworfen')),
      );
    },

    async submit(person, id, { revision, screening, reason }, signal) {
      const item = await itemFor(person, id, mayEdit);
      const { newest, today } = await store.within(scopeOf(item), async (db) => ({
        newest: await versionAt(db, item.id, 'newest'),
        today: await dayOf(db),
      }));
      if (newest?.state !== 'draft' || newest.revision !== revision) throw new LibraryError('conflict');
      const { content } = newest;
      const faults = await faultsOf(person, item.kommune, content);
      if (content.kind === 'agent' && content.agent.reviewOn <= today) faults.push(PAST_REVIEW);
      if (faults.length > 0) throw new LibraryError('library_faulty', faults);
      const examples = await passedExamples(person, content, signal);
      const suspected = suspectedUses(content, screening.remark);
      const handed = { revision, screening, suspected, examples };
      // What was changed meanwhile is a conflict: the examples were of what was read before.
      await store.within(scopeOf(item), (db) => submitDraft(db, item, handed, doing(person, reason)));
      return keeping.view(person, id);
    },

    async decide(person, id, { revision, decision, reason }) {
      const reached = await keeping.reach(person, id);
      if ('shipped' in reached) {
        if (decision === 'return') throw new LibraryError('conflict');
        const { id: agent } = reached.shipped;
        const level = shippedLevel(person);
        const decisions = await store.within(scopeOf({ kommune: level }), (db) =>
          shippedDecisions(db, level),
        );
        const own = decisions.find((one) => one.agent === agent && one.kommune === level);
        if (own !== undefined && own.revision !== revision) throw new LibraryError('conflict');
        return setShipped(person, agent, { withdrawn: false, revision: own?.revision ?? null }, reason);
      }
      const item = await itemFor(person, id, mayReturn);
      await store.within(scopeOf(item), async (db) => {
        const [mark] = await versionMarks(db, person, item);
        if (mark === undefined) throw new LibraryError('not_found');
        // What is decided about is what was read: another one may be guarded where this one is not.
        if (mark.revision !== revision) throw new LibraryError('conflict');
        const guarded = isGuarded(mark.screening, mark.suspected);
        if (decision === 'approve' && !mayApprove(person, item, guarded)) {
          throw new LibraryError(guarded ? 'high_risk_refused' : 'role_missing');
        }
        await decideVersion(db, item, { revision, decision, guarded }, doing(person, reason));
      });
      return keeping.view(person, id);
    },

    async withdraw(person, id, reason) {
      const reached = await keeping.reach(person, id);
      if ('shipped' in reached)
        return setShipped(person, reached.shipped.id, { withdrawn: true, revision: null }, reason);
      const item = await itemFor(person, id, mayWithdraw);
      await store.within(scopeOf(item), (db) => withdrawItem(db, item, doing(person, reason)));
      return keeping.view(person, id);
    },

    async copy(person, id, owner) {
      const reached = await keeping.reach(person, id);
      if ('item' in reached && reached.item.kommune !== null) throw new LibraryError('not_found');
      const kommune = ownerFor(person, owner);
      const copied =
        'shipped' in reached
          ? {
              content: { kind: 'agent' as const, agent: reached.shipped.agent },
              from: { id: reached.shipped.id, number: reached.shipped.number },
            }
          : await copyOf(reached.item, kommune);
      const made = { kommune, content: copied.content, copiedFrom: copied.from };
      const copy = await store.within(scopeOf({ kommune }), (db) =>
        beginItem(db, made, doing(person, 'Kopie angelegt')),
      );
      return keeping.view(person, copy);
    },

    check: (person, content) => report(person, readContent(content)),
    read: (person, text) => report(person, readFileText(text)),

    async examples(person, agent, model, signal) {
      const checked = checkAgent(agent);
      if (!checked.ok) throw new LibraryError('library_faulty', checked.faults);
      return runExamples(checked.agent, model, person, signal);
    },
  };

  /** What is approved of the Verbund's, for a Kommune. @throws LibraryError `not_found` for everything else */
  async function copyOf(item: Item, kommune: KommuneId | null) {
    if (kommune === null) throw new LibraryError('not_found');
    const approved = await store.within({ kommune }, (db) => versionAt(db, item.id, 'approved'));
    if (approved === null) throw new LibraryError('not_found');
    return { content: approved.content, from: { id: item.id, number: approved.number } };
  }
}

const PAST_REVIEW = {
  step: null,
  text: 'Der Tag der Überprüfung ist vorbei. Bitte tragen Sie einen künftigen ein.',
};
