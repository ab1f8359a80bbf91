import { json } from 'express';
import { type Conversation, conversationRequest } from '../../contract/conversation.ts';
import { roles } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { GraphError, type GraphFault } from '../identity/graph-error.ts';
import type { Identity } from '../identity/identity.ts';
import type { Mailboxes } from '../identity/mailboxes.ts';
import { conversationMails } from '../tasks/conversation-mails.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';
import { whileThere } from './while-there.ts';

const MAX_BODY_BYTES = 8_192;

/**
 * `POST /api/conversation`: what was said in the conversation that a mail belongs to, each mail without what it quotes.
 * Nothing of it is kept.
 */
export function conversationRoutes(identity: Pick<Identity, 'signedIn'>, mailboxes: Mailboxes): Route[] {
  return [
    {
      method: 'post',
      path: '/conversation',
      access: roles,
      body: json({ limit: MAX_BODY_BYTES }),
      async handle(request, response) {
        const { of } = parseBody(conversationRequest, request.body);
        const asking = await identity.signedIn(request);
        try {
          const thread = await mailboxes.conversation(asking, of, whileThere(response));
          const answer: Conversation = { version: CONTRACT_VERSION, ...conversationMails(thread) };
          response.json(answer);
        } catch (fault) {
          if (fault instanceof GraphError) throw problemOf(fault.fault);
          throw fault;
        }
      },
    },
  ];
}

function problemOf(fault: GraphFault): ProblemError {
  switch (fault) {
    case 'not-connected':
      return new ProblemError(404, 'mailbox_not_connected');
    case 'refused':
    case 'expired':
      return new ProblemError(403, 'mailbox_refused');
    case 'unavailable':
      return new ProblemError(503, 'mailbox_unavailable');
    case 'missing':
      return new ProblemError(404, 'mail_missing');
  }
}
