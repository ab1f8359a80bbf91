import type { RefusalReason } from '../refusal.ts';
import type { Hostile } from './hostile.ts';
import { CANARY, CLIENT, FOREIGN_TENANT, seconds, SHARED_TENANT, type TestIssuer, TENANT } from './world.ts';

/** Rightly signed by the issuer itself, with these claims. */
const claiming =
  (more: Record<string, unknown> | ((issuer: TestIssuer) => Record<string, unknown>)) =>
  ({ header, claims, sign, ...issuer }: TestIssuer) =>
    sign(header, claims(typeof more === 'function' ? more({ header, claims, sign, ...issuer }) : more));

const without =
  (name: string) =>
  ({ header, claims, sign }: TestIssuer) => {
    const others = Object.entries(claims()).filter(([claim]) => claim !== name);
    return sign(header, Object.fromEntries(others));
  };

/** A number as it is written, whatever it is read as. */
const written =
  (name: string, number: string) =>
  ({ header, claims, sign }: TestIssuer) =>
    sign(header, JSON.stringify(claims({ [name]: 424242 })).replace('424242', number));

const each = (name: string, reason: RefusalReason, values: unknown[]): Hostile[] => [
  [`no ${name}`, reason, without(name)],
  ...values.map((value): Hostile => {
    const shown = JSON.stringify(value) ?? 'undefined';
    return [`${name} ${shown.slice(0, 60)}`, reason, claiming({ [name]: value })];
  }),
];

const issuers: Hostile[] = [
  ...each('iss', 'issuer', [null, 1, '', {}, 'https://attacker.example', '__proto__', 'constructor']),
  ...[
    (iss: string) => [iss],
    (iss: string) => `${iss}/`,
    (iss: string) => `${iss}//`,
    (iss: string) => iss.toUpperCase(),
    (iss: string) => `${iss}/../x`,
    (iss: string) => `${iss}/.`,
    (iss: string) => `${iss}#`,
    (iss: string) => `${iss}?a=b`,
    (iss: string) => ` ${iss}`,
    (iss: string) => `${iss}\n`,
    (iss: string) => `${iss}\u0000`,
    (iss: string) => `${iss}\u200B`,
    (iss: string) => iss.replace('http', 'һttp'),
    (iss: string) => iss.replace('127.0.0.1', '127.0.0.1.attacker.example'),
    (iss: string) => iss.replace('127.0.0.1', '127.0.0.1@attacker.example'),
    (iss: string) => iss.replace('127.0.0.1', '127.1'),
    (iss: string) => iss.replace('127.0.0.1', '127.0.0.%31'),
    (iss: string) => iss.replace('http:', 'https:'),
  ].map((change, index): Hostile => [
    `iss changed (${index + 1}): ${JSON.stringify(change('http://127.0.0.1:1')).slice(0, 50)}`,
    'issuer',
    claiming(({ iss }) => ({ iss: change(iss) })),
  ]),
];

const times: Hostile[] = [
  ...each('exp', 'time', [
    seconds() - 3_600,
    seconds() - 61,
    0,
    -1,
    null,
    true,
    {},
    [seconds() + 3_600],
    String(seconds() + 3_600),
    new Date(Date.now() + 3_600_000).toISOString(),
    seconds() + 40 * 3_600,
    Date.now() + 3_600_000,
    Number.MAX_SAFE_INTEGER,
    1e300,
  ]),
  ['exp beyond all numbers', 'time', written('exp', '1e999')],
  ['exp below all numbers', 'time', written('exp', '-1e999')],
  ...each('iat', 'time', [seconds() + 600, null, '0', String(seconds()), -1, Date.now(), 1e300, {}]),
  ['iat beyond all numbers', 'time', written('iat', '1e999')],
  ['ends before it begins', 'time', claiming({ exp: seconds() + 10, iat: seconds() + 20 })],
  ...[seconds() + 600, null, String(seconds()), -1, 1e300, [], Date.now()].map((nbf): Hostile => [
    `nbf ${JSON.stringify(nbf)}`,
    'time',
    claiming({ nbf }),
  ]),
];

const kinds: Hostile[] = [
  ...['at_hash', 'c_hash', 's_hash'].map((name): Hostile => [
    `${name}, as an ID token has it`,
    'type',
    claiming({ [name]: 'x' }),
  ]),
  ['bound to a key that nobody shows', 'bound', claiming({ cnf: { jkt: 'x' } })],
];

/** What is wrong for every issuer, though rightly signed. */
export const hostileClaims: Hostile[] = [...issuers, ...times, ...kinds];

/** What is wrong for Entra ID. */
export const hostileEntra: Hostile[] = [
  ...each('aud', 'audience', [
    '',
    null,
    1,
    {},
    [],
    [CLIENT],
    [CLIENT, 'x'],
    'x',
    CLIENT.toUpperCase(),
    `${CLIENT} `,
    CLIENT.slice(0, -1),
    `api://${CLIENT}`,
    '00000003-0000-0000-c000-000000000000',
  ]),
  ...each('tid', 'tenant', [
    null,
    '',
    1,
    [TENANT],
    {},
    FOREIGN_TENANT,
    SHARED_TENANT,
    TENANT.toUpperCase(),
    `${TENANT}\u0000`,
  ]),
  [
    'a foreign tenant',
    'issuer',
    claiming(({ iss }) => ({ iss: iss.replace(TENANT, FOREIGN_TENANT), tid: FOREIGN_TENANT })),
  ],
  [
    'another tenant of ours in iss, not in tid',
    'tenant',
    claiming(({ iss }) => ({ iss: iss.replace(TENANT, SHARED_TENANT) })),
  ],
  [
    'version 1 where version 2 is asked for',
    'version',
    claiming({ iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0', appid: CLIENT, azp: undefined }),
  ],
  ['version 1 under the name of version 2', 'version', claiming({ ver: '1.0' })],
  ...each('ver', 'version', [2, '2', null, ['2.0'], '2.0 ']),
  ['a token of the application alone', 'scope', without('scp')],
  [
    'a token of the application alone, with roles',
    'scope',
    claiming({ scp: undefined, roles: ['verbund-admin'], idtyp: 'app' }),
  ],
  ...each('scp', 'scope', [
    '',
    null,
    ['access_as_user'],
    'Mail.Read',
    'access_as_users',
    'ACCESS_AS_USER',
    'access_as_user,Mail.Read',
    'access_as_user\tMail.Read',
    {},
    true,
  ]),
  ...['app', 'device', '', null, 1].map((idtyp): Hostile => [
    `idtyp ${JSON.stringify(idtyp)}`,
    'application',
    claiming({ idtyp }),
  ]),
  ...each('azp', 'client', [null, '', FOREIGN_TENANT, [CLIENT], CLIENT.toUpperCase()]),
  ['the client named as others do', 'client', claiming({ azp: undefined, client_id: CLIENT })],
  ...[1, '1', true, null, [0]].map((acct): Hostile => [
    `acct ${JSON.stringify(acct)}, a guest`,
    'guest',
    claiming({ acct }),
  ]),
  ...[`https://sts.windows.net/${FOREIGN_TENANT}/`, 'live.com', '', null, 1].map((idp): Hostile => [
    `idp ${JSON.stringify(idp)}, a guest`,
    'guest',
    claiming({ idp }),
  ]),
  ...each('oid', 'person', [null, '', 1, ['x'], {}, 'x', `${TENANT}\u0000`, `${TENANT} ${TENANT}`, CANARY]),
];

/** What is wrong for any other issuer. */
export const hostileOidc: Hostile[] = [
  ...each('aud', 'audience', [
    '',
    null,
    1,
    {},
    [],
    'account',
    ['account'],
    ['AMTSFEDER'],
    ['amtsfeder', 1],
    ['amtsfeder', null],
    [['amtsfeder']],
    'amtsfeder account',
    'amtsfeder\u0000',
  ]),
  ...['ID', 'Refresh', 'Offline', 'Logout', 'bearer ', '', null, 1, ['Bearer']].map((typ): Hostile => [
    `claim typ ${JSON.stringify(typ)}`,
    'type',
    claiming({ typ }),
  ]),
  ...each('scope', 'scope', [
    '',
    null,
    ['amtsfeder'],
    'openid',
    'amtsfeder-x',
    'AMTSFEDER',
    'openid,amtsfeder',
    {},
  ]),
  ['the scope where Entra ID has it', 'scope', claiming({ scope: undefined, scp: 'amtsfeder' })],
  ...each('azp', 'client', [null, '', 'account-console', ['amtsfeder-pane'], 1]),
  ...each('sub', 'person', [
    null,
    '',
    1,
    ['x'],
    {},
    'a b',
    'a\nb',
    'a\u0000',
    'ä',
    's'.repeat(256),
    '\u202E',
  ]),
  ...each('groups', 'kommune', [
    null,
    '',
    1,
    {},
    [],
    ['/vg/oberes-glantal/'],
    ['/VG/OBERES-GLANTAL'],
    [['/vg/oberes-glantal']],
    { 0: '/vg/oberes-glantal' },
    ['__proto__', 'constructor', 'toString'],
    '/vg/oberes-glantal /kreis/donnersberg',
    ['/vg/oberes-glantal', '/kreis/donnersberg'],
    ['vg-oberes-glantal'],
  ]),
];
