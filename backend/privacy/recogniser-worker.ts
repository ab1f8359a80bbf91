import { parentPort } from 'node:worker_threads';
import type { Item } from './item.ts';
import { createRecogniser, type RequestText } from './recogniser.ts';
import type { Terms } from './terms.ts';

/** What the thread is asked. */
export interface RecogniserJob {
  texts: readonly RequestText[];
  terms: Terms;
}

/** What it answers; a fault is not described, since its words may repeat the text. */
export type RecogniserAnswer = { type: 'found'; items: Item[][] } | { type: 'fault' };

const recogniser = createRecogniser();

function answer({ texts, terms }: RecogniserJob): RecogniserAnswer {
  try {
    return { type: 'found', items: recogniser.recognise(texts, terms) };
  } catch {
    return { type: 'fault' };
  }
}

parentPort?.on('message', (job: RecogniserJob) => parentPort?.postMessage(answer(job)));
