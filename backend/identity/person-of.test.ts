import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KommuneId, Role } from '../../contract/identity.ts';
import { oidcSource, type TokenSource } from './sources.ts';
import { personOf } from './person-of.ts';
import { TokenRefused } from './refusal.ts';
import type { OidcIssuer, VerbundKommune } from './verbund.ts';

const kommunen: VerbundKommune[] = [
  { id: 'lk-kusel', name: 'Landkreis Kusel', inhabitants: 1, departments: ['Bauamt', 'Sozialamt'] },
  { id: 'vg-oberes-glantal', name: 'Oberes Glantal', inhabitants: 1, departments: [] },
];

const issuer: OidcIssuer = {
  kind: 'oidc',
  label: 'x',
  issuer: 'https://sso.example',
  jwksUri: null,
  clientId: 'c',
  audience: 'a',
  clients: ['c'],
  algorithms: ['RS256'],
  scope: null,
  belonging: {
    by: 'claim',
    claim: ['groups'],
    values: new Map<string, KommuneId>([
      ['kusel', 'lk-kusel'],
      ['kusel-2', 'lk-kusel'],
      ['glantal', 'vg-oberes-glantal'],
    ]),
  },
  grants: 'kommune',
  roles: [
    {
      claim: ['access', 'roles'],
      values: new Map<string, Role>([
        ['fach', 'local-admin'],
        ['verbund', 'verbund-admin'],
        ['ds', 'data-protection'],
      ]),
    },
  ],
  department: ['department'],
};

const source = (more: Partial<OidcIssuer> = {}): TokenSource =>
  oidcSource({ ...issuer, ...more }, () => Promise.reject(new Error('not asked')));
const good = { sub: 'p1', groups: ['kusel'], name: 'Erika Muster', email: 'e@kusel.example' };
const person = (claims: Record<string, unknown>, more?: Partial<OidcIssuer>) =>
  personOf({ claims: { ...good, ...claims }, source: source(more) }, kommunen);

describe('the Kommune of a person', () => {
  it.each([
    ['kusel', 'lk-kusel'],
    [['kusel'], 'lk-kusel'],
    [['kusel', 'kusel-2', 'sport', 'kusel'], 'lk-kusel'],
    [[1, null, 'glantal', { kusel: 1 }], 'vg-oberes-glantal'],
  ])('of %j is %s', (groups, kommune) => {
    expect(person({ groups }).kommune).toBe(kommune);
  });

  it('is never guessed: none or two are refused', () => {
    for (const groups of [undefined, [], ['kusel', 'glantal'], 'kusel glantal', ['KUSEL'], { kusel: true }]) {
      expect(() => person({ groups })).toThrow(TokenRefused);
    }
  });

  it('is the one of the issuer, whatever the token says, where the operator said so', () => {
    const belonging = { by: 'issuer', kommune: 'vg-oberes-glantal' } as const;
    expect(person({ groups: ['kusel'], kommune: 'lk-kusel' }, { belonging }).kommune).toBe(
      'vg-oberes-glantal',
    );
  });

  it('is refused where it is not of the Verbund', () => {
    expect(() => person({}, { belonging: { by: 'issuer', kommune: 'lk-fern' } })).toThrow(TokenRefused);
  });
});

describe('the roles of a person', () => {
  it.each([
    [undefined, ['staff']],
    [{ roles: [] }, ['staff']],
    [{ roles: 'fach' }, ['local-admin']],
    [{ roles: ['ds', 'fach', 'fach'] }, ['local-admin', 'data-protection']],
    [{ roles: ['verbund'] }, ['staff']],
    [{ roles: ['verbund', 'ds'] }, ['data-protection']],
    [{ roles: ['verbund-admin', 'local-admin', 'Fach', ' fach', 'fach '] }, ['staff']],
    [{ roles: { fach: true, 0: 'fach' } }, ['staff']],
    [{ roles: [['fach'], { toString: 'fach' }, 1, null, true] }, ['staff']],
    [{ roles: ['__proto__', 'constructor', 'hasOwnProperty'] }, ['staff']],
    [['fach'], ['staff']],
    ['fach', ['staff']],
    [null, ['staff']],
  ])('of %j are %j', (access, roles) => {
    expect(person({ access }).roles).toEqual(roles);
  });

  it('reach the Verbund only where the operator trusts the issuer with it', () => {
    expect(person({ access: { roles: ['verbund'] } }, { grants: 'verbund' }).roles).toEqual([
      'verbund-admin',
    ]);
  });

  it('are never more than the maps give, for any claims at all', () => {
    const words = fc.constantFrom('kusel', 'glantal', 'fach', 'verbund', 'ds', 'roles', '__proto__', 'x');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        words,
        fc.constantFrom(null, true, 0, -1, 1e300, ''),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(words, tie('value'), { maxKeys: 4 }),
      ),
    }));
    const strings = (each: unknown): string[] =>
      (Array.isArray(each) ? each : [each]).filter((text) => typeof text === 'string');
    fc.assert(
      fc.property(value, value, value, value, (groups, access, name, department) => {
        let who;
        try {
          who = person({ groups, access, name, department, email: name });
        } catch (fault) {
          expect(fault).toBeInstanceOf(TokenRefused);
          return;
        }
        expect(
          strings(groups).some(
            (text) => issuer.belonging.by === 'claim' && issuer.belonging.values.get(text) === who.kommune,
          ),
        ).toBe(true);
        expect(who.roles).not.toContain('verbund-admin');
        const given = typeof access === 'object' && access !== null && Object.hasOwn(access, 'roles');
        const named = given ? strings((access as { roles: unknown }).roles) : [];
        expect(who.roles.includes('local-admin')).toBe(named.includes('fach') && !Array.isArray(access));
        expect(who.roles.length).toBeGreaterThan(0);
        expect([typeof who.name, typeof who.email, typeof who.department]).toEqual([
          'string',
          'string',
          'string',
        ]);
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });
});

describe('what a token says beside it', () => {
  it.each([
    ['Erika\u0000\u202E Muster\r\nSet-Cookie: x', 'Erika Muster Set-Cookie: x'],
    ['  Erika \t Muster ', 'Erika Muster'],
    ['\uD800Erika', '\uFFFDErika'],
    ['E\u0308rika', 'Ërika'],
    ['x'.repeat(5_000), 'x'.repeat(120)],
    ['👩'.repeat(500), '👩'.repeat(120)],
    ['\u200B\u200D\u2060', 'e@kusel.example'],
    [{ first: 'Erika' }, 'e@kusel.example'],
    [undefined, 'e@kusel.example'],
  ])('is cleaned: name %j', (name, shown) => {
    expect(person({ name }).name).toBe(shown);
  });

  it.each([
    ['e@kusel.example', 'e@kusel.example'],
    ['<e@kusel.example>', ''],
    ['e@kusel.example\r\nBcc: x@y', ''],
    [`${'x'.repeat(300)}@kusel.example`, ''],
    [['e@kusel.example'], ''],
    ['no address', ''],
  ])('is cleaned: email %j', (email, shown) => {
    expect(person({ email }).email).toBe(shown);
  });

  it('takes the name of the account where there is no address', () => {
    expect(person({ email: undefined, preferred_username: 'e.muster@kusel.example' }).email).toBe(
      'e.muster@kusel.example',
    );
  });

  it.each([
    ['Bauamt', 'Bauamt'],
    [' Sozialamt\u0000 ', 'Sozialamt'],
    ['Chefetage', ''],
    [['Bauamt'], ''],
    [undefined, ''],
  ])('names a Fachbereich that the Kommune has: %j', (department, shown) => {
    expect(person({ department }).department).toBe(shown);
  });

  it('may name any Fachbereich where none were listed', () => {
    expect(person({ groups: ['glantal'], department: 'Forst' }).department).toBe('Forst');
  });
});
