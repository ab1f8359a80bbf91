import * as z from 'zod/mini';
import { changeReason } from '../admin.ts';
import { errorCode } from '../errors.ts';
import { formName, textBlock } from '../forms.ts';
import { kommuneId } from '../identity.ts';
import { CONTRACT_VERSION, MAX_FIELD_CHARS, MAX_LINE_CHARS } from '../limits.ts';
import { dataClass } from '../privacy.ts';
import { agent } from './definition.ts';
import { exampleReport } from './example.ts';
import { field } from './value.ts';

/** Bytes of a Vorlage (DOCX). */
export const MAX_TEMPLATE_BYTES = 2 * 1024 * 1024;
/** Own prompts of one person. */
export const MAX_OWN_PROMPTS = 100;
/** Fewer persons than these are no figure. */
export const MIN_PERSONS = 5;

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_LINE_CHARS));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_FIELD_CHARS));

/** A saved instruction with variables: `{{ name }}` stands for what is filled in. */
export const promptContent = z.strictObject({
  kind: z.literal('prompt'),
  name: line,
  purpose: z.string().check(z.trim(), z.maxLength(MAX_FIELD_CHARS)),
  text: words,
  variables: z.array(field).check(z.maxLength(12)),
});
export type PromptContent = z.infer<typeof promptContent>;

/** What the library holds. */
export const libraryContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), agent }),
  promptContent,
  z.strictObject({
    kind: z.literal('textblock'),
    name: line,
    purpose: z.string().check(z.trim(), z.maxLength(MAX_FIELD_CHARS)),
    use: textBlock.shape.kind,
    /** Markdown; used word for word. */
    text: words,
  }),
  z.strictObject({
    kind: z.literal('template'),
    name: line,
    purpose: z.string().check(z.trim(), z.maxLength(MAX_FIELD_CHARS)),
    form: formName,
    /** The DOCX in Base64. */
    file: z.base64().check(z.maxLength(Math.ceil((MAX_TEMPLATE_BYTES * 4) / 3) + 4)),
  }),
]);
export type LibraryContent = z.infer<typeof libraryContent>;

export const libraryKinds = {
  agent: 'Agent',
  template: 'Vorlage',
  textblock: 'Textbaustein',
  prompt: 'Anweisung',
} as const satisfies Record<LibraryContent['kind'], string>;
export const libraryKind = z.enum(['agent', 'template', 'textblock', 'prompt']);
export type LibraryKind = z.infer<typeof libraryKind>;

/** A UUID, or the short name of an agent that comes with Amtsfeder. */
export const libraryId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** Where something in the library comes from. `shipped`: it comes with Amtsfeder and is only withdrawn, never changed. */
export const libraryOrigin = z.enum(['shipped', 'verbund', 'kommune', 'own']);
export type LibraryOrigin = z.infer<typeof libraryOrigin>;

/** Something in the library, as those see it who may use it. */
export const libraryCard = z.object({
  id: libraryId,
  kind: libraryKind,
  name: z.string(),
  purpose: z.string(),
  origin: libraryOrigin,
  /** Of the approved version. */
  number: z.int(),
  /** Who answers for it; empty for an own prompt. */
  owner: z.string(),
  /** Of an agent: how it works, and the least class that a run has; null for the rest. */
  work: z.nullable(z.enum(['ablauf', 'frei'])),
  dataClass: z.nullable(dataClass),
  /** ISO 8601 calendar date; null for what has none. */
  reviewOn: z.nullable(z.iso.date()),
  favourite: z.boolean(),
});
export type LibraryCard = z.infer<typeof libraryCard>;

/** `GET /api/library?suche=`: what this person may use; with words, those that fit, the best first. */
export const libraryList = z.object({ version: z.number(), items: z.array(libraryCard) });
export type LibraryList = z.infer<typeof libraryList>;

/** `GET /api/library/:id` */
export const libraryItem = z.object({ version: z.number(), card: libraryCard, content: libraryContent });
export type LibraryItem = z.infer<typeof libraryItem>;

const version = z.literal(CONTRACT_VERSION);

/** `PUT` and `DELETE /api/library/:id/favourite` */
export const favouriteChange = z.object({ version });

/** `POST /api/library/own` (201, a `libraryItem`) and `PUT /api/library/own/:id`: a person's own prompts. `DELETE` likewise. */
export const ownPromptChange = z.object({ version, content: promptContent });
export const ownPromptRemoval = z.object({ version });

/**
 * Uses for which the EU AI Act (Annex III) or the Personalrat set bounds: who uses it so is held to more than an approval.
 */
export const highRiskUses = {
  personnel: 'Auswahl, Beurteilung oder Überwachung von Beschäftigten (Anhang III Nr. 4)',
  education: 'Zugang zu Bildung oder Bewertung von Leistungen (Anhang III Nr. 3)',
  services: 'Anspruch auf öffentliche Leistungen, Entscheidung über sie oder ihr Widerruf (Anhang III Nr. 5)',
  migration: 'Migration, Asyl, Aufenthalt (Anhang III Nr. 7)',
  enforcement: 'Gefahrenabwehr, Ordnungswidrigkeiten, Strafverfolgung (Anhang III Nr. 6)',
  biometrics: 'Erkennung oder Einordnung von Personen nach Merkmalen (Anhang III Nr. 1)',
} as const;
export type HighRiskUse = keyof typeof highRiskUses;
const highRiskUse = z.enum(Object.keys(highRiskUses) as [HighRiskUse, ...HighRiskUse[]]);

/** What whoever hands it in says about its use. */
export const screening = z.object({
  uses: z.array(highRiskUse).check(z.maxLength(6)),
  /** Whether a person checks each result before it takes effect. */
  checkedByPerson: z.boolean(),
  /** What it is used for and for what not. */
  remark: z.string().check(z.trim(), z.maxLength(2_000)),
});
export type Screening = z.infer<typeof screening>;

/**
 * `draft` → `submitted` → `approved`, or back to `draft`; an approved one ends as `replaced` or `withdrawn`. Others see
 * `approved` only.
 */
export const versionState = z.enum(['draft', 'submitted', 'approved', 'replaced', 'withdrawn']);
export type VersionState = z.infer<typeof versionState>;

/** Who did something; the name is empty where it has been erased. */
const actor = z.object({ name: z.string(), self: z.boolean() });

export const libraryVersion = z.object({
  number: z.int(),
  state: versionState,
  /** Grows with each change of it. */
  revision: z.int(),
  changedAt: z.iso.datetime(),
  author: actor,
  approver: z.nullable(actor),
  /** Why it was handed in, sent back, approved or withdrawn, the last of them. */
  reason: z.string(),
  screening: z.nullable(screening),
  /** Uses that its own words speak of, found by us. */
  suspected: z.array(highRiskUse),
  /** How its examples went when it was handed in; null for what has none. */
  examples: z.nullable(z.array(exampleReport)),
});
export type LibraryVersion = z.infer<typeof libraryVersion>;

/** Something in the library as those see it who look after it. */
export const adminCard = z.object({
  id: libraryId,
  kind: libraryKind,
  name: z.string(),
  /** Null: of the Verbund. */
  kommune: z.nullable(kommuneId),
  origin: z.enum(['shipped', 'verbund', 'kommune']),
  /** Of what others see; null while nobody does. */
  approved: z.nullable(z.int()),
  /** State of the newest version. */
  state: versionState,
  reviewOn: z.nullable(z.iso.date()),
  /** Whether the day of its review is past. */
  overdue: z.boolean(),
  /** What it was copied from, and whether that has a newer version. */
  copiedFrom: z.nullable(z.object({ id: libraryId, number: z.int(), newer: z.nullable(z.int()) })),
  /** Uses in the last full month; null where fewer than five persons used it. */
  uses: z.nullable(z.int()),
  /** What this person may do with it. */
  may: z.object({ edit: z.boolean(), approve: z.boolean(), withdraw: z.boolean(), copy: z.boolean() }),
});
export type AdminCard = z.infer<typeof adminCard>;

/** `GET /api/admin/library` */
export const adminList = z.object({ version: z.number(), items: z.array(adminCard) });
export type AdminList = z.infer<typeof adminList>;

/**
 * `GET /api/admin/library/:id`; the newest version's content, and all versions, the newest first. Of something that is
 * shipped: what was decided about it; none where nobody withdrew it.
 */
export const adminItem = z.object({
  version: z.number(),
  card: adminCard,
  content: libraryContent,
  versions: z.array(libraryVersion),
});
export type AdminItem = z.infer<typeof adminItem>;

/** A line of what changed between two versions, as they are written to a file. */
export const diffLine = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type DiffLine = z.infer<typeof diffLine>;

/**
 * `GET /api/admin/library/:id/versions/:number?against=`: against 0 or none, what came before it.
 * `GET /api/admin/library/:id/versions/:number/file`: the version as a file, YAML that `read` reads again, or the DOCX of a
 * Vorlage.
 */
export const versionView = z.object({
  version: z.number(),
  number: z.int(),
  content: libraryContent,
  against: z.int(),
  changes: z.array(diffLine),
});
export type VersionView = z.infer<typeof versionView>;

/** `POST /api/admin/library`: begins something with a draft (201, an `adminItem`). */
export const libraryCreation = z.object({
  version,
  owner: z.enum(['kommune', 'verbund']),
  content: libraryContent,
});
export type LibraryCreation = z.infer<typeof libraryCreation>;

/** `PUT /api/admin/library/:id/draft`: changes the draft, or begins one after an approved version (an `adminItem`). */
export const draftChange = z.object({
  version,
  /** Revision of the newest version, as it was read. */
  revision: z.int(),
  content: libraryContent,
});

/** `DELETE /api/admin/library/:id/draft`: gives a draft up; one that was never approved is gone with it. */
export const draftRemoval = z.object({ version, revision: z.int() });

/** `POST /api/admin/library/:id/submit`: hands the draft in, runs its examples first (an `adminItem`). */
export const submission = z.object({ version, revision: z.int(), screening, reason: changeReason });

/** `POST /api/admin/library/:id/decision`: by somebody else than its author (an `adminItem`). */
export const libraryDecision = z.object({
  version,
  revision: z.int(),
  decision: z.enum(['approve', 'return']),
  reason: changeReason,
});

/** `POST /api/admin/library/:id/withdraw`: nobody can use it any more (an `adminItem`). */
export const withdrawal = z.object({ version, reason: changeReason });

/** `POST /api/admin/library/:id/copy`: a draft of one's own, from what is shipped or the Verbund's (201, an `adminItem`). */
export const libraryCopy = z.object({ version, owner: z.enum(['kommune', 'verbund']) });

/** `POST /api/admin/library/read`: a file's content, looked through; nothing is saved. */
export const fileReading = z.object({
  version,
  text: z.string().check(z.maxLength(Math.ceil((MAX_TEMPLATE_BYTES * 4) / 3) + 100_000)),
});

const agentFault = z.object({ step: z.nullable(z.string()), text: z.string() });

/** Its answer, and that of `POST /api/admin/library/check`. */
export const contentReport = z.object({
  version: z.number(),
  /** Null where there are faults. */
  content: z.nullable(libraryContent),
  faults: z.array(agentFault),
});
export type ContentReport = z.infer<typeof contentReport>;

/** `POST /api/admin/library/check`: whether a content may be saved as it is; unread, since a form may hold it half done. */
export const contentCheck = z.object({ version, content: z.unknown() });

/** `POST /api/admin/library/examples`: runs the examples of an agent that need not be saved (an `examplesReport`). */
export const examplesRequest = z.object({
  version,
  agent,
  /** Id of a model; null for the built-in one. */
  model: z.nullable(z.string().check(z.maxLength(MAX_LINE_CHARS))),
});
export const examplesReport = z.object({ version: z.number(), reports: z.array(exampleReport) });

/** Why a change of the library was refused, besides the problem's code. */
export const libraryRefusal = z.object({ code: errorCode, faults: z.optional(z.array(agentFault)) });
