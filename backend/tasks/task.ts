import type { Author, TaskInput, TaskName } from '../../contract/tasks/index.ts';
import type { Hearing, Inputs } from './hearing.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';

/** Everything that a task needs to say what it wants. */
export interface Question<Name extends TaskName> {
  input: TaskInput<Name>;
  /** The source, or the notes on it where it is beyond the model's window. */
  reading: Reading;
  /** The source itself. */
  whole: Reading;
  /** Sections of the knowledge; empty where none are drawn on. */
  passages: readonly Passage[];
  author: Author;
  today: Date;
  /** Unguessable, new for each request: the fence around untrusted text carries it. */
  nonce: string;
}

/** One kind of work, as it is put to a model. */
export interface Task<Name extends TaskName> {
  name: Name;
  /**
   * What is done with a source beyond the model's window: `condense` reads it in parts and works on the notes,
   * `piecewise` does the work part by part and joins the results.
   */
  long: 'condense' | 'piecewise';
  /** The question in German, the source inside the fence. */
  ask(question: Question<Name>): string;
  /** Listens to the answer and holds it against its inputs. */
  listen(inputs: Inputs<Name>): Hearing;
}
