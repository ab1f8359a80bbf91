import * as z from 'zod/mini';

/** Characters of the arguments of one call. */
export const MAX_ARGUMENT_CHARS = 4_000;
/** Characters of what a provider wants back with a call, such as the thought signatures of Gemini. */
export const MAX_SIGNATURE_CHARS = 20_000;

/** What a model wants to use a tool for; untrusted, and perhaps of a tool that there is none of. */
export const toolCall = z.object({
  /** As the provider names the call. */
  id: z.string().check(z.maxLength(200)),
  tool: z.string().check(z.maxLength(64)),
  /** JSON, as the model wrote it. */
  arguments: z.string().check(z.maxLength(MAX_ARGUMENT_CHARS)),
  /** What the provider wants back with the call, as it sent it; nothing that a person could read. */
  signature: z.optional(z.string().check(z.maxLength(MAX_SIGNATURE_CHARS))),
});
export type ToolCall = z.infer<typeof toolCall>;
