import type { TaskCall } from '../../../contract/tasks/index.ts';
import { type Model, ModelError, type Piece } from '../model.ts';
import { breatheWith, type Breathe } from '../../text/breathe.ts';
import { extract } from './extract/extract.ts';
import { instruct } from './instruct.ts';
import { lookup } from './lookup.ts';
import { note } from './note.ts';
import { piecesOf } from './pieces.ts';
import { refine } from './refine.ts';
import { reply } from './reply.ts';
import { rewrite } from './rewrite.ts';
import { summarise } from './summarise.ts';
import type { Desk } from './task.ts';
import { createStemmer } from '../../text/words.ts';

/** Does the task of a call. */
function work(call: TaskCall, desk: Desk): Promise<string> {
  switch (call.task) {
    case 'reply':
      return reply(call, desk);
    case 'note':
      return note(call, desk);
    case 'rewrite':
      return rewrite(call, desk);
    case 'summarise':
      return summarise(call, desk);
    case 'lookup':
      return lookup(call, desk);
    case 'instruct':
      return instruct(call, desk);
    case 'extract':
      return extract(call, desk);
    case 'act':
      // Whoever chooses tools has to understand what is wanted.
      return Promise.reject(new ModelError('agent_model_needed'));
  }
}

/**
 * The model that is none: no key, no network, the same answer for the same input. It takes sentences and facts out of
 * the text, fills in forms and applies lists of words, and says so. It works from `conversation.brief`.
 * @param breath how the work makes room for other requests; handed in by tests that count it
 */
export function builtinModel(breath: (signal: AbortSignal) => Breathe = breatheWith): Model {
  return {
    info: { id: 'ohne-modell', label: 'Ohne Sprachmodell', provider: 'builtin', place: 'intern' },
    contextTokens: Infinity,
    probe: () => Promise.resolve('ready'),
    async *stream({ brief }, signal): AsyncGenerator<Piece> {
      const breathe = breath(signal);
      const { call, reading, passages, today } = brief;
      const desk: Desk = { reading, passages, today, stemmer: createStemmer(), breathe };
      try {
        signal.throwIfAborted();
        yield { type: 'open' };
        // What is looked up or read is so anew: an earlier answer without its passages proves nothing.
        const anew = call.task === 'lookup' || call.task === 'extract';
        const last = anew ? undefined : call.turns.at(-1);
        const text = last ? await refine(last, call, desk) : await work(call, desk);
        for (const piece of piecesOf(text)) {
          await breathe();
          yield { type: 'text', text: piece };
        }
        yield { type: 'usage', inputTokens: 0, outputTokens: 0 };
        yield { type: 'end' };
      } catch (error) {
        // A stopped task just ends, without `end`; everything else is a fault of ours and goes up.
        if (!signal.aborted) throw error;
      }
    },
  };
}
