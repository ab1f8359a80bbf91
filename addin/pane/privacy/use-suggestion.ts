import { useEffect, useRef, useState } from 'react';
import type { ClassSuggestion } from '../../../contract/privacy.ts';
import type { Source } from '../../../contract/source.ts';
import type { Host } from '../../office/host.ts';
import type { From } from '../../tasks/task.ts';
import type { Backend } from '../backend.ts';
import { type ReadAlong, withAlong } from '../read-along.ts';
import type { Seen } from '../use-source.ts';

/** Milliseconds for which a source must lie in sight before its content is judged. */
const REST_MS = 600;
/** Milliseconds until the same source is judged again because its text has changed. */
const AGAIN_MS = 10_000;
/** Characters above which a text is judged only when it is sent: reading it ahead would slow the program down. */
const MAX_CHARS = 300_000;

interface Means {
  host: Host;
  backend: Backend;
  seen: Seen;
  /** What will be read; null where there is nothing for the task. */
  from: From | null;
  along: ReadAlong;
}

/**
 * What the content of the source in sight suggests as its data class; null until it is known, and where there is no
 * source. It is found out in the house, beside everything else; where that fails, it shows when the text is sent.
 */
export function useSuggestion({ host, backend, seen, from, along }: Means): ClassSuggestion | null {
  const [known, setKnown] = useState<Readonly<Record<string, ClassSuggestion>>>({});
  const last = useRef({ of: '', at: -Infinity });
  const latest = useRef(along);
  useEffect(() => {
    latest.current = along;
  });
  const of = seen.key === null || from === null || from === 'nothing' ? null : `${seen.key} ${from}`;
  const { attachments, conversation } = along;
  const alongside = [conversation.length, ...attachments.map(({ name }) => name)].join('\n');
  const text = from === 'selection' ? seen.overview : (seen.overview?.words ?? null);

  useEffect(() => {
    if (of === null || from === null || from === 'nothing') return;
    const gone = new AbortController();
    // What is read along, or another part, is a decision; only a text that is being written has to wait.
    const what = `${of}\n${alongside}`;
    const again = last.current.of === what ? last.current.at + AGAIN_MS - Date.now() : 0;
    const timer = setTimeout(
      () => {
        last.current = { of: what, at: Date.now() };
        host
          .skim(from)
          .then((source) => withAlong(source, latest.current))
          .then((source) =>
            gone.signal.aborted || lengthOf(source) > MAX_CHARS
              ? null
              : backend.dataClass(source, gone.signal),
          )
          .then(
            (suggestion) => {
              if (suggestion !== null && !gone.signal.aborted) {
                setKnown((before) => ({ ...before, [of]: suggestion }));
              }
            },
            // The backend judges once more when the text is sent.
            () => undefined,
          );
      },
      Math.max(REST_MS, again),
    );
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [host, backend, of, from, text, alongside]);

  return of === null ? null : (known[of] ?? null);
}

function lengthOf(source: Source): number {
  switch (source.kind) {
    case 'nothing':
      return 0;
    case 'document':
      return source.text.length + charsOf(source.conversation);
    case 'mail':
      return source.body.content.length + charsOf(source.attachments) + charsOf(source.conversation);
  }
}

function charsOf(texts: readonly { text: string }[] = []): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}
