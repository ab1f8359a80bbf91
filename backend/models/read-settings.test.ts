import { describe, expect, it } from '@jest/globals';
import { readModelSettings } from './read-settings.ts';

const files = (texts: Record<string, string>) => (path: string) => {
  const text = texts[path];
  if (text === undefined) throw new Error(`ENOENT ${path}`);
  return text;
};
const none = files({});
const HOSTS =
  'gateway.example.de,*.example.de,api.openai.com,*.openai.azure.com,eu.api.openai.com,api.mistral.ai,api.openai.com.evil.example,generativelanguage.googleapis.com';
const fromFile = (entries: unknown, env: Record<string, string> = {}, more: Record<string, string> = {}) =>
  readModelSettings(
    { AMTSFEDER_MODELS_FILE: 'models.json', AMTSFEDER_MODEL_HOSTS: HOSTS, ...env },
    files({ 'models.json': typeof entries === 'string' ? entries : JSON.stringify(entries), ...more }),
  );
const vllm = {
  id: 'haus',
  label: 'Modell des Hauses',
  provider: 'openai',
  model: 'mistral-small',
  baseURL: 'http://10.1.2.3:8000/v1',
  place: 'intern',
};

describe('models for embeddings', () => {
  const entry = { ...vllm, id: 'vektoren', use: 'embeddings', dimensions: 1_024, questionPrefix: 'query: ' };

  it('are in a list of their own, within the same reach', () => {
    const { models, embedders, reach, problems } = fromFile([entry]);
    expect([models, problems]).toEqual([[], []]);
    expect(embedders).toEqual([
      expect.objectContaining({
        ...{ id: 'vektoren', provider: 'openai', place: 'intern', dimensions: 1_024 },
        prefixes: { passage: '', question: 'query: ' },
      }),
    ]);
    expect(reach.allows(new URL('http://10.1.2.3:8000/v1/embeddings'))).toBe(true);
  });

  it('share no id with another model and no field with one that answers', () => {
    expect(fromFile([vllm, { ...entry, id: 'haus' }]).problems).toHaveLength(1);
    expect(fromFile([{ ...vllm, dimensions: 5 }]).problems).toEqual([
      'AMTSFEDER_MODELS_FILE, entry 1, dimensions: is for a model with "use": "embeddings" only',
    ]);
    expect(
      fromFile([{ ...entry, baseURL: 'https://elsewhere.example/v1', place: 'extern' }]).problems,
    ).not.toEqual([]);
  });
});

describe('models from the environment', () => {
  it('are none where nothing is set, or only empty values', () => {
    expect(readModelSettings({}, none)).toMatchObject({ models: [], problems: [] });
    expect(readModelSettings({ OPENAI_API_KEY: '', GEMINI_API_KEY_FILE: ' ' }, none).models).toEqual([]);
  });

  it('need a key and nothing else', () => {
    const { models, problems } = readModelSettings({ OPENAI_API_KEY: 'sk-1', GEMINI_API_KEY: 'g-1' }, none);
    expect(problems).toEqual([]);
    expect(models).toEqual([
      {
        provider: 'openai',
        id: 'openai',
        label: 'ChatGPT',
        dialect: 'openai',
        model: 'gpt-5-mini',
        baseURL: null,
        apiKey: 'sk-1',
        place: 'extern',
        contextTokens: 128_000,
      },
      {
        provider: 'gemini',
        id: 'gemini',
        label: 'Gemini',
        model: 'gemini-2.5-flash',
        baseURL: null,
        apiKey: 'g-1',
        place: 'extern',
        contextTokens: 1_000_000,
      },
    ]);
  });

  it('take a key from a file, without the line end', () => {
    const env = { OPENAI_API_KEY_FILE: 'key', OPENAI_MODEL: 'gpt-5', GEMINI_API_KEY_FILE: 'key2' };
    const { models } = readModelSettings(env, files({ key: 'sk-2\n', key2: ' g-2 \r\n' }));
    expect(models).toMatchObject([{ apiKey: 'sk-2', model: 'gpt-5' }, { apiKey: 'g-2' }]);
  });

  it('know the dialect and the place of an address', () => {
    const at = (OPENAI_BASE_URL: string) =>
      readModelSettings(
        { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'm', OPENAI_BASE_URL, AMTSFEDER_MODEL_HOSTS: HOSTS },
        none,
      ).models[0];
    expect(at('https://amt.openai.azure.com/openai/v1/')).toMatchObject({
      dialect: 'openai',
      place: 'extern',
    });
    expect(at('https://eu.api.openai.com/v1')).toMatchObject({ dialect: 'openai', place: 'eu' });
    expect(at('https://api.mistral.ai/v1')).toMatchObject({ dialect: 'strict', label: 'm' });
    expect(at('https://openai.inference.example.de/v1')).toMatchObject({ dialect: 'compatible', label: 'm' });
    expect(at('http://127.0.0.1:8000/v1')).toMatchObject({ dialect: 'compatible', place: 'intern' });
    expect(at('https://api.openai.com.evil.example/v1')).toMatchObject({ dialect: 'compatible' });
  });

  it('need no key for a server on this machine', () => {
    const { models, problems } = readModelSettings({ OPENAI_BASE_URL: 'http://localhost:8000/v1' }, none);
    expect(problems).toEqual([]);
    expect(models).toMatchObject([{ apiKey: null, place: 'intern' }]);
  });

  it('take either name for the address of Gemini', () => {
    const base = 'https://gateway.example.de';
    for (const name of ['GEMINI_BASE_URL', 'GOOGLE_GEMINI_BASE_URL']) {
      const env = { GEMINI_API_KEY: 'g-1', [name]: base, AMTSFEDER_MODEL_HOSTS: HOSTS };
      const { models, problems } = readModelSettings(env, none);
      expect(models).toMatchObject([{ baseURL: base }]);
      expect(problems).toEqual([]);
    }
  });

  it('say everything that is wrong at once, and no value', () => {
    const { models, problems } = readModelSettings(
      {
        OPENAI_API_KEY: 'sk-geheim\u00e4',
        OPENAI_BASE_URL: 'http://geheim.example/v1',
        GEMINI_API_KEY: 'g-geheim',
        GEMINI_API_KEY_FILE: 'geheim.txt',
        GEMINI_BASE_URL: 'https://nutzer:geheim@example.de',
        AMTSFEDER_MODELS_FILE: 'geheim.json',
      },
      none,
    );
    expect(models).toEqual([]);
    expect(problems).toEqual([
      'AMTSFEDER_MODELS_FILE: the file cannot be read',
      'OPENAI_API_KEY: the key is empty, too long or has characters that a key cannot have',
      expect.stringMatching(/^OPENAI_BASE_URL may use http:\/\/ only on this machine/),
      'GEMINI_API_KEY and GEMINI_API_KEY_FILE are both set; keep one of them',
      'GEMINI_BASE_URL must not contain a user name or password',
    ]);
    expect(problems.join()).not.toContain('geheim');
  });

  it.each(['ftp://example.de', 'example.de', 'file:///etc/passwd', 'https://example.de/v1?key=1'])(
    'refuse the address %s',
    (OPENAI_BASE_URL) => {
      expect(readModelSettings({ OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL }, none).problems).toHaveLength(1);
    },
  );

  it('refuse an address elsewhere without a key, and a model name that is none', () => {
    expect(readModelSettings({ OPENAI_BASE_URL: 'https://example.de/v1' }, none).problems).toEqual([
      'OPENAI_BASE_URL is set, but neither OPENAI_API_KEY nor OPENAI_API_KEY_FILE',
    ]);
    expect(readModelSettings({ OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: '../x?y' }, none).problems).toEqual([
      'OPENAI_MODEL must be the name of a model',
    ]);
  });
});

describe('models from a file', () => {
  it('come first, in their order, with their keys from elsewhere', () => {
    const { models, problems } = fromFile(
      [
        vllm,
        {
          ...vllm,
          id: 'ionos',
          baseURL: 'https://openai.example.de/v1',
          place: 'eu',
          apiKeyEnv: 'IONOS_KEY',
        },
        {
          id: 'gemini-pro',
          label: 'Gemini Pro',
          provider: 'gemini',
          model: 'gemini-2.5-pro',
          place: 'extern',
          apiKeyFile: 'g',
          contextTokens: 500_000,
        },
      ],
      { IONOS_KEY: 'io-1', OPENAI_API_KEY: 'sk-1' },
      { g: 'g-1' },
    );
    expect(problems).toEqual([]);
    expect(models).toMatchObject([
      { id: 'haus', apiKey: null, dialect: 'compatible', contextTokens: 32_000 },
      { id: 'ionos', apiKey: 'io-1', place: 'eu' },
      { id: 'gemini-pro', apiKey: 'g-1', contextTokens: 500_000 },
      { id: 'openai' },
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['a key in the file', [{ ...vllm, apiKey: 'sk-geheim' }], /entry 1: keys do not belong in this file/],
    ['an unknown field', [{ ...vllm, geheim: 1 }], /entry 1: has a field that is not known/],
    ['an unknown provider', [{ ...vllm, provider: 'geheim' }], /entry 1, provider: .*"openai"\|"gemini"/],
    ['an unknown place', [{ ...vllm, place: 'geheim' }], /entry 1, place: .*"intern"\|"eu"\|"extern"/],
    ['a bad id', [{ ...vllm, id: 'ge heim' }], /entry 1, id: must be letters/],
    ['an empty label', [{ ...vllm, label: ' ' }], /entry 1, label: must not be empty/],
    ['http outside the house', [{ ...vllm, place: 'eu' }], /entry 1, baseURL: may use http/],
    [
      'both kinds of key',
      [{ ...vllm, apiKeyEnv: 'A', apiKeyFile: 'b' }],
      /apiKeyEnv: and apiKeyFile exclude/,
    ],
    [
      'a variable that is not set',
      [{ ...vllm, apiKeyEnv: 'sk_geheim' }],
      /names an environment variable that is not/,
    ],
    ['a file that is not there', [{ ...vllm, apiKeyFile: 'geheim' }], /apiKeyFile: the file cannot be read/],
    [
      'a dialect for Gemini',
      [{ ...vllm, provider: 'gemini', dialect: 'strict' }],
      /dialect: is for the provider/,
    ],
    ['Gemini without a key', [{ ...vllm, provider: 'gemini' }], /needs apiKeyEnv or apiKeyFile/],
    ['OpenAI without a key', [{ ...vllm, baseURL: undefined }], /needs apiKeyEnv or apiKeyFile/],
    ['the same id twice', [vllm, vllm], /Two models have the same id/],
    ['no list', { geheim: vllm }, /must be a JSON list/],
    ['no JSON', '[{"apiKey": "sk-geheim", ]', /is not valid JSON/],
    ['no object', ['geheim'], /entry 1: Invalid input: expected object/],
  ])('refuse %s in words without the value', (_, entries, expected) => {
    const { problems } = fromFile(entries);
    expect(problems).toEqual([expect.stringMatching(expected)]);
    expect(problems.join()).not.toContain('geheim');
  });

  it('report all entries at once', () => {
    const { problems } = fromFile([{ ...vllm, id: '' }, vllm, { ...vllm, id: 'b', place: 'x', model: 7 }]);
    expect(problems).toHaveLength(3);
  });
});

describe('the hosts of models', () => {
  const problemsOf = (env: Record<string, string>) => readModelSettings(env, none).problems;

  it('are checked at the start, also those that nobody configured', () => {
    const denied = (id: string) =>
      `The model ${id}: its host is not among those that AMTSFEDER_MODEL_HOSTS allows`;
    const env = {
      OPENAI_API_KEY: 'sk-1',
      OPENAI_BASE_URL: 'https://geheim.example.de/v1',
      GEMINI_API_KEY: 'g-1',
    };
    expect(problemsOf(env)).toEqual([denied('openai')]);
    expect(problemsOf({ ...env, AMTSFEDER_MODEL_HOSTS: '*.example.de' })).toEqual([denied('gemini')]);
    expect(problemsOf({ ...env, AMTSFEDER_MODEL_HOSTS: 'geheim' }).join()).not.toContain('geheim');
  });

  it('are no list', () => {
    expect(
      problemsOf({ OPENAI_API_KEY: 'sk-1', AMTSFEDER_MODEL_HOSTS: 'https://geheim.example.de' }),
    ).toEqual([expect.stringMatching(/^AMTSFEDER_MODEL_HOSTS, entry 1: must be a host/)]);
  });

  it('are all that a request may reach', () => {
    const { reach } = readModelSettings({ OPENAI_API_KEY: 'sk-1' }, none);
    expect(reach.allows(new URL('https://api.openai.com/v1/chat/completions'))).toBe(true);
    expect(reach.allows(new URL('https://generativelanguage.googleapis.com/v1beta/models'))).toBe(false);
  });
});
