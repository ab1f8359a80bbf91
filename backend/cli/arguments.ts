import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './errors.ts';

/**
 * Reads the arguments of a command.
 * @param positionals how many there must be; `any` for none or more
 * @throws UsageError for an unknown option or one without its value
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  positionals: number | 'any',
) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: positionals !== 0, strict: true });
    if (positionals !== 'any' && parsed.positionals.length !== positionals)
      throw new UsageError('amtsfeder --help shows the usage');
    return parsed;
  } catch (fault) {
    if (fault instanceof UsageError) throw fault;
    throw new UsageError(fault instanceof Error ? fault.message : 'amtsfeder --help shows the usage');
  }
}
