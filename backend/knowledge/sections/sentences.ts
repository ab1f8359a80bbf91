import { sentenceSpans } from '../../../contract/sentences.ts';

/** A sentence beyond this is none, and is cut at a blank. */
export const MAX_WHOLE_CHARS = 8_000;

/** What a sentence ends with, and a line. */
const ENDED = /(?:[.!?…:][\])}"'“”’»«]*\s*|\n\s*)$/u;

/**
 * The sentences of a text, each whole: `sentenceSpans` cuts long ones earlier, for readers that need short ones.
 * @returns UTF-16 offsets that cover the text, in order; no span is longer than `MAX_WHOLE_CHARS`
 */
export function* wholeSentences(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  let end = 0;
  for (const span of sentenceSpans(text)) {
    const whole = ENDED.test(text.slice(Math.max(start, end - 12), end));
    if (end > start && (whole || span.end - start > MAX_WHOLE_CHARS)) {
      end = betweenLetters(text, end);
      yield { start, end };
      start = end;
    }
    end = span.end;
  }
  if (end > start) yield { start, end };
}

/** Not between the two halves of a character. */
function betweenLetters(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
