import * as z from 'zod/mini';
import type { KommuneId } from '../../contract/identity.ts';
import { type KommunePolicy, policyOverrides, verbundPolicy } from '../../contract/policy.ts';
import { effectivePolicy, inheritedPolicy } from '../policy/layers.ts';
import {
  changeKommunePolicy,
  changeVerbundPolicy,
  kommunePolicyVersion,
  policyHistory,
  readKommunePolicy,
  readVerbundPolicy,
  restoreKommunePolicy,
  restoreVerbundPolicy,
  verbundPolicyVersion,
} from '../policy/policy.store.ts';
import type { Db, Scope } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import {
  asYaml,
  changeByOperator,
  type CommandWorld,
  markLine,
  numberOf,
  readRules,
  thisProcess,
  withRules,
} from './rules.ts';
import { chosenKommune, startingOf } from './with-house.ts';

const OPTIONS = {
  kommune: { type: 'string' },
  effective: { type: 'boolean' },
  file: { type: 'string' },
  reason: { type: 'string' },
  number: { type: 'string' },
  against: { type: 'string' },
} as const;

/** What is written out and read in: with the version that it changes, so that nobody's change is lost. */
const version = z.int().check(z.nonnegative());
const kommuneFile = z.strictObject({ version, overrides: policyOverrides });
const verbundFile = z.strictObject({ version, ...verbundPolicy.shape });

interface Desk {
  world: CommandWorld;
  values: { [name in Exclude<keyof typeof OPTIONS, 'effective'>]?: string | undefined } & {
    effective?: boolean | undefined;
  };
  starting: KommunePolicy;
  /** Null is the Verbund. */
  kommune: KommuneId | null;
  within<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

const actions: Record<string, (desk: Desk) => Promise<void>> = { show, set, history, diff, restore };

/**
 * `amtsfeder policy show|set|history|diff|restore`: what the Verbund decides, or with `--kommune ID` a Kommune. `show`
 * prints YAML that `set --file` takes after it was changed.
 */
export async function policyCommand(args: string[], world: CommandWorld = thisProcess): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const name = positionals[0] ?? '';
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw new UsageError(`policy: one of ${Object.keys(actions).join(', ')}`);
  await withRules(world, async (store, verbund) => {
    const kommune = chosenKommune(values.kommune, verbund);
    await action({
      world,
      values,
      starting: startingOf(world.env, verbund),
      kommune,
      within: (work) => store.within(scopeOf(kommune), work),
    });
  });
  return 0;
}

async function show({ world, values, starting, kommune, within }: Desk): Promise<void> {
  const { verbund, own } = await within(async (db) => ({
    verbund: await readVerbundPolicy(db),
    own: kommune === null ? null : await readKommunePolicy(db, kommune),
  }));
  if (values.effective === true) {
    const layers = { starting, verbund: verbund.value };
    world.write(
      asYaml(own === null ? inheritedPolicy(layers) : effectivePolicy({ ...layers, own: own.value })),
    );
  } else if (own === null) world.write(asYaml({ version: verbund.number, ...verbund.value }));
  else world.write(asYaml({ version: own.number, overrides: own.value }));
}

async function set({ world, values, starting, kommune, within }: Desk): Promise<void> {
  let number: number;
  if (kommune === null) {
    const { version: expected, ...value } = readRules(world, values.file, verbundFile);
    const change = changeByOperator(expected, values.reason);
    number = await within((db) => changeVerbundPolicy(db, starting, { ...change, value }));
  } else {
    const { version: expected, overrides: value } = readRules(world, values.file, kommuneFile);
    const change = changeByOperator(expected, values.reason);
    number = await within((db) => changeKommunePolicy(db, kommune, starting, { ...change, value }));
  }
  world.write(`version ${number}\n`);
}

async function history({ world, kommune, within }: Desk): Promise<void> {
  for (const mark of await within((db) => policyHistory(db, kommune))) world.write(markLine(mark));
}

async function diff({ world, values, kommune, within }: Desk): Promise<void> {
  const number = numberOf('--number', values.number);
  const against = values.against === undefined ? undefined : numberOf('--against', values.against, 0);
  const { changes } = await within(
    async (db): Promise<Pick<Awaited<ReturnType<typeof verbundPolicyVersion>>, 'changes'>> =>
      kommune === null
        ? verbundPolicyVersion(db, number, against)
        : kommunePolicyVersion(db, kommune, number, against),
  );
  for (const { field, before, after } of changes) {
    world.write(`${field}\t${text(before)}\t${text(after)}\n`);
  }
}

async function restore({ world, values, starting, kommune, within }: Desk): Promise<void> {
  const wanted = numberOf('--number', values.number);
  const number = await within(async (db) => {
    const last = kommune === null ? await readVerbundPolicy(db) : await readKommunePolicy(db, kommune);
    const change = { ...changeByOperator(last.number, values.reason), version: wanted };
    return kommune === null
      ? restoreVerbundPolicy(db, starting, change)
      : restoreKommunePolicy(db, kommune, starting, change);
  });
  world.write(`version ${number}\n`);
}

/** A side that is missing is inherited. */
function text(value: unknown): string {
  return value === undefined ? '-' : JSON.stringify(value);
}

function scopeOf(kommune: KommuneId | null): Scope {
  return kommune === null ? 'verbund' : { kommune };
}
