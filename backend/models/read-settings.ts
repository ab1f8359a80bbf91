import { dialectOf, addressProblem, isLoopback, placeOf } from './addresses.ts';
import { modelPattern, readModelsFile, type FileEntry } from './models-file.ts';
import { hostProblem, type Reach, reachOf, readHosts } from './reach.ts';
import type { EmbeddingSettings, ModelSettings } from './settings.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What the configuration says, and everything that is wrong with it, in English and without any value. */
export interface SettingsReading {
  models: ModelSettings[];
  /** Those that turn texts into vectors, for the search by meaning; only the models file names any. */
  embedders: EmbeddingSettings[];
  /** What requests to them may reach. */
  reach: Reach;
  problems: string[];
}

/** Where nothing else is configured. Too little only costs more parts of a long text; too much would cut it. */
const CONTEXT_TOKENS = { openai: 128_000, compatible: 32_000, gemini: 1_000_000 };
const MAX_KEY_CHARS = 4_096;

/**
 * Reads which models there are: first those of the file AMTSFEDER_MODELS_FILE names, then OpenAI
 * (OPENAI_API_KEY or OPENAI_API_KEY_FILE, OPENAI_MODEL, OPENAI_BASE_URL), then Gemini (GEMINI_API_KEY or
 * GEMINI_API_KEY_FILE, GEMINI_MODEL, GEMINI_BASE_URL or GOOGLE_GEMINI_BASE_URL). AMTSFEDER_MODEL_HOSTS says at which hosts
 * there may be any.
 * @param readFile returns the text of a file, throws where it cannot
 */
export function readModelSettings(env: Env, readFile: (path: string) => string): SettingsReading {
  const source = new Source(env, readFile);
  const file = fromFile(source);
  const models = [...file.models, ...fromOpenAI(source), ...fromGemini(source)];
  const all = [...models, ...file.embedders];
  if (new Set(all.map(({ id }) => id)).size < all.length) {
    source.problems.push('Two models have the same id ("openai" and "gemini" are those of the environment)');
  }
  const hosts = readHosts(source.value('AMTSFEDER_MODEL_HOSTS'));
  source.problems.push(...hosts.problems);
  if (hosts.problems.length === 0) {
    for (const model of all) {
      const problem = hostProblem(model, hosts.rules);
      if (problem !== undefined) source.problems.push(`The model ${model.id}: ${problem}`);
    }
  }
  return { models, embedders: file.embedders, reach: reachOf(all, hosts.rules), problems: source.problems };
}

/** Environment and files, with a list of what is wrong with them. An empty variable counts as not set. */
class Source {
  readonly problems: string[] = [];
  readonly #env: Env;
  readonly #readFile: (path: string) => string;

  constructor(env: Env, readFile: (path: string) => string) {
    this.#env = env;
    this.#readFile = readFile;
  }

  value(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === '' ? undefined : value;
  }

  file(path: string, where: string): string | undefined {
    try {
      return this.#readFile(path);
    } catch {
      this.problems.push(`${where}: the file cannot be read`);
      return undefined;
    }
  }

  /** A key from the variable `name` or the file that `name`_FILE names. */
  key(name: string): string | undefined {
    const key = this.value(name);
    const path = this.value(`${name}_FILE`);
    if (key !== undefined && path !== undefined) {
      this.problems.push(`${name} and ${name}_FILE are both set; keep one of them`);
      return undefined;
    }
    if (path !== undefined) return this.keyFile(path, `${name}_FILE`);
    return key === undefined ? undefined : this.usableKey(key, name);
  }

  keyFile(path: string, where: string): string | undefined {
    const text = this.file(path, where);
    return text === undefined ? undefined : this.usableKey(text.trim(), where);
  }

  /** A key that cannot stand in a header would make fetch throw an error that quotes it. */
  usableKey(key: string, where: string): string | undefined {
    if (/^[\x21-\x7e]+$/.test(key) && key.length <= MAX_KEY_CHARS) return key;
    this.problems.push(`${where}: the key is empty, too long or has characters that a key cannot have`);
    return undefined;
  }

  address(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const problem = addressProblem(value, 'extern');
    if (problem === undefined) return value;
    this.problems.push(`${name} ${problem}`);
    return undefined;
  }

  modelName(name: string, otherwise: string): string {
    const value = this.value(name) ?? otherwise;
    if (modelPattern.test(value)) return value;
    this.problems.push(`${name} must be the name of a model`);
    return otherwise;
  }
}

function fromOpenAI(source: Source): ModelSettings[] {
  const apiKey = source.key('OPENAI_API_KEY') ?? null;
  const baseURL = source.address('OPENAI_BASE_URL') ?? null;
  if (apiKey === null && baseURL === null) return [];
  if (apiKey === null && baseURL !== null && !isLoopback(baseURL)) {
    // Without this, a key whose file cannot be read would be reported twice.
    if (source.value('OPENAI_API_KEY') === undefined && source.value('OPENAI_API_KEY_FILE') === undefined) {
      source.problems.push('OPENAI_BASE_URL is set, but neither OPENAI_API_KEY nor OPENAI_API_KEY_FILE');
    }
    return [];
  }
  const model = source.modelName('OPENAI_MODEL', 'gpt-5-mini');
  const dialect = dialectOf(baseURL);
  return [
    {
      provider: 'openai',
      id: 'openai',
      // Another maker's model must not be called ChatGPT.
      label: dialect === 'openai' ? 'ChatGPT' : model,
      dialect,
      model,
      baseURL,
      apiKey,
      place: placeOf(baseURL),
      contextTokens: dialect === 'openai' ? CONTEXT_TOKENS.openai : CONTEXT_TOKENS.compatible,
    },
  ];
}

function fromGemini(source: Source): ModelSettings[] {
  const apiKey = source.key('GEMINI_API_KEY');
  const baseURL = source.address('GEMINI_BASE_URL') ?? source.address('GOOGLE_GEMINI_BASE_URL') ?? null;
  if (apiKey === undefined) return [];
  return [
    {
      provider: 'gemini',
      id: 'gemini',
      label: 'Gemini',
      model: source.modelName('GEMINI_MODEL', 'gemini-2.5-flash'),
      baseURL,
      apiKey,
      place: placeOf(baseURL),
      contextTokens: CONTEXT_TOKENS.gemini,
    },
  ];
}

function fromFile(source: Source): Pick<SettingsReading, 'models' | 'embedders'> {
  const found: Pick<SettingsReading, 'models' | 'embedders'> = { models: [], embedders: [] };
  const path = source.value('AMTSFEDER_MODELS_FILE');
  const text = path === undefined ? undefined : source.file(path, 'AMTSFEDER_MODELS_FILE');
  if (text === undefined) return found;
  const reading = readModelsFile(text);
  if (!reading.ok) {
    source.problems.push(...reading.problems);
    return found;
  }
  for (const { entry, where } of reading.entries) {
    for (const settings of settingsOf(entry, where, source)) {
      if (entry.use !== 'embeddings') found.models.push(settings);
      else {
        const prefixes = { passage: entry.passagePrefix ?? '', question: entry.questionPrefix ?? '' };
        found.embedders.push({ ...settings, dimensions: entry.dimensions ?? null, prefixes });
      }
    }
  }
  return found;
}

function settingsOf(entry: FileEntry, where: string, source: Source): ModelSettings[] {
  const { id, label, model, place } = entry;
  const baseURL = entry.baseURL ?? null;
  const common = { id, label, model, place, baseURL };
  const known = source.problems.length;
  const apiKey = entryKey(entry, where, source);
  if (source.problems.length > known) return [];
  if (entry.provider === 'gemini') {
    if (apiKey !== undefined) {
      const contextTokens = entry.contextTokens ?? CONTEXT_TOKENS.gemini;
      return [{ ...common, provider: 'gemini', apiKey, contextTokens }];
    }
    source.problems.push(`${where}: needs apiKeyEnv or apiKeyFile`);
    return [];
  }
  if (apiKey === undefined && baseURL === null) {
    source.problems.push(`${where}: needs apiKeyEnv or apiKeyFile, or the baseURL of a server without a key`);
    return [];
  }
  const dialect = entry.dialect ?? dialectOf(baseURL);
  const contextTokens =
    entry.contextTokens ?? (dialect === 'openai' ? CONTEXT_TOKENS.openai : CONTEXT_TOKENS.compatible);
  return [{ ...common, provider: 'openai', dialect, apiKey: apiKey ?? null, contextTokens }];
}

/** The names of variable and file stay unsaid: a key is easily written there by mistake. */
function entryKey({ apiKeyEnv, apiKeyFile }: FileEntry, where: string, source: Source): string | undefined {
  if (apiKeyFile !== undefined) return source.keyFile(apiKeyFile, `${where}, apiKeyFile`);
  if (apiKeyEnv === undefined) return undefined;
  const key = source.value(apiKeyEnv);
  if (key !== undefined) return source.usableKey(key, `${where}, apiKeyEnv`);
  source.problems.push(`${where}, apiKeyEnv: names an environment variable that is not set`);
  return undefined;
}
