import * as z from 'zod/mini';

/**
 * Formatted text as both sides know it. It has no address, no image, no script and no style:
 * what cannot be written down here cannot get into a document, a mail or the pane.
 */
export const mark = z.enum(['bold', 'italic', 'underline', 'strike']);
export type Mark = z.infer<typeof mark>;

/** A run of text; `\n` is a line break. */
export const run = z.object({
  text: z.string(),
  marks: z.array(mark),
  /** A footnote at the end of the run, plain text; only where the run has text. */
  note: z.optional(z.string()),
});
export type Run = z.infer<typeof run>;

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3 | 4; runs: Run[] }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'table'; header: boolean; rows: Run[][][] }
  | { type: 'rule' };

const runs = z.array(run);

export const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('heading'), level: z.literal([1, 2, 3, 4]), runs }),
    z.object({ type: z.literal('paragraph'), runs }),
    z.object({ type: z.literal('quote'), blocks: z.array(block) }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int(),
      items: z.array(z.array(block)),
    }),
    z.object({ type: z.literal('table'), header: z.boolean(), rows: z.array(z.array(runs)) }),
    z.object({ type: z.literal('rule') }),
  ]),
);
