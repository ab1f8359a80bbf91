import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from '../contestants.ts';
import { chatBody, taskBody } from '../letter.ts';
import { openStream } from '../stream.ts';
import { TOKEN_MS, type Wish } from '../wish.ts';

/** Somebody who works with Amtsfeder. */
export interface BenchPerson {
  id: string;
  kommune: string;
  /** Id of the model that is chosen. */
  model: string;
  token: string;
}

/** Evenly spread from one to the other. */
interface Spread {
  from: number;
  to: number;
}

export interface LoadPlan {
  seconds: number;
  /** Between an answer and the next question, evenly spread. */
  thinkMs: Spread;
  /** Tokens of an answer, evenly spread. */
  tokens: Spread;
  /** Streams that ask the provider directly all the time, to compare with. */
  direct: number;
}

export interface LoadFigures {
  firstTokenMs: number[];
  directFirstTokenMs: number[];
  done: number;
  tokens: number;
  /** Answers that were not whole, by what was said: an error code, or `cut` where nothing was. */
  failed: Record<string, number>;
  /** Streams at the same time, at most. */
  mostStreams: number;
}

/** How one question ended. */
export type Asked =
  { outcome: 'done'; firstTokenMs: number; tokens: number } | { outcome: 'failed'; why: string };

/** Asks one backend once for a person. */
export async function askOnce(address: URL, person: BenchPerson, tokens: number): Promise<Asked> {
  const wish: Wish = { id: `${person.kommune}_${person.id}`, mode: 'answer', tokens };
  let said = '';
  const onText = (text: string) => {
    said = text.slice(-1_000);
  };
  const end = await openStream(wayOf(address, person), wish, { onText }).ended;
  if (end.complete && end.tokens === tokens && end.firstTokenMs !== undefined) {
    return { outcome: 'done', firstTokenMs: end.firstTokenMs, tokens: end.tokens };
  }
  const code = /"code":"([a-z_]+)"/.exec(said)?.[1];
  return { outcome: 'failed', why: code ?? (end.complete ? 'wrong length' : 'cut') };
}

/** Lets all of them work: whoever has an answer thinks and asks again, each time another backend. */
export async function runPeople(
  people: readonly BenchPerson[],
  backends: () => readonly URL[],
  provider: URL,
  plan: LoadPlan,
): Promise<LoadFigures> {
  const figures: LoadFigures = {
    firstTokenMs: [],
    directFirstTokenMs: [],
    done: 0,
    tokens: 0,
    failed: {},
    mostStreams: 0,
  };
  const end = performance.now() + plan.seconds * 1000;
  let streams = 0;
  let asked = 0;
  const work = async (person: BenchPerson) => {
    await sleep(Math.random() * plan.thinkMs.to);
    while (performance.now() < end) {
      const addresses = backends();
      asked += 1;
      const address = addresses[asked % addresses.length];
      if (!address) throw new Error('no backend');
      streams += 1;
      figures.mostStreams = Math.max(figures.mostStreams, streams);
      const answer = await askOnce(address, person, Math.round(between(plan.tokens)));
      streams -= 1;
      if (answer.outcome === 'done') {
        figures.done += 1;
        figures.tokens += answer.tokens;
        figures.firstTokenMs.push(answer.firstTokenMs);
      } else {
        figures.failed[answer.why] = (figures.failed[answer.why] ?? 0) + 1;
      }
      await sleep(Math.min(between(plan.thinkMs), Math.max(0, end - performance.now())));
    }
  };
  const compare = async () => {
    const tokens = Math.round((plan.tokens.from + plan.tokens.to) / 2);
    while (performance.now() < end) {
      const { firstTokenMs } = await openStream(directWay(provider), {
        id: 'direct_',
        mode: 'answer',
        tokens,
      }).ended;
      if (firstTokenMs !== undefined) figures.directFirstTokenMs.push(firstTokenMs);
      await sleep(Math.random() * 10 * TOKEN_MS);
    }
  };
  await Promise.all([...people.map(work), ...Array.from({ length: plan.direct }, compare)]);
  return figures;
}

function between({ from, to }: Spread): number {
  return from + Math.random() * (to - from);
}

function wayOf(address: URL, { model, token }: BenchPerson): Contestant {
  return {
    name: 'Amtsfeder',
    address,
    path: '/api/tasks/instruct',
    headers: () => ({ authorization: `Bearer ${token}` }),
    body: (wish) => JSON.stringify({ ...(JSON.parse(taskBody(wish)) as object), model }),
    endMark: 'event: done',
    child: null,
  };
}

function directWay(address: URL): Contestant {
  return {
    name: 'provider',
    address,
    path: '/v1/chat/completions',
    headers: () => ({ authorization: 'Bearer bench' }),
    body: chatBody,
    endMark: '[DONE]',
    child: null,
  };
}
