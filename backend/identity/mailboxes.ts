import type { ConversationOf } from '../../contract/conversation.ts';
import type { Fetch } from './fetch-limited.ts';
import { createGraphClient, type GraphClient, type MailThread } from './graph.ts';
import { GraphError } from './graph-error.ts';
import type { SignedIn } from './identity.ts';
import { createOnBehalf, type OnBehalf, readCredential } from './on-behalf.ts';
import type { EntraIssuer, Verbund } from './verbund.ts';

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

/**
 * Mailboxes of every issuer that has a credential.
 * @param readFile returns the text of a file, throws where it cannot
 * @throws ConfigError where a credential cannot be read
 */
export function createMailboxes(
  { signIn }: Pick<Verbund, 'signIn'>,
  { fetch, readFile }: { fetch: Fetch; readFile: (path: string) => string },
): Mailboxes {
  const issuers = signIn.kind === 'issuers' ? signIn.issuers : [];
  const connected = new Map<EntraIssuer, { onBehalf: OnBehalf; graph: GraphClient }>();
  for (const issuer of issuers) {
    if (issuer.kind !== 'entra' || issuer.credential === null) continue;
    connected.set(issuer, {
      onBehalf: createOnBehalf(issuer, readCredential(issuer.credential, readFile), fetch),
      graph: createGraphClient(issuer.graph, fetch),
    });
  }
  return {
    areConnected: ({ entra }) => entra !== null && connected.has(entra.issuer),
    async conversation({ token, entra }, of, signal) {
      const connection = entra === null ? undefined : connected.get(entra.issuer);
      if (entra === null || connection === undefined) throw new GraphError('not-connected');
      const scopes = [`${entra.issuer.graph}/Mail.Read`];
      const graphToken = await connection.onBehalf.token({ token, tenant: entra.tenant }, scopes);
      return connection.graph.conversation(graphToken, of, signal);
    },
  };
}
