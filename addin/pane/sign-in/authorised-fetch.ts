import { errorText, problem, type Problem } from '../../../contract/errors.ts';

/** What holds the token. */
export interface TokenHolder {
  /** The token as it is, renewed where it is about to end; null where the person must be asked. Never throws. */
  token(): Promise<string | null>;
  /** A new token in the place of one that was refused; null where the person must be asked. Never throws. */
  renewed(refused: string): Promise<string | null>;
  /** The person must be asked. */
  lost(): void;
}

/**
 * A `fetch` that says to our API who asks. Where the token is refused it is renewed once, without the person, and the
 * same request is made again: a refusal comes before anything else, so nothing that has begun is repeated.
 * @param fetchFrom how requests are made; addresses are relative to the page
 */
export function authorisedFetch(fetchFrom: typeof fetch, holder: TokenHolder): typeof fetch {
  return async (address, init) => {
    // Only our own API is told who asks.
    if (typeof address !== 'string' || !address.startsWith('api/')) return fetchFrom(address, init);
    const told = (token: string) => {
      const headers = new Headers(init?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      return fetchFrom(address, { ...init, headers });
    };
    const token = await holder.token();
    if (token === null) return missing(holder);
    init?.signal?.throwIfAborted();
    const response = await told(token);
    if (!(await asksForSignIn(response))) return response;
    const next = await holder.renewed(token);
    if (next === null) return missing(holder);
    init?.signal?.throwIfAborted();
    const second = await told(next);
    if (await asksForSignIn(second)) holder.lost();
    return second;
  };
}

async function asksForSignIn(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const told = problem.safeParse(
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  return told.success && told.data.code === 'sign_in_required';
}

/** What the backend would answer; the text of the request stays here. */
function missing(holder: TokenHolder): Response {
  holder.lost();
  const body: Problem = {
    type: 'about:blank',
    title: errorText('sign_in_required'),
    status: 401,
    code: 'sign_in_required',
  };
  return Response.json(body, { status: 401 });
}
