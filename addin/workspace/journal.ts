import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Mapping, type Step, type StepMap } from '@tiptap/pm/transform';

/** What a text that was read has had written into it: the id of its change for each step. */
interface Signature {
  reading: number;
  changes: readonly string[];
}

interface Entry {
  before: Entry | null;
  maps: readonly StepMap[];
  /** Null where a person or another action wrote. */
  signature: Signature | null;
  /** The way back; only kept of what is signed. */
  inverted: readonly Step[];
}

const key = new PluginKey<Entry | null>('journal');

function isSignature(value: unknown): value is Signature {
  return typeof value === 'object' && value !== null && 'reading' in value;
}

/** Remembers how places move, so that those of a text read long ago can be found when they are needed. */
export const journal = Extension.create({
  name: 'journal',
  addProseMirrorPlugins: () => [
    new Plugin<Entry | null>({
      key,
      state: {
        init: () => null,
        apply(tr, before) {
          if (!tr.docChanged) return before;
          const meta: unknown = tr.getMeta(key);
          const signature = isSignature(meta) ? meta : null;
          const inverted = signature ? tr.steps.map((step, at) => step.invert(tr.docs[at] ?? tr.doc)) : [];
          return { before, maps: tr.mapping.maps, signature, inverted };
        },
      },
    }),
  ],
});

/** A moment in the life of a document. */
export type Moment = Entry | null;

/** The moment that a state is at. */
export function momentOf(state: EditorState): Moment {
  return key.getState(state) ?? null;
}

function entriesSince(state: EditorState, since: Moment): Entry[] {
  const entries: Entry[] = [];
  for (let entry = momentOf(state); entry && entry !== since; entry = entry.before) entries.push(entry);
  return entries.reverse();
}

/**
 * Notes that a change is the own one of a reading: its places grow with it, and it can be taken back.
 * @param changes the id of the change that each step belongs to
 */
export function sign(tr: Transaction, reading: number, changes: readonly string[]): Transaction {
  return tr.setMeta(key, { reading, changes } satisfies Signature);
}

/**
 * Where a range is now.
 * @param since when the range was what it says; what was written at its edges since is in it only where the reading did it
 */
export function movedSince(
  state: EditorState,
  range: { from: number; to: number },
  since: Moment,
  reading: number,
): { from: number; to: number } {
  let { from, to } = range;
  for (const { maps, signature } of entriesSince(state, since)) {
    const own = signature?.reading === reading;
    for (const map of maps) {
      from = map.map(from, own ? -1 : 1);
      to = map.map(to, own ? 1 : -1);
    }
  }
  return { from, to };
}

/**
 * Undoes the steps of some changes of a reading and leaves all others.
 * @param meant says by its id whether a change is one of them
 * @returns false where a step can't be undone any more
 */
export function undoSince(
  tr: Transaction,
  state: EditorState,
  since: Moment,
  reading: number,
  meant: (change: string) => boolean,
): boolean {
  const steps = entriesSince(state, since).flatMap(({ maps, signature, inverted }) =>
    maps.map((map, at) => {
      const change = signature?.reading === reading ? signature.changes[at] : undefined;
      return { map, back: change !== undefined && meant(change) ? inverted[at] : undefined };
    }),
  );
  const mapping = new Mapping(steps.map(({ map }) => map));
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const back = steps[at]?.back?.map(mapping.slice(at + 1));
    if (steps[at]?.back && !back) return false;
    if (!back) continue;
    if (tr.maybeStep(back).failed !== null) return false;
    mapping.appendMap(back.getMap(), at);
  }
  return true;
}
