import { listAll } from '../knowledge/import/sources.store.ts';
import { readArguments } from './arguments.ts';
import { withData } from './data-folder.ts';
import { withStore } from './with-house.ts';

/** `amtsfeder knowledge collections [--data DIR]`: whose, name, documents and sections of each collection. */
export async function knowledgeCollectionsCommand(
  args: string[],
  env: Record<string, string | undefined> = process.env,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
  const { values } = readArguments(args, { data: { type: 'string' } }, 0);
  await withStore(withData(env, values.data), async ({ store }) => {
    for (const { kommune, name, documents, sections } of await store.within('verbund', listAll)) {
      write(`${kommune ?? 'verbund'}\t${name}\t${documents} Dokumente\t${sections} Abschnitte\n`);
    }
  });
  return 0;
}
