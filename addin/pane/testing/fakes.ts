import type { Conversation, ConversationOf } from '../../../contract/conversation.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { TaskEvent } from '../../../contract/events.ts';
import type { CollectionCard, DocumentPart } from '../../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import type {
  ClassSuggestion,
  ItemKind,
  PrivacyPolicy,
  SendingPreview,
  SentMessage,
} from '../../../contract/privacy.ts';
import type { Source } from '../../../contract/source.ts';
import type { TaskCall, TaskResult } from '../../../contract/tasks/index.ts';
import type {
  ActionName,
  Host,
  HostError,
  Outcome,
  Overview,
  Result,
  Surface,
  Taken,
} from '../../office/host.ts';
import { BackendError, type Backend } from '../backend.ts';
import { failure } from '../backend-http.ts';
import { type Memory, nothingRemembered } from '../keep.ts';
import { fakeAgents } from './fake-agents.ts';
import { noResult } from './no-result.ts';

export const chatGpt: ModelInfo = { id: 'gpt', label: 'ChatGPT', provider: 'openai', place: 'eu' };
export const gemini: ModelInfo = { id: 'gem', label: 'Gemini', provider: 'gemini', place: 'extern' };
export const builtin: ModelInfo = {
  id: 'builtin',
  label: 'Ohne Sprachmodell',
  provider: 'builtin',
  place: 'intern',
};

/** A call that was made, and the hand on its answer. */
export interface Answering {
  call: TaskCall;
  signal: AbortSignal;
  say: (event: TaskEvent) => void;
  text: (text: string) => void;
  done: (text: string, model?: ModelInfo) => void;
  /** Ends with checks or a summary. */
  finish: (result: Partial<TaskResult>) => void;
  fail: (code: ErrorCode) => void;
}

/** A preview that was asked for, and the hand on its answer. */
export interface Previewing {
  call: TaskCall;
  signal: AbortSignal;
  show: (preview: SendingPreview) => void;
  fail: (code: ErrorCode) => void;
}

/** A conversation that was asked for, and the hand on its answer. */
export interface Conversing {
  of: ConversationOf;
  signal: AbortSignal;
  come: (conversation: Omit<Conversation, 'version'>) => void;
  fail: (code: ErrorCode) => void;
}

/** A document of the knowledge that was asked for, and the hand on its answer. */
export interface Opening {
  version: string;
  place: Parameters<Backend['documentPart']>[1];
  signal: AbortSignal;
  come: (part: DocumentPart) => void;
  fail: (code: ErrorCode) => void;
}

/** What a house may decide: the more delicate a text, the nearer the model must be. */
export const policy: PrivacyPolicy = {
  public: { intern: 'plain', eu: 'plain', extern: 'plain' },
  internal: { intern: 'plain', eu: 'masked', extern: 'masked' },
  personal: { intern: 'plain', eu: 'masked', extern: 'masked' },
  social: { intern: 'plain', eu: 'masked', extern: 'refused' },
  restricted: { intern: 'plain', eu: 'refused', extern: 'refused' },
};

/** A message to a model in which the words between `{` and `|` stand for what is between `|` and `}`. */
export function sentMessage(
  role: SentMessage['role'],
  pattern: string,
  kind: ItemKind = 'person',
): SentMessage {
  const marks: SentMessage['marks'] = [];
  let text = '';
  for (const [, before = '', placeholder, original = ''] of pattern.matchAll(
    /([^{]*)(?:\{([^|]+)\|([^}]+)\})?/g,
  )) {
    text += before;
    if (placeholder === undefined) continue;
    marks.push({ start: text.length, end: text.length + placeholder.length, kind, original });
    text += placeholder;
  }
  return { role, text, marks };
}

/** A preview of messages, masked as `personal` is. */
export function previewOf(messages: SentMessage[], change: Partial<SendingPreview> = {}): SendingPreview {
  const placeholders = messages.flatMap(({ text, marks }) =>
    marks.map(({ start, end }) => text.slice(start, end)),
  );
  return {
    version: CONTRACT_VERSION,
    verdict: {
      dataClass: 'personal',
      suggestion: { dataClass: 'personal', because: [] },
      treatment: 'masked',
    },
    masked: new Set(placeholders).size,
    messages,
    parts: 1,
    ...change,
  };
}

/** A backend whose answers are written by the test. An abort ends an answer with `stopped`, as the contract says. */
export function fakeBackend(models: ModelInfo[] | Error = [chatGpt, gemini, builtin]) {
  const calls: Answering[] = [];
  const previews: Previewing[] = [];
  const conversations: Conversing[] = [];
  const judged: Source[] = [];
  const parts: Opening[] = [];
  const proposals: Parameters<Backend['proposeFaq']>[0][] = [];
  const collections: CollectionCard[] = [];
  const agents = fakeAgents();
  let suggestion: ClassSuggestion | null = { dataClass: 'internal', because: [] };
  const backend: Backend = {
    checkForm: (form) => Promise.resolve({ version: CONTRACT_VERSION, form, findings: [] }),
    templates: () => Promise.resolve({ templates: [], textBlocks: [] }),
    agents: () => Promise.resolve(agents.api),
    fill: () => Promise.resolve(new Blob(['DOCX'])),
    read: (_bytes, name) => Promise.resolve(`Text von ${name}`),
    models: () =>
      models instanceof Error ? Promise.reject(models) : Promise.resolve({ models, aiNote: false, policy }),
    preview: (call, signal) =>
      new Promise((resolve, reject) => {
        previews.push({ call, signal, show: resolve, fail: (code) => reject(new BackendError(code)) });
      }),
    conversation: (of, signal) =>
      new Promise((resolve, reject) => {
        conversations.push({ of, signal, come: resolve, fail: (code) => reject(new BackendError(code)) });
      }),
    collections: () => Promise.resolve(collections),
    documentPart: (version, place, signal) =>
      new Promise((resolve, reject) => {
        parts.push({ version, place, signal, come: resolve, fail: (code) => reject(new BackendError(code)) });
      }),
    original: () => Promise.resolve(new Blob(['Original'])),
    proposeFaq: (proposal) => {
      proposals.push(proposal);
      return Promise.resolve();
    },
    dataClass: (source) => {
      judged.push(source);
      return suggestion === null ? Promise.reject(new BackendError('internal')) : Promise.resolve(suggestion);
    },
    run(call, signal) {
      const waiting: TaskEvent[] = [
        { type: 'start', version: CONTRACT_VERSION, task: call.task, model: chatGpt },
      ];
      let wake: () => void = () => undefined;
      const say = (event: TaskEvent) => {
        waiting.push(event);
        wake();
      };
      signal.addEventListener('abort', () => say(failure('stopped')));
      calls.push({
        call,
        signal,
        say,
        text: (text) => say({ type: 'text', text }),
        finish: (result) =>
          say({
            type: 'done',
            model: chatGpt,
            result: { ...noResult, ...result },
          }),
        done: (text, model = chatGpt) => say({ type: 'done', model, result: { ...noResult, text } }),
        fail: (code) => say(failure(code)),
      });
      return (async function* () {
        for (;;) {
          const event = waiting.shift();
          if (event === undefined) await new Promise<void>((resolve) => (wake = resolve));
          else {
            yield event;
            if (event.type === 'done' || event.type === 'error') return;
          }
        }
      })();
    },
  };
  const last = (): Answering => {
    const call = calls.at(-1);
    if (call === undefined) throw new Error('The backend has not been asked.');
    return call;
  };
  return {
    backend,
    calls,
    last,
    previews,
    conversations,
    judged,
    parts,
    proposals,
    agents,
    /** What the person may read; filled by the test. */
    collections,
    /** What the content of every source suggests from now on; null is a backend that cannot say. */
    suggest: (next: ClassSuggestion | null) => (suggestion = next),
  };
}

const every: Record<Surface, ActionName[]> = {
  document: ['insert', 'replace', 'insert-section', 'copy', 'save-docx'],
  'mail-read': ['reply', 'reply-all', 'mail-to-self', 'copy'],
  'mail-compose': ['insert', 'replace', 'copy'],
};

/** A host whose document or mail is what the test says, and who notes down what is done to it. */
export function fakeHost(surface: Surface, begin: Partial<Overview> = {}, skills: Partial<Host> = {}) {
  /** Where a test does not say otherwise, what has the same title is the same. */
  const overviewOf = (facts: Partial<Overview>): Overview => {
    const title = facts.title ?? 'Bauvoranfrage';
    return { id: title, title, words: 1240, selectedWords: 0, ...facts };
  };
  let overview: Overview | HostError = overviewOf(begin);
  let outcome: Outcome = { status: 'done' };
  const listeners = new Set<(what: 'selection' | 'item') => void>();
  const done: { action: ActionName; result: Result; taken: Taken | null }[] = [];
  const revealed: string[] = [];
  const host: Host = {
    name: surface === 'document' ? 'Word' : 'Outlook',
    surface,
    actions: new Set(every[surface]),
    footnotes: new Set(surface === 'document' ? every[surface] : []),
    showPdf: null,
    changes: null,
    comment: null,
    attachments: null,
    addToCalendar: null,
    openFile: null,
    provenances: null,
    overview: () => (overview instanceof Error ? Promise.reject(overview) : Promise.resolve(overview)),
    take: (part) => {
      if (overview instanceof Error) return Promise.reject(overview);
      const { title } = overview;
      const text = `Text: ${title}`;
      if (surface !== 'mail-read') {
        return Promise.resolve({
          source: { kind: 'document', title, part, text },
          part,
          lines: null,
          anchor: title,
        });
      }
      const from = { name: 'Eva Weber', email: 'eva.weber@example.org' };
      const body = { type: 'text' as const, content: text };
      return Promise.resolve({
        source: { kind: 'mail', subject: title, from, to: [], cc: [], date: null, body, attachments: [] },
        part,
        lines: null,
        anchor: title,
      });
    },
    skim: (part) => host.take(part).then(({ source }) => source),
    perform: (action, result, taken) => {
      done.push({ action, result, taken });
      return Promise.resolve(outcome);
    },
    reveal: (text) => {
      revealed.push(text);
      return Promise.resolve(true);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    theme: () => 'light',
    onThemeChange: () => () => undefined,
    person: () => ({ name: 'Karin Maurer', email: 'karin.maurer@example.org' }),
    ...skills,
  };
  return {
    host,
    done,
    revealed,
    answer: (next: Outcome) => (outcome = next),
    change: (what: 'selection' | 'item', next: Partial<Overview> | HostError) => {
      overview = next instanceof Error ? next : overviewOf(next);
      for (const listener of listeners) listener(what);
    },
  };
}

/** A memory that forgets when the test ends. */
export function fakeMemory(): Memory {
  const kept = new Map<Surface, ReturnType<Memory['forms']>>();
  const listeners = new Set<() => void>();
  let now = nothingRemembered;
  return {
    forms: (surface) => kept.get(surface) ?? {},
    keepForms: (surface, changed) => kept.set(surface, { ...kept.get(surface), ...changed }),
    remembered: () => now,
    remember(change) {
      now = { ...now, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
