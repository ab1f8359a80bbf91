import { json } from 'express';
import { demoSignIn, type DemoToken, type Me, roles, type SignInWays } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { Identity } from '../identity/identity.ts';
import type { Mailboxes } from '../identity/mailboxes.ts';
import type { Verbund } from '../identity/verbund.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

const MAX_BODY_BYTES = 4_096;

/**
 * `GET /api/sign-in`: how a person signs in here. `GET /api/me`: who is signed in. `POST /api/demo-sign-in`: a token of the
 * demo sign-in; the route exists under it only.
 */
export function identityRoutes(
  { ways, demo, signedIn }: Pick<Identity, 'ways' | 'demo' | 'signedIn'>,
  { kommunen }: Pick<Verbund, 'kommunen'>,
  mailboxes: Pick<Mailboxes, 'areConnected'>,
): Route[] {
  const routes: Route[] = [
    {
      method: 'get',
      path: '/sign-in',
      access: 'anyone',
      handle(_request, response) {
        const answer: SignInWays = { version: CONTRACT_VERSION, ways: [...ways] };
        response.json(answer);
      },
    },
    {
      method: 'get',
      path: '/me',
      access: roles,
      async handle(request, response, person) {
        const kommune = kommunen.find(({ id }) => id === person.kommune);
        if (kommune === undefined) throw new ProblemError(403, 'sign_in_refused');
        const answer: Me = {
          version: CONTRACT_VERSION,
          name: person.name,
          email: person.email,
          kommune: { id: kommune.id, name: kommune.name },
          department: person.department,
          roles: [...person.roles],
          demo: demo !== null,
          mailbox: mailboxes.areConnected(await signedIn(request)),
        };
        response.json(answer);
      },
    },
  ];
  return demo === null
    ? routes
    : [
        ...routes,
        {
          method: 'post',
          path: '/demo-sign-in',
          access: 'anyone',
          body: json({ limit: MAX_BODY_BYTES }),
          async handle(request, response) {
            const { kommune, role } = parseBody(demoSignIn, request.body);
            const signed = await demo.sign(kommune, role);
            if (signed === undefined) throw new ProblemError(400, 'invalid_request');
            const answer: DemoToken = { version: CONTRACT_VERSION, ...signed };
            response.json(answer);
          },
        },
      ];
}
