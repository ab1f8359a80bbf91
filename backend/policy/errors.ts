import type { ErrorCode } from '../../contract/errors.ts';

/** What a change of a rule can be refused for. */
export type RuleRefusal = Extract<
  ErrorCode,
  'conflict' | 'name_taken' | 'not_found' | 'policy_refused' | 'approval_incomplete'
>;

/** A rule was not changed. */
export class RuleError extends Error {
  readonly code: RuleRefusal;
  /** What stands against it, by the path of the field; never a value. */
  readonly fields: readonly string[];

  constructor(code: RuleRefusal, fields: readonly string[] = []) {
    super(fields.length === 0 ? code : `${code}: ${fields.join(', ')}`);
    this.name = 'RuleError';
    this.code = code;
    this.fields = fields;
  }
}
