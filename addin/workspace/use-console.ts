import { useEffect, useState } from 'react';
import type { Me } from '../../contract/identity.ts';
import { collectionReports } from '../../contract/knowledge.ts';
import { administers } from '../pane/administers.ts';

/**
 * Whether the console has something for a person to do: by their roles, or because their Fachbereich keeps a collection.
 * Where that cannot be learned, no.
 * @param fetcher asks the backend in the person's name
 */
export function useConsole(me: Me, fetcher: typeof fetch): boolean {
  const [keeper, setKeeper] = useState<Me | null>(null);
  const known = administers(me);
  useEffect(() => {
    if (known) return;
    let gone = false;
    void keeps(fetcher).then((kept) => {
      if (kept && !gone) setKeeper(me);
    });
    return () => {
      gone = true;
    };
  }, [known, me, fetcher]);
  return known || keeper === me;
}

async function keeps(fetcher: typeof fetch): Promise<boolean> {
  try {
    const response = await fetcher('api/admin/knowledge/collections');
    const read = collectionReports.safeParse(await response.json());
    return response.ok && read.success && read.data.collections.some(({ mayEdit }) => mayEdit);
  } catch {
    return false;
  }
}
