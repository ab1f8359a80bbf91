import type { KommunePolicy } from '../../contract/policy.ts';
import type {
  ConfiguredModel,
  PriceFrom,
  RegisterEntry,
  RegisterFacts,
  Standing,
} from '../../contract/register.ts';
import type { DataClass } from '../../contract/privacy.ts';
import { changesBetween, flatten } from './fields.ts';

/**
 * Whether only what is in the register may be asked, or, under the demo sign-in, whatever is configured: nobody has
 * approved anything there, and the texts are those of a trial.
 */
export type Trust = 'register' | 'demo';

/** A model that a Kommune may ask. */
export interface ApprovedModel {
  model: ConfiguredModel;
  /** What it costs today; null where nobody knows, which only the demo allows. */
  price: PriceFrom | null;
  standing: Extract<Standing, 'approved' | 'provisional' | 'built-in'>;
}

/** A model that it may not ask: as far as the register says it, or because the Kommune or the Verbund chose others. */
export interface RefusedModel {
  model: ConfiguredModel;
  why: Exclude<Standing, ApprovedModel['standing']> | 'not-chosen';
}

export interface Approvals {
  approved: ApprovedModel[];
  /** Asked for nevertheless, the answer is `model_not_approved`. */
  refused: RefusedModel[];
}

/** Which of the models of the house a Kommune may ask at all, and which of them for texts of one class. */
export interface Permits {
  isApproved(id: string): boolean;
  isForClass(id: string): boolean;
}

/** Where register and configuration differ, it is another model that was approved. */
export type Difference = 'place' | 'protocol' | 'model' | 'host';

/** What an approval needs. */
export type Missing = 'avvDate' | 'trainingExcluded' | 'pricing';

/**
 * Which of the configured models a Kommune may ask today.
 * @param models in the order of the configuration, which stays
 * @param today ISO day, by the clock of the database
 */
export function approvedModels(
  models: readonly ConfiguredModel[],
  register: readonly RegisterEntry[],
  policy: Pick<KommunePolicy, 'models'>,
  today: string,
  trust: Trust,
): Approvals {
  const approvals: Approvals = { approved: [], refused: [] };
  for (const model of models) {
    const entry = entryOf(model, register);
    const standing = standingOf(model, entry, today, trust);
    if (standing !== 'approved' && standing !== 'provisional' && standing !== 'built-in') {
      approvals.refused.push({ model, why: standing });
    } else if (!isChosen(model, policy.models)) {
      approvals.refused.push({ model, why: 'not-chosen' });
    } else {
      approvals.approved.push({ model, standing, price: priceOf(model, entry, today) });
    }
  }
  return approvals;
}

/** What of that holds for texts of a class. */
export function permitsFor(
  { approved }: Approvals,
  policy: Pick<KommunePolicy, 'classModels'>,
  dataClass: DataClass,
): Permits {
  const byId = new Map(approved.map(({ model }) => [model.id, model]));
  return {
    isApproved: (id) => byId.has(id),
    isForClass: (id) => {
      const model = byId.get(id);
      return model !== undefined && isChosen(model, policy.classModels[dataClass]);
    },
  };
}

/** What the register says of a configured model. */
export function standingOf(
  model: ConfiguredModel,
  entry: RegisterEntry | undefined,
  today: string,
  trust: Trust,
): Standing {
  if (model.provider === 'builtin') return 'built-in';
  const registered = registeredStanding(model, entry, today);
  // Whoever withdrew an approval meant it, also where none is needed.
  if (trust === 'demo' && registered !== 'approved' && registered !== 'withdrawn') return 'provisional';
  return registered;
}

/** In what a configured model is not the registered one. */
export function differencesOf(model: ConfiguredModel, { facts }: Pick<RegisterEntry, 'facts'>): Difference[] {
  const differences: [Difference, boolean][] = [
    ['place', facts.place !== model.place],
    ['protocol', facts.protocol !== model.provider],
    ['model', facts.model !== model.model],
    ['host', facts.host !== model.host],
  ];
  return differences.filter(([, differs]) => differs).map(([name]) => name);
}

/**
 * What stands against an approval: outside of the house a contract on processing (Art. 28 DSGVO) that excludes training,
 * and for every model a price, without which no budget could be kept.
 */
export function missingFor(facts: RegisterFacts, today: string): Missing[] {
  const isOutside = facts.place !== 'intern';
  const missing: [Missing, boolean][] = [
    ['avvDate', isOutside && (facts.avvDate === null || facts.avvDate > today)],
    ['trainingExcluded', isOutside && !facts.trainingExcluded],
    ['pricing', priceAt(facts, today) === null],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([name]) => name);
}

/**
 * What a registered model costs on a day. A model of the house costs nothing where nobody said otherwise.
 * @param day ISO day
 * @returns null where no price is known yet
 */
export function priceAt(facts: Pick<RegisterFacts, 'pricing' | 'place'>, day: string): PriceFrom | null {
  const known = facts.pricing.filter(({ from }) => from <= day);
  const last = known.reduce<PriceFrom | null>((a, b) => (a === null || b.from > a.from ? b : a), null);
  return last ?? (facts.place === 'intern' ? freeFrom(day) : null);
}

/**
 * What a configured model costs on a day: nothing where it computes in the house and no entry says otherwise.
 * @returns null where nobody knows, also where another model was registered under its id
 */
export function priceOf(
  model: ConfiguredModel,
  entry: Pick<RegisterEntry, 'facts'> | undefined,
  day: string,
): PriceFrom | null {
  if (model.provider === 'builtin') return freeFrom(day);
  if (entry === undefined) return model.place === 'intern' ? freeFrom(day) : null;
  return differencesOf(model, entry).length === 0 ? priceAt(entry.facts, day) : null;
}

/** Whether an approval still holds for changed facts: prices and notes are nothing that anybody approved of. */
export function isSameModel(before: RegisterFacts, after: RegisterFacts): boolean {
  return changesBetween(flatten(before), flatten(after)).every(
    ({ field }) => field === 'notes' || field.startsWith('pricing'),
  );
}

function registeredStanding(
  model: ConfiguredModel,
  entry: RegisterEntry | undefined,
  today: string,
): Exclude<Standing, 'built-in' | 'provisional'> {
  if (entry === undefined) return 'not-registered';
  const { approval, facts } = entry;
  if (approval.state === 'withdrawn') return 'withdrawn';
  if (differencesOf(model, entry).length > 0) return 'differs';
  if (approval.state === 'none' || missingFor(facts, today).length > 0) return 'not-approved';
  return approval.until < today ? 'lapsed' : 'approved';
}

function entryOf(model: ConfiguredModel, register: readonly RegisterEntry[]): RegisterEntry | undefined {
  return register.find((entry) => entry.model === model.id);
}

/** The built-in model is no choice: nothing leaves, and it costs nothing. */
function isChosen({ id, provider }: ConfiguredModel, chosen: readonly string[] | null): boolean {
  return provider === 'builtin' || chosen === null || chosen.includes(id);
}

function freeFrom(from: string): PriceFrom {
  return {
    from,
    inputMicroEuroPerMillion: 0,
    outputMicroEuroPerMillion: 0,
    cachedInputMicroEuroPerMillion: null,
  };
}
