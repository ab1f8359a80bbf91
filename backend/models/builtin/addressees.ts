import type { Digest } from '../../text/digest.ts';
import { readable } from '../../text/sentences.ts';

const HEAD_BLOCKS = 30;
const MAX_LINES = 6;
const MAX_LINE_CHARS = 120;
const TO = /^(?:An|Nachrichtlich an)\s(?:die|den|das|alle|sämtliche)(?!\p{L})/u;

/**
 * Whom a letter or Rundschreiben is addressed to: the lines from "An die" to the next empty line, as one passage.
 * Empty where no line of its head begins like that.
 */
export function addresseesOf(from: Digest): string {
  const head = from.blocks.slice(0, HEAD_BLOCKS);
  const first = head.findIndex(
    ({ kind, text }) => kind !== 'row' && text.length <= MAX_LINE_CHARS && TO.test(readable(text)),
  );
  const start = head[first];
  if (!start || /[.!?]$/u.test(start.text.trim())) return '';
  let end = start.end;
  for (const block of head.slice(first + 1, first + MAX_LINES)) {
    const between = from.source.slice(end, block.start);
    if (/\n[^\S\n]*\n/u.test(between) || block.text.length > MAX_LINE_CHARS) break;
    end = block.end;
  }
  return readable(from.source.slice(start.start, end));
}
