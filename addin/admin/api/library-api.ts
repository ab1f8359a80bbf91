import type { Agent } from '../../../contract/agents/definition.ts';
import type { ExampleReport } from '../../../contract/agents/example.ts';
import {
  adminItem,
  type AdminItem,
  adminList,
  type AdminCard,
  contentReport,
  type ContentReport,
  examplesReport,
  type LibraryContent,
  type LibraryCreation,
  type Screening,
  versionView,
  type VersionView,
} from '../../../contract/agents/library.ts';
import { type RunAnswer, type RunRequest, runView, type RunView } from '../../../contract/agents/run.ts';
import { templateList } from '../../../contract/forms.ts';
import { modelList, type ModelInfo } from '../../../contract/models.ts';
import { known } from '../../pane/reach.ts';
import type { Asking } from './asking.ts';

/** Milliseconds for ten examples of an agent, each with many steps. */
const EXAMPLES_MS = 15 * 60_000;

const ADMIN = 'api/admin/library';
const RUNS = 'api/agents/runs';

/** The newest version of something in the library, as it was read. */
export interface Read {
  id: string;
  revision: number;
}

/** The library and the trials of its agents, as the console knows them. Everything throws `BackendError`. */
export interface LibraryApi {
  items(signal: AbortSignal): Promise<AdminCard[]>;
  item(id: string, signal: AbortSignal): Promise<AdminItem>;
  /** @param against number of the version that it is held against; 0 for the one before it */
  version(id: string, number: number, against: number, signal: AbortSignal): Promise<VersionView>;
  create(owner: LibraryCreation['owner'], content: LibraryContent): Promise<AdminItem>;
  saveDraft(of: Read, content: LibraryContent): Promise<AdminItem>;
  dropDraft(of: Read): Promise<void>;
  submit(of: Read, screening: Screening, reason: string): Promise<AdminItem>;
  decide(of: Read, decision: 'approve' | 'return', reason: string): Promise<AdminItem>;
  withdraw(id: string, reason: string): Promise<AdminItem>;
  copy(id: string, owner: LibraryCreation['owner']): Promise<AdminItem>;
  /** A version as a file. */
  exported(id: string, number: number): Promise<Blob>;
  /** What a file holds; nothing is saved. */
  readFile(file: Blob): Promise<ContentReport>;
  /** Whether a content may be saved as it is. @param content perhaps half done */
  check(content: unknown, signal: AbortSignal): Promise<ContentReport>;
  /** @param model id of a model; null for the built-in one */
  runExamples(agent: Agent, model: string | null): Promise<ExampleReport[]>;
  /** The models that may be chosen, the default first. */
  models(signal: AbortSignal): Promise<ModelInfo[]>;
  /** Names of the Vorlagen of the house. */
  templates(signal: AbortSignal): Promise<string[]>;
  startRun(request: Omit<RunRequest, 'version'>): Promise<RunView>;
  run(id: string, signal: AbortSignal): Promise<RunView>;
  answerRun(id: string, answer: Omit<RunAnswer, 'version'>): Promise<void>;
  stopRun(id: string): Promise<void>;
  goOn(id: string): Promise<void>;
  /** Deletes a run with all that it holds. */
  removeRun(id: string): Promise<void>;
}

/** The library over HTTP. @param asking how requests are made */
export function libraryApi({ get, say, body, fetchBlob }: Asking): LibraryApi {
  const at = (id: string) => `${ADMIN}/${encodeURIComponent(id)}`;
  const item = async (answer: Promise<Response>) => known(adminItem, await body(answer));
  return {
    items: async (signal) => known(adminList, await get(ADMIN, signal)).items,
    item: async (id, signal) => known(adminItem, await get(at(id), signal)),
    async version(id, number, against, signal) {
      const query = against === 0 ? '' : `?against=${against}`;
      return known(versionView, await get(`${at(id)}/versions/${number}${query}`, signal));
    },
    create: (owner, content) => item(say('POST', ADMIN, { owner, content })),
    saveDraft: ({ id, revision }, content) => item(say('PUT', `${at(id)}/draft`, { revision, content })),
    async dropDraft({ id, revision }) {
      await say('DELETE', `${at(id)}/draft`, { revision });
    },
    submit: ({ id, revision }, screening, reason) =>
      item(say('POST', `${at(id)}/submit`, { revision, screening, reason }, { ms: EXAMPLES_MS })),
    decide: ({ id, revision }, decision, reason) =>
      item(say('POST', `${at(id)}/decision`, { revision, decision, reason })),
    withdraw: (id, reason) => item(say('POST', `${at(id)}/withdraw`, { reason })),
    copy: (id, owner) => item(say('POST', `${at(id)}/copy`, { owner })),
    exported: (id, number) => fetchBlob(`${at(id)}/versions/${number}/file`),
    readFile: async (file) =>
      known(contentReport, await body(say('POST', `${ADMIN}/read`, { text: await file.text() }))),
    check: async (content, signal) =>
      known(contentReport, await body(say('POST', `${ADMIN}/check`, { content }, { signal }))),
    runExamples: async (agent, model) =>
      known(
        examplesReport,
        await body(say('POST', `${ADMIN}/examples`, { agent, model }, { ms: EXAMPLES_MS })),
      ).reports,
    models: async (signal) => known(modelList, await get('api/models', signal)).models,
    templates: async (signal) =>
      known(templateList, await get('api/templates', signal)).templates.map(({ label }) => label),
    startRun: async (request) => known(runView, await body(say('POST', RUNS, request))),
    run: async (id, signal) => known(runView, await get(`${RUNS}/${id}`, signal)),
    async answerRun(id, answer) {
      await say('POST', `${RUNS}/${id}/answer`, answer);
    },
    async stopRun(id) {
      await say('POST', `${RUNS}/${id}/stop`, {});
    },
    async goOn(id) {
      await say('POST', `${RUNS}/${id}/go-on`, {});
    },
    async removeRun(id) {
      await say('DELETE', `${RUNS}/${id}`, {});
    },
  };
}
