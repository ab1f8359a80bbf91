import { libraryItem, libraryList } from '../../../contract/agents/library.ts';
import { runEvent, type RunEvent, runList, runView } from '../../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { BackendError } from '../backend.ts';
import { known, limited, reach } from '../reach.ts';
import { readMessages } from '../read-messages.ts';
import { watchIdle } from '../watch-idle.ts';
import type { AgentsApi } from './agents-api.ts';

type Method = 'POST' | 'PUT' | 'DELETE';

/**
 * Agents, their runs and the library over HTTP.
 * @param fetchFrom how requests are made; addresses are relative to the page
 * @param idleMs milliseconds without any byte after which a stream counts as dead
 */
export function httpAgents(fetchFrom: typeof fetch, idleMs: number): AgentsApi {
  const get = async (path: string, signal: AbortSignal): Promise<unknown> => {
    const response = await reach(fetchFrom(path, { signal: limited(signal) }));
    return response.json().catch(() => null);
  };
  const change = (method: Method, path: string, body: object): Promise<Response> =>
    reach(
      fetchFrom(path, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ version: CONTRACT_VERSION, ...body }),
        signal: limited(new AbortController().signal),
      }),
    );
  const runPath = (id: string, rest = '') => `api/agents/runs/${encodeURIComponent(id)}${rest}`;
  const itemPath = (id: string) => `api/library/${encodeURIComponent(id)}`;

  return {
    async library(words, signal) {
      const asked = words.trim() === '' ? '' : `?suche=${encodeURIComponent(words.trim())}`;
      return known(libraryList, await get(`api/library${asked}`, signal)).items;
    },
    async item(id, signal) {
      return known(libraryItem, await get(itemPath(id), signal));
    },
    async favour(id, favourite) {
      await change(favourite ? 'PUT' : 'DELETE', `${itemPath(id)}/favourite`, {});
    },
    async savePrompt(id, content) {
      if (id === null) await change('POST', 'api/library/own', { content });
      else await change('PUT', `api/library/own/${encodeURIComponent(id)}`, { content });
    },
    async removePrompt(id) {
      await change('DELETE', `api/library/own/${encodeURIComponent(id)}`, {});
    },
    async runs(signal) {
      return known(runList, await get('api/agents/runs', signal)).runs;
    },
    async begin(request) {
      const response = await change('POST', 'api/agents/runs', request);
      return known(runView, await response.json().catch(() => null));
    },
    async answer(id, path, answer) {
      await change('POST', runPath(id, '/answer'), { path, answer });
    },
    async correct(id, path, result) {
      await change('POST', runPath(id, '/correct'), { path, result });
    },
    async stop(id) {
      await change('POST', runPath(id, '/stop'), {});
    },
    async goOn(id) {
      await change('POST', runPath(id, '/go-on'), {});
    },
    async remove(id) {
      await change('DELETE', runPath(id), {});
    },
    async *events(id, signal) {
      const watch = watchIdle(signal, idleMs);
      try {
        const headers = { Accept: 'text/event-stream' };
        const response = await reach(fetchFrom(runPath(id, '/events'), { headers, signal: watch.signal }));
        for await (const data of readMessages(response, watch.alive)) yield eventOf(data);
      } catch (fault) {
        // Whatever a step does, the backend says so: a stream that breaks is the backend's or the network's doing.
        throw fault instanceof BackendError ? fault : new BackendError('backend_unreachable');
      } finally {
        watch.end();
      }
    },
  };
}

/** @throws BackendError `version_mismatch` for what the contract does not know */
function eventOf(data: string): RunEvent {
  let value: unknown = null;
  try {
    value = JSON.parse(data);
  } catch {
    throw new BackendError('version_mismatch');
  }
  const event = runEvent.safeParse(value);
  if (!event.success || (event.data.type === 'run' && event.data.run.version !== CONTRACT_VERSION)) {
    throw new BackendError('version_mismatch');
  }
  return event.data;
}
