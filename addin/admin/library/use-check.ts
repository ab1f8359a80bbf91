import { useEffect, useState } from 'react';
import type { ContentReport, LibraryContent } from '../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { LibraryApi } from '../api/library-api.ts';
import { codeOf } from '../use-asked.ts';

/** Milliseconds after the last change before it is asked whether all is well. */
const QUIET_MS = 600;

const noFaults: ContentReport['faults'] = [];
const never = new AbortController().signal;

/** Whether what a form holds may be saved. */
export interface Checked {
  /** Those of the last answer. */
  faults: ContentReport['faults'];
  /** What the form holds as it may be saved; null while it is not known to be right. */
  content: LibraryContent | null;
  fault: ErrorCode | null;
  /** Asks at once what is wrong. @throws BackendError */
  ask(): Promise<void>;
}

/**
 * Asks the backend about a content when somebody has stopped typing.
 * @param content perhaps half done
 * @param asks whether to ask at all: whoever may only read has nothing to mend
 */
export function useCheck(api: LibraryApi, content: LibraryContent, asks: boolean): Checked {
  const text = JSON.stringify(content);
  const [got, setGot] = useState<{ text: string; report: ContentReport } | null>(null);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  useEffect(() => {
    if (!asks) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api.check(JSON.parse(text), stop.signal).then(
        (report) => {
          if (stop.signal.aborted) return;
          setFault(null);
          setGot({ text, report });
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setFault(codeOf(error));
        },
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [api, text, asks]);
  return {
    faults: got?.report.faults ?? noFaults,
    content: asks ? (got?.text === text ? got.report.content : null) : content,
    fault,
    async ask() {
      setGot({ text, report: await api.check(content, never) });
    },
  };
}
