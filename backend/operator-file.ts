import { parse } from 'yaml';

/** What stands in a file that an operator wrote, or why it cannot be told; nothing of the file is repeated. */
export type OperatorFile = { ok: true; value: unknown } | { ok: false; problem: string };

/**
 * Reads YAML or JSON.
 * @param readFile returns its text, throws where it cannot
 * @param limit characters that it may have, and how the refusal says so
 */
export function readOperatorFile(
  readFile: () => string,
  limit: { chars: number; problem: string },
): OperatorFile {
  let text: string;
  try {
    text = readFile();
  } catch {
    return { ok: false, problem: 'the file cannot be read' };
  }
  if (text.length > limit.chars) return { ok: false, problem: limit.problem };
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    // No warning may be printed: it would quote the file. A text that stands there twice needs no alias.
    return { ok: true, value: parse(text.replace(/^\uFEFF/, ''), { maxAliasCount: 0, logLevel: 'error' }) };
  } catch {
    // The message of the parser quotes the text.
    return { ok: false, problem: 'the file is neither valid YAML nor JSON' };
  }
}
