import * as z from 'zod/mini';
import { changeBase, fieldChange, modelId, keepable, versionMark } from './admin.ts';
import { kommuneId } from './identity.ts';
import { dataClasses, type DataClass, privacyPolicy, treatment } from './privacy.ts';

/** Where a model is: in the house, in the EU, elsewhere. */
export const places = ['intern', 'eu', 'extern'] as const;
export type Place = (typeof places)[number];

/** How texts name persons of more than one gender. */
export const genderForms = ['neutral', 'pairs', 'colon', 'unchanged'] as const;
export const genderForm = z.enum(genderForms);
export type GenderForm = z.infer<typeof genderForm>;

/**
 * What is kept for a time, in days. Ledger lines name no person and are proof for the Verwendungsnachweis, so that they
 * outlast the year they are settled in; the protocol proves who decided; what was searched for and what agents did
 * concerns a person's work and goes soon.
 */
export const retentionKinds = {
  ledger: { label: 'Abrechnung der Aufrufe', min: 400, max: 3_653, usual: 1_827 },
  audit: { label: 'Protokoll der Verwaltungsakte', min: 365, max: 3_653, usual: 1_827 },
  searches: { label: 'Suchanfragen an das Wissen', min: 0, max: 90, usual: 30 },
  agentRuns: { label: 'Läufe von Agenten', min: 0, max: 365, usual: 90 },
} as const;
export type RetentionKind = keyof typeof retentionKinds;
export const retentionNames = Object.keys(retentionKinds) as RetentionKind[];

/** What limits a flood of requests. Those a day may be null: no limit, or the budget alone. */
export const limitKinds = {
  personPerMinute: { label: 'Anfragen je Person und Minute', min: 1, max: 600 },
  kommunePerMinute: { label: 'Anfragen je Kommune und Minute', min: 1, max: 60_000 },
  personPerDay: { label: 'Anfragen je Person und Tag', min: 1, max: 100_000 },
  kommuneTokensPerDay: { label: 'Token je Kommune und Tag', min: 1_000, max: 1_000_000_000_000 },
} as const;
export type LimitKind = keyof typeof limitKinds;
export const limitNames = Object.keys(limitKinds) as LimitKind[];

/** Terms of one list of one layer, and their length. */
const MAX_TERMS = 1_000;
const MAX_TERM_CHARS = 200;
const MAX_MODELS = 50;

const days = (kind: RetentionKind) =>
  z.int().check(z.minimum(retentionKinds[kind].min), z.maximum(retentionKinds[kind].max));
const count = (kind: LimitKind) =>
  z.int().check(z.minimum(limitKinds[kind].min), z.maximum(limitKinds[kind].max));
const modelChoice = z.nullable(z.array(modelId).check(z.maxLength(MAX_MODELS)));
const term = z
  .string()
  .check(z.trim(), z.minLength(2), z.maxLength(MAX_TERM_CHARS), z.regex(/[\p{L}\p{N}]/u), keepable);
const terms = z.array(term).check(z.maxLength(MAX_TERMS));

const retentionDays = {
  ledger: days('ledger'),
  audit: days('audit'),
  searches: days('searches'),
  agentRuns: days('agentRuns'),
};
const limits = {
  personPerMinute: count('personPerMinute'),
  kommunePerMinute: count('kommunePerMinute'),
  personPerDay: z.nullable(count('personPerDay')),
  kommuneTokensPerDay: z.nullable(count('kommuneTokensPerDay')),
};

/** Everything that is decided for a Kommune. */
export const kommunePolicy = z.object({
  /** What each place gets of the texts of each class. */
  treatments: privacyPolicy,
  /** Models that may be asked, as far as they are approved; null for all that are. The built-in one always may. */
  models: z.nullable(z.array(modelId)),
  /** Of these, the ones for each class. */
  classModels: z.object({
    public: z.nullable(z.array(modelId)),
    internal: z.nullable(z.array(modelId)),
    personal: z.nullable(z.array(modelId)),
    social: z.nullable(z.array(modelId)),
    restricted: z.nullable(z.array(modelId)),
  }),
  retentionDays: z.object(retentionDays),
  limits: z.object(limits),
  /** Terms that are always masked, and such as never are: names and addresses of the house's own bodies. */
  mask: z.array(z.string()),
  keep: z.array(z.string()),
  gender: genderForm,
  /** Whether texts made with AI say so to their readers (EU AI Act, Art. 50). */
  aiNote: z.boolean(),
});
export type KommunePolicy = z.infer<typeof kommunePolicy>;

const own = z.exactOptional;
const placesOverride = own(
  z.strictObject({ intern: own(treatment), eu: own(treatment), extern: own(treatment) }),
);

/** What one layer decides itself; what it leaves out is inherited. Its terms are added to those inherited. */
export const policyOverrides = z.strictObject({
  treatments: own(
    z.strictObject({
      public: placesOverride,
      internal: placesOverride,
      personal: placesOverride,
      social: placesOverride,
      restricted: placesOverride,
    }),
  ),
  models: own(modelChoice),
  classModels: own(
    z.strictObject({
      public: own(modelChoice),
      internal: own(modelChoice),
      personal: own(modelChoice),
      social: own(modelChoice),
      restricted: own(modelChoice),
    }),
  ),
  retentionDays: own(
    z.strictObject({
      ledger: own(retentionDays.ledger),
      audit: own(retentionDays.audit),
      searches: own(retentionDays.searches),
      agentRuns: own(retentionDays.agentRuns),
    }),
  ),
  limits: own(
    z.strictObject({
      personPerMinute: own(limits.personPerMinute),
      kommunePerMinute: own(limits.kommunePerMinute),
      personPerDay: own(limits.personPerDay),
      kommuneTokensPerDay: own(limits.kommuneTokensPerDay),
    }),
  ),
  mask: own(terms),
  keep: own(terms),
  gender: own(genderForm),
  aiNote: own(z.boolean()),
});
export type PolicyOverrides = z.infer<typeof policyOverrides>;

/** A single rule, which the Verbund may lock. */
export type PolicyField =
  | `treatments.${DataClass}.${Place}`
  | 'models'
  | `classModels.${DataClass}`
  | `retentionDays.${RetentionKind}`
  | `limits.${LimitKind}`
  | 'mask'
  | 'keep'
  | 'gender'
  | 'aiNote';

export const policyFields: readonly PolicyField[] = [
  ...dataClasses.flatMap((name) => places.map((place) => `treatments.${name}.${place}` as const)),
  'models',
  ...dataClasses.map((name) => `classModels.${name}` as const),
  ...retentionNames.map((kind) => `retentionDays.${kind}` as const),
  ...limitNames.map((kind) => `limits.${kind}` as const),
  'mask',
  'keep',
  'gender',
  'aiNote',
];
export const policyField = z.enum(policyFields as [PolicyField, ...PolicyField[]]);

/** What the Verbund decides for all, and which of it a Kommune may only make stricter. */
export const verbundPolicy = z.strictObject({
  overrides: policyOverrides,
  locked: z.array(policyField).check(z.maxLength(policyFields.length)),
});
export type VerbundPolicy = z.infer<typeof verbundPolicy>;

/** `GET /api/admin/policy` */
export const verbundPolicyReport = z.object({
  version: z.number(),
  /** Of the last version; 0 where there is none yet. */
  number: z.int(),
  value: verbundPolicy,
  /** What the installation brings along. */
  starting: kommunePolicy,
  /** What holds for a Kommune that decides nothing itself. */
  effective: kommunePolicy,
});
export type VerbundPolicyReport = z.infer<typeof verbundPolicyReport>;

/** `GET /api/admin/policy/:kommune` */
export const kommunePolicyReport = z.object({
  version: z.number(),
  kommune: kommuneId,
  number: z.int(),
  value: policyOverrides,
  /** What holds without the decisions of the Kommune, and what it may only make stricter of it. */
  inherited: kommunePolicy,
  locked: z.array(policyField),
  effective: kommunePolicy,
  /** Decisions of the Kommune that a later lock or bound keeps from taking effect. */
  held: z.array(z.string()),
});
export type KommunePolicyReport = z.infer<typeof kommunePolicyReport>;

/** `PUT /api/admin/policy` and `PUT /api/admin/policy/:kommune` */
export const verbundPolicyChange = z.object({ ...changeBase, value: verbundPolicy });
export const kommunePolicyChange = z.object({ ...changeBase, value: policyOverrides });
/** `POST …/versions/:number/restore` */
export const policyRestore = z.object(changeBase);

/** A version with what it holds and what it changed. */
export const policyVersion = z.object({
  version: z.number(),
  mark: versionMark,
  value: z.union([verbundPolicy, policyOverrides]),
  /** The version it is compared with, 0 for none. */
  against: z.int(),
  changes: z.array(fieldChange),
});
export type PolicyVersion = z.infer<typeof policyVersion>;
