import type { Store } from '../../store/store.ts';
import { forgetOldDead, keepDead, type Linked, linkedAddresses } from './links.store.ts';

/** Milliseconds that an address has to answer. */
const PATIENCE_MS = 10_000;
/** Different addresses of one run. */
const MOST = 2_000;
/** Answers that say that there is nothing, whoever asks; all others are an answer. */
const GONE = new Set([404, 410]);

/** Asks an address without following where it leads; see `httpFetch` with `linkReach`. */
export type Ask = (url: string, init: { method: string; signal: AbortSignal }) => Promise<Response>;

export interface LinkParts {
  store: Pick<Store, 'within'>;
  /** Whether an address may be tried at all. */
  allows(url: URL): boolean;
  ask: Ask;
}

/**
 * Tries the addresses that stand in texts, as far as the operator lists their hosts: whoever is asked sees that somebody
 * here reads a text with it. One after the other, each once.
 * @returns how many were tried, and how many did not answer
 */
export async function checkLinks({
  store,
  allows,
  ask,
}: LinkParts): Promise<{ tried: number; dead: number }> {
  const known = new Map<string, boolean>();
  let last: Linked | null = null;
  for (;;) {
    const after: Linked | null = last;
    const page: Linked[] = await store.within('verbund', (db) => linkedAddresses(db, after));
    const tried: (Linked & { dead: boolean })[] = [];
    for (const linked of page) {
      const url = URL.canParse(linked.address) ? new URL(linked.address) : null;
      if (url === null || !allows(url)) continue;
      url.hash = '';
      let dead = known.get(url.href);
      if (dead === undefined) {
        if (known.size >= MOST) continue;
        dead = await isDead(ask, url.href);
        known.set(url.href, dead);
      }
      tried.push({ ...linked, dead });
    }
    await store.within('verbund', (db) => keepDead(db, tried));
    last = page.at(-1) ?? null;
    if (last === null) break;
  }
  await store.within('verbund', forgetOldDead);
  return { tried: known.size, dead: [...known.values()].filter(Boolean).length };
}

async function isDead(ask: Ask, url: string): Promise<boolean> {
  const first = await statusOf(ask, url, 'HEAD');
  // Some servers do not know HEAD, and say of all pages that there are none.
  return first === null || GONE.has(first) ? isGone(await statusOf(ask, url, 'GET')) : false;
}

function isGone(status: number | null): boolean {
  return status === null || GONE.has(status);
}

/** The status of an answer, whose body nobody reads; null where there is none. */
async function statusOf(ask: Ask, url: string, method: string): Promise<number | null> {
  try {
    const answer = await ask(url, { method, signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
