import * as z from 'zod/mini';
import { changeBase, isoDay, modelId, keepable, versionMark } from './admin.ts';

const MAX_PRICES = 200;
const MAX_SUB_PROCESSORS = 100;
/** Ten thousand euro per million tokens: more is a slip of the keyboard. */
const MAX_PRICE = 10_000_000_000;

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), keepable);
const price = z.int().check(z.nonnegative(), z.maximum(MAX_PRICE));

/** What a model costs from a day on, in micro-euro (10⁻⁶ €) per million tokens. */
export const priceFrom = z.strictObject({
  from: isoDay,
  inputMicroEuroPerMillion: price,
  outputMicroEuroPerMillion: price,
  /** Null where the provider asks the full price for what it has read before. */
  cachedInputMicroEuroPerMillion: z.nullable(price),
});
export type PriceFrom = z.infer<typeof priceFrom>;

/** What is known of a model and of who runs it (Art. 28, 30 DSGVO). There is no place for a key. */
export const registerFacts = z.strictObject({
  /** Who runs it: the party to the contract. */
  provider: line,
  /** Where it runs, such as "Frankfurt am Main". */
  region: line,
  place: z.enum(['intern', 'eu', 'extern']),
  /** How it is spoken to, under which name it is asked for, and where: as configured, or it counts as another model. */
  protocol: z.enum(['openai', 'gemini']),
  model: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}$/), keepable),
  /** Host, with its port where it is not the usual one. */
  host: z
    .string()
    .check(z.maxLength(260), z.regex(/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/), keepable),
  /** Day of the contract on processing (AVV, Art. 28 DSGVO). */
  avvDate: z.nullable(isoDay),
  subProcessors: z.array(line).check(z.maxLength(MAX_SUB_PROCESSORS)),
  /** What the provider keeps: days where a number says it, and in words. */
  retention: z.strictObject({
    days: z.nullable(z.int().check(z.nonnegative(), z.maximum(36_500))),
    text: z.string().check(z.trim(), z.maxLength(1_000), keepable),
  }),
  /** Whether the contract excludes that texts train a model. */
  trainingExcluded: z.boolean(),
  pricing: z.array(priceFrom).check(
    z.maxLength(MAX_PRICES),
    z.refine((prices) => new Set(prices.map(({ from }) => from)).size === prices.length, {
      error: 'has two prices from the same day',
    }),
  ),
  notes: z.string().check(z.trim(), z.maxLength(10_000), keepable),
});
export type RegisterFacts = z.infer<typeof registerFacts>;

/** Whether the Verbund approves of a model. It lapses with the day after `until`. */
export const modelApproval = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('approved'), until: isoDay }),
  z.object({ state: z.literal('withdrawn') }),
]);
export type ModelApproval = z.infer<typeof modelApproval>;

/** A model in the register; who approved, when and why stands with the version that did so. */
export const registerEntry = z.object({
  model: modelId,
  /** Number of its last version. */
  number: z.int(),
  facts: registerFacts,
  approval: modelApproval,
});
export type RegisterEntry = z.infer<typeof registerEntry>;

/** Why a model may or may not be asked, as far as the register says it. */
export const standings = [
  'approved',
  /** Under the demo sign-in, without an approval. */
  'provisional',
  /** Computes in the house itself; needs no entry. */
  'built-in',
  'not-registered',
  /** Configured otherwise than registered. */
  'differs',
  'not-approved',
  'lapsed',
  'withdrawn',
] as const;
export const standing = z.enum(standings);
export type Standing = z.infer<typeof standing>;

/** A model as the configuration has it, without its key. */
export const configuredModel = z.object({
  id: z.string(),
  label: z.string(),
  provider: z.enum(['openai', 'gemini', 'builtin']),
  place: z.enum(['intern', 'eu', 'extern']),
  /** Null for the built-in model. */
  model: z.nullable(z.string()),
  host: z.nullable(z.string()),
});
export type ConfiguredModel = z.infer<typeof configuredModel>;

/** A model of the configuration, of the register or of both. */
export const registeredModel = z.object({
  id: z.string(),
  configured: z.nullable(configuredModel),
  entry: z.nullable(registerEntry),
  /** Who made the last version, when and why. */
  mark: z.nullable(versionMark),
  /** Null where it is not configured. */
  standing: z.nullable(standing),
  /** Fields in which configuration and register differ. */
  differences: z.array(z.enum(['place', 'protocol', 'model', 'host'])),
  /** What is missing for an approval. */
  missing: z.array(z.enum(['avvDate', 'trainingExcluded', 'pricing'])),
  /** What it costs today; null where nobody knows. */
  price: z.nullable(priceFrom),
});
export type RegisteredModel = z.infer<typeof registeredModel>;

/** `GET /api/admin/models` */
export const modelRegister = z.object({
  version: z.number(),
  /** The day that prices and approvals are about. */
  today: isoDay,
  /** True under the demo sign-in, where what is configured counts as provisionally approved. */
  provisional: z.boolean(),
  models: z.array(registeredModel),
});
export type ModelRegister = z.infer<typeof modelRegister>;

/** `PUT /api/admin/models/:model` */
export const registerChange = z.object({ ...changeBase, facts: registerFacts });
/** `POST /api/admin/models/:model/approval` */
export const approvalGrant = z.object({ ...changeBase, until: isoDay });
/** `DELETE /api/admin/models/:model/approval` */
export const approvalWithdrawal = z.object(changeBase);

/** `GET /api/admin/models/:model/versions`: the newest first. */
export const registerHistory = z.object({
  version: z.number(),
  versions: z.array(z.object({ mark: versionMark, facts: registerFacts, approval: modelApproval })),
});
export type RegisterHistory = z.infer<typeof registerHistory>;
