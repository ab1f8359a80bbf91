import type { IncomingMessage } from 'node:http';
import { roles, type SignInWay } from '../../contract/identity.ts';
import { ProblemError } from '../http/problem.ts';
import { bearerOf } from './bearer.ts';
import { createDemo, type Demo } from './demo.ts';
import { personOf } from './person-of.ts';
import type { Person } from './person.ts';
import { IssuerUnavailable, type RefusalReason, TokenRefused } from './refusal.ts';
import { type SourceDeps, sourcesOf, type TokenSource } from './sources.ts';
import type { Issuer, Verbund } from './verbund.ts';
import { verifyToken } from './verify.ts';

type IdentityRequest = Pick<IncomingMessage, 'headersDistinct'>;

/** A person with the token that proves them. */
export interface SignedIn {
  person: Person;
  token: string;
  /** The tenant and application of Entra ID; null for other issuers. */
  entra: TokenSource['entra'];
}

export interface Identity {
  /**
   * Who asks.
   * @throws ProblemError `sign_in_required` (401), `sign_in_refused` (403), `sign_in_unavailable` (503)
   */
  identify(request: IdentityRequest): Promise<Person>;
  /** The same, with the token, for what is asked on behalf of the person. */
  signedIn(request: IdentityRequest): Promise<SignedIn>;
  /** How a person signs in here. */
  ways: readonly SignInWay[];
  /** Null where a sign-in is configured. */
  demo: Demo | null;
}

export interface IdentityDeps extends SourceDeps {
  /** Told why a token did not count, for the log: one word of a closed list, nothing of the token. */
  report(reason: RefusalReason | 'unavailable'): void;
}

/** Reasons for which another token of the same account will not do either. */
const ACCOUNT_REFUSED = new Set<RefusalReason>([
  'issuer',
  'version',
  'tenant',
  'application',
  'guest',
  'kommune',
]);

/** Tells who asks, by the sign-in of the Verbund. */
export async function createIdentity(verbund: Verbund, deps: IdentityDeps): Promise<Identity> {
  const { signIn, kommunen } = verbund;
  const demo = signIn.kind === 'demo' ? await createDemo(kommunen, deps.now) : null;
  const sources =
    signIn.kind === 'demo'
      ? new Map(demo ? [[demo.source.iss, demo.source]] : [])
      : sourcesOf(signIn.issuers, deps);

  const signedIn = async (request: IdentityRequest): Promise<SignedIn> => {
    try {
      const token = bearerOf(request);
      const verified = await verifyToken(token, sources, deps.now());
      return { person: personOf(verified, kommunen), token, entra: verified.source.entra };
    } catch (fault) {
      throw problemOf(fault, deps.report);
    }
  };

  return {
    identify: async (request) => (await signedIn(request)).person,
    signedIn,
    ways:
      signIn.kind === 'demo'
        ? [{ kind: 'demo', kommunen: kommunen.map(({ id, name }) => ({ id, name })), roles: [...roles] }]
        : signIn.issuers.map(wayOf),
    demo,
  };
}

function problemOf(fault: unknown, report: IdentityDeps['report']): unknown {
  if (fault instanceof IssuerUnavailable) {
    report('unavailable');
    return new ProblemError(503, 'sign_in_unavailable');
  }
  if (!(fault instanceof TokenRefused)) return fault;
  // The pane asks without a token before anybody has signed in.
  if (fault.reason !== 'missing') report(fault.reason);
  return ACCOUNT_REFUSED.has(fault.reason)
    ? new ProblemError(403, 'sign_in_refused')
    : new ProblemError(401, 'sign_in_required');
}

function wayOf(issuer: Issuer): SignInWay {
  const { label, clientId } = issuer;
  if (issuer.kind === 'oidc') {
    const scopes = ['openid', 'profile', 'email', ...(issuer.scope === null ? [] : [issuer.scope])];
    return { kind: 'oidc', label, clientId, authority: issuer.issuer, scope: scopes.join(' ') };
  }
  const [tenant, ...others] = issuer.tenants;
  return {
    kind: 'entra',
    label,
    clientId,
    authority: `${issuer.authority}/${others.length === 0 ? tenant.id : 'organizations'}`,
    scope: `${issuer.appIdUri}/${issuer.scope}`,
  };
}
