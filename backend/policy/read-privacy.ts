import * as z from 'zod';
import { MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { DataClass, PrivacyPolicy } from '../../contract/privacy.ts';
import { readOperatorFile } from '../operator-file.ts';
import { type BoundFault, boundFaults } from './bounds.ts';
import { defaultPolicy } from './data-classes.ts';

/** What an operator decided about privacy, and everything that is wrong with it, in English and without any value. */
export interface PrivacySettings {
  policy: PrivacyPolicy;
  /** Terms of the house that are always masked. */
  mask: string[];
  /** Terms that are never masked: names of the house's own bodies, its own address. */
  keep: string[];
  /** Where there is one, the installation must not start: the rest then holds the defaults. */
  problems: string[];
}

const VARIABLE = 'AMTSFEDER_PRIVACY_FILE';
const MAX_TERMS = 5_000;
const FILE_LIMIT = { chars: 1024 * 1024, problem: 'the file is longer than 1 MB' };

const expects = (what: string) => ({ error: `must be ${what}` });
const treatment = z.enum(['plain', 'masked', 'refused'], expects('plain, masked or refused'));
const places = z.strictObject({ intern: treatment, eu: treatment, extern: treatment }).partial().optional();
const term = z
  .string(expects('text; numbers need quotes'))
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(2, 'must have at least 2 characters')
      .max(MAX_LINE_CHARS, `must have at most ${MAX_LINE_CHARS} characters`)
      .regex(/[\p{L}\p{N}]/u, 'must have a letter or a digit'),
  );
const terms = z
  .array(term, expects('a list of terms'))
  .max(MAX_TERMS, `must have at most ${MAX_TERMS} terms`)
  .default([]);

/** What the file may say, all of it optional. */
const privacyFile = z.strictObject({
  policy: z
    .strictObject({ public: places, internal: places, personal: places, social: places, restricted: places })
    .optional(),
  mask: terms,
  keep: terms,
});
type PrivacyFile = z.infer<typeof privacyFile>;

/**
 * Reads the file that AMTSFEDER_PRIVACY_FILE names, YAML or JSON: `policy` (what differs from the default, by class and
 * place), `mask` and `keep` (lists of terms). Without the variable the defaults hold.
 * @param readFile returns the text of a file, throws where it cannot
 */
export function readPrivacySettings(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): PrivacySettings {
  const path = env[VARIABLE]?.trim() ?? '';
  if (path === '') return withProblems([]);
  const file = readOperatorFile(() => readFile(path), FILE_LIMIT);
  if (!file.ok) return withProblems([`${VARIABLE}: ${file.problem}`]);
  const parsed = privacyFile.safeParse(file.value ?? {});
  if (!parsed.success) return withProblems(parsed.error.issues.map(problemOf));
  const { mask, keep } = parsed.data;
  const policy = policyOf(parsed.data);
  const problems = [...policyProblems(policy), ...termProblems(mask, keep)];
  if (problems.length > 0) return withProblems(problems);
  return { policy, mask: [...new Set(mask)], keep: [...new Set(keep)], problems };
}

function withProblems(problems: string[]): PrivacySettings {
  return { policy: defaultPolicy, mask: [], keep: [], problems };
}

function problemOf(issue: z.core.$ZodIssue): string {
  const where = [VARIABLE, ...(issue.path.length > 0 ? [pathOf(issue.path)] : [])].join(', ');
  if (issue.code === 'unrecognized_keys') return `${where}: has a field that is not known`;
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return `${where}: must hold fields with names`;
  return `${where}: ${issue.message}`;
}

/** `policy.social.eu`, and `mask, entry 3` as a person counts. */
function pathOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string').join('.');
  const entry = path.find((part) => typeof part === 'number');
  return entry === undefined ? names : `${names}, entry ${entry + 1}`;
}

function policyOf({ policy }: PrivacyFile): PrivacyPolicy {
  const classOf = (name: DataClass) => {
    const { intern, eu, extern } = defaultPolicy[name];
    const given = policy?.[name];
    return { intern: given?.intern ?? intern, eu: given?.eu ?? eu, extern: given?.extern ?? extern };
  };
  return {
    public: classOf('public'),
    internal: classOf('internal'),
    personal: classOf('personal'),
    social: classOf('social'),
    restricted: classOf('restricted'),
  };
}

function policyProblems(policy: PrivacyPolicy): string[] {
  return boundFaults(policy).map(
    (fault) => `${VARIABLE}, policy.${fault.dataClass}.${fault.place}: ${boundText(fault)}`,
  );
}

function boundText(fault: BoundFault): string {
  switch (fault.why) {
    case 'leaves-house':
      return 'VS-NfD must not leave the house; only "refused" is possible';
    case 'unmasked':
      return 'personal data must not go outside the EU unmasked';
    case 'looser':
      return `gives more than policy.${fault.than}.${fault.place}, which is the less delicate class`;
  }
}

function termProblems(mask: readonly string[], keep: readonly string[]): string[] {
  const kept = new Set(keep.map((each) => each.toLowerCase()));
  return mask.flatMap((each, index) =>
    kept.has(each.toLowerCase()) ? [`${VARIABLE}, mask, entry ${index + 1}: stands in "keep" as well`] : [],
  );
}
