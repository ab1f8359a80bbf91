import { describe, expect, it, jest } from '@jest/globals';
import { CONTRACT_VERSION, MAX_FILE_BYTES } from '../../contract/limits.ts';
import { openFile } from './open-file.ts';
import { paragraph } from '../workspace/testing/blocks.ts';

const file = new File(['Text'], 'Brief & mehr.txt');
const opened = {
  kind: 'document',
  version: CONTRACT_VERSION,
  title: 'Brief',
  blocks: [paragraph('Text')],
  notices: [],
};
const never = new AbortController().signal;

/** An answer as far as it is looked at; jsdom has no Response. */
function answer(body: unknown, ok = true): typeof fetch {
  return () => Promise.resolve({ ok, json: () => Promise.resolve(body) } as Response);
}

function fault(name: string): typeof fetch {
  return () => Promise.reject(Object.assign(new Error('x'), { name }));
}

describe('openFile', () => {
  it('sends the file with its name and reads the answer', async () => {
    const fetcher = jest.fn(answer(opened));
    expect(await openFile(file, fetcher, never)).toEqual({ status: 'opened', file: opened });
    expect(fetcher).toHaveBeenCalledWith(
      'api/documents?name=Brief%20%26%20mehr.txt',
      expect.objectContaining({ method: 'POST', body: file }),
    );
  });

  it('does not send a file that is too large', async () => {
    const fetcher = jest.fn(answer(opened));
    const large = Object.defineProperty(new File([], 'groß.pdf'), 'size', { value: MAX_FILE_BYTES + 1 });
    expect(await openFile(large, fetcher, never)).toEqual({ status: 'failed', code: 'file_too_large' });
    expect(fetcher).not.toHaveBeenCalled();
  });

  it.each([
    [
      'a problem',
      answer({ type: 'about:blank', title: '', status: 422, code: 'file_broken' }, false),
      'file_broken',
    ],
    ['an error of someone else', answer({ error: 'x' }, false), 'internal'],
    ['an answer of another version', answer({ ...opened, version: 9 }), 'version_mismatch'],
    ['an answer that is none', answer({ version: CONTRACT_VERSION, kind: 'image' }), 'internal'],
    ['no JSON', fault('SyntaxError'), 'internal'],
    ['no network', fault('TypeError'), 'backend_unreachable'],
    ['no answer in time', fault('TimeoutError'), 'file_too_slow'],
  ] as const)('names what went wrong: %s', async (_what, fetcher, code) => {
    expect(await openFile(file, fetcher, never)).toEqual({ status: 'failed', code });
  });

  it('ends as stopped when it is stopped', async () => {
    expect(await openFile(file, fault('AbortError'), AbortSignal.abort())).toEqual({
      status: 'failed',
      code: 'stopped',
    });
  });
});
