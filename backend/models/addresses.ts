import type { ModelInfo } from '../../contract/models.ts';
import type { ModelSettings, OpenAIDialect } from './settings.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where a provider is asked whose address nobody configured. */
const OWN_ADDRESS = {
  openai: 'https://api.openai.com/v1',
  gemini: 'https://generativelanguage.googleapis.com',
} as const;

/** Where a model is asked: as configured, else at its provider's own address. */
export function addressOf({ provider, baseURL }: Pick<ModelSettings, 'provider' | 'baseURL'>): string {
  return baseURL ?? OWN_ADDRESS[provider];
}

/**
 * Checks the address of a provider as an operator wrote it.
 * @param place http without TLS is allowed inside the house only
 * @returns what is wrong with it, without the address itself (it may hold a password), or undefined
 */
export function addressProblem(baseURL: string, place: ModelInfo['place']): string | undefined {
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return 'must be an address that begins with https:// (or http://)';
  }
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.search !== '' || url.hash !== '') return 'must not contain a query or a fragment';
  if (url.protocol === 'http:' && place !== 'intern' && !isLoopback(baseURL)) {
    return 'may use http:// only on this machine or, in the models file, with "place": "intern"';
  }
  return undefined;
}

/** Whether an address that was checked is on this machine. */
export function isLoopback(baseURL: string): boolean {
  return loopback.has(new URL(baseURL).hostname);
}

/** Where an OpenAI-compatible address is, as far as the address alone tells; the far place where it does not. */
export function placeOf(baseURL: string | null): ModelInfo['place'] {
  if (baseURL === null || !URL.canParse(baseURL)) return 'extern';
  if (isLoopback(baseURL)) return 'intern';
  return new URL(baseURL).hostname === 'eu.api.openai.com' ? 'eu' : 'extern';
}

/** The dialect of a server by its address, where none was configured. */
export function dialectOf(baseURL: string | null): OpenAIDialect {
  if (baseURL === null) return 'openai';
  const { hostname } = new URL(baseURL);
  const under = (domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
  if (under('api.openai.com') || under('openai.azure.com') || under('services.ai.azure.com')) return 'openai';
  return under('api.mistral.ai') ? 'strict' : 'compatible';
}
