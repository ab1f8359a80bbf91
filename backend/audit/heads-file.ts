import * as z from 'zod';
import { type AuditHead, auditHead } from '../../contract/audit.ts';

/** A file of heads is none; the message names the line and repeats nothing of it. */
export class HeadsFileError extends Error {
  override name = 'HeadsFileError';
}

const ofHead = z.looseObject({ hash: z.unknown() });

/**
 * Reads heads that were kept: what `amtsfeder audit head` printed, or the log of the house, one JSON object a line.
 * Objects without a hash are other lines of the log.
 * @throws HeadsFileError for a line that is no JSON object or a broken head, and for a file without any head, since a
 *   comparison with nothing would find nothing
 */
export function parseHeads(text: string): AuditHead[] {
  const heads: AuditHead[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (typeof value !== 'object' || value === null) {
      throw new HeadsFileError(`line ${index + 1} is not a JSON object`);
    }
    if (!ofHead.safeParse(value).success) continue;
    const head = auditHead.safeParse(value);
    if (!head.success) throw new HeadsFileError(`line ${index + 1} is not the head of a chain`);
    heads.push(head.data);
  }
  if (heads.length === 0) throw new HeadsFileError('there is no head in it');
  return heads;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
