import { useCallback, useRef, useState } from 'react';
import { errorText } from '../../contract/errors.ts';
import { layFile } from './desk.ts';
import type { DeskStore } from './desk-store.ts';
import { openFile } from '../pane/open-file.ts';
import { fetchSample, type Sample } from './samples.ts';

/** What is going on with the file that the person chose last. */
export type OpeningState =
  { status: 'idle' } | { status: 'busy'; name: string } | { status: 'failed'; name: string; text: string };

/** Opens files and examples onto the desk. The one chosen last wins. */
export function useOpening(store: DeskStore, fetcher: typeof fetch) {
  const [state, setState] = useState<OpeningState>({ status: 'idle' });
  const running = useRef<AbortController>(null);

  const open = useCallback(
    async (name: string, get: () => Promise<File | null>) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setState({ status: 'busy', name });
      const file = await get();
      if (mine.signal.aborted) return;
      const opening = file
        ? await openFile(file, fetcher, mine.signal)
        : ({ status: 'failed', code: 'backend_unreachable' } as const);
      // Stopped by the person, or overtaken by another file.
      if (mine.signal.aborted) return;
      if (opening.status === 'failed') {
        setState({ status: 'failed', name, text: errorText(opening.code) });
        return;
      }
      store.change((desk, live) => layFile(desk, opening.file, file, live));
      store.show();
      setState({ status: 'idle' });
    },
    [store, fetcher],
  );

  return {
    state,
    openFile: (file: File) => void open(file.name, () => Promise.resolve(file)),
    openSample: (sample: Sample) => void open(sample.title, () => fetchSample(sample, fetcher)),
    /** Stops what is running, or takes the message away. */
    dismiss: () => {
      running.current?.abort();
      setState({ status: 'idle' });
    },
  };
}
