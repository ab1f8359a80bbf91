import type { Me } from '../../../contract/identity.ts';
import type { Backend } from '../backend.ts';
import { httpBackend } from '../backend-http.ts';
import { askDemoToken, askMe, askWays, type DemoChoice } from './ask-backend.ts';
import { authorisedFetch } from './authorised-fetch.ts';
import { type DemoWay, rememberChoice, rememberedChoice } from './demo-memory.ts';
import type { IssuerWay } from './issuer.ts';
import {
  SignInError,
  type SignInPlace,
  type Token,
  type TokenSource,
  type Trouble,
  troubleOf,
} from './token.ts';

/** Where signing in stands. */
export type Step =
  /** It is asked how, or tried without the person. */
  | { name: 'working' }
  /** It is the person's turn; `trouble` is why it did not work before. */
  | { name: 'asking'; ways: readonly IssuerWay[]; trouble: Trouble | null }
  /** A window is open. */
  | { name: 'waiting' }
  | { name: 'stuck'; trouble: Trouble }
  | { name: 'done' };

/** Who is signed in, and the backend as it is to them. */
export interface SignedIn {
  me: Me;
  /** Another one after each sign-in: what was asked of the former may not hold for this one. */
  backend: Backend;
  /** Null where the sign-in is a real one. */
  demo: { way: DemoWay; choice: DemoChoice } | null;
}

export interface SessionState {
  step: Step;
  /** Once somebody is signed in it stays, also while they must sign in again: nothing they see goes away. */
  signedIn: SignedIn | null;
}

/** The sign-in of a page. Tokens are in its memory and nowhere else. */
export interface Session {
  /** The same object until something of it changes. */
  state(): SessionState;
  /** Returns how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Signs in without the person, where that is possible; also after it was stuck. */
  start(): void;
  /** Signs in with the person. To be called in a click, for a browser opens no window otherwise. */
  ask(way: IssuerWay): void;
  /** Ends the waiting for a window. */
  cancel(): void;
  /** In the demo sign-in: become somebody else. @returns why not; null where it worked */
  become(choice: DemoChoice): Promise<Trouble | null>;
  /** Says to our API who asks. */
  fetch: typeof fetch;
}

export interface SessionParts {
  fetchFrom: typeof fetch;
  /** Known once Office is ready; a demo sign-in does not wait for it. */
  place: Promise<SignInPlace>;
  sourceOf: (way: IssuerWay, place: SignInPlace) => TokenSource;
  /** `sessionStorage`, which a browser may refuse. */
  storage: () => Storage;
}

/** Milliseconds before its end from which on a token is renewed. */
const EARLY_MS = 60_000;

/** How tokens are had at the moment. */
type Means =
  | { kind: 'demo'; way: DemoWay; choice: DemoChoice }
  | { kind: 'issuer'; way: IssuerWay; source: TokenSource };

export function createSession({ fetchFrom, place, sourceOf, storage }: SessionParts): Session {
  // Where Office does not start the page says so itself.
  place.catch(() => undefined);
  const listeners = new Set<() => void>();
  let now: SessionState = { step: { name: 'working' }, signedIn: null };
  let ways: readonly IssuerWay[] = [];
  let sources = new Map<IssuerWay, TokenSource>();
  let means: Means | null = null;
  let token: Token | null = null;
  let renewing: Promise<Token | null> | null = null;
  let waiting = new AbortController();

  const show = (step: Step, signedIn = now.signedIn) => {
    now = { step, signedIn };
    for (const listener of [...listeners]) listener();
  };
  const turnToPerson = (trouble: Trouble | null) => show({ name: 'asking', ways, trouble });

  const fresh = async (how: Means): Promise<Token | null> => {
    if (how.kind === 'issuer') return how.source.renew();
    return askDemoToken(fetchFrom, how.choice).catch(() => null);
  };
  // All requests of the page wait for the same one.
  const renew = (): Promise<Token | null> => {
    const how = means;
    if (how === null) return Promise.resolve(null);
    renewing ??= fresh(how)
      .then((next) => {
        // Somebody else has signed in meanwhile.
        if (how !== means) return token;
        token = next;
        return next;
      })
      .finally(() => (renewing = null));
    return renewing;
  };

  const authorised = authorisedFetch(fetchFrom, {
    async token() {
      if (token !== null && token.ends - Date.now() > EARLY_MS) return token.value;
      const kept = token;
      const next = await renew();
      // One that can't be renewed early is good to its end.
      if (next === null && kept !== null && kept.ends > Date.now()) token ??= kept;
      return token?.value ?? null;
    },
    async renewed(refused) {
      if (token !== null && token.value !== refused) return token.value;
      return (await renew())?.value ?? null;
    },
    lost() {
      if (now.step.name !== 'done') return;
      // A demo sign-in has nobody to ask: it is tried again on request.
      if (means?.kind === 'demo') show({ name: 'stuck', trouble: 'backend_unreachable' });
      else turnToPerson('sign_in_required');
    },
  });

  /** @throws SignInError */
  const enter = async (how: Means, first: Token) => {
    const before = { means, token };
    means = how;
    token = first;
    try {
      const me = await askMe(authorised);
      const demo = how.kind === 'demo' ? { way: how.way, choice: how.choice } : null;
      show({ name: 'done' }, { me, demo, backend: httpBackend(authorised) });
    } catch (fault) {
      if (means === how) ({ means, token } = before);
      throw fault;
    }
  };

  /** @throws SignInError */
  const becomeDemo = async (way: DemoWay, choice: DemoChoice) => {
    await enter({ kind: 'demo', way, choice }, await askDemoToken(fetchFrom, choice));
  };

  const begin = async () => {
    const all = await askWays(fetchFrom);
    const demo = all.find((way) => way.kind === 'demo');
    if (demo !== undefined) {
      const choice = rememberedChoice(storage, demo);
      if (choice === null) throw new SignInError('sign_in_unavailable');
      return becomeDemo(demo, choice);
    }
    ways = all.filter((way) => way.kind !== 'demo');
    if (ways.length === 0) throw new SignInError('sign_in_unavailable');
    const where = await place;
    sources = new Map(ways.map((way) => [way, sourceOf(way, where)]));
    for (const [way, source] of sources) {
      const first = await source.renew();
      if (first === null) continue;
      return enter({ kind: 'issuer', way, source }, first).catch((fault: unknown) =>
        turnToPerson(troubleOf(fault)),
      );
    }
    turnToPerson(null);
  };

  return {
    state: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      show({ name: 'working' });
      begin().catch((fault: unknown) => show({ name: 'stuck', trouble: troubleOf(fault) }));
    },
    ask(way) {
      const source = sources.get(way);
      if (source === undefined || now.step.name !== 'asking') return;
      const { trouble } = now.step;
      const mine = new AbortController();
      waiting = mine;
      // Who was refused may have another account; without a choice the same one would be taken again.
      const choose = trouble === 'sign_in_refused' || trouble === 'issuer_refused';
      const asked = source.ask(mine.signal, choose);
      show({ name: 'waiting' });
      asked
        .then((first) => enter({ kind: 'issuer', way, source }, first))
        .catch((fault: unknown) => {
          if (waiting === mine) turnToPerson(troubleOf(fault));
        });
    },
    cancel: () => waiting.abort(),
    async become(choice) {
      const demo = now.signedIn?.demo;
      if (!demo) return 'sign_in_unavailable';
      try {
        await becomeDemo(demo.way, choice);
        rememberChoice(storage, choice);
        return null;
      } catch (fault) {
        return troubleOf(fault);
      }
    },
    fetch: authorised,
  };
}
