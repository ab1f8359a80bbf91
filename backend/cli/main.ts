import { ConfigError } from '../config.ts';
import { StoreError } from '../store/store.ts';
import { auditCommand } from './audit-command.ts';
import { backupCommand } from './backup-command.ts';
import { budgetCommand } from './budget-command.ts';
import { checkCommand } from './check-command.ts';
import { UsageError } from './errors.ts';
import { jobsCommand } from './jobs-command.ts';
import { manifestsCommand } from './manifests-command.ts';
import { knowledgeCommand } from './knowledge-command.ts';
import { maskCommand } from './mask-command.ts';
import { migrateCommand } from './migrate-command.ts';
import { modelsCommand } from './models-command.ts';
import { personsCommand } from './persons-command.ts';
import { policyCommand } from './policy-command.ts';
import { registerCommand } from './register-command.ts';
import { reportCommand } from './report-command.ts';
import { restoreCommand } from './restore-command.ts';
import { taskCommand } from './task-command.ts';
import { USAGE } from './usage.ts';

const commands: Record<string, (args: string[]) => Promise<number>> = {
  task: taskCommand,
  check: checkCommand,
  mask: maskCommand,
  models: modelsCommand,
  knowledge: knowledgeCommand,
  policy: (args) => policyCommand(args),
  register: (args) => registerCommand(args),
  budget: (args) => budgetCommand(args),
  report: (args) => reportCommand(args),
  audit: (args) => auditCommand(args),
  persons: (args) => personsCommand(args),
  jobs: (args) => jobsCommand(args),
  backup: backupCommand,
  restore: restoreCommand,
  migrate: migrateCommand,
  manifests: manifestsCommand,
};

// Whoever reads our output may stop reading, as `head` does: that is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit(0);
});

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  const asked = name === '' || name === 'help' || name === '--help';
  (asked ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = asked ? 0 : 2;
} else {
  try {
    process.exitCode = await command(args);
  } catch (fault) {
    if (fault instanceof StoreError) {
      process.stderr.write(`the database is ${fault.why}; try again\n`);
      process.exitCode = 1;
    } else if (fault instanceof UsageError || fault instanceof ConfigError) {
      process.stderr.write(`${fault.message}\n`);
      process.exitCode = 2;
    } else throw fault;
  }
}
