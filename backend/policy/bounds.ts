import type { KommunePolicy, Place } from '../../contract/policy.ts';
import { places } from '../../contract/policy.ts';
import { type DataClass, dataClasses, type PrivacyPolicy, type Treatment } from '../../contract/privacy.ts';
import { isStricter, stricterOf } from './data-classes.ts';

/** A treatment that nobody may decide, whoever decides the rest. */
export type BoundFault = { dataClass: DataClass; place: Place } & (
  | { why: 'leaves-house' | 'unmasked' }
  /** A class gets more than one that is less delicate. */
  | { why: 'looser'; than: DataClass }
);

/**
 * The least that each class demands of each place, where anything is demanded: VS-NfD never leaves the house
 * (Verschlusssachenanweisung), what is personal never leaves the EU in clear (Art. 44 DSGVO).
 */
const LEAST: Partial<Record<DataClass, Partial<Record<Place, Treatment>>>> = {
  personal: { extern: 'masked' },
  social: { extern: 'masked' },
  restricted: { eu: 'refused', extern: 'refused' },
};

/**
 * What in a policy breaks the bounds. Where texts would leave that must not, only that is told: the rest changes with it.
 */
export function boundFaults(policy: PrivacyPolicy): BoundFault[] {
  const cells = dataClasses.flatMap((dataClass) => places.map((place) => ({ dataClass, place })));
  const leaving = cells
    .filter(({ dataClass, place }) => isStricter(least(dataClass, place), policy[dataClass][place]))
    .map((cell): BoundFault => ({
      ...cell,
      why: cell.dataClass === 'restricted' ? 'leaves-house' : 'unmasked',
    }));
  if (leaving.length > 0) return leaving;
  // Whoever raises the class of a text must not thereby give away more of it.
  return dataClasses.slice(1).flatMap((dataClass, index) => {
    const than = dataClasses[index] as DataClass;
    return places
      .filter((place) => isStricter(policy[than][place], policy[dataClass][place]))
      .map((place): BoundFault => ({ dataClass, place, why: 'looser', than }));
  });
}

/**
 * The policy that comes closest without breaking a bound: what gives away too much is made as strict as it has to be,
 * nothing is loosened.
 */
export function withinBounds(policy: KommunePolicy): KommunePolicy {
  const treatments = { ...policy.treatments };
  const classModels = { ...policy.classModels };
  let below: { treatments: PrivacyPolicy[DataClass]; models: readonly string[] | null } | undefined;
  for (const name of dataClasses) {
    const given = treatments[name];
    const bounded = (place: Place) =>
      stricterOf(least(name, place), stricterOf(given[place], below?.treatments[place] ?? 'plain'));
    treatments[name] = { intern: bounded('intern'), eu: bounded('eu'), extern: bounded('extern') };
    classModels[name] = common(classModels[name], below?.models ?? null);
    below = { treatments: treatments[name], models: classModels[name] };
  }
  const masked = new Set(policy.mask.map(inSameCase));
  const keep = masked.size === 0 ? policy.keep : policy.keep.filter((term) => !masked.has(inSameCase(term)));
  return { ...policy, treatments, classModels, keep };
}

/** The models that both lists name; null names all. */
export function common(one: readonly string[] | null, other: readonly string[] | null): string[] | null {
  if (one === null) return other === null ? null : [...other];
  return other === null ? [...one] : one.filter((id) => other.includes(id));
}

/** Terms are the same in whatever case they are written. */
export function inSameCase(term: string): string {
  return term.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
}

function least(dataClass: DataClass, place: Place): Treatment {
  return LEAST[dataClass]?.[place] ?? 'plain';
}
