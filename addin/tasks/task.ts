import type { ComponentType, RefCallback } from 'react';
import type { ZodMiniType } from 'zod/mini';
import type { ErrorCode } from '../../contract/errors.ts';
import type { CollectionCard } from '../../contract/knowledge.ts';
import type { Part, Source } from '../../contract/source.ts';
import type { TaskInput, DeskTaskName } from '../../contract/tasks/index.ts';
import type { ActionName, Surface } from '../office/host.ts';

/** What a task works on: a part of what is open, or nothing but the person's own words. */
export type From = Part | 'nothing';

/** What a person filled in, by the name of the field. Flat strings, so that it can be kept anywhere. */
export type Values = Record<string, string>;

/** A field that has to be filled in before the task can start. */
export interface Missing {
  field: string;
  text: string;
}

export interface FormProps<V extends Values = Values> {
  values: V;
  surface: Surface;
  onChange: (field: keyof V & string, value: string) => void;
  missing: Missing | null;
  /** What will be read, what could be, and the way to change it. */
  reading: { from: From | null; possible: readonly From[]; want: (from: From) => void };
  /** The collections that can be asked; loaded when they are first wanted. */
  collections: () => Promise<CollectionCard[]>;
  /** Whether no language model answers. */
  modelless: boolean;
  /** The field that carries the task; the pane moves the focus there. */
  mainField: RefCallback<HTMLElement>;
}

/** A task with its input, the part of a request that the form decides. */
export type Ask = { [Name in DeskTaskName]: { task: Name; input: TaskInput<Name> } }[DeskTaskName];

/** The words of a task. */
export interface TaskWords {
  /** On the tab. */
  label: string;
  /** On the primary button. */
  verb: string;
  /** On the primary button where there is a draft already. */
  again: string;
  /** Said when it has ended. */
  ready: string;
  /** For an empty pane: three sentences, and an example that fills the form. */
  teach: { sentences: [string, string, string]; example: { label: string; values: Values } };
}

/** A task as its folder describes it. */
export interface TaskSpec<V extends Values> {
  name: DeskTaskName;
  words: TaskWords;
  /** What it can work on, the preferred first, by surface. A surface that is not named does not have the task. */
  from: Partial<Record<Surface, readonly From[]>>;
  initial(surface: Surface): V;
  /** The form's values; kept ones of an older make don't fit and are left alone. */
  schema: ZodMiniType<V>;
  Form: ComponentType<FormProps<V>>;
  /** @param from what will be read; null where there is nothing for the task */
  missing(values: V, from: From | null): Missing | null;
  /** @returns the input, or null where this source is none for the task */
  toAsk(values: V, source: Source): Ask | null;
  /** What a result can be used for, the best first. */
  actions(surface: Surface, from: From): ActionName[];
  /** The choices that shaped a result, in a few words; may be empty. */
  settings(values: V): string;
  /** Title of a result, for a new mail or a file. */
  title(source: string): string;
}

/** A task as the pane uses it, whatever its values are called. */
export interface Task extends Omit<TaskSpec<Values>, 'toAsk' | 'schema'> {
  /** Whether kept values fit its form. */
  accepts(values: Values): boolean;
  toAsk(values: Values, source: Source): Ask | { refused: ErrorCode };
}
