import { z } from 'zod';
import { addressProblem } from './addresses.ts';
import { dialects } from './settings.ts';

const MAX_MODELS = 50;
const MAX_LINE = 200;

export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const modelPattern = /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}$/;

/** One entry of the file that AMTSFEDER_MODELS_FILE names. */
const entry = z
  .strictObject({
    id: z.string().regex(idPattern, 'must be letters, digits, ".", "_" and "-", at most 64'),
    label: z
      .string()
      .trim()
      .min(1, 'must not be empty')
      .max(MAX_LINE, `must be at most ${MAX_LINE} characters`),
    provider: z.enum(['openai', 'gemini']),
    dialect: z.enum(dialects).optional(),
    model: z.string().regex(modelPattern, 'must be the name of a model'),
    baseURL: z.string().optional(),
    apiKeyEnv: z.string().optional(),
    apiKeyFile: z.string().optional(),
    place: z.enum(['intern', 'eu', 'extern']),
    /** What it is asked for; an answer where it is not said. */
    use: z.enum(['answers', 'embeddings']).optional(),
    dimensions: z.int().min(1).max(4_096).optional(),
    passagePrefix: z.string().max(100).optional(),
    questionPrefix: z.string().max(100).optional(),
    contextTokens: z.int().min(1_000, 'must be at least 1000').max(100_000_000).optional(),
  })
  .check(({ value, issues }) => {
    const complain = (path: string, message: string) =>
      issues.push({ code: 'custom', message, path: [path], input: undefined });
    const address = value.baseURL === undefined ? undefined : addressProblem(value.baseURL, value.place);
    if (address !== undefined) complain('baseURL', address);
    if (value.apiKeyEnv !== undefined && value.apiKeyFile !== undefined) {
      complain('apiKeyEnv', 'and apiKeyFile exclude each other');
    }
    for (const field of ['dimensions', 'passagePrefix', 'questionPrefix'] as const) {
      if (value.use !== 'embeddings' && value[field] !== undefined) {
        complain(field, 'is for a model with "use": "embeddings" only');
      }
    }
    if (value.provider === 'gemini' && value.dialect !== undefined) {
      complain('dialect', 'is for the provider "openai" only');
    }
  });
export type FileEntry = z.infer<typeof entry>;

export type FileReading =
  { ok: true; entries: { where: string; entry: FileEntry }[] } | { ok: false; problems: string[] };

/**
 * Reads the text of the models file.
 * @returns the entries, or everything that is wrong with them, in words that repeat no value of the file
 */
export function readModelsFile(text: string): FileReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The message of JSON.parse quotes the text.
    return { ok: false, problems: ['AMTSFEDER_MODELS_FILE: the file is not valid JSON'] };
  }
  if (!Array.isArray(json) || json.length > MAX_MODELS) {
    const problem = `AMTSFEDER_MODELS_FILE: the file must be a JSON list of at most ${MAX_MODELS} models`;
    return { ok: false, problems: [problem] };
  }
  const readings = json.map((value: unknown, index) => readEntry(value, entryName(index)));
  const problems = readings.flatMap((reading) => reading.problems);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    entries: readings.flatMap(({ where, entry: read }) => (read ? [{ where, entry: read }] : [])),
  };
}

function entryName(index: number): string {
  return `AMTSFEDER_MODELS_FILE, entry ${index + 1}`;
}

function readEntry(value: unknown, where: string) {
  const parsed = entry.safeParse(value);
  if (parsed.success) return { where, entry: parsed.data, problems: [] };
  return {
    where,
    entry: undefined,
    problems: parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownField(where, key))
        : [`${where}${issue.path.length > 0 ? `, ${issue.path.join('.')}` : ''}: ${issue.message}`],
    ),
  };
}

function unknownField(where: string, key: string): string {
  return /key|token|secret|password/i.test(key)
    ? `${where}: keys do not belong in this file; name an environment variable with apiKeyEnv or a file with apiKeyFile`
    : `${where}: has a field that is not known; known are ${Object.keys(entry.shape).join(', ')}`;
}
