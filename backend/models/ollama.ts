import { z } from 'zod';
import { modelPattern } from './models-file.ts';
import type { ModelSettings } from './settings.ts';
import { readJson, type Fetch } from './transport.ts';

const OLLAMA = 'http://127.0.0.1:11434';
const PROBE_MS = 800;
const MAX_BYTES = 512 * 1024;
const MAX_MODELS = 3;
/** Of the list, so many are asked for what they can do. */
const MAX_ASKED = 8;
/**
 * Ollama's window on a machine with little graphics memory, whatever the model could do. It cannot be set through the
 * OpenAI protocol, and Ollama drops what does not fit without a word, so the larger figure of the model is not used.
 */
const DEFAULT_CONTEXT_TOKENS = 4_096;

const tags = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      // A model of Ollama's cloud stands in the same list, but the text would leave the house.
      remote_host: z.string().nullish(),
      remote_model: z.string().nullish(),
    }),
  ),
});
const shown = z.object({
  capabilities: z.array(z.string()).nullish(),
  /** Lines such as `num_ctx    32768`. */
  parameters: z.string().nullish(),
});
const running = z.object({
  models: z.array(z.object({ name: z.string(), context_length: z.int().positive().nullish() })),
});

/**
 * Looks for an Ollama on its standard port of this machine.
 * @returns settings for at most three local models that can chat, the newest first; empty, and silent, where there is
 *   none or it does not answer at once
 */
export async function findOllama(fetch: Fetch, signal: AbortSignal): Promise<ModelSettings[]> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]);
  const get = async (path: string, body?: object): Promise<unknown> => {
    try {
      const response = await fetch(`${OLLAMA}${path}`, {
        redirect: 'error',
        signal: limit,
        ...(body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      return await readJson(response, MAX_BYTES, PROBE_MS);
    } catch {
      return undefined;
    }
  };

  const list = tags.safeParse(await get('/api/tags'));
  if (!list.success) return [];
  const names = list.data.models
    .filter(({ name, remote_host, remote_model }) => modelPattern.test(name) && !remote_host && !remote_model)
    .map(({ name }) => name)
    .slice(0, MAX_ASKED);
  const [loaded, ...details] = await Promise.all([
    get('/api/ps'),
    ...names.map((model) => get('/api/show', { model })),
  ]);
  const windows = running.safeParse(loaded);
  const windowOf = (name: string) =>
    windows.data?.models.find((model) => model.name === name)?.context_length ?? undefined;

  return names
    .flatMap((name, index) => {
      const detail = shown.safeParse(details[index]);
      if (!detail.success || !detail.data.capabilities?.includes('completion')) return [];
      return [settingsOf(name, windowOf(name) ?? configuredWindow(detail.data.parameters ?? ''))];
    })
    .slice(0, MAX_MODELS);
}

function configuredWindow(parameters: string): number | undefined {
  const value = /^num_ctx\s+(\d{1,9})$/m.exec(parameters)?.[1];
  return value === undefined ? undefined : Number(value);
}

function settingsOf(name: string, contextTokens: number | undefined): ModelSettings {
  return {
    provider: 'openai',
    id: `ollama-${name.replace(/[^A-Za-z0-9.-]+/g, '-')}`,
    label: `${name} (Ollama)`,
    dialect: 'compatible',
    model: name,
    baseURL: `${OLLAMA}/v1`,
    apiKey: null,
    place: 'intern',
    contextTokens: contextTokens ?? DEFAULT_CONTEXT_TOKENS,
  };
}
