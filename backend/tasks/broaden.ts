import { type AskOptions, ask } from '../models/ask.ts';
import { type Model, ModelError } from '../models/model.ts';
import { type Assignment, withRules } from './conversation.ts';
import { fence, newNonce } from './fence.ts';
import { inquiryOf } from './inquiry.ts';
import type { LongStep } from './long.ts';
import type { Reading } from './reading.ts';

/** Words that a model may add to a search. */
const MAX_WORDS = 20;
/** It is asked for a line; what it says beyond this is not read. */
const MAX_HEARD_CHARS = 2_000;
const MAX_WORD_CHARS = 60;

/** Whether the answering model is asked for further search words. */
export function wantsWords({ call }: Pick<Assignment, 'call'>): boolean {
  return call.task === 'lookup' && call.input.broaden;
}

/**
 * Asks the model that will answer for further words to search with: what the law calls what people call otherwise. One
 * small call, billed with the rest. Whatever goes wrong with it, the search goes on without.
 * @returns the words, only letters, digits and hyphens, at most 20; empty where there are none
 * @throws ModelError `stopped` where the person left
 */
export async function* broaden(
  assignment: Assignment,
  reading: Reading,
  [first]: readonly [Model, ...Model[]],
  options: AskOptions,
  signal: AbortSignal,
): AsyncGenerator<LongStep, string> {
  if (!wantsWords(assignment) || first.info.provider === 'builtin') return '';
  const asked = inquiryOf(assignment.call, reading, '')?.question ?? '';
  const nonce = newNonce();
  const conversation = withRules(assignment, nonce, reading, [
    {
      role: 'user',
      text: `Eine Suche in Dienstanweisungen, Satzungen und Gesetzen braucht weitere Suchwörter. Nennen Sie höchstens ${MAX_WORDS} Fachwörter, Synonyme und amtliche Bezeichnungen, unter denen die Antwort auf diese Frage dort stehen kann: nur einzelne Wörter in einer Zeile, durch Kommas getrennt, keine Sätze, keine Namen, keine Zahlen.\n\n${fence('Frage', asked, nonce)}`,
    },
  ]);
  let heard = '';
  try {
    for await (const step of ask([first], conversation, signal, { ...options, retries: 0 })) {
      if (step.type !== 'text') yield step;
      else if (heard.length < MAX_HEARD_CHARS) heard += step.text;
    }
  } catch (fault) {
    if (signal.aborted || !(fault instanceof ModelError)) throw fault;
    return '';
  }
  return wordsFrom(heard);
}

/** The words of a model's line; sentences, addresses and placeholders are none. */
export function wordsFrom(line: string): string {
  const words = line
    .slice(0, MAX_HEARD_CHARS)
    .split(/[,;\n•]+/u)
    .map((word) => word.replace(/^[\s\d.)*"„“-]+|[\s."„“*]+$/gu, ''))
    .filter(
      (word) =>
        word.length <= MAX_WORD_CHARS && /^\p{L}[\p{L}\p{M}-]*(?: \p{L}[\p{L}\p{M}-]*){0,3}$/u.test(word),
    );
  return [...new Set(words)].slice(0, MAX_WORDS).join(' ');
}
