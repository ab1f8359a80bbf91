import { createPublicKey } from 'node:crypto';
import type { RefusalReason } from '../refusal.ts';
import { encode, macToken, publicPem, signToken } from './forge.ts';
import { attacker, CANARY, type TestIssuer } from './world.ts';

/** A name, why it must be refused, and the token. Each is wrong in one thing only. */
export type Hostile = [name: string, reason: RefusalReason, make: (issuer: TestIssuer) => string];

const withHeader =
  (more: Record<string, unknown>) =>
  ({ header, claims, sign }: TestIssuer) =>
    sign({ ...header, ...more }, claims());

const split = ({ header, claims, sign }: TestIssuer) =>
  sign(header, claims()).split('.') as [string, string, string];

const byAttacker =
  (more: Record<string, unknown>) =>
  ({ header, claims }: TestIssuer) =>
    signToken({ ...header, ...more }, claims(), attacker.rsa);

const publicJwk = ({ key }: TestIssuer) => createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' });
const attackerJwk = createPublicKey({ key: attacker.rsa, format: 'jwk' }).export({ format: 'jwk' });

const rawBody =
  (text: string | Buffer) =>
  ({ header, sign }: TestIssuer) =>
    sign(header, typeof text === 'string' ? Buffer.from(text) : text);

/** One name twice in an object, the second time as the attacker wants it. */
const twice = (object: Record<string, unknown>, name: string, value: unknown) =>
  `${JSON.stringify(object).slice(0, -1)},${name}:${JSON.stringify(value)}}`;

const algorithms: Hostile[] = [
  ...['none', 'None', 'NONE', 'nOnE'].flatMap((alg): Hostile[] => [
    [
      `alg ${alg}, no signature`,
      'malformed',
      ({ header, claims }) => `${encode({ ...header, alg })}.${encode(claims())}.`,
    ],
    [`alg ${alg}, signature kept`, 'algorithm', withHeader({ alg })],
  ]),
  ...(['RS384', 'RS512', 'PS256', 'PS512'] as const).map((alg): Hostile => [
    `${alg}, rightly signed`,
    'algorithm',
    ({ header, claims, sign }) => sign({ ...header, alg }, claims(), alg),
  ]),
  [
    'HS256 with the public key as PEM',
    'algorithm',
    (issuer) => macToken({ ...issuer.header, alg: 'HS256' }, issuer.claims(), publicPem(issuer.key)),
  ],
  [
    'HS256 with the public key as PEM without its last line break',
    'algorithm',
    (issuer) => macToken({ ...issuer.header, alg: 'HS256' }, issuer.claims(), publicPem(issuer.key).trim()),
  ],
  [
    'HS256 with the public key as JWK',
    'algorithm',
    (issuer) =>
      macToken({ ...issuer.header, alg: 'HS256' }, issuer.claims(), JSON.stringify(publicJwk(issuer))),
  ],
  [
    'HS256 with the modulus',
    'algorithm',
    (issuer) =>
      macToken(
        { ...issuer.header, alg: 'HS256' },
        issuer.claims(),
        Buffer.from(String(issuer.key.n), 'base64url'),
      ),
  ],
  [
    'HS256 with an empty secret',
    'algorithm',
    (issuer) => macToken({ ...issuer.header, alg: 'HS256' }, issuer.claims(), ''),
  ],
  [
    'HS512 with the public key',
    'algorithm',
    (issuer) =>
      macToken({ ...issuer.header, alg: 'HS512' }, issuer.claims(), publicPem(issuer.key), 'sha512'),
  ],
  [
    'RS256 in name, HMAC in truth',
    'signature',
    (issuer) => macToken(issuer.header, issuer.claims(), publicPem(issuer.key)),
  ],
  [
    'ES256 of a foreign key under our kid',
    'algorithm',
    ({ header, claims }) => signToken({ ...header, alg: 'ES256' }, claims(), attacker.ec, 'ES256'),
  ],
  [
    'ES256 with a signature of zeros',
    'algorithm',
    ({ header, claims }) =>
      `${encode({ ...header, alg: 'ES256' })}.${encode(claims())}.${encode(Buffer.alloc(64))}`,
  ],
  [
    'EdDSA of a foreign key',
    'algorithm',
    ({ header, claims }) => signToken({ ...header, alg: 'EdDSA' }, claims(), attacker.ed, 'EdDSA'),
  ],
  ...[
    'rs256',
    'RS256 ',
    ' RS256',
    'RS256\u0000',
    'ＲＳ256',
    '',
    null,
    256,
    ['RS256'],
    { alg: 'RS256' },
    true,
  ].map((alg): Hostile => [`alg ${JSON.stringify(alg)}`, 'algorithm', withHeader({ alg })]),
  ['no alg', 'algorithm', ({ header: { alg: _, ...header }, claims, sign }) => sign(header, claims())],
];

const headers: Hostile[] = [
  ['brings its key along (jwk)', 'header', byAttacker({ jwk: attackerJwk })],
  ['brings its key along and signs with ours', 'header', withHeader({ jwk: attackerJwk })],
  ['says where its keys are (jku)', 'header', byAttacker({ jku: 'https://attacker.example/keys' })],
  ['says where its keys are, on this machine', 'header', withHeader({ jku: 'http://127.0.0.1/keys' })],
  ['says where its certificate is (x5u)', 'header', byAttacker({ x5u: 'file:///etc/ssl/cert.pem' })],
  ['brings its certificate along (x5c)', 'header', byAttacker({ x5c: ['MIIB'] })],
  ['crit', 'header', withHeader({ crit: ['exp'], exp: 1 })],
  ['empty crit', 'header', withHeader({ crit: [] })],
  ['unencoded payload (b64)', 'header', withHeader({ b64: false, crit: ['b64'] })],
  ['b64 without crit', 'header', withHeader({ b64: false })],
  ['encryption in a signed token', 'header', withHeader({ enc: 'A256GCM' })],
  ['compression', 'header', withHeader({ zip: 'DEF' })],
  ['a token inside', 'header', withHeader({ cty: 'JWT' })],
  ...[
    'ID',
    'id_token+jwt',
    'dpop+jwt',
    'logout+jwt',
    'secevent+jwt',
    'kb+jwt',
    'JOSE',
    'application/jwt+json',
    '',
    null,
    1,
    ['JWT'],
  ].map((typ): Hostile => [`typ ${JSON.stringify(typ)}`, 'type', withHeader({ typ })]),
  ['no kid', 'key', ({ header: { kid: _, ...header }, claims, sign }) => sign(header, claims())],
  ...[
    'foreign',
    '',
    null,
    1,
    ['entra-1'],
    { $ne: null },
    '../../../../dev/null',
    '/etc/passwd',
    "' OR '1'='1",
    "x' UNION SELECT 'key' --",
    'https://attacker.example/keys',
    '|cat /etc/passwd',
    '__proto__',
    'constructor',
    'ENTRA-1',
    'k'.repeat(300),
  ].map((kid): Hostile => [`kid ${JSON.stringify(kid).slice(0, 40)}`, 'key', withHeader({ kid })]),
  ['a header with one name twice', 'malformed', twiceInHeader('"alg"')],
  ['a header with one name in two spellings', 'malformed', twiceInHeader('"\\u0061lg"')],
];

function twiceInHeader(name: string) {
  return ({ header, claims, sign }: TestIssuer) => sign(twice(header, name, 'none'), claims());
}

const forms: Hostile[] = [
  ['nothing', 'malformed', () => ''],
  ['one part', 'malformed', (issuer) => split(issuer)[0]],
  ['two parts', 'malformed', (issuer) => split(issuer).slice(0, 2).join('.')],
  ['four parts', 'malformed', (issuer) => [...split(issuer), 'AAAA'].join('.')],
  ['five parts, as if encrypted', 'malformed', (issuer) => [...split(issuer), 'AAAA', 'AAAA'].join('.')],
  ['a point at its end', 'malformed', (issuer) => `${split(issuer).join('.')}.`],
  ['a point before it', 'malformed', (issuer) => `.${split(issuer).join('.')}`],
  ['only points', 'malformed', () => '..'],
  ['parts in another order', 'malformed', (issuer) => split(issuer).toReversed().join('.')],
  ['cut short', 'malformed', (issuer) => split(issuer).join('.').slice(0, -40).slice(0, 120)],
  ['padded', 'malformed', (issuer) => `${split(issuer).join('.')}==`],
  ['plain Base64', 'malformed', (issuer) => split(issuer).join('.').replace(/.$/, '+')],
  [
    'a last letter that means the same',
    'malformed',
    (issuer) => {
      const token = split(issuer).join('.');
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      // 256 bytes end with four bits that nobody reads.
      return token.slice(0, -1) + alphabet[alphabet.indexOf(token.at(-1) ?? '') + 1];
    },
  ],
  ['the flattened form', 'malformed', (issuer) => JSON.stringify({ payload: split(issuer)[1] })],
  ['a header that is no JSON', 'malformed', ({ claims, sign }) => sign('alg=RS256', claims())],
  ['a header that is a list', 'malformed', ({ claims, sign }) => sign('[{"alg":"RS256"}]', claims())],
  ['claims that are text', 'malformed', rawBody(JSON.stringify(CANARY))],
  ['claims that are a list', 'malformed', rawBody(JSON.stringify([CANARY]))],
  ['claims that are null', 'malformed', rawBody('null')],
  ['claims that are a number', 'malformed', rawBody('1')],
  ['claims that are no UTF-8', 'malformed', rawBody(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
  [
    'claims after a byte order mark',
    'malformed',
    (issuer) => rawBody(`\uFEFF${JSON.stringify(issuer.claims())}`)(issuer),
  ],
  [
    'claims that end early',
    'malformed',
    (issuer) => rawBody(JSON.stringify(issuer.claims()).slice(0, -1))(issuer),
  ],
  ['five thousand levels', 'malformed', ({ header, sign }) => sign(header, Buffer.from('['.repeat(5_000)))],
  ['one claim twice', 'malformed', (issuer) => rawBody(twice(issuer.claims(), '"aud"', 'x'))(issuer)],
  [
    'one claim in two spellings',
    'malformed',
    (issuer) => rawBody(twice(issuer.claims(), '"\\u0061ud"', 'x'))(issuer),
  ],
  [
    'a claim twice, further down',
    'malformed',
    (issuer) => rawBody(`${JSON.stringify(issuer.claims()).slice(0, -1)},"x":[{"a":1,"a":2}]}`)(issuer),
  ],
  ['too long', 'oversized', ({ header, claims, sign }) => sign(header, claims({ x: 'x'.repeat(10_700) }))],
];

const signatures: Hostile[] = [
  ['a foreign key under our kid', 'signature', byAttacker({})],
  [
    'a signature of zeros',
    'signature',
    (issuer) => [...split(issuer).slice(0, 2), encode(Buffer.alloc(256))].join('.'),
  ],
  ['a short signature', 'signature', (issuer) => [...split(issuer).slice(0, 2), 'AAAA'].join('.')],
  ...[0, 100, 255].map((at): Hostile => [
    `one bit of byte ${at} of the signature`,
    'signature',
    (issuer) => {
      const [head, body, signature] = split(issuer);
      const bytes = Buffer.from(signature, 'base64url');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return [head, body, encode(bytes)].join('.');
    },
  ]),
  [
    'the signature twice',
    'signature',
    (issuer) => {
      const [head, body, signature] = split(issuer);
      const bytes = Buffer.from(signature, 'base64url');
      return [head, body, encode(Buffer.concat([bytes, bytes]))].join('.');
    },
  ],
  [
    'the signature of another token',
    'signature',
    (issuer) => {
      const [head, body] = split(issuer);
      return [head, body, issuer.sign(issuer.header, issuer.claims({ x: 1 })).split('.')[2]].join('.');
    },
  ],
  [
    'the header of another token',
    'signature',
    (issuer) => {
      const [, body, signature] = split(issuer);
      return [encode({ ...issuer.header, typ: 'at+jwt' }), body, signature].join('.');
    },
  ],
  [
    'claims changed afterwards',
    'signature',
    (issuer) => {
      const [head, , signature] = split(issuer);
      return [head, encode(issuer.claims({ roles: ['verbund-admin'] })), signature].join('.');
    },
  ],
];

/** Attacks on the form of a token: alike for every issuer. */
export const hostileForms: Hostile[] = [...algorithms, ...headers, ...forms, ...signatures];
