import { useEffect, useState } from 'react';
import { digest } from '../office/digest.ts';
import { HostError, type Host, type HostErrorCode, type Overview } from '../office/host.ts';

/** What is open, as far as the host has said. */
export interface Seen {
  state: 'asking' | 'known' | 'closed';
  /** Null where nothing is open. */
  overview: Overview | null;
  why: HostErrorCode | null;
  /** Changes when another document or mail is opened; null until the host has answered. */
  key: string | null;
}

/** Until the host has answered, a whole text is assumed: whoever starts at once wants what they see to be read. */
const asking: Seen = {
  state: 'asking',
  overview: { id: '', title: '', words: null, selectedWords: 0 },
  why: null,
  key: null,
};

/** Follows the open document or mail and its selection. */
export function useSource(host: Host): Seen {
  const [seen, setSeen] = useState<Seen>(asking);
  useEffect(() => {
    let latest = 0;
    let otherItem = true;
    const look = async () => {
      const turn = ++latest;
      const next = await host.overview().then(
        (overview): Partial<Seen> => ({ state: 'known', overview, why: null }),
        (fault: unknown): Partial<Seen> => ({
          state: 'closed',
          overview: null,
          why: fault instanceof HostError ? fault.code : 'host-error',
        }),
      );
      // A slow answer must not cover a newer one.
      if (turn !== latest) return;
      const rename = otherItem && next.state === 'known';
      if (rename) otherItem = false;
      setSeen((before) => ({
        ...before,
        ...next,
        key: rename && next.overview ? keyOf(host, next.overview) : before.key,
      }));
    };
    const stop = host.onChange((what) => {
      if (what === 'item') otherItem = true;
      void look();
    });
    void look();
    return () => {
      latest = -1;
      stop();
    };
  }, [host]);
  return seen;
}

/** Which mail or document it is. What was typed is kept under it, and no subject or file name may be kept. */
function keyOf({ surface }: Host, { id }: Overview): string {
  return digest(`${surface} ${id}`);
}
