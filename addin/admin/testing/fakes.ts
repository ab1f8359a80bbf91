import type { Me } from '../../../contract/identity.ts';
import type {
  CollectionReport,
  DocumentReport,
  FaqReport,
  ImportReport,
  SynonymList,
  UpkeepReport,
  VersionReport,
} from '../../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { fakeLibrary } from './library-fakes.ts';

const id = (last: number) => `11111111-1111-4111-8111-${String(last).padStart(12, '0')}`;
export const COLLECTION = id(1);
export const DOCUMENT = id(2);
export const VERSION = id(3);
export const IMPORT = id(4);
export const FAQ = id(5);

export const admin: Me = {
  version: CONTRACT_VERSION,
  name: 'Anke Muster',
  email: 'anke.muster@kreis.example',
  kommune: { id: 'lk-kusel', name: 'Landkreis Kusel' },
  department: 'Zentrale Dienste',
  roles: ['local-admin'],
  demo: false,
  mailbox: false,
};

export function collection(change: Partial<CollectionReport> = {}): CollectionReport {
  return {
    id: COLLECTION,
    kommune: 'lk-kusel',
    revision: 3,
    fields: {
      name: 'Dienstanweisungen',
      description: 'Alle geltenden Dienstanweisungen',
      contact: { name: 'Hauptamt', email: 'hauptamt@kreis.example', phone: '06381 1' },
      dataClass: 'internal',
      validFrom: '2026-01-01',
      validTo: null,
      reviewMonths: 12,
      keepOldDays: 365,
      rights: { readRoles: ['staff'], readDepartments: ['Soziales'], editDepartments: [] },
      embeddingModel: null,
    },
    documents: 1,
    sections: 12,
    overdue: 1,
    mayEdit: true,
    ...change,
  };
}

export function version(change: Partial<VersionReport> = {}): VersionReport {
  return {
    id: VERSION,
    number: 1,
    title: 'Dienstanweisung Reisekosten',
    validFrom: '2026-01-01',
    validTo: null,
    importedAt: '2026-11-01T08:00:00Z',
    bytes: 40_000,
    pages: 4,
    sections: 12,
    state: 'current',
    ...change,
  };
}

export function document(change: Partial<DocumentReport> = {}): DocumentReport {
  return {
    id: DOCUMENT,
    collection: COLLECTION,
    name: 'Reisekosten.pdf',
    kind: 'regulation',
    origin: 'upload',
    reviewOn: '2026-06-01',
    revision: 1,
    versions: [version()],
    ...change,
  };
}

export function importReport(change: Partial<ImportReport> = {}): ImportReport {
  return {
    version: CONTRACT_VERSION,
    id: IMPORT,
    collection: COLLECTION,
    origin: 'upload',
    state: 'done',
    startedAt: '2026-11-27T08:00:00Z',
    counts: { waiting: 0, added: 0, replaced: 0, unchanged: 0, failed: 0, sections: 0 },
    files: [],
    next: null,
    ...change,
  };
}

export const faqProposed: FaqReport = {
  id: FAQ,
  collection: COLLECTION,
  title: 'Reisekosten.pdf',
  entry: {
    question: 'Wann bekomme ich Tagegeld?',
    answer: 'Ab acht Stunden.',
    passages: ['Tagegeld wird ab einer Abwesenheit von acht Stunden gezahlt.'],
  },
  state: 'proposed',
  at: '2026-11-26T08:00:00Z',
};

export const synonymsNow: SynonymList = {
  version: CONTRACT_VERSION,
  kommune: 'lk-kusel',
  revision: 2,
  synonyms: [{ word: 'Krankenschein', means: ['Arbeitsunfähigkeitsbescheinigung'] }],
  wanted: ['Dienstrad'],
};

export const nothingToDo: UpkeepReport = {
  version: CONTRACT_VERSION,
  reviews: [],
  unanswered: [],
  neverFound: { since: '2026-10-01', sections: [] },
  duplicates: [],
  comparedOnly: null,
  deadLinks: [],
};

/** An API that answers what the contract says, where a test does not say otherwise, and notes down every change. */
export function fakeApi(change: Partial<ConsoleApi> = {}) {
  const said: unknown[][] = [];
  const note = <T>(answer: T, ...what: unknown[]): Promise<T> => {
    said.push(what);
    return Promise.resolve(answer);
  };
  const api: ConsoleApi = {
    collections: () => Promise.resolve([collection()]),
    embeddingModels: () => Promise.resolve([]),
    createCollection: (made) => note(collection({ fields: made.fields }), 'createCollection', made),
    changeCollection: (of, fields, reason) =>
      note(
        collection({ fields, revision: of.revision + 1 }),
        'changeCollection',
        of.revision,
        fields,
        reason,
      ),
    removeCollection: (one, reason) => note(undefined, 'removeCollection', one, reason),
    documents: () => Promise.resolve({ documents: [document()], total: 1, next: null }),
    changeDocument: (of, fields) =>
      note(
        document({ kind: fields.kind, reviewOn: fields.reviewOn, revision: 2 }),
        'changeDocument',
        of.revision,
        fields,
      ),
    removeDocument: (one, reason) => note(undefined, 'removeDocument', one, reason),
    part: () => Promise.reject(new Error('No part is asked for here.')),
    original: () => Promise.resolve(new Blob(['PDF'])),
    imports: () => Promise.resolve({ imports: [], sharepoint: false }),
    importReport: () => Promise.resolve(importReport()),
    openImport: (to, opening) => note(IMPORT, 'openImport', to, opening),
    sendFile: (to, name, file) =>
      note({ name, bytes: file.size, outcome: { state: 'waiting' as const } }, 'sendFile', to, name),
    closeImport: (one) => note(undefined, 'closeImport', one),
    openSharepoint: (to, opening) => note(IMPORT, 'openSharepoint', to, opening),
    faq: () => Promise.resolve([faqProposed]),
    decideFaq: (one, state, entry) => note({ ...faqProposed, state, entry }, 'decideFaq', one, state, entry),
    synonyms: () => Promise.resolve(synonymsNow),
    changeSynonyms: (of, synonyms, reason) =>
      note(
        { ...synonymsNow, revision: of.revision + 1, synonyms },
        'changeSynonyms',
        of.revision,
        synonyms,
        reason,
      ),
    upkeep: () => Promise.resolve(nothingToDo),
    library: fakeLibrary(note),
    ...change,
  };
  return { api, said };
}
