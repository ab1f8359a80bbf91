import type { ZodMiniType } from 'zod/mini';
import {
  collectionReport,
  collectionReports,
  embeddingModels,
  documentPart,
  documentReport,
  documentReports,
  faqReport,
  faqReports,
  importFile,
  importOpened,
  importReport,
  importReports,
  synonymList,
  upkeepReport,
} from '../../../contract/knowledge.ts';
import { BackendError } from '../../pane/backend.ts';
import { known, reach } from '../../pane/reach.ts';
import { askingFrom, limited, SEND_MS } from './asking.ts';
import type { ConsoleApi } from './console-api.ts';
import { libraryApi } from './library-api.ts';

const ADMIN = 'api/admin/knowledge';

/**
 * The backend that serves this page.
 * @param fetchFrom how requests are made; addresses are relative to the page
 */
export function httpApi(fetchFrom: typeof fetch): ConsoleApi {
  const asking = askingFrom(fetchFrom);
  const { get, say, body } = asking;
  const ofCollection = (id: string) => `${ADMIN}/collections/${id}`;

  return {
    collections: async (signal) =>
      known(collectionReports, await get(`${ADMIN}/collections`, signal)).collections,
    embeddingModels: async (collection, signal) =>
      known(embeddingModels, await get(`${ofCollection(collection)}/models`, signal)).models,
    createCollection: async (collection) =>
      parsed(collectionReport, await body(say('POST', `${ADMIN}/collections`, collection))),
    changeCollection: async ({ id, revision }, fields, reason) =>
      parsed(collectionReport, await body(say('PUT', ofCollection(id), { revision, fields, reason }))),
    async removeCollection(id, reason) {
      await say('DELETE', ofCollection(id), { reason });
    },

    async documents(collection, { after, filter }, signal) {
      const query = new URLSearchParams();
      if (after !== null) query.set('after', after);
      if (filter !== '') query.set('filter', filter);
      return known(
        documentReports,
        await get(`${ofCollection(collection)}/documents?${query.toString()}`, signal),
      );
    },
    changeDocument: async ({ id, revision }, fields) =>
      parsed(documentReport, await body(say('PUT', `${ADMIN}/documents/${id}`, { revision, ...fields }))),
    async removeDocument(id, reason) {
      await say('DELETE', `${ADMIN}/documents/${id}`, { reason });
    },
    part: async (version, around, signal) =>
      known(documentPart, await get(`api/knowledge/versions/${version}/sections?around=${around}`, signal)),
    original: (version) => asking.fetchBlob(`api/knowledge/versions/${version}/original`),

    async imports(collection, signal) {
      const path = `${ofCollection(collection)}/imports`;
      const { imports, sharepoint } = known(importReports, await get(path, signal));
      return { imports, sharepoint };
    },
    async importReport(id, after, signal) {
      const query = after === null ? '' : `?${new URLSearchParams({ after }).toString()}`;
      return known(importReport, await get(`${ADMIN}/imports/${id}${query}`, signal));
    },
    openImport: async (collection, opening) =>
      known(importOpened, await body(say('POST', `${ofCollection(collection)}/imports`, opening))).id,
    async sendFile(id, name, file, signal) {
      const query = new URLSearchParams({ name }).toString();
      const response = await reach(
        fetchFrom(`${ADMIN}/imports/${id}/files?${query}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/octet-stream' },
          body: file,
          signal: limited(signal, SEND_MS),
        }),
      );
      return parsed(importFile, await response.json().catch(() => null));
    },
    async closeImport(id) {
      await say('POST', `${ADMIN}/imports/${id}/close`, {});
    },
    openSharepoint: async (collection, opening) =>
      known(importOpened, await body(say('POST', `${ofCollection(collection)}/sharepoint`, opening))).id,

    faq: async (collection, signal) =>
      known(faqReports, await get(`${ofCollection(collection)}/faq?state=proposed`, signal)).entries,
    decideFaq: async (id, state, entry) =>
      parsed(faqReport, await body(say('POST', `${ADMIN}/faq/${id}`, { state, entry }))),
    synonyms: async (kommune, signal) =>
      known(synonymList, await get(`${ADMIN}/synonyms/${kommune}`, signal)),
    changeSynonyms: async ({ kommune, revision }, synonyms, reason) =>
      known(
        synonymList,
        await body(say('PUT', `${ADMIN}/synonyms/${kommune}`, { revision, synonyms, reason })),
      ),
    upkeep: async (collection, signal) =>
      known(upkeepReport, await get(`${ofCollection(collection)}/upkeep`, signal)),
    library: libraryApi(asking),
  };
}

/** @throws BackendError `version_mismatch` for what the contract does not know */
function parsed<T>(schema: ZodMiniType<T>, value: unknown): T {
  const answer = schema.safeParse(value);
  if (!answer.success) throw new BackendError('version_mismatch');
  return answer.data;
}
