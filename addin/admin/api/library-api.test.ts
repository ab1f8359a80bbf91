/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { BackendError } from '../../pane/backend.ts';
import { item, ITEM, run, RUN } from '../testing/library-fakes.ts';
import { askingFrom, LibraryRefused } from './asking.ts';
import { libraryApi } from './library-api.ts';

/** The API over a `fetch` that always answers the same, and what it was asked. */
function over(answer: Response) {
  const asked: { path: string; method: string; body: unknown }[] = [];
  const api = libraryApi(
    askingFrom((path, init) => {
      const body = init?.body;
      asked.push({
        path: String(path),
        method: init?.method ?? 'GET',
        body: typeof body === 'string' ? JSON.parse(body) : null,
      });
      return Promise.resolve(answer);
    }),
  );
  return { api, asked };
}

const never = new AbortController().signal;
const refusal = (status: number, more: object) =>
  Response.json({ type: 'about:blank', title: '', status, ...more }, { status });
const failing = async (work: Promise<unknown>): Promise<unknown> => {
  const fault: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return fault;
};

describe('the library over HTTP', () => {
  it('sends a draft with the revision that was read', async () => {
    const { api, asked } = over(Response.json(item()));
    const { content } = item();
    expect((await api.saveDraft({ id: ITEM, revision: 4 }, content)).card.id).toBe(ITEM);
    expect(asked).toEqual([
      {
        path: `api/admin/library/${ITEM}/draft`,
        method: 'PUT',
        body: { version: CONTRACT_VERSION, revision: 4, content },
      },
    ]);
  });

  it('tells all that is wrong with what was refused', async () => {
    const faults = [{ step: 'tage', text: 'So nicht.' }];
    const { api } = over(refusal(422, { code: 'examples_failed', faults }));
    const screening = { uses: [], checkedByPerson: true, remark: '' };
    const fault = await failing(api.submit({ id: ITEM, revision: 1 }, screening, 'Weil es fertig ist'));
    expect(fault).toBeInstanceOf(LibraryRefused);
    expect(fault).toMatchObject({ code: 'examples_failed', faults });
  });

  it('tells what is wrong where nothing more is said', async () => {
    const { api } = over(refusal(409, { code: 'same_person' }));
    const fault = await failing(api.decide({ id: ITEM, revision: 1 }, 'approve', 'Weil es fertig ist'));
    expect(fault).toBeInstanceOf(BackendError);
    expect(fault).not.toBeInstanceOf(LibraryRefused);
    expect(fault).toMatchObject({ code: 'same_person' });
  });

  it('takes nothing that the contract does not know', async () => {
    const { api } = over(Response.json({ ...item(), card: { id: '../x' } }));
    expect(await failing(api.item(ITEM, never))).toMatchObject({ code: 'version_mismatch' });
    const older = over(Response.json({ ...run(), version: CONTRACT_VERSION - 1 }));
    expect(await failing(older.api.run(RUN, never))).toMatchObject({ code: 'version_mismatch' });
  });

  it('is unreachable where no answer comes', async () => {
    const api = libraryApi(askingFrom(() => Promise.reject(new TypeError('network'))));
    expect(await failing(api.withdraw(ITEM, 'Weil es veraltet ist'))).toMatchObject({
      code: 'backend_unreachable',
    });
  });
});
