import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MutableToken, OAuth2Server } from 'oauth2-mock-server';

export interface Issuer {
  /** Settings of a product whose people sign in with it. */
  env: Record<string, string>;
  /** Kinds of the grants that tokens were given for, in their order. */
  grants: string[];
  /** Takes the person out of every Kommune, or back into theirs. */
  belongTo(kommune: string | null): void;
  /** No refresh token is worth anything any more. */
  forget(): void;
  stop(): Promise<void>;
}

/** Starts an OIDC issuer on loopback that signs everybody in as Anke Muster, without asking. */
export async function startIssuer(): Promise<Issuer> {
  const server = new OAuth2Server();
  // Its own `generate` takes no key for one that was made outside of Jest's realm.
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
  const exponent = { publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await crypto.subtle.generateKey({ ...algorithm, ...exponent }, true, ['sign', 'verify']);
  const { kty, n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  await server.issuer.keys.add({ kty, n, e, d, p, q, dp, dq, qi, alg: 'RS256', use: 'sig' });
  await server.start(0, '127.0.0.1');
  const issuer = String(server.issuer.url);

  let kommune: string | null = 'lk-kusel';
  let remembers = true;
  const grants: string[] = [];
  server.service.on('beforeTokenSigning', ({ payload }: MutableToken) => {
    const anke = {
      sub: 'anke',
      name: 'Anke Muster',
      email: 'anke.muster@kreis.example',
      department: 'Soziales',
    };
    Object.assign(payload, anke, { aud: 'amtsfeder-api', azp: 'amtsfeder', roles: ['staff'] });
    if (kommune !== null) Object.assign(payload, { kommune });
  });
  server.service.on('beforeResponse', (answer, request) => {
    const { grant_type: grant } = (request as unknown as { body: { grant_type: string } }).body;
    grants.push(grant);
    if (grant === 'refresh_token' && !remembers) {
      Object.assign(answer, { statusCode: 400, body: { error: 'invalid_grant' } });
    }
  });

  const file = join(await mkdtemp(join(tmpdir(), 'verbund-')), 'verbund.json');
  const oidc = {
    kind: 'oidc',
    label: 'Keycloak',
    issuer,
    clientId: 'amtsfeder',
    audience: 'amtsfeder-api',
    kommuneFrom: { claim: 'kommune', values: { 'lk-kusel': 'lk-kusel' } },
    department: 'department',
  };
  await writeFile(file, JSON.stringify({ signIn: [oidc] }));
  return {
    env: { AMTSFEDER_VERBUND_FILE: file },
    grants,
    belongTo: (next) => (kommune = next),
    forget: () => (remembers = false),
    stop: () => server.stop(),
  };
}
