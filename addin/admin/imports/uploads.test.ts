import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '../../../contract/errors.ts';
import { MAX_FILE_BYTES } from '../../../contract/limits.ts';
import { BackendError } from '../../pane/backend.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { COLLECTION, fakeApi, IMPORT } from '../testing/fakes.ts';
import type { Pause } from './pause.ts';
import { createUploads, type UploadStep, type Uploads } from './uploads.ts';

const opening = { kind: 'regulation' as const, validFrom: '2026-11-27' };
const home = { id: COLLECTION, name: 'Dienstanweisungen' };
const files = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ name: `${place}.md`, file: new Blob(['Text']) }));
const fails = (code: ErrorCode) => Promise.reject(new BackendError(code));
const atOnce: Pause = () => Promise.resolve();

function setUp(change: Partial<ConsoleApi> = {}, pause: Pause = atOnce) {
  const { api, said } = fakeApi(change);
  return { uploads: createUploads({ api, pause }), said };
}

/** Until an upload is as the test wants it. */
function until(uploads: Uploads, ...names: UploadStep['name'][]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const step = uploads.current()?.step.name;
      if (step !== undefined && names.includes(step)) resolve();
    };
    uploads.subscribe(look);
    look();
  });
}

describe('an upload', () => {
  it('opens an import, sends every file once and says that no more come', async () => {
    const { uploads, said } = setUp();
    uploads.start(home, opening, files(500));
    await until(uploads, 'sent');
    expect(uploads.current()).toMatchObject({ id: IMPORT, total: 500, sent: 500, refused: [] });
    expect(said[0]).toEqual(['openImport', COLLECTION, opening]);
    expect(said.at(-1)).toEqual(['closeImport', IMPORT]);
    expect(new Set(said.filter(([what]) => what === 'sendFile').map(([, , name]) => name)).size).toBe(500);
  });

  it('sends a few at a time', async () => {
    let now = 0;
    let most = 0;
    const { uploads } = setUp({
      sendFile: async (_id, name, { size }) => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve));
        now--;
        return { name, bytes: size, outcome: { state: 'waiting' } };
      },
    });
    uploads.start(home, opening, files(20));
    await until(uploads, 'sent');
    expect(most).toBe(3);
  });

  it('goes on with the next where a file is at fault, and says which', async () => {
    const { api } = fakeApi();
    const { uploads } = setUp({
      sendFile: (id, name, file, signal) =>
        name === '1.md' ? fails('file_unsupported') : api.sendFile(id, name, file, signal),
    });
    const tooLarge = { name: 'groß.pdf', file: { size: MAX_FILE_BYTES + 1 } as Blob };
    uploads.start(home, opening, [...files(3), tooLarge]);
    await until(uploads, 'sent');
    expect(uploads.current()?.sent).toBe(2);
    expect(uploads.current()?.refused).toEqual(
      [
        { name: 'groß.pdf', code: 'file_too_large' },
        { name: '1.md', code: 'file_unsupported' },
      ].sort((one) => (one.name === uploads.current()?.refused[0]?.name ? -1 : 1)),
    );
  });

  it.each(['backend_unreachable', 'sign_in_required', 'store_unavailable'] as const)(
    'waits and goes on by itself after %s',
    async (code) => {
      let left = 4;
      const { api } = fakeApi();
      const steps = new Set<string>();
      const { uploads, said } = setUp({
        sendFile: (id, name, file, signal) =>
          left-- > 0 ? fails(code) : api.sendFile(id, name, file, signal),
      });
      uploads.subscribe(() => steps.add(uploads.current()?.step.name ?? ''));
      uploads.start(home, opening, files(5));
      await until(uploads, 'sent');
      expect(steps).toContain('waiting');
      expect(uploads.current()).toMatchObject({ sent: 5, refused: [] });
      expect(said.at(-1)).toEqual(['closeImport', IMPORT]);
    },
  );

  it('tries at once when it is told to', async () => {
    let broken = true;
    const { api } = fakeApi();
    // Waits for good, or until it is told to.
    const pause: Pause = (_ms, sooner) =>
      new Promise((resolve) => sooner.addEventListener('abort', () => resolve()));
    const { uploads } = setUp(
      { openImport: (to, how) => (broken ? fails('backend_unreachable') : api.openImport(to, how)) },
      pause,
    );
    uploads.start(home, opening, files(2));
    await until(uploads, 'waiting');
    broken = false;
    uploads.goOn();
    await until(uploads, 'sent');
    expect(uploads.current()?.sent).toBe(2);
  });

  it('stops sending when it is cancelled, and lets be read what was sent', async () => {
    const { uploads, said } = setUp({
      sendFile: (_id, name, _file, signal) =>
        name === '0.md'
          ? Promise.resolve({ name, bytes: 4, outcome: { state: 'waiting' } })
          : new Promise((_resolve, reject) =>
              signal.addEventListener('abort', () => reject(new BackendError('backend_unreachable'))),
            ),
    });
    uploads.start(home, opening, files(10));
    await new Promise((resolve) => setTimeout(resolve));
    uploads.cancel();
    await until(uploads, 'cancelled');
    expect(uploads.current()).toMatchObject({ sent: 1, refused: [] });
    expect(said.at(-1)).toEqual(['closeImport', IMPORT]);
  });

  it('ends where it may not go on', async () => {
    const { uploads } = setUp({ openImport: () => fails('role_missing') });
    uploads.start(home, opening, files(2));
    await until(uploads, 'stopped');
    expect(uploads.current()?.step).toEqual({ name: 'stopped', code: 'role_missing' });
    uploads.dismiss();
    expect(uploads.current()).toBeNull();
  });
});
