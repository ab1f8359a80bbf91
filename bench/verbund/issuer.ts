import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Role } from '../../contract/identity.ts';

export const CLIENT = 'amtsfeder-pane';
export const AUDIENCE = 'api://amtsfeder';

/** Whom a token speaks of. */
export interface Account {
  id: string;
  kommune: string;
  department: string;
  roles: Role[];
}

export interface Issuer {
  url: string;
  tokenFor(account: Account): Promise<string>;
  close(): void;
}

/** An OIDC issuer of this machine: its metadata, its key, and signed access tokens for whom the benchmark wants. */
export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/keys` },
      '/keys': { keys: [key] },
    };
    const answer = answers[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    tokenFor: ({ id, kommune, department, roles }) =>
      new SignJWT({
        azp: CLIENT,
        kommune,
        department,
        roles,
        name: `Person ${id}`,
        email: `${id}@example.de`,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench', typ: 'at+jwt' })
        .setIssuer(url)
        .setAudience(AUDIENCE)
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
