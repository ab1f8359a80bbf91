import type { DocumentReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi } from '../api/console-api.ts';

/** Pages that are looked through for a document whose name many others hold. */
const MAX_PAGES = 20;

/**
 * A document of a collection, which is asked for by its name.
 * @returns null where it is gone
 * @throws BackendError
 */
export async function findDocument(
  api: ConsoleApi,
  collection: string,
  { id, name }: { id: string; name: string },
  signal: AbortSignal,
): Promise<DocumentReport | null> {
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { documents, next } = await api.documents(collection, { after, filter: name }, signal);
    const found = documents.find((one) => one.id === id);
    if (found !== undefined) return found;
    if (next === null) return null;
    after = next;
  }
  return null;
}
