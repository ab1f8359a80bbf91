/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { authorisedFetch } from './authorised-fetch.ts';

const refused = (code = 'sign_in_required') =>
  Response.json({ type: 'about:blank', title: '', status: 401, code }, { status: 401 });

/** A backend that knows these tokens, and a holder that has one and gets others. */
function setUp(known: string[], has: string | null, gets: (string | null)[] = []) {
  const seen: { address: unknown; token: string | null; body: unknown; type: string | null }[] = [];
  const asked: string[] = [];
  let losses = 0;
  let held = has;
  const from: typeof fetch = (address, init) => {
    const headers = new Headers(init?.headers);
    const token = headers.get('Authorization');
    seen.push({ address, token, body: init?.body, type: headers.get('Content-Type') });
    const knows = known.some((one) => token === `Bearer ${one}`);
    return Promise.resolve(knows ? Response.json({ ok: true }) : refused());
  };
  const fetcher = authorisedFetch(from, {
    token: () => Promise.resolve(held),
    renewed: (old) => {
      asked.push(old);
      held = gets.shift() ?? null;
      return Promise.resolve(held);
    },
    lost: () => (losses += 1),
  });
  return { fetcher, seen, asked, losses: () => losses };
}

const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"text":"Grüße"}' };

describe('a request to our API', () => {
  it('says who asks and keeps everything else', async () => {
    const { fetcher, seen } = setUp(['good'], 'good');
    expect((await fetcher('api/tasks/reply', request)).status).toBe(200);
    expect(seen).toEqual([
      { address: 'api/tasks/reply', token: 'Bearer good', body: request.body, type: 'application/json' },
    ]);
  });

  it('is made once more with a renewed token', async () => {
    const { fetcher, seen, asked, losses } = setUp(['new'], 'old', ['new']);
    expect((await fetcher('api/tasks/reply', request)).status).toBe(200);
    expect(asked).toEqual(['old']);
    expect(seen.map(({ token, body }) => [token, body])).toEqual([
      ['Bearer old', request.body],
      ['Bearer new', request.body],
    ]);
    expect(losses()).toBe(0);
  });

  it('is not made a third time', async () => {
    const { fetcher, seen, asked, losses } = setUp([], 'old', ['new', 'newer']);
    expect((await fetcher('api/models')).status).toBe(401);
    expect(seen).toHaveLength(2);
    expect(asked).toEqual(['old']);
    expect(losses()).toBe(1);
  });

  it.each([
    ['there is no token', null, 0],
    ['the token is refused and none is to be had', 'old', 1],
  ])('asks for a sign-in where %s', async (_name, has, requests) => {
    const { fetcher, seen, losses } = setUp([], has);
    const response = await fetcher('api/tasks/reply', request);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'sign_in_required' });
    expect(seen).toHaveLength(requests);
    expect(losses()).toBe(1);
  });

  it('is not repeated for another refusal', async () => {
    const asked: string[] = [];
    const fetcher = authorisedFetch(() => Promise.resolve(refused('sign_in_refused')), {
      token: () => Promise.resolve('good'),
      renewed: (old) => {
        asked.push(old);
        return Promise.resolve('new');
      },
      lost: () => undefined,
    });
    expect(await (await fetcher('api/models')).json()).toMatchObject({ code: 'sign_in_refused' });
    expect(asked).toEqual([]);
  });

  it('hands over an answer that has begun as it is, and never repeats it', async () => {
    let calls = 0;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
        controller.error(new TypeError('network'));
      },
    });
    const answer = new Response(stream);
    const fetcher = authorisedFetch(
      () => {
        calls += 1;
        return Promise.resolve(answer);
      },
      {
        token: () => Promise.resolve('good'),
        renewed: () => Promise.resolve('new'),
        lost: () => undefined,
      },
    );
    expect(await fetcher('api/tasks/reply', request)).toBe(answer);
    await expect(answer.text()).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it('is not made when it was stopped meanwhile', async () => {
    const { fetcher, seen } = setUp(['good'], 'good');
    await expect(fetcher('api/models', { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(seen).toEqual([]);
  });
});

it.each(['samples/index.json', 'https://elsewhere.example/api/models', '//elsewhere.example/api/models'])(
  'says nothing of the person to %s',
  async (address) => {
    const { fetcher, seen } = setUp(['good'], 'good');
    await fetcher(address);
    expect(seen).toMatchObject([{ address, token: null }]);
  },
);
