import * as z from 'zod/mini';
import { changeReason, isoDay, keepable, modelId } from './admin.ts';
import { errorCode } from './errors.ts';
import { kommuneId, role } from './identity.ts';
import { CONTRACT_VERSION, MAX_FIELD_CHARS, MAX_LINE_CHARS } from './limits.ts';
import { modelInfo } from './models.ts';
import { dataClass } from './privacy.ts';

/** Kinds of document, with the words of the interface. */
export const documentKinds = {
  regulation: 'Dienstanweisung',
  handbook: 'Prozesshandbuch',
  statute: 'Satzung',
  law: 'Gesetz oder Verordnung',
  circular: 'Rundschreiben',
  faq: 'FAQ',
  other: 'Sonstiges',
} as const;
export type DocumentKind = keyof typeof documentKinds;
export const documentKind = z.enum(Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]]);

/** Collections that are searched at once. */
export const MAX_COLLECTIONS = 100;
/** Characters of a question. */
export const MAX_QUESTION_CHARS = 2_000;
export const MAX_HITS = 50;

const line = z.string().check(z.trim(), z.maxLength(MAX_LINE_CHARS), keepable);
const id = z.uuid();
const departments = z
  .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(200)))
  .check(z.maxLength(200));

/** Whom to ask about a collection: an office, or who answers for it. */
export const contact = z.object({ name: line, email: line, phone: line });
export type Contact = z.infer<typeof contact>;

/** Who may do what with a collection, within the Kommune (or all Kommunen, for one of the Verbund). */
export const collectionRights = z.object({
  /** Any of these roles; empty for everybody. */
  readRoles: z.array(role),
  /** Any of these Fachbereiche; empty for everybody. Both lists must agree. */
  readDepartments: departments,
  /** Fachbereiche whose staff may change documents, besides the administration. */
  editDepartments: departments,
});
export type CollectionRights = z.infer<typeof collectionRights>;

/** What is decided about a collection. */
export const collectionFields = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120), keepable),
  description: z.string().check(z.maxLength(MAX_LINE_CHARS), keepable),
  contact,
  /** Class of its documents at the least. */
  dataClass,
  validFrom: isoDay,
  /** Its last day; null where it has none. */
  validTo: z.nullable(isoDay),
  /** Months after which a document wants to be looked at again; null for never. */
  reviewMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(120))),
  /** Days that a replaced version can still be found, as such. */
  keepOldDays: z.int().check(z.minimum(0), z.maximum(3_653)),
  rights: collectionRights,
  /** Model of a provider that gets its texts for a search by meaning, as far as the policy allows; null for none. */
  embeddingModel: z.nullable(modelId),
});
export type CollectionFields = z.infer<typeof collectionFields>;

/** A collection as it is administered. */
export const collectionReport = z.object({
  id,
  /** Null: of the Verbund. */
  kommune: z.nullable(kommuneId),
  /** Counted from 1 at each change. */
  revision: z.int(),
  fields: collectionFields,
  documents: z.int(),
  sections: z.int(),
  /** Documents whose review date is over. */
  overdue: z.int(),
  mayEdit: z.boolean(),
});
export type CollectionReport = z.infer<typeof collectionReport>;
/** `GET /api/admin/knowledge/collections`: those that the person may read or edit. */
export const collectionReports = z.object({ version: z.number(), collections: z.array(collectionReport) });

/** `GET /api/admin/knowledge/collections/:id/models`: models that it may name for the search by meaning. */
export const embeddingModels = z.object({ version: z.number(), models: z.array(modelInfo) });

/** `POST /api/admin/knowledge/collections`; the answer is a `collectionReport`. */
export const collectionCreation = z.object({
  version: z.literal(CONTRACT_VERSION),
  owner: z.enum(['kommune', 'verbund']),
  fields: collectionFields,
  reason: changeReason,
});
/** `PUT /api/admin/knowledge/collections/:id`; the answer is a `collectionReport`. */
export const collectionChange = z.object({
  version: z.literal(CONTRACT_VERSION),
  revision: z.int(),
  fields: collectionFields,
  reason: changeReason,
});
/** `DELETE /api/admin/knowledge/collections/:id` and `…/documents/:id`: everything of it goes, originals and index too. */
export const removal = z.object({ version: z.literal(CONTRACT_VERSION), reason: changeReason });

/**
 * `POST /api/admin/knowledge/examples`: a collection of invented documents, to try everything with; under the demo sign-in
 * only. The answer is a `collectionReport`; its documents follow as they are read.
 */
export const examplesAsked = z.object({ version: z.literal(CONTRACT_VERSION) });

/** A collection as a clerk sees it: `GET /api/knowledge/collections`. */
export const collectionCard = z.object({
  id,
  name: z.string(),
  description: z.string(),
  verbund: z.boolean(),
  documents: z.int(),
  dataClass,
  contact,
});
export type CollectionCard = z.infer<typeof collectionCard>;
export const collectionCards = z.object({ version: z.number(), collections: z.array(collectionCard) });

/** A version of a document. */
export const versionReport = z.object({
  id,
  /** Counted from 1. */
  number: z.int(),
  title: z.string(),
  validFrom: isoDay,
  validTo: z.nullable(isoDay),
  /** ISO 8601. */
  importedAt: z.string(),
  bytes: z.int(),
  pages: z.nullable(z.int()),
  sections: z.int(),
  state: z.enum(['current', 'coming', 'old']),
});
export type VersionReport = z.infer<typeof versionReport>;

export const documentOrigin = z.enum(['upload', 'folder', 'sharepoint', 'faq']);
export type DocumentOrigin = z.infer<typeof documentOrigin>;

/** A document of a collection. */
export const documentReport = z.object({
  id,
  collection: id,
  /** The file's name, with its folders below the imported one. */
  name: z.string(),
  kind: documentKind,
  origin: documentOrigin,
  /** Null: nothing is due. */
  reviewOn: z.nullable(isoDay),
  revision: z.int(),
  /** The newest first. */
  versions: z.array(versionReport),
});
export type DocumentReport = z.infer<typeof documentReport>;
/** `GET /api/admin/knowledge/collections/:id/documents?after=&filter=`: pages of 100, by name. */
export const documentReports = z.object({
  version: z.number(),
  documents: z.array(documentReport),
  total: z.int(),
  /** Name to go on after; null at the end. */
  next: z.nullable(z.string()),
});

/** `PUT /api/admin/knowledge/documents/:id`; the answer is a `documentReport`. `reviewed` sets the next review date. */
export const documentChange = z.object({
  version: z.literal(CONTRACT_VERSION),
  revision: z.int(),
  kind: documentKind,
  reviewOn: z.nullable(isoDay),
  /** Validity of the newest version. */
  validFrom: isoDay,
  validTo: z.nullable(isoDay),
});

/** What became of a file of an import. */
export const fileOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['waiting', 'reading']) }),
  /** A new document, or a new version of one. */
  z.object({ state: z.enum(['added', 'replaced']), sections: z.int(), notices: z.array(z.string()) }),
  /** The same bytes are there already. */
  z.object({ state: z.literal('unchanged') }),
  /** It could not be read; the code says why. */
  z.object({ state: z.literal('failed'), code: errorCode }),
]);
export type FileOutcome = z.infer<typeof fileOutcome>;

export const importState = z.enum(['open', 'running', 'done']);
export const importFile = z.object({ name: z.string(), bytes: z.int(), outcome: fileOutcome });
export type ImportFile = z.infer<typeof importFile>;

/** An import and how far it is: `GET /api/admin/knowledge/imports/:id?after=` (200 files at once). */
export const importReport = z.object({
  version: z.number(),
  id,
  collection: id,
  origin: documentOrigin,
  state: importState,
  startedAt: z.string(),
  /** Sums over all its files. */
  counts: z.object({
    waiting: z.int(),
    added: z.int(),
    replaced: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    sections: z.int(),
  }),
  /** Those that failed first, then by name. */
  files: z.array(importFile),
  next: z.nullable(z.string()),
});
export type ImportReport = z.infer<typeof importReport>;
/** `GET /api/admin/knowledge/collections/:id/imports`: the last 20, the newest first, without their files. */
export const importReports = z.object({
  version: z.number(),
  imports: z.array(z.omit(importReport, { version: true, files: true, next: true })),
  /** Whether there is a way to SharePoint for whoever asks. */
  sharepoint: z.boolean(),
});

/**
 * `POST /api/admin/knowledge/collections/:id/imports` opens an import; files follow, each as the body of
 * `POST /api/admin/knowledge/imports/:id/files?name=…` (answer: `importFile`), and
 * `POST /api/admin/knowledge/imports/:id/close` says that no more come. They are worked on as they come.
 */
export const importOpening = z.object({
  version: z.literal(CONTRACT_VERSION),
  kind: documentKind,
  /** From when the new versions count. */
  validFrom: isoDay,
});
export const importOpened = z.object({ version: z.number(), id });
/** `POST /api/admin/knowledge/collections/:id/sharepoint`: imports a folder of SharePoint with the person's own rights. */
export const sharepointOpening = z.extend(importOpening, {
  /** Address of the folder, as the browser shows it or "Link kopieren" gives it. */
  address: z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000)),
});
/** `POST …/imports/:id/close` */
export const importClosing = z.object({ version: z.literal(CONTRACT_VERSION) });

/** A section as a source of an answer. */
export const sourceCard = z.object({
  /** As in the brackets of the text; from 1. */
  number: z.int(),
  section: z.int(),
  collection: z.object({ id, name: z.string(), verbund: z.boolean() }),
  document: z.object({
    id,
    version: id,
    name: z.string(),
    title: z.string(),
    kind: documentKind,
    validFrom: isoDay,
    validTo: z.nullable(isoDay),
    /** Replaced, or over. */
    old: z.boolean(),
  }),
  path: z.array(z.string()),
  pages: z.nullable(z.object({ first: z.int(), last: z.int() })),
  /** Markdown, untrusted. */
  text: z.string(),
  /** Where words of the question stand in it (UTF-16). */
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type SourceCard = z.infer<typeof sourceCard>;

/** Where a person wants to look. */
export const knowledgeScope = z.object({
  /** Null: everything that they may read. */
  collections: z.nullable(z.array(id).check(z.maxLength(MAX_COLLECTIONS))),
  kinds: z.nullable(z.array(documentKind)),
  /** Day on which it must be valid; null for today. */
  on: z.nullable(isoDay),
  /** Whether replaced versions are found too. */
  old: z.boolean(),
});
export type KnowledgeScope = z.infer<typeof knowledgeScope>;
export const everywhere: KnowledgeScope = { collections: null, kinds: null, on: null, old: false };

/** `POST /api/knowledge/search`: the search alone; no model is asked. */
export const searchAsked = z.object({
  version: z.literal(CONTRACT_VERSION),
  question: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_QUESTION_CHARS)),
  scope: knowledgeScope,
  limit: z.int().check(z.minimum(1), z.maximum(MAX_HITS)),
});
export const searchAnswer = z.object({
  version: z.number(),
  cards: z.array(sourceCard),
  /** Whether that is enough for an answer. */
  enough: z.boolean(),
  /** Whom to ask: those of the collections that were searched. */
  contacts: z.array(z.extend(contact, { collection: z.string() })),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/**
 * A document around one of its sections: `GET /api/knowledge/versions/:id/sections?around=<section>` (or `?from=<number>`),
 * at most 40 of them. The original is at `GET /api/knowledge/versions/:id/original`.
 */
export const documentPart = z.object({
  version: z.number(),
  document: sourceCard.shape.document,
  collection: sourceCard.shape.collection,
  /** File format, for what opens it: "pdf", "docx" …; null where the original is not kept (an FAQ entry). */
  format: z.nullable(z.enum(['docx', 'pdf', 'html', 'markdown', 'csv', 'text', 'eml'])),
  sections: z.array(
    z.object({
      section: z.int(),
      /** Counted from 0 in the document. */
      number: z.int(),
      path: z.array(z.string()),
      pages: z.nullable(z.object({ first: z.int(), last: z.int() })),
      text: z.string(),
    }),
  ),
  /** Sections of the whole document. */
  total: z.int(),
});
export type DocumentPart = z.infer<typeof documentPart>;

/** A question with its answer, for an FAQ. */
export const faqEntry = z.object({
  question: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_QUESTION_CHARS), keepable),
  /** Markdown, plain. */
  answer: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_FIELD_CHARS), keepable),
  /** What it rests on, word for word. */
  passages: z.array(z.string().check(z.maxLength(2_000), keepable)).check(z.maxLength(20)),
});
export type FaqEntry = z.infer<typeof faqEntry>;
/** `POST /api/knowledge/faq`: proposes entries; they count once somebody who may edit the collection has approved them. */
export const faqProposal = z.object({
  version: z.literal(CONTRACT_VERSION),
  collection: id,
  /** Of the document that they were made from. */
  title: line,
  entries: z.array(faqEntry).check(z.minLength(1), z.maxLength(50)),
});
export const faqState = z.enum(['proposed', 'approved', 'declined']);
export const faqReport = z.object({
  id,
  collection: id,
  title: z.string(),
  entry: faqEntry,
  state: faqState,
  at: z.string(),
});
export type FaqReport = z.infer<typeof faqReport>;
/** `GET /api/admin/knowledge/collections/:id/faq?state=proposed` */
export const faqReports = z.object({ version: z.number(), entries: z.array(faqReport) });
/** `POST /api/admin/knowledge/faq/:id`: decides; the entry may be corrected with it. Answer: `faqReport`. */
export const faqDecision = z.object({
  version: z.literal(CONTRACT_VERSION),
  state: z.enum(['approved', 'declined']),
  entry: faqEntry,
});

/** Words that mean the same to those who ask: `GET` and `PUT /api/admin/knowledge/synonyms/:kommune`. */
export const synonym = z.object({
  /** What people say ("Krankenschein"). */
  word: z.string().check(z.trim(), z.minLength(2), z.maxLength(80), keepable),
  /** What stands in the documents ("Arbeitsunfähigkeitsbescheinigung"). */
  means: z
    .array(z.string().check(z.trim(), z.minLength(2), z.maxLength(80), keepable))
    .check(z.minLength(1), z.maxLength(20)),
});
export type Synonym = z.infer<typeof synonym>;
export const synonymList = z.object({
  version: z.number(),
  kommune: kommuneId,
  revision: z.int(),
  synonyms: z.array(synonym),
  /** Words of questions without an answer that nothing means anything for yet; masked, at least five askings. */
  wanted: z.array(z.string()),
});
export type SynonymList = z.infer<typeof synonymList>;
export const synonymChange = z.object({
  version: z.literal(CONTRACT_VERSION),
  revision: z.int(),
  synonyms: z.array(synonym).check(z.maxLength(2_000)),
  reason: changeReason,
});

const documentRef = z.object({ id, name: z.string(), title: z.string() });
/** `GET /api/admin/knowledge/collections/:id/upkeep`: what wants to be looked at; each list at most 100 long. */
export const upkeepReport = z.object({
  version: z.number(),
  /** By review date, then age: the most overdue first. */
  reviews: z.array(
    z.extend(documentRef, { reviewOn: z.nullable(isoDay), validFrom: isoDay, overdue: z.boolean() }),
  ),
  /**
   * Questions that found nothing, masked, those asked five times or more first. Of the others neither the day nor the order
   * is told: it could lead to who asked (`last` is null).
   */
  unanswered: z.array(z.object({ question: z.string(), times: z.int(), last: z.nullable(isoDay) })),
  /** Sections that no search has led to since `since`. */
  neverFound: z.object({
    since: isoDay,
    sections: z.array(z.extend(documentRef, { section: z.int(), path: z.array(z.string()) })),
  }),
  /** Sections that say the same, or nearly. */
  duplicates: z.array(
    z.object({
      alike: z.enum(['same', 'near']),
      one: z.extend(documentRef, { section: z.int(), path: z.array(z.string()) }),
      other: z.extend(documentRef, { section: z.int(), path: z.array(z.string()) }),
    }),
  ),
  /** So many sections were looked through for those nearly the same, where there are more; null where all were. */
  comparedOnly: z.nullable(z.int()),
  /** Sources that are gone, and addresses in texts that no longer answer. */
  deadLinks: z.array(z.extend(documentRef, { address: z.nullable(z.string()), since: isoDay })),
});
export type UpkeepReport = z.infer<typeof upkeepReport>;
