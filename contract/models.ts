import * as z from 'zod/mini';
import { privacyPolicy } from './privacy.ts';

/** A model as the pane shows it. */
export const modelInfo = z.object({
  id: z.string(),
  /** For example "ChatGPT", "Gemini", "Ohne Sprachmodell". */
  label: z.string(),
  provider: z.enum(['openai', 'gemini', 'builtin']),
  /** Where a text goes that is sent to it. */
  place: z.enum(['intern', 'eu', 'extern']),
});
export type ModelInfo = z.infer<typeof modelInfo>;

/** `GET /api/models`: the first is the default. */
export const modelList = z.object({
  version: z.number(),
  models: z.array(modelInfo),
  /** Whether the house wants a note for readers below texts that were made with AI (EU AI Act, Art. 50). */
  aiNote: z.boolean(),
  /** What each place gets of a text, by its class. */
  policy: privacyPolicy,
});
export type ModelList = z.infer<typeof modelList>;
