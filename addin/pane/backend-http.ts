import { conversation } from '../../contract/conversation.ts';
import { errorText, mayTryAgain, type ErrorCode } from '../../contract/errors.ts';
import { taskEvent, type TaskEvent } from '../../contract/events.ts';
import { CONTRACT_VERSION, HEARTBEAT_SECONDS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import { collectionCards, documentPart } from '../../contract/knowledge.ts';
import { formReport, templateList } from '../../contract/forms.ts';
import { modelList } from '../../contract/models.ts';
import { classReport, sendingPreview } from '../../contract/privacy.ts';
import { BackendError, type Backend } from './backend.ts';
import { openFile } from './open-file.ts';
import { known, limited, reach } from './reach.ts';
import { readMessages } from './read-messages.ts';
import { watchIdle } from './watch-idle.ts';

/** Without any byte for this long the connection counts as dead: four heartbeats and a half. */
const IDLE_MS = HEARTBEAT_SECONDS * 4_500;

/**
 * The backend that serves this page.
 * @param fetchFrom how requests are made; addresses are relative to the page
 * @param idleMs milliseconds without any byte after which a connection counts as dead
 */
export function httpBackend(
  fetchFrom: typeof fetch = (...args) => fetch(...args),
  idleMs = IDLE_MS,
): Backend {
  return {
    async models(signal) {
      const watch = watchIdle(signal, idleMs);
      try {
        const response = await reach(fetchFrom('api/models', { signal: watch.signal }));
        const body: unknown = await response.json().catch(() => null);
        const list = modelList.safeParse(body);
        if (!list.success || list.data.version !== CONTRACT_VERSION)
          throw new BackendError('version_mismatch');
        return list.data;
      } finally {
        watch.end();
      }
    },

    async checkForm(form, text, signal) {
      const response = await post(fetchFrom, 'api/forms', { version: CONTRACT_VERSION, form, text }, signal);
      return known(formReport, await response.json().catch(() => null));
    },

    async templates(signal) {
      const response = await reach(fetchFrom('api/templates', { signal: limited(signal) }));
      return known(templateList, await response.json().catch(() => null));
    },

    async fill(template, values, signal) {
      const path = `api/templates/${encodeURIComponent(template)}`;
      const response = await post(fetchFrom, path, { version: CONTRACT_VERSION, ...values }, signal);
      return response.blob();
    },

    async read(bytes, name, signal) {
      const file = new File([new Uint8Array(bytes)], name);
      const opening = await openFile(file, fetchFrom, signal);
      if (opening.status === 'failed') throw new BackendError(opening.code);
      return toMarkdown(opening.file.blocks);
    },

    async preview({ task, ...request }, signal) {
      const response = await post(fetchFrom, `api/preview/${task}`, request, signal);
      return known(sendingPreview, await response.json().catch(() => null));
    },

    async dataClass(source, signal) {
      const response = await post(fetchFrom, 'api/data-class', { version: CONTRACT_VERSION, source }, signal);
      return known(classReport, await response.json().catch(() => null)).suggestion;
    },

    async conversation(of, signal) {
      const response = await post(fetchFrom, 'api/conversation', { version: CONTRACT_VERSION, of }, signal);
      return known(conversation, await response.json().catch(() => null));
    },

    async collections(signal) {
      const response = await reach(fetchFrom('api/knowledge/collections', { signal: limited(signal) }));
      return known(collectionCards, await response.json().catch(() => null)).collections;
    },

    async documentPart(version, place, signal) {
      const asked = 'around' in place ? `around=${place.around}` : `from=${place.from}`;
      const path = `api/knowledge/versions/${encodeURIComponent(version)}/sections?${asked}`;
      const response = await reach(fetchFrom(path, { signal: limited(signal) }));
      return known(documentPart, await response.json().catch(() => null));
    },

    async original(version, signal) {
      const path = `api/knowledge/versions/${encodeURIComponent(version)}/original`;
      return (await reach(fetchFrom(path, { signal: limited(signal) }))).blob();
    },

    async proposeFaq(proposal, signal) {
      await post(fetchFrom, 'api/knowledge/faq', { version: CONTRACT_VERSION, ...proposal }, signal);
    },

    async agents() {
      const { httpAgents } = await import('./agents/agents-http.ts');
      return httpAgents(fetchFrom, idleMs);
    },

    async *run({ task, ...request }, signal) {
      const watch = watchIdle(signal, idleMs);
      try {
        const response = await reach(
          fetchFrom(`api/tasks/${task}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
            body: JSON.stringify(request),
            signal: watch.signal,
          }),
        );
        for await (const data of readMessages(response, watch.alive)) {
          const event = parseEvent(data);
          yield event;
          if (event.type === 'done' || event.type === 'error') return;
        }
        yield failure('backend_unreachable');
      } catch (fault) {
        if (signal.aborted) yield failure('stopped');
        else if (fault instanceof BackendError) yield failure(fault.code);
        // Whatever the model does, the backend says so: a silent end is the backend's or the network's.
        else yield failure('backend_unreachable');
      } finally {
        watch.end();
      }
    },
  };
}

function post(fetchFrom: typeof fetch, path: string, body: unknown, signal: AbortSignal): Promise<Response> {
  return reach(
    fetchFrom(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: limited(signal),
    }),
  );
}

/** An error event of our own, for what happens on this side of the connection. */
export function failure(code: ErrorCode): TaskEvent {
  return { type: 'error', code, message: errorText(code), again: mayTryAgain(code) };
}

function parseEvent(data: string): TaskEvent {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw new BackendError('internal');
  }
  const event = taskEvent.safeParse(value);
  const start = event.success && event.data.type === 'start' ? event.data : null;
  if (!event.success || (start !== null && start.version !== CONTRACT_VERSION)) {
    throw new BackendError('version_mismatch');
  }
  return event.data;
}
