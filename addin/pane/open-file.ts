import { openedFile, type OpenedFile } from '../../contract/documents.ts';
import { type ErrorCode, problem } from '../../contract/errors.ts';
import { CONTRACT_VERSION, MAX_FILE_BYTES } from '../../contract/limits.ts';

/** What became of a file that the person wanted to open. */
export type Opening = { status: 'opened'; file: OpenedFile } | { status: 'failed'; code: ErrorCode };

/** Milliseconds to wait for the answer; the backend's own limit for reading a file is shorter. */
const OPEN_LIMIT_MS = 120_000;

function failed(code: ErrorCode): Opening {
  return { status: 'failed', code };
}

async function answerOf(response: Response): Promise<Opening> {
  const body: unknown = await response.json();
  if (!response.ok) {
    const told = problem.safeParse(body);
    return failed(told.success ? told.data.code : 'internal');
  }
  const version = (body as { version?: unknown } | null)?.version;
  if (version !== CONTRACT_VERSION) return failed('version_mismatch');
  const read = openedFile.safeParse(body);
  return read.success ? { status: 'opened', file: read.data } : failed('internal');
}

/**
 * Has a file read by the backend. Never throws.
 * @param file what the person chose, dropped or pasted
 * @param signal stops it, because the person opened another
 */
export async function openFile(file: File, fetcher: typeof fetch, signal: AbortSignal): Promise<Opening> {
  if (file.size > MAX_FILE_BYTES) return failed('file_too_large');
  try {
    const response = await fetcher(`api/documents?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      signal: AbortSignal.any([signal, AbortSignal.timeout(OPEN_LIMIT_MS)]),
    });
    return await answerOf(response);
  } catch (error) {
    if (signal.aborted) return failed('stopped');
    const name = error instanceof Error ? error.name : '';
    if (name === 'TimeoutError') return failed('file_too_slow');
    return failed(name === 'SyntaxError' ? 'internal' : 'backend_unreachable');
  }
}
