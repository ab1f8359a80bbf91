import * as z from 'zod';
import { MAX_HITS, MAX_QUESTION_CHARS } from '../../contract/knowledge.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { collectionByName } from '../knowledge/collections/collections.store.ts';
import type { Hit } from '../knowledge/search/request.ts';
import { createSearch } from '../knowledge/search/search.ts';
import type { Store } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import { withData } from './data-folder.ts';
import { UsageError } from './errors.ts';
import { linesOf } from './lines.ts';
import { chosenKommune, withStore } from './with-house.ts';

const TOP = 10;
/** Questions that are looked for at the same time: while one is ranked the database serves another. */
const IN_FLIGHT = 4;

const line = z.object({
  id: z.union([z.string(), z.number()]),
  frage: z.string().max(MAX_QUESTION_CHARS),
});
type Line = z.infer<typeof line>;

/**
 * `amtsfeder knowledge search --collection NAME [--data DIR] [--kommune ID] [--top N]`: reads JSON lines `{"id", "frage"}`
 * and writes `{"id", "hits": [{"document", "heading", "page", "score", "text"}]}` in the same order.
 * @param args without `knowledge search`
 */
export async function knowledgeSearchCommand(
  args: string[],
  input: AsyncIterable<Buffer> = process.stdin,
  write: (text: string) => Promise<void> = written,
  env: Record<string, string | undefined> = process.env,
): Promise<number> {
  const { values } = readArguments(
    args,
    {
      collection: { type: 'string' },
      data: { type: 'string' },
      kommune: { type: 'string' },
      top: { type: 'string' },
    },
    0,
  );
  const { collection: name, data } = values;
  if (name === undefined || name === '') throw new UsageError('--collection: the name of a collection');
  const limit = topOf(values.top);
  await withStore(withData(env, data), async ({ store, verbund }) => {
    const kommune = chosenKommune(values.kommune, verbund) ?? verbund.kommunen[0]?.id;
    if (kommune === undefined) throw new UsageError('--kommune: the Verbund has none');
    const collection = await collectionId(store, kommune, name);
    const search = createSearch({ store });
    const answers = inOrder(linesIn(input), IN_FLIGHT, async ({ id, frage }) => {
      const { hits } = await search(kommune, {
        question: frage,
        also: [],
        collections: [collection],
        kinds: null,
        on: null,
        old: false,
        limit,
      });
      return `${JSON.stringify({ id, hits: hits.map(told) })}\n`;
    });
    for await (const answer of answers) await write(answer);
  });
  return 0;
}

function topOf(given: string | undefined): number {
  const top = given === undefined ? TOP : Number(given);
  if (!Number.isInteger(top) || top < 1 || top > MAX_HITS)
    throw new UsageError(`--top: a number from 1 to ${MAX_HITS}`);
  return top;
}

/** The Kommune's own, or else one of the Verbund. */
async function collectionId(store: Store, kommune: KommuneId, name: string): Promise<string> {
  const found = await store.within(
    { kommune },
    async (db) => (await collectionByName(db, kommune, name)) ?? (await collectionByName(db, null, name)),
  );
  if (found === null) throw new UsageError('--collection: there is none of this name');
  return found.id;
}

function told({ document, path, pages, score, text }: Hit) {
  return { document: document.name, heading: path.join(' > '), page: pages?.first ?? null, score, text };
}

async function* linesIn(input: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 0;
  for await (const json of linesOf(input)) {
    number++;
    if (json.trim() !== '') yield parseLine(json, number);
  }
}

/** @throws UsageError that names the line and repeats nothing of it */
function parseLine(json: string, number: number): Line {
  try {
    return line.parse(JSON.parse(json));
  } catch {
    throw new UsageError(`knowledge search: line ${number} is not a JSON object with "id" and "frage"`);
  }
}

/** Works on some at the same time and hands the results on in the order in which their causes came. */
async function* inOrder<In, Out>(
  all: AsyncIterable<In>,
  most: number,
  work: (one: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  try {
    for await (const one of all) {
      const result = work(one);
      // It is awaited later, and a fault of it is told then.
      result.catch(() => undefined);
      running.push(result);
      if (running.length >= most) {
        const first = running.shift();
        if (first !== undefined) yield await first;
      }
    }
    for (let next = running.shift(); next !== undefined; next = running.shift()) yield await next;
  } finally {
    // The store is closed next.
    await Promise.allSettled(running);
  }
}

/** Waits until whoever reads has taken what is written, so that a slow reader costs no memory. */
function written(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
}
