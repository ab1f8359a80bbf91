import * as z from 'zod/mini';

/** What the window of the sign-in says when the issuer has sent it back: to pages of our own origin, and no other. */
const windowMessage = z.object({ amtsfeder: z.literal('signed-in'), address: z.string() });
export type WindowMessage = z.infer<typeof windowMessage>;

/** Name of the channel between pages of our origin. */
export const CHANNEL = 'amtsfeder-sign-in';
/** Our page that the window begins and ends with. */
export const WINDOW_PAGE = 'sign-in.html';

/**
 * The address that a window came back to, where a message tells of the visit that is meant.
 * @param data untrusted
 * @param visited the address that the window was led to; its `state` must come back (RFC 6749, 10.12)
 * @returns null for any other message
 */
export function returnedFrom(visited: string, data: unknown): string | null {
  const message = windowMessage.safeParse(data);
  if (!message.success || !URL.canParse(message.data.address)) return null;
  const state = new URL(visited).searchParams.get('state');
  const returned = new URL(message.data.address).searchParams.get('state');
  return state !== null && state === returned ? message.data.address : null;
}
