import { ConfigError } from '../config.ts';
import { checkCommand } from './check-command.ts';
import { UsageError } from './errors.ts';
import { manifestsCommand } from './manifests-command.ts';
import { maskCommand } from './mask-command.ts';
import { modelsCommand } from './models-command.ts';
import { taskCommand } from './task-command.ts';

const USAGE = `amtsfeder <command>

  task <name> --input FILE   run a task on a file and print its result
       [--model ID]          ask this model; "amtsfeder models" lists them
       [--points TEXT]       Stichpunkte (reply, note), wish (rewrite), focus (summarise), instruction (instruct)
       [--form FORM]         reply: letter|mail  summarise: key-points|circular|faq|paragraph
       [--style STYLE]       rewrite: plain|shorter|formal|friendly|simple|correct|custom
       [--tone TONE]         reply: neutral|formal|friendly
       [--length LENGTH]     reply, note: short|medium|long
       [--json]              print the events instead, one JSON object a line
       names: reply, note, rewrite, summarise, instruct
  check FILE                 tell what a document lacks by the rules of its form
       [--form FORM]         letter|note|order|council-paper|decision|mail; found out where it is not given
       [--json]              print the findings as JSON
  mask                       mask personal data: reads JSON lines {"id", "text"} and writes
                             {"id", "masked", "items"}
  models                     list the configured models and whether they answer
  manifests --origin URL     write both manifests for an installation
       [--out FOLDER]        where to (default: the folder manifests)
`;

const commands: Record<string, (args: string[]) => Promise<number>> = {
  task: taskCommand,
  check: checkCommand,
  mask: maskCommand,
  models: modelsCommand,
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
    if (!(fault instanceof UsageError || fault instanceof ConfigError)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 2;
  }
}
