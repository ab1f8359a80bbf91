import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { ConfigError } from '../config.ts';
import { readPrivacySettings } from '../policy/read-privacy.ts';
import { maskTexts } from '../privacy/placeholders/mask.ts';
import { createRecogniser } from '../privacy/recogniser.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { linesOf } from './lines.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/**
 * `amtsfeder mask`: reads JSON lines `{"id", "text"}` and writes `{"id", "masked", "items"}`, each item with its UTF-16
 * offsets in the given text, its kind, and what stands in its place. Each line is a text of its own: no name of one is
 * looked for in another.
 */
export async function maskCommand(args: string[]): Promise<number> {
  readArguments(args, {}, 0);
  const { mask, keep, problems } = readPrivacySettings(process.env, (path) => readFileSync(path, 'utf8'));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const terms = { mask, keep, release: [] };
  const recogniser = createRecogniser();
  let number = 0;
  for await (const json of linesOf(process.stdin)) {
    number++;
    if (json.trim() === '') continue;
    const { id, text } = parseLine(json, number);
    const masking = maskTexts([text], recogniser.recognise([text], terms));
    const items = (masking.items[0] ?? []).map(({ start, end, kind, replacement }) => ({
      start,
      end,
      kind,
      placeholder: replacement,
    }));
    await written(`${JSON.stringify({ id, masked: masking.texts[0], items })}\n`);
  }
  return 0;
}

/** @throws UsageError that names the line and repeats nothing of it */
function parseLine(json: string, number: number): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(json));
  } catch {
    throw new UsageError(`mask: line ${number} is not a JSON object with "id" and "text"`);
  }
}

/** Waits until whoever reads has taken what is written, so that a slow reader costs no memory. */
function written(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
}
