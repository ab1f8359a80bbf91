import { type Agent, AGENT_FORMAT } from '../../../contract/agents/definition.ts';
import type {
  AdminCard,
  AdminItem,
  LibraryContent,
  LibraryVersion,
  VersionView,
} from '../../../contract/agents/library.ts';
import type { RunStep, RunView } from '../../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { LibraryApi } from '../api/library-api.ts';

export const ITEM = '22222222-2222-4222-8222-222222222222';
export const RUN = '33333333-3333-4333-8333-333333333333';

/** An agent with every way in which steps stand in each other. */
export const circular: Agent = {
  format: AGENT_FORMAT,
  name: 'Rundschreiben auswerten',
  purpose: 'Fristen und Aufträge aus einem Rundschreiben',
  owner: { name: 'Hauptamt' },
  dataClass: 'internal',
  models: null,
  reviewOn: '2027-11-27',
  inputs: [{ kind: 'offen', name: 'dokument', label: 'Rundschreiben' }],
  work: {
    kind: 'ablauf',
    steps: [
      {
        kind: 'lesen',
        id: 'angaben',
        title: 'Angaben',
        from: 'dokument',
        extent: 'one',
        fields: [
          { name: 'thema', label: 'Thema', kind: 'text' },
          { name: 'frist', label: 'Frist', kind: 'datum', optional: true },
        ],
      },
      {
        kind: 'lesen',
        id: 'auftraege',
        title: 'Aufträge',
        from: 'dokument',
        extent: 'many',
        fields: [{ name: 'was', label: 'Auftrag', kind: 'text' }],
      },
      {
        kind: 'je',
        id: 'pruefungen',
        title: 'Je Auftrag',
        over: 'auftraege',
        as: 'auftrag',
        most: 20,
        steps: [
          {
            kind: 'pruefen',
            id: 'eilt',
            title: 'Eilt nicht',
            rule: "!auftrag.was.contains('sofort')",
            otherwise: '{{ auftrag.was }} eilt.',
            weight: 'advice',
          },
        ],
      },
      {
        kind: 'rechnen',
        id: 'tage',
        title: 'Tage bis zur Frist',
        value: 'tage_zwischen(heute, angaben.frist.orValue(heute))',
      },
      {
        kind: 'schreiben',
        id: 'vermerk',
        title: 'Vermerk',
        form: 'vermerk',
        drawsOn: ['angaben'],
        how: { kind: 'order', order: 'Schreiben Sie einen Vermerk. Es bleiben {{ tage }} Tage.' },
      },
      {
        kind: 'freigeben',
        id: 'zustimmung',
        title: 'Zustimmung',
        says: 'Bitte prüfen Sie.',
        shows: ['vermerk'],
      },
    ],
    outcome: { from: 'vermerk', as: 'vermerk' },
  },
  examples: [
    {
      name: 'Mit Frist',
      inputs: {
        dokument: {
          kind: 'offen',
          source: { kind: 'document', title: 'Rundschreiben 1', part: 'whole', text: 'Frist: 15.01.2027' },
        },
      },
      expects: [{ at: 'angaben.frist', is: '15.01.2027' }],
    },
  ],
};

export const circularContent: LibraryContent = { kind: 'agent', agent: circular };

export const textblock: Extract<LibraryContent, { kind: 'textblock' }> = {
  kind: 'textblock',
  name: 'Widerspruch',
  purpose: 'Rechtsbehelfsbelehrung',
  use: 'legal-remedy',
  text: 'Gegen diesen Bescheid kann Widerspruch erhoben werden.',
};

export function card(change: Partial<AdminCard> = {}): AdminCard {
  return {
    id: ITEM,
    kind: 'agent',
    name: 'Rundschreiben auswerten',
    kommune: 'lk-kusel',
    origin: 'kommune',
    approved: 1,
    state: 'approved',
    reviewOn: '2027-11-27',
    overdue: false,
    copiedFrom: null,
    uses: 12,
    may: { edit: true, approve: true, withdraw: true, copy: true },
    ...change,
  };
}

export function libraryVersion(change: Partial<LibraryVersion> = {}): LibraryVersion {
  return {
    number: 1,
    state: 'approved',
    revision: 4,
    changedAt: '2026-11-20T08:00:00Z',
    author: { name: 'Bernd Beispiel', self: false },
    approver: { name: 'Anke Muster', self: true },
    reason: 'Erste Fassung nach Abstimmung',
    screening: { uses: [], checkedByPerson: true, remark: 'Nur für Rundschreiben' },
    suspected: [],
    examples: null,
    ...change,
  };
}

export function item(change: Partial<AdminItem> = {}): AdminItem {
  return {
    version: CONTRACT_VERSION,
    card: card(),
    content: circularContent,
    versions: [libraryVersion()],
    ...change,
  };
}

export function runStep(change: Partial<RunStep> = {}): RunStep {
  return {
    path: 'angaben',
    kind: 'lesen',
    title: 'Angaben',
    depth: 0,
    round: null,
    state: 'done',
    result: {
      kind: 'lesen',
      records: [
        {
          values: { thema: { kind: 'text', text: 'Haushalt' }, frist: { kind: 'datum', date: '2027-01-15' } },
          evidence: {
            thema: { state: 'unproven' },
            frist: { state: 'proven', passage: 'Frist: 15.01.2027' },
          },
        },
      ],
    },
    form: null,
    corrected: false,
    waiting: null,
    model: null,
    costMicroEuro: 1_200,
    sent: [{ role: 'user', text: 'Lesen Sie die Frist.', marks: [] }],
    fault: null,
    ...change,
  };
}

export function run(change: Partial<RunView> = {}): RunView {
  return {
    version: CONTRACT_VERSION,
    id: RUN,
    agent: { id: null, version: null, name: 'Rundschreiben auswerten', work: 'ablauf' },
    state: 'done',
    startedAt: '2026-11-27T08:00:00Z',
    keptUntil: '2026-11-30T08:00:00Z',
    steps: [runStep()],
    ahead: [],
    costMicroEuro: 1_200,
    outcome: null,
    fault: null,
    ...change,
  };
}

export const changed: VersionView = {
  version: CONTRACT_VERSION,
  number: 2,
  content: circularContent,
  against: 1,
  changes: [
    { kind: 'same', text: 'name: Rundschreiben auswerten' },
    { kind: 'removed', text: 'purpose: Fristen' },
    { kind: 'added', text: 'purpose: Fristen und Aufträge' },
  ],
};

/** A library that answers what the contract says, and notes down every change. @param note notes one down */
export function fakeLibrary(note: <T>(answer: T, ...what: unknown[]) => Promise<T>): LibraryApi {
  const begun = (content: LibraryContent) =>
    item({
      card: card({ state: 'draft', approved: null, kind: content.kind }),
      content,
      versions: [
        libraryVersion({ state: 'draft', author: { name: 'Anke Muster', self: true }, approver: null }),
      ],
    });
  return {
    items: () => Promise.resolve([card()]),
    item: () => Promise.resolve(item()),
    version: () => Promise.resolve(changed),
    create: (owner, content) => note(begun(content), 'create', owner, content),
    saveDraft: (of, content) => note(begun(content), 'saveDraft', of.revision, content),
    dropDraft: (of) => note(undefined, 'dropDraft', of),
    submit: (of, screening, reason) => note(item(), 'submit', of.revision, screening, reason),
    decide: (of, decision, reason) => note(item(), 'decide', of.revision, decision, reason),
    withdraw: (id, reason) => note(item({ card: card({ state: 'withdrawn' }) }), 'withdraw', id, reason),
    copy: (id, owner) => note(item(), 'copy', id, owner),
    exported: (id, number) => note(new Blob(['format: amtsfeder/agent/1']), 'exported', id, number),
    readFile: () => Promise.resolve({ version: CONTRACT_VERSION, content: circularContent, faults: [] }),
    // Whoever wants faults says which.
    check: (content) =>
      Promise.resolve({ version: CONTRACT_VERSION, content: content as LibraryContent, faults: [] }),
    runExamples: () => Promise.resolve([]),
    models: () => Promise.resolve([]),
    templates: () => Promise.resolve([]),
    startRun: (request) => note(run(), 'startRun', request),
    run: () => Promise.resolve(run()),
    answerRun: (id, answer) => note(undefined, 'answerRun', id, answer),
    stopRun: (id) => note(undefined, 'stopRun', id),
    goOn: (id) => note(undefined, 'goOn', id),
    removeRun: () => Promise.resolve(),
  };
}
