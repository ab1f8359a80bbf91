import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { writeManifests } from './manifests.ts';
import { pathFrom } from './paths.ts';

const OPTIONS = { origin: { type: 'string' }, out: { type: 'string', default: 'manifests' } } as const;

/** `amtsfeder manifests --origin URL`: writes both manifests for an installation and prints where they are. */
export async function manifestsCommand(args: string[]): Promise<number> {
  const { values } = readArguments(args, OPTIONS, 0);
  if (values.origin === undefined) throw new UsageError('manifests: --origin URL is missing');
  for (const path of await writeManifests(values.origin, pathFrom(process.env, values.out)))
    process.stdout.write(`${path}\n`);
  return 0;
}
