import { createHash, createPrivateKey, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config.ts';
import { GraphError } from './graph-error.ts';
import { createOnBehalf, type OnBehalf, readCredential } from './on-behalf.ts';
import { selfSigned } from './testing/certificate.ts';
import { json, startMicrosoft, type TestMicrosoft } from './testing/microsoft.ts';
import { CLIENT, newRsaKey, TENANT } from './testing/world.ts';

const SECRET = 'Geheim~4711';
const key = createPrivateKey({ key: newRsaKey(), format: 'jwk' });
const keyPem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
const files = new Map([
  ['/secret', `${SECRET}\n`],
  ['/empty', '\n'],
  ['/two', 'a\nb\n'],
  ['/cert.pem', selfSigned(key)],
  ['/key.pem', keyPem],
]);
const readFile = (path: string) => {
  const text = files.get(path);
  if (text === undefined) throw new Error(SECRET);
  return text;
};

const issuer = { authority: 'https://login.microsoftonline.com', audience: CLIENT, clientId: CLIENT };
const asking = { token: 'a.b.c', tenant: TENANT };
const scopes = ['https://graph.microsoft.com/Mail.Read'];

let microsoft: TestMicrosoft;
let onBehalf: OnBehalf;

beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.onToken = json({
    token_type: 'Bearer',
    access_token: 'graph-token',
    expires_in: 3600,
    scope: scopes[0],
  });
  onBehalf = createOnBehalf(
    issuer,
    readCredential({ kind: 'secret', file: '/secret' }, readFile),
    microsoft.fetch,
  );
});

afterEach(() => microsoft.close());

async function faultOf(): Promise<unknown> {
  try {
    return await onBehalf.token(asking, scopes);
  } catch (fault) {
    expect(fault).toBeInstanceOf(GraphError);
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toMatch(/AADSTS|Geheim|a\.b\.c/);
    return (fault as GraphError).fault;
  }
}

describe('on behalf of a person', () => {
  it('their token is exchanged at their own tenant', async () => {
    let path: string | undefined;
    const { onToken } = microsoft;
    microsoft.onToken = (request, response) => {
      path = request.url;
      return onToken(request, response);
    };
    expect(await onBehalf.token(asking, scopes)).toBe('graph-token');
    expect(path?.split('?')[0]).toBe(`/${TENANT}/oauth2/v2.0/token`);
    const [form] = microsoft.forms;
    expect(form?.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(form?.get('requested_token_use')).toBe('on_behalf_of');
    expect(form?.get('assertion')).toBe(asking.token);
    expect(form?.get('client_id')).toBe(CLIENT);
    expect(form?.get('client_secret')).toBe(SECRET);
    expect(form?.get('scope')).toContain(scopes[0]);
  });

  it('nothing is kept: who asks again is asked for again', async () => {
    await onBehalf.token(asking, scopes);
    microsoft.onToken = json({
      token_type: 'Bearer',
      access_token: 'second',
      expires_in: 3600,
      scope: scopes[0],
    });
    expect(await onBehalf.token(asking, scopes)).toBe('second');
    expect(microsoft.forms).toHaveLength(2);
  });

  it('our application may prove itself by a certificate', async () => {
    const credential = { kind: 'certificate', certificateFile: '/cert.pem', keyFile: '/key.pem' } as const;
    onBehalf = createOnBehalf(issuer, readCredential(credential, readFile), microsoft.fetch);
    expect(await onBehalf.token(asking, scopes)).toBe('graph-token');
    const [form] = microsoft.forms;
    expect(form?.has('client_secret')).toBe(false);
    const [head = '', body = '', signature = ''] = (form?.get('client_assertion') ?? '').split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, string>;
    const der = new X509Certificate(readFile('/cert.pem')).raw;
    expect(header['x5t#S256']).toBe(createHash('sha256').update(der).digest('base64url'));
    const padding = header.alg === 'PS256' ? { padding: 6, saltLength: 32 } : {};
    const publicKey = { key: createPublicKey(key), ...padding };
    expect(
      verify('sha256', Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true);
  });

  const refusal = (error: string, more: object = {}) =>
    json({ error, error_description: `AADSTS65001: ${SECRET}`, ...more }, 400);

  it.each([
    ['consent is missing', refusal('invalid_grant', { suberror: 'consent_required' }), 'refused'],
    ['the account is blocked', refusal('invalid_grant'), 'refused'],
    ['a second factor is asked for', refusal('interaction_required', { claims: '{}' }), 'refused'],
    [
      'our secret has ended',
      json({ error: 'invalid_client', error_description: 'AADSTS7000222' }, 401),
      'unavailable',
    ],
    ['it is busy', json({ error: 'temporarily_unavailable' }, 503), 'unavailable'],
    ['it sends no JSON', json('<html>'), 'unavailable'],
    ['it sends too much', json({ access_token: 'x'.repeat(300_000) }), 'unavailable'],
    ['it redirects', json('', 302, { location: 'https://graph.microsoft.com/' }), 'unavailable'],
    ['it sends no token', json({ token_type: 'Bearer', expires_in: 3600 }), 'unavailable'],
  ])('says so where %s', async (_what, answer, fault) => {
    microsoft.onToken = answer;
    expect(await faultOf()).toBe(fault);
    expect(microsoft.asked).toEqual([]);
  });

  it('says so where nobody answers', async () => {
    microsoft.onToken = (request) => request.socket.destroy();
    expect(await faultOf()).toBe('unavailable');
  });
});

describe('a credential', () => {
  it.each([
    ['is not there', { kind: 'secret', file: '/nowhere' }],
    ['is empty', { kind: 'secret', file: '/empty' }],
    ['is not one line', { kind: 'secret', file: '/two' }],
    [
      'has a certificate that is none',
      { kind: 'certificate', certificateFile: '/secret', keyFile: '/key.pem' },
    ],
    ['has a key that is none', { kind: 'certificate', certificateFile: '/cert.pem', keyFile: '/cert.pem' }],
  ] as const)('keeps the house from starting where it %s, and is not told', (_what, credential) => {
    const read = () => readCredential(credential, readFile);
    expect(read).toThrow(ConfigError);
    expect(read).not.toThrow(SECRET);
  });
});
