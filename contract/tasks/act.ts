import * as z from 'zod/mini';
import { MAX_ANSWER_CHARS, MAX_FIELD_CHARS } from '../limits.ts';
import { source } from '../source.ts';
import { tools, type ToolName } from '../agents/tools.ts';
import { toolCall } from '../agents/tool-call.ts';

/** Tool calls of one free agent, with their answers. */
export const MAX_CALLS = 30;
/** One turn of a free agent: it uses tools, or it says what it came to. */
export const actInput = z.object({
  source,
  order: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_FIELD_CHARS)),
  tools: z.array(z.enum(Object.keys(tools) as [ToolName, ...ToolName[]])),
  /** What it has done so far, in order: each turn with its calls, and what the tools said. */
  turnsBefore: z
    .array(
      z.object({
        said: z.string().check(z.maxLength(MAX_ANSWER_CHARS)),
        calls: z.array(z.object({ call: toolCall, answer: z.string().check(z.maxLength(MAX_ANSWER_CHARS)) })),
      }),
    )
    .check(z.maxLength(MAX_CALLS)),
  /** True where the limit is reached: no tool may be used, and it says what it has. */
  last: z.boolean(),
});
export type ActInput = z.infer<typeof actInput>;
