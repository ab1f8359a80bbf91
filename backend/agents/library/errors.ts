import type { ErrorCode } from '../../../contract/errors.ts';
import type { AgentFault } from '../definition/faults.ts';

/** What a change of the library can be refused for. */
export type LibraryRefusal = Extract<
  ErrorCode,
  | 'conflict'
  | 'not_found'
  | 'role_missing'
  | 'library_faulty'
  | 'same_person'
  | 'examples_failed'
  | 'high_risk_refused'
>;

/** Nothing of the library was changed. */
export class LibraryError extends Error {
  readonly code: LibraryRefusal;
  /** What stands against it, in German. */
  readonly faults: readonly AgentFault[];

  constructor(code: LibraryRefusal, faults: readonly AgentFault[] = []) {
    super(code);
    this.name = 'LibraryError';
    this.code = code;
    this.faults = faults;
  }
}
