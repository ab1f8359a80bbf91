import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { isoDay, modelId } from '../../contract/admin.ts';
import { type ConfiguredModel, type RegisteredModel, registerFacts } from '../../contract/register.ts';
import { ConfigError } from '../config.ts';
import type { Verbund } from '../identity/verbund.ts';
import { builtinModel } from '../models/builtin/index.ts';
import { findOllama } from '../models/ollama.ts';
import { readModelSettings } from '../models/read-settings.ts';
import { configuredModels } from '../models/registry.ts';
import { listRegister, type RegisterSight } from '../policy/register-list.ts';
import { approveModel, changeFacts, registerVersions, withdrawApproval } from '../policy/register.store.ts';
import type { Store } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import {
  asYaml,
  changeByOperator,
  type CommandWorld,
  markLine,
  readRules,
  thisProcess,
  withRules,
} from './rules.ts';

const OPTIONS = {
  file: { type: 'string' },
  reason: { type: 'string' },
  until: { type: 'string' },
} as const;
const OLLAMA_MS = 500;

const registerFile = z.strictObject({ version: z.int().check(z.nonnegative()), facts: registerFacts });

interface Desk {
  world: CommandWorld;
  values: { [name in keyof typeof OPTIONS]?: string | undefined };
  store: Store;
  sight: RegisterSight;
  model: string;
}

const actions: Record<string, (desk: Desk) => Promise<void>> = { show, set, approve, withdraw, history };

/**
 * `amtsfeder register list`, and `show|set|approve|withdraw|history MODEL`: what is known of the models and which of them
 * may be asked. `show` prints YAML that `set --file` takes after it was changed; of a model that is only configured, what
 * there is to fill in.
 */
export async function registerCommand(args: string[], world: CommandWorld = thisProcess): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === 'list') {
    readArguments(rest, {}, 0);
    await withRules(world, async (store, verbund) => {
      const sight = await sightOf(world, verbund);
      const { models } = await store.within('verbund', (db) => listRegister(db, sight));
      for (const each of models) world.write(modelLine(each));
    });
    return 0;
  }
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw new UsageError(`register: one of list, ${Object.keys(actions).join(', ')}`);
  const { values, positionals } = readArguments(rest, OPTIONS, 1);
  const model = modelId.safeParse(positionals[0]);
  if (!model.success) throw new UsageError('register: the id of a model, as amtsfeder models tells it');
  await withRules(world, async (store, verbund) =>
    action({ world, values, store, sight: await sightOf(world, verbund), model: model.data }),
  );
  return 0;
}

async function show({ world, store, sight, model }: Desk): Promise<void> {
  const [last] = await store.within('verbund', (db) => registerVersions(db, model));
  if (last !== undefined) {
    const { mark, facts, approval } = last;
    world.write(`# ${JSON.stringify(approval)}\n${asYaml({ version: mark.number, facts })}`);
    return;
  }
  const configured = sight.configured.find(({ id }) => id === model);
  if (configured === undefined) throw new UsageError('register: neither registered nor configured');
  world.write(asYaml({ version: 0, facts: toFillIn(configured) }));
}

async function set({ world, values, store, model }: Desk): Promise<void> {
  const { version, facts } = readRules(world, values.file, registerFile);
  const change = changeByOperator(version, values.reason);
  const number = await store.within('verbund', (db) => changeFacts(db, model, { ...change, facts }));
  world.write(`version ${number}\n`);
}

async function approve({ world, values, store, model }: Desk): Promise<void> {
  const until = isoDay.safeParse(values.until);
  if (!until.success) throw new UsageError('--until DAY: the last day, for example 2027-06-30');
  const number = await store.within('verbund', async (db) => {
    const [last] = await registerVersions(db, model);
    const change = changeByOperator(last?.mark.number ?? 0, values.reason);
    return approveModel(db, model, { ...change, until: until.data });
  });
  world.write(`version ${number}\n`);
}

async function withdraw({ world, values, store, model }: Desk): Promise<void> {
  const number = await store.within('verbund', async (db) => {
    const [last] = await registerVersions(db, model);
    return withdrawApproval(db, model, changeByOperator(last?.mark.number ?? 0, values.reason));
  });
  world.write(`version ${number}\n`);
}

async function history({ world, store, model }: Desk): Promise<void> {
  const versions = await store.within('verbund', (db) => registerVersions(db, model));
  if (versions.length === 0) throw new UsageError('register: the model is not registered');
  for (const { mark } of versions) world.write(markLine(mark));
}

/** Id, place, standing, last day of the approval, price in and out in euro per million tokens, what differs or is missing. */
function modelLine({
  id,
  configured,
  entry,
  standing,
  differences,
  missing,
  price,
}: RegisteredModel): string {
  const until = entry?.approval.state === 'approved' ? entry.approval.until : '-';
  const euro = (micros: number) => (micros / 1_000_000).toFixed(2);
  const cost = price
    ? `${euro(price.inputMicroEuroPerMillion)}/${euro(price.outputMicroEuroPerMillion)}`
    : '-';
  return `${[
    id,
    configured?.place ?? entry?.facts.place ?? '-',
    standing ?? 'not-configured',
    until,
    cost,
    [...differences, ...missing].join(',') || '-',
  ].join('\t')}\n`;
}

function toFillIn({ provider, place, model, host }: ConfiguredModel) {
  return {
    provider: '',
    region: '',
    place,
    protocol: provider,
    model,
    host,
    avvDate: null,
    subProcessors: [],
    retention: { days: null, text: '' },
    trainingExcluded: false,
    pricing: [],
    notes: '',
  };
}

async function sightOf({ env }: CommandWorld, { signIn }: Verbund): Promise<RegisterSight> {
  const { models, problems } = readModelSettings(env, (path) => readFileSync(path, 'utf8'));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const local = await findOllama(fetch, AbortSignal.timeout(OLLAMA_MS));
  return {
    configured: configuredModels([...models, ...local], builtinModel().info),
    trust: signIn.kind === 'demo' ? 'demo' : 'register',
  };
}
