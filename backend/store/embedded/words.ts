import * as z from 'zod';

/** What the backend says to the process of the embedded database, and what it answers. */
export const order = z.object({
  folder: z.string(),
  /** Where to listen, in the words of `pg`: a folder for the socket, or the loopback address with a port (0: any). */
  at: z.object({ host: z.string(), port: z.number() }),
  /** Whoever connects gives it as the name of its user; other programs of the machine do not know it. */
  secret: z.string(),
});
export type Order = z.infer<typeof order>;

export const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), host: z.string(), port: z.number() }),
  z.object({ kind: z.literal('owned') }),
  /** @property reason name and code of the fault */
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type Answer = z.infer<typeof answer>;
