import {
  type KommunePolicy,
  type PolicyField,
  type PolicyOverrides,
  type RetentionKind,
  retentionKinds,
  retentionNames,
  type VerbundPolicy,
} from '../../contract/policy.ts';
import type { DataClass, PrivacyPolicy } from '../../contract/privacy.ts';
import { common, inSameCase, withinBounds } from './bounds.ts';
import { stricterOf } from './data-classes.ts';
import { flatten } from './fields.ts';

/** Who decides, from below: the installation, the Verbund, the Kommune. Each changes what the one before it left. */
export interface PolicyLayers {
  starting: KommunePolicy;
  verbund: VerbundPolicy;
  own: PolicyOverrides;
}

export const noVerbundPolicy: VerbundPolicy = { overrides: {}, locked: [] };

/**
 * What an installation starts with.
 * @param settings what its operator decided: the privacy file over the defaults of the code, and the note for readers
 */
export function startingPolicy(settings: {
  policy: PrivacyPolicy;
  mask: readonly string[];
  keep: readonly string[];
  aiNote: boolean;
}): KommunePolicy {
  return withinBounds({
    treatments: settings.policy,
    models: null,
    classModels: { public: null, internal: null, personal: null, social: null, restricted: null },
    retentionDays: {
      ledger: retentionKinds.ledger.usual,
      audit: retentionKinds.audit.usual,
      searches: retentionKinds.searches.usual,
      agentRuns: retentionKinds.agentRuns.usual,
    },
    // A person who works fast asks every few seconds; a script asks faster.
    limits: {
      personPerMinute: 30,
      kommunePerMinute: 600,
      personPerDay: 1_000,
      kommuneTokensPerDay: null,
    },
    mask: [...settings.mask],
    keep: [...settings.keep],
    gender: 'neutral',
    aiNote: settings.aiNote,
  });
}

/** What holds for a Kommune that decides nothing itself. */
export function inheritedPolicy({ starting, verbund }: Omit<PolicyLayers, 'own'>): KommunePolicy {
  return withinBounds(overlay(starting, verbund.overrides));
}

/**
 * What holds for a Kommune: its own decisions over those of the Verbund over what the installation starts with. What the
 * Verbund has locked the Kommune may only make stricter, and nothing breaks the bounds, whatever the layers say: they are
 * written at different times, and one that fitted may no longer fit.
 */
export function effectivePolicy(layers: PolicyLayers): KommunePolicy {
  const inherited = inheritedPolicy(layers);
  const wished = overlay(inherited, layers.own);
  return withinBounds(holdLocked(inherited, wished, new Set(layers.verbund.locked)));
}

/** Fields in which a layer decided what does not take effect: a lock or a bound stands against it. */
export function heldFields(overrides: PolicyOverrides, effective: KommunePolicy): string[] {
  const result = flatten(effective);
  return [...flatten(overrides)]
    .filter(([field, wished]) => {
      const got = result.get(field);
      if (!Array.isArray(wished)) return wished !== got;
      if (!Array.isArray(got)) return true;
      const same = field === 'mask' || field === 'keep' ? inSameCase : (id: string) => id;
      const has = new Set(got.map(same));
      return !wished.every((each) => has.has(same(each)));
    })
    .map(([field]) => field);
}

function overlay(base: KommunePolicy, over: PolicyOverrides): KommunePolicy {
  const treatmentsOf = (name: DataClass) => ({ ...base.treatments[name], ...over.treatments?.[name] });
  return {
    treatments: perClass(treatmentsOf),
    models: over.models === undefined ? base.models : over.models,
    classModels: { ...base.classModels, ...over.classModels },
    retentionDays: { ...base.retentionDays, ...over.retentionDays },
    limits: { ...base.limits, ...over.limits },
    mask: united(base.mask, over.mask),
    keep: united(base.keep, over.keep),
    gender: over.gender ?? base.gender,
    aiNote: over.aiNote ?? base.aiNote,
  };
}

function holdLocked(
  base: KommunePolicy,
  wished: KommunePolicy,
  locked: ReadonlySet<PolicyField>,
): KommunePolicy {
  const held = <T>(field: PolicyField, from: T, to: T, stricter: (one: T, other: T) => T) =>
    locked.has(field) ? stricter(from, to) : to;
  const days = { ...wished.retentionDays };
  for (const kind of retentionNames) {
    days[kind] = held(`retentionDays.${kind}`, base.retentionDays[kind], days[kind], STRICTER_DAYS[kind]);
  }
  const limits = { ...wished.limits };
  const { limits: from } = base;
  limits.personPerMinute = held(
    'limits.personPerMinute',
    from.personPerMinute,
    limits.personPerMinute,
    Math.min,
  );
  limits.kommunePerMinute = held(
    'limits.kommunePerMinute',
    from.kommunePerMinute,
    limits.kommunePerMinute,
    Math.min,
  );
  limits.personPerDay = held('limits.personPerDay', from.personPerDay, limits.personPerDay, fewer);
  limits.kommuneTokensPerDay = held(
    'limits.kommuneTokensPerDay',
    from.kommuneTokensPerDay,
    limits.kommuneTokensPerDay,
    fewer,
  );
  return {
    treatments: perClass((name) => {
      const place = (at: 'intern' | 'eu' | 'extern') =>
        held(`treatments.${name}.${at}`, base.treatments[name][at], wished.treatments[name][at], stricterOf);
      return { intern: place('intern'), eu: place('eu'), extern: place('extern') };
    }),
    models: held('models', base.models, wished.models, common),
    classModels: perClass((name) =>
      held(`classModels.${name}`, base.classModels[name], wished.classModels[name], common),
    ),
    retentionDays: days,
    limits,
    // Terms are only ever added: more to mask is stricter, more to keep is not.
    mask: wished.mask,
    keep: held('keep', base.keep, wished.keep, asBefore),
    gender: held('gender', base.gender, wished.gender, asBefore),
    aiNote: held('aiNote', base.aiNote, wished.aiNote, (one, other) => one || other),
  };
}

const asBefore = <T>(before: T): T => before;

/** Accounts and protocol are proof: to keep them for a shorter time is no stricter than for a longer one. */
const STRICTER_DAYS: Record<RetentionKind, (one: number, other: number) => number> = {
  ledger: asBefore,
  audit: asBefore,
  searches: Math.min,
  agentRuns: Math.min,
};

/** The smaller of two limits; null is none. */
function fewer(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

function united(terms: readonly string[], more: readonly string[] = []): string[] {
  if (more.length === 0) return [...terms];
  const known = new Set(terms.map(inSameCase));
  return [...terms, ...more.filter((term) => !known.has(inSameCase(term)))];
}

function perClass<T>(of: (name: DataClass) => T): Record<DataClass, T> {
  return {
    public: of('public'),
    internal: of('internal'),
    personal: of('personal'),
    social: of('social'),
    restricted: of('restricted'),
  };
}
