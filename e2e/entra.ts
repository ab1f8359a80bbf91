import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const TENANT = '11111111-1111-4111-8111-111111111111';
const CLIENT = '22222222-2222-4222-8222-222222222222';
const OID = '33333333-3333-4333-8333-333333333333';

/** As much of Entra ID as signs in Anke Muster, on loopback and without asking her. */
export async function startEntra() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }];
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const json: Record<string, () => unknown> = {
    [`/${TENANT}/discovery/v2.0/keys`]: () => ({ keys }),
    [`/${TENANT}/v2.0/.well-known/openid-configuration`]: () => ({
      issuer: `${base()}/${TENANT}/v2.0`,
      authorization_endpoint: `${base()}/${TENANT}/oauth2/v2.0/authorize`,
      token_endpoint: `${base()}/${TENANT}/oauth2/v2.0/token`,
    }),
    [`/${TENANT}/oauth2/v2.0/token`]: () => ({
      access_token,
      id_token,
      token_type: 'Bearer',
      expires_in: 3600,
    }),
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', base());
    if (pathname.endsWith('/authorize')) {
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'once');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      response.writeHead(302, { Location: back.href }).end();
      return;
    }
    const answer = json[pathname];
    response.writeHead(answer ? 200 : 404, {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
    });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const authority = base();
  const sign = (claims: Record<string, unknown>) =>
    new SignJWT({ tid: TENANT, oid: OID, name: 'Anke Muster', ver: '2.0', ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'one' })
      .setIssuer(`${authority}/${TENANT}/v2.0`)
      .setSubject('anke')
      .setAudience(CLIENT)
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime('1h')
      .sign(privateKey);
  const access = { scp: 'access_as_user', azp: CLIENT, azpacr: '0', roles: ['staff'] };
  const [access_token, id_token] = await Promise.all([sign(access), sign({ nonce: 'none' })]);

  const file = join(await mkdtemp(join(tmpdir(), 'verbund-')), 'verbund.json');
  const entra = {
    kind: 'entra',
    label: 'Microsoft 365',
    clientId: CLIENT,
    authority,
    tenants: [{ id: TENANT, kommune: 'lk-kusel' }],
  };
  await writeFile(file, JSON.stringify({ signIn: [entra] }));
  const account = {
    homeAccountId: `${OID}.${TENANT}`,
    environment: 'login.microsoftonline.com',
    tenantId: TENANT,
    username: 'anke.muster@kreis.example',
    localAccountId: OID,
  };
  return {
    env: { AMTSFEDER_VERBUND_FILE: file },
    /** What Office answers to MSAL over its bridge. */
    answer: { token: { access_token, id_token, expires_in: 3600 }, account },
    stop: () => server.close(),
  };
}
