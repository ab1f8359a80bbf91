import type { ConversationOf } from '../../contract/conversation.ts';
import type { Graph } from './graph.ts';
import type { SignedIn } from './identity.ts';
import { mailThread, type MailThread } from './mail-thread.ts';

/** The mailboxes of those who are signed in, each read on behalf of its owner alone. */
export interface Mailboxes {
  /** Whether there is a way to the mailboxes of those who sign in as this person does. */
  areConnected(asking: Pick<SignedIn, 'entra'>): boolean;
  /** @throws GraphError */
  conversation(
    asking: Pick<SignedIn, 'token' | 'entra'>,
    of: ConversationOf,
    signal: AbortSignal,
  ): Promise<MailThread>;
}

export function createMailboxes(graph: Graph): Mailboxes {
  return {
    areConnected: (asking) => graph.reaches(asking),
    conversation: async (asking, of, signal) => mailThread(await graph.open(asking, 'Mail.Read'), of, signal),
  };
}
