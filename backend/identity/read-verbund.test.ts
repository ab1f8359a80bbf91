import { describe, expect, it } from '@jest/globals';
import { readVerbund } from './read-verbund.ts';
import { westpfalz } from './verbund.ts';

const read = (text: string) => readVerbund({ AMTSFEDER_VERBUND_FILE: '/verbund.yaml' }, () => text);
const problemsOf = (value: unknown) => read(JSON.stringify(value)).problems;

const TENANT = '11111111-aaaa-4bbb-8ccc-111111111111';
const entra = {
  kind: 'entra',
  label: 'Microsoft 365',
  clientId: 'cccccccc-aaaa-4bbb-8ccc-cccccccccccc',
  tenants: [{ id: TENANT, kommune: 'lk-kusel' }],
};
const oidc = {
  kind: 'oidc',
  label: 'Keycloak',
  issuer: 'https://sso.kusel.example/realms/verbund',
  audience: 'amtsfeder',
  clientId: 'amtsfeder-pane',
  kommune: 'lk-kusel',
};

describe('without a file', () => {
  it.each([{}, { AMTSFEDER_VERBUND_FILE: '' }, { AMTSFEDER_VERBUND_FILE: ' ' }])(
    '%j is the Verbund',
    (env) => {
      const settings = readVerbund(env, () => {
        throw new Error('not asked');
      });
      expect(settings).toEqual({ verbund: westpfalz, problems: [] });
      expect(settings.verbund.kommunen.map(({ id }) => id)).toEqual([
        'lk-kusel',
        'lk-kaiserslautern',
        'donnersbergkreis',
        'vg-oberes-glantal',
        'vg-kusel-altenglan',
        'vg-lauterecken-wolfstein',
      ]);
      expect(settings.verbund.signIn).toEqual({ kind: 'demo' });
    },
  );
});

describe('a file', () => {
  it('may hold comments, Kommunen of its own, and no sign-in yet', () => {
    const { verbund, problems } = read(
      `# Verbund
kommunen:
  - id: stadt-beispiel
    name: " Stadt Beispiel "
    inhabitants: 12345
    departments: [Bauamt, Ordnungsamt]
`,
    );
    expect(problems).toEqual([]);
    expect(verbund).toEqual({
      kommunen: [
        {
          id: 'stadt-beispiel',
          name: 'Stadt Beispiel',
          inhabitants: 12345,
          departments: ['Bauamt', 'Ordnungsamt'],
        },
      ],
      signIn: { kind: 'demo' },
    });
  });

  it('may hold several ways to sign in; what it leaves out is strict', () => {
    const { verbund, problems } = read(JSON.stringify({ signIn: [entra, oidc] }));
    expect(problems).toEqual([]);
    expect(verbund.kommunen).toEqual(westpfalz.kommunen);
    const issuers = verbund.signIn.kind === 'issuers' ? verbund.signIn.issuers : [];
    expect(issuers[0]).toMatchObject({
      kind: 'entra',
      authority: 'https://login.microsoftonline.com',
      graph: 'https://graph.microsoft.com',
      audience: entra.clientId,
      clients: [entra.clientId],
      algorithms: ['RS256'],
      versions: ['v2'],
      guests: 'refused',
      scope: 'access_as_user',
      appIdUri: `api://${entra.clientId}`,
      credential: null,
      tenants: [{ id: TENANT, belonging: { by: 'issuer', kommune: 'lk-kusel' }, grants: 'kommune' }],
    });
    expect(issuers[1]).toMatchObject({
      kind: 'oidc',
      issuer: oidc.issuer,
      audience: 'amtsfeder',
      clients: ['amtsfeder-pane'],
      algorithms: ['RS256'],
      grants: 'kommune',
      jwksUri: null,
    });
  });

  it('takes tenant ids in any case', () => {
    const upper = { ...entra, tenants: [{ id: TENANT.toUpperCase(), kommune: 'lk-kusel' }] };
    const { signIn } = read(JSON.stringify({ signIn: [upper] })).verbund;
    expect(signIn).toMatchObject({ issuers: [{ tenants: [{ id: TENANT }] }] });
  });
});

describe('a file that is wrong', () => {
  it.each<[string, unknown, RegExp]>([
    ['a field that is not known', { kommune: [] }, /has a field that is not known/],
    ['no Kommune', { kommunen: [] }, /kommunen: must name one Kommune at least/],
    ['an id with capitals', kommune({ id: 'SECRET' }), /kommunen, entry 1, id: must be the id/],
    ['no inhabitants', kommune({ inhabitants: 0 }), /inhabitants: must be at least 1/],
    ['inhabitants in words', kommune({ inhabitants: 'SECRET' }), /inhabitants: must be a number/],
    ['a name with a line break', kommune({ name: 'SECRET\nx' }), /name: must not be empty/],
    [
      'a Kommune twice',
      { kommunen: [...kommune().kommunen, ...kommune().kommunen] },
      /entry 2: its id stands there twice/,
    ],
    ['an empty sign-in', { signIn: [] }, /signIn: must name one way at least/],
    ['a sign-in that is not known', { signIn: [{ ...oidc, kind: 'SECRET' }] }, /signIn, entry 1/],
    ['a tenant that is no id', tenant({ id: 'SECRET' }), /tenants, entry 1, id: must be an id like/],
    ['a tenant without a Kommune', tenant({ kommune: undefined }), /tenants, entry 1: needs either/],
    [
      'a Kommune and a way to tell it',
      tenant({ kommuneFrom: { claim: 'x', values: { SECRET: 'lk-kusel' } } }),
      /needs either/,
    ],
    [
      'a Kommune that is not listed',
      tenant({ kommune: 'geheim' }),
      /names a Kommune that is not in kommunen/,
    ],
    [
      'one behind a group that is not listed',
      tenant({ kommune: undefined, kommuneFrom: { claim: 'g', values: { SECRET: 'geheim' } } }),
      /not in kommunen/,
    ],
    [
      'a value behind a group that is no Kommune',
      tenant({ kommune: undefined, kommuneFrom: { claim: 'g', values: { SECRET: 'SECRET' } } }),
      /kommuneFrom, values: must be the id/,
    ],
    [
      'a role that is not known',
      { signIn: [{ ...oidc, roles: { claim: 'r', values: { SECRET: 'root' } } }] },
      /roles/,
    ],
    [
      'an administrator of the Verbund without leave',
      { signIn: [{ ...oidc, roles: { claim: 'r', values: { SECRET: 'verbund-admin' } } }] },
      /grants: verbund/,
    ],
    ['no TLS', { signIn: [{ ...oidc, issuer: 'http://geheim.example' }] }, /issuer: must be an https/],
    [
      'a password in the address',
      { signIn: [{ ...oidc, issuer: 'https://a:SECRET@sso.example' }] },
      /issuer: must be an https/,
    ],
    [
      'a query in the address',
      { signIn: [{ ...oidc, issuer: 'https://sso.example/?SECRET' }] },
      /issuer: must be an https/,
    ],
    [
      'a path in the authority',
      { signIn: [{ ...entra, authority: 'https://login.example/SECRET' }] },
      /authority: must be an address without a path/,
    ],
    [
      'HS256',
      { signIn: [{ ...oidc, algorithms: ['HS256'] }] },
      /algorithms, entry 1: must be RS256, PS256 or ES256/,
    ],
    ['none', { signIn: [{ ...oidc, algorithms: ['none'] }] }, /algorithms/],
    ['no algorithm', { signIn: [{ ...oidc, algorithms: [] }] }, /algorithms: must name one/],
    [
      'an audience that an ID token has',
      { signIn: [{ ...oidc, audience: oidc.clientId }] },
      /ID token could pass/,
    ],
    ['two scopes in one', { signIn: [{ ...oidc, scope: 'a SECRET' }] }, /scope: must be one scope/],
    ['an issuer twice', { signIn: [oidc, oidc] }, /the same issuer or tenant/],
    ['a tenant twice', { signIn: [entra, entra] }, /the same issuer or tenant/],
    [
      'a secret in the file itself',
      { signIn: [{ ...entra, credential: { secret: 'SECRET' } }] },
      /credential: must hold secretFile/,
    ],
    ['a list', [], /must hold fields with names/],
    ['text', 'SECRET', /must hold fields with names/],
  ])('%s is told, without the value', (_what, value, expected) => {
    const { problems, verbund } = read(JSON.stringify(value));
    expect(problems.join('\n')).toMatch(expected);
    expect(problems.join('\n')).not.toMatch(/SECRET|geheim/);
    expect(verbund).toBe(westpfalz);
    for (const problem of problems) expect(problem).toMatch(/^AMTSFEDER_VERBUND_FILE[,:]/);
  });

  it.each([
    [
      'cannot be read',
      () => {
        throw new Error('SECRET');
      },
    ],
    ['is longer than 1 MB', () => 'x'.repeat(1024 * 1024 + 1)],
    ['is neither valid YAML nor JSON', () => 'a: [SECRET'],
    ['is neither valid YAML nor JSON', () => 'a: &x [1]\nb: [*x, *x]'],
  ])('%s', (what, file: () => string) => {
    const { problems } = readVerbund({ AMTSFEDER_VERBUND_FILE: '/SECRET' }, file);
    expect(problems).toEqual([`AMTSFEDER_VERBUND_FILE: the file ${what}`]);
  });

  it('tells all that is wrong at once', () => {
    expect(
      problemsOf({
        signIn: [
          { ...oidc, kommune: 'x1' },
          { ...entra, tenants: [{ id: TENANT }] },
        ],
      }),
    ).toHaveLength(2);
  });
});

function kommune(more: object = {}) {
  return { kommunen: [{ id: 'lk-kusel', name: 'Landkreis Kusel', inhabitants: 1, ...more }] };
}

function tenant(more: object) {
  return { signIn: [{ ...entra, tenants: [{ id: TENANT, kommune: 'lk-kusel', ...more }] }] };
}
