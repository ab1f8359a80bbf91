import { UsageError } from './errors.ts';
import { knowledgeCollectionsCommand } from './knowledge-collections-command.ts';
import { knowledgeImportCommand } from './knowledge-import-command.ts';
import { knowledgeSearchCommand } from './knowledge-search-command.ts';
import { knowledgeSyncCommand } from './knowledge-sync-command.ts';

const commands: Record<string, (args: string[]) => Promise<number>> = {
  import: (args) => knowledgeImportCommand(args),
  sync: (args) => knowledgeSyncCommand(args),
  search: (args) => knowledgeSearchCommand(args),
  collections: (args) => knowledgeCollectionsCommand(args),
};

/** `amtsfeder knowledge import|sync|search|collections`: the internal knowledge. */
export async function knowledgeCommand([name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`knowledge: one of ${Object.keys(commands).join(', ')}`);
  return command(args);
}
