import * as z from 'zod/mini';
import { MAX_ATTACHMENTS } from '../limits.ts';
import { attachment, source } from '../source.ts';
import { key, plainValue } from './value.ts';

/** What a run is handed for one of the inputs of its agent. */
export const runInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('offen'), source }),
  z.object({
    kind: z.literal('anlagen'),
    attachments: z.array(attachment).check(z.maxLength(MAX_ATTACHMENTS)),
  }),
  z.object({ kind: z.literal('feld'), value: plainValue }),
]);
export type RunInput = z.infer<typeof runInput>;

/** By the names of the inputs. */
export const runInputs = z.record(key, runInput);
export type RunInputs = z.infer<typeof runInputs>;
