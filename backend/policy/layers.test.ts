import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  genderForms,
  kommunePolicy,
  limitKinds,
  type PolicyField,
  policyFields,
  type PolicyOverrides,
  policyOverrides,
  retentionKinds,
  type VerbundPolicy,
} from '../../contract/policy.ts';
import { dataClasses, type PrivacyPolicy } from '../../contract/privacy.ts';
import { boundFaults } from './bounds.ts';
import { defaultPolicy, isStricter } from './data-classes.ts';
import { flatten } from './fields.ts';
import { effectivePolicy, heldFields, inheritedPolicy, noVerbundPolicy, startingPolicy } from './layers.ts';

const starting = startingPolicy({
  policy: defaultPolicy,
  mask: ['Projekt Uhu'],
  keep: ['Kreisverwaltung Kusel'],
  aiNote: false,
});
const verbund = (overrides: PolicyOverrides, locked: PolicyField[] = []): VerbundPolicy => ({
  overrides,
  locked,
});
const effective = (own: PolicyOverrides, over: VerbundPolicy = noVerbundPolicy) =>
  effectivePolicy({ starting, verbund: over, own });
const held = (own: PolicyOverrides, over: VerbundPolicy = noVerbundPolicy) =>
  heldFields(own, effective(own, over));

describe('the layers of a policy', () => {
  it('are the installation, the Verbund and the Kommune, each over the one before', () => {
    expect(effective({})).toEqual(starting);
    const over = verbund({
      gender: 'pairs',
      treatments: { social: { eu: 'refused' } },
      limits: { personPerMinute: 10 },
    });
    expect(effective({}, over)).toEqual({
      ...starting,
      gender: 'pairs',
      treatments: { ...starting.treatments, social: { ...starting.treatments.social, eu: 'refused' } },
      limits: { ...starting.limits, personPerMinute: 10 },
    });
    expect(effective({ gender: 'colon', models: null, limits: { personPerDay: null } }, over)).toMatchObject({
      gender: 'colon',
      models: null,
      limits: { personPerMinute: 10, personPerDay: null },
      treatments: { social: { eu: 'refused' } },
    });
  });

  it('let a Kommune loosen what the Verbund made stricter, unless it is locked', () => {
    const strict = { treatments: { internal: { eu: 'refused', extern: 'refused' } }, aiNote: true } as const;
    const loose: PolicyOverrides = { treatments: { internal: { eu: 'plain' } }, aiNote: false };
    expect(effective(loose, verbund(strict))).toMatchObject({
      treatments: { internal: { eu: 'plain', extern: 'refused' } },
      aiNote: false,
    });
    const locked = verbund(strict, ['treatments.internal.eu', 'aiNote']);
    expect(effective(loose, locked)).toMatchObject({
      treatments: { internal: { eu: 'refused', extern: 'refused' } },
      aiNote: true,
    });
    expect(held(loose, locked)).toEqual(['treatments.internal.eu', 'aiNote']);
  });

  it('let a Kommune be stricter than a lock', () => {
    const over = verbund(
      { models: ['a', 'b'], limits: { kommuneTokensPerDay: 5_000_000 }, retentionDays: { searches: 20 } },
      [...policyFields],
    );
    const own: PolicyOverrides = {
      models: ['b'],
      limits: { kommuneTokensPerDay: 1_000_000, personPerDay: 10 },
      retentionDays: { searches: 0 },
      treatments: { public: { extern: 'masked' } },
      mask: ['Projekt Luchs'],
      aiNote: true,
    };
    expect(held(own, over)).toEqual([]);
    expect(effective(own, over)).toMatchObject({ models: ['b'], mask: ['Projekt Uhu', 'Projekt Luchs'] });
  });

  it('hold what a lock stands against', () => {
    const over = verbund({ models: ['a', 'b'], limits: { personPerDay: 50 } }, [...policyFields]);
    for (const own of [
      { models: null },
      { models: ['b', 'c'] },
      { limits: { personPerDay: null } },
      { limits: { personPerMinute: 31 } },
      { limits: { kommunePerMinute: 601 } },
      { gender: 'pairs' },
      { keep: ['Rathaus'] },
      // Neither more nor less of what is proof.
      { retentionDays: { ledger: 1_000 } },
      { retentionDays: { audit: 3_000 } },
      { retentionDays: { agentRuns: 91 } },
    ] satisfies PolicyOverrides[]) {
      expect(held(own, over)).toHaveLength(1);
    }
  });

  it('keep the bounds, and say what they stand against', () => {
    expect(held({ treatments: { restricted: { eu: 'masked' } } })).toEqual(['treatments.restricted.eu']);
    expect(held({ treatments: { personal: { extern: 'plain' } } })).toEqual(['treatments.personal.extern']);
    expect(effective({ treatments: { internal: { extern: 'refused' } } }).treatments.personal.extern).toBe(
      'refused',
    );
    expect(held({ treatments: { internal: { extern: 'refused' } } })).toEqual([]);
    expect(held({ treatments: { internal: { extern: 'refused' }, personal: { extern: 'masked' } } })).toEqual(
      ['treatments.personal.extern'],
    );
    expect(held({ classModels: { internal: ['a'], social: ['b'] } })).toEqual(['classModels.social']);
    expect(effective({ classModels: { internal: ['a', 'b'], social: ['b'] } }).classModels).toEqual({
      public: null,
      internal: ['a', 'b'],
      personal: ['a', 'b'],
      social: ['b'],
      restricted: ['b'],
    });
  });

  it('mask rather than keep', () => {
    const own: PolicyOverrides = { mask: ['KREISVERWALTUNG  Kusel'], keep: ['Projekt uhu', 'Rathaus'] };
    expect(effective(own)).toMatchObject({
      keep: ['Rathaus'],
      mask: ['Projekt Uhu', 'KREISVERWALTUNG  Kusel'],
    });
    expect(held(own)).toEqual(['keep']);
  });

  it('start within the bounds, whatever an operator wrote', () => {
    const open = Object.fromEntries(
      dataClasses.map((name) => [name, { intern: 'plain', eu: 'plain', extern: 'plain' }]),
    ) as PrivacyPolicy;
    expect(
      boundFaults(startingPolicy({ policy: open, mask: [], keep: [], aiNote: true }).treatments),
    ).toEqual([]);
  });
});

describe('the fields that can be locked', () => {
  it('are all that a policy has', () => {
    expect([...flatten(starting).keys()].sort()).toEqual([...policyFields].sort());
  });
});

const treatment = fc.constantFrom('plain', 'masked', 'refused');
const some = <T>(fields: Record<string, fc.Arbitrary<T>>) => fc.record(fields, { requiredKeys: [] });
const perClass = <T>(of: fc.Arbitrary<T>) => some(Object.fromEntries(dataClasses.map((name) => [name, of])));
const models = fc.option(fc.subarray(['a', 'b', 'c', 'd']));
const terms = fc.subarray(['Uhu', 'uhu', 'Rathaus', 'RATHAUS', 'Kreisverwaltung Kusel']);
const between = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
const overrides = fc
  .record(
    {
      treatments: perClass(some({ intern: treatment, eu: treatment, extern: treatment })),
      models,
      classModels: perClass(models),
      retentionDays: some(
        Object.fromEntries(Object.entries(retentionKinds).map(([kind, at]) => [kind, between(at)])),
      ),
      limits: some({
        personPerMinute: between(limitKinds.personPerMinute),
        kommunePerMinute: between(limitKinds.kommunePerMinute),
        personPerDay: fc.option(between(limitKinds.personPerDay)),
        kommuneTokensPerDay: fc.option(between(limitKinds.kommuneTokensPerDay)),
      }),
      mask: terms,
      keep: terms,
      gender: fc.constantFrom(...genderForms),
      aiNote: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((value) => policyOverrides.parse(value));
const layers = fc.record({
  verbund: fc.record({ overrides, locked: fc.subarray([...policyFields]) }),
  own: overrides,
});
const within = (one: readonly string[] | null, other: readonly string[] | null) =>
  other === null || (one !== null && one.every((id) => other.includes(id)));

describe('an effective policy, whatever the layers say,', () => {
  it('breaks no bound and has every rule', () => {
    fc.assert(
      fc.property(layers, ({ verbund: over, own }) => {
        const policy = effectivePolicy({ starting, verbund: over, own });
        expect(kommunePolicy.parse(policy)).toEqual(policy);
        expect(boundFaults(policy.treatments)).toEqual([]);
        dataClasses.slice(1).forEach((name, index) => {
          const lower = dataClasses[index] ?? 'public';
          expect(within(policy.classModels[name], policy.classModels[lower])).toBe(true);
        });
        const masked = new Set(policy.mask.map((term) => term.toLowerCase()));
        expect(policy.keep.filter((term) => masked.has(term.toLowerCase()))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is never looser than a lock', () => {
    fc.assert(
      fc.property(layers, ({ verbund: over, own }) => {
        const base = inheritedPolicy({ starting, verbund: over });
        const policy = effectivePolicy({ starting, verbund: over, own });
        for (const field of over.locked) {
          const [section = '', name = '', place = ''] = field.split('.');
          const [from, to] = [base, policy].map((each) => flatten(each).get(field));
          if (section === 'treatments') {
            const of = (all: PrivacyPolicy) => all[name as 'public'][place as 'eu'];
            expect(isStricter(of(base.treatments), of(policy.treatments))).toBe(false);
          } else if (section === 'models' || section === 'classModels') {
            expect(within(to as string[] | null, from as string[] | null)).toBe(true);
          } else if (section === 'limits' || name === 'searches' || name === 'agentRuns') {
            expect((to as number | null) ?? Infinity).toBeLessThanOrEqual(
              (from as number | null) ?? Infinity,
            );
          } else if (section === 'mask') {
            expect(to).toEqual(expect.arrayContaining(from as string[]));
          } else if (section === 'keep') {
            expect(from).toEqual(expect.arrayContaining(to as string[]));
          } else if (section === 'aiNote') {
            expect(to === true || from === false).toBe(true);
          } else expect(to).toBe(from);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is what a Kommune decided where nothing is said to be held', () => {
    fc.assert(
      fc.property(layers, ({ verbund: over, own }) => {
        const policy = effectivePolicy({ starting, verbund: over, own });
        const against = new Set(heldFields(own, policy));
        for (const [field, wished] of flatten(own)) {
          if (against.has(field) || field === 'mask' || field === 'keep') continue;
          expect(flatten(policy).get(field)).toEqual(wished);
        }
      }),
      { numRuns: 150 },
    );
  });
});
