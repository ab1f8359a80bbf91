import * as z from 'zod/mini';
import { author, type Author } from '../../contract/tasks/index.ts';
import type { Surface } from '../office/host.ts';
import type { Citing } from '../output/cite.ts';
import type { Values } from '../tasks/task.ts';
import type { Decision } from './privacy/decisions.ts';

/** What is remembered of the person. */
export interface Remembered {
  /** Who signs; null until they have said it. */
  author: Author | null;
  /** Id of the model they chose. */
  model: string | null;
  /** Whether they have started a task before. */
  hasBegun: boolean;
  /** Whether they want to see, before every sending, what leaves the house. */
  showsSending: boolean;
  /** How a text says what it rests on. */
  citing: Citing;
  /** Whether replies and notes draw on the internal knowledge. */
  drawsOnKnowledge: boolean;
  /** Words they mask by hand, in every source; as long as the page lasts, and never stored. */
  mask: readonly string[];
  /** What they decided about a source, by its key; as long as the page lasts, and never stored. */
  decisions: Readonly<Record<string, Decision>>;
}

export const nothingRemembered: Remembered = {
  author: null,
  model: null,
  hasBegun: false,
  showsSending: false,
  citing: 'footnotes',
  drawsOnKnowledge: false,
  mask: [],
  decisions: {},
};

/**
 * What the panes of a page remember in the browser; one memory serves all of them, so that what is chosen in one holds
 * in the others. In the session: what was typed into forms, never an answer or a source. Beyond it: what is remembered
 * of the person, without the words they mask and what they decided about a source: that lasts as long as the page. A
 * browser that refuses to store anything (as in a partitioned frame) is no error; all choices then last as long as the
 * page.
 */
export interface Memory {
  /** Forms by the piece of work they belong to. Each surface has its own, so that none crowds out another's. */
  forms(surface: Surface): Record<string, Values>;
  /** Adds to what is kept. */
  keepForms(surface: Surface, forms: Record<string, Values>): void;
  /** The same object until something of it changes. */
  remembered(): Remembered;
  remember(change: Partial<Remembered>): void;
  /** Called after every `remember`. Returns how to stop listening. */
  subscribe(listener: () => void): () => void;
}

/** Forms that are kept of a surface, the latest. */
const MAX_FORMS = 30;
const citing: z.ZodMiniType<Citing> = z.enum(['footnotes', 'brackets', 'none']);
const formsSchema = z.record(z.string(), z.record(z.string(), z.string()));

export function browserMemory(): Memory {
  const listeners = new Set<() => void>();
  let now: Remembered = {
    ...nothingRemembered,
    author: parse(author, read('localStorage', 'amtsfeder.author')),
    model: read('localStorage', 'amtsfeder.model'),
    hasBegun: read('localStorage', 'amtsfeder.begun') !== null,
    showsSending: read('localStorage', 'amtsfeder.preview') === '1',
    citing: parse(citing, JSON.stringify(read('localStorage', 'amtsfeder.citing'))) ?? 'footnotes',
    drawsOnKnowledge: read('localStorage', 'amtsfeder.knowledge') === '1',
  };
  const forms: Memory['forms'] = (surface) =>
    parse(formsSchema, read('sessionStorage', `amtsfeder.forms.${surface}`)) ?? {};
  return {
    forms,
    keepForms(surface, changed) {
      const others = Object.entries(forms(surface)).filter(([key]) => !(key in changed));
      const latest = [...others, ...Object.entries(changed)].slice(-MAX_FORMS);
      write('sessionStorage', `amtsfeder.forms.${surface}`, JSON.stringify(Object.fromEntries(latest)));
    },
    remembered: () => now,
    remember(change) {
      now = { ...now, ...change };
      if (change.author) write('localStorage', 'amtsfeder.author', JSON.stringify(change.author));
      if (change.model) write('localStorage', 'amtsfeder.model', change.model);
      if (change.hasBegun) write('localStorage', 'amtsfeder.begun', '1');
      if (change.showsSending !== undefined) {
        write('localStorage', 'amtsfeder.preview', change.showsSending ? '1' : '0');
      }
      if (change.citing) write('localStorage', 'amtsfeder.citing', change.citing);
      if (change.drawsOnKnowledge !== undefined) {
        write('localStorage', 'amtsfeder.knowledge', change.drawsOnKnowledge ? '1' : '0');
      }
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

type Place = 'sessionStorage' | 'localStorage';

function read(place: Place, name: string): string | null {
  try {
    return window[place].getItem(name);
  } catch {
    return null;
  }
}

function write(place: Place, name: string, value: string): void {
  try {
    window[place].setItem(name, value);
  } catch {
    // Refused or full: nothing is lost but the convenience.
  }
}

function parse<T>(schema: z.ZodMiniType<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    const value = schema.safeParse(JSON.parse(text));
    return value.success ? value.data : null;
  } catch {
    return null;
  }
}
