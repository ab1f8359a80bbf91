import * as z from 'zod';
import { GraphError } from '../../identity/graph-error.ts';
import type { GraphSession } from '../../identity/graph.ts';
import { fileName, isTemporary } from '../import/file-name.ts';
import { shareOf } from './address.ts';

/** A folder of SharePoint that the person may open. */
export interface SharedFolder {
  drive: string;
  id: string;
  name: string;
  /** As a browser opens it. */
  address: string;
}

/** A file below a folder. */
export interface SharedFile {
  /** Its name in the collection: with its folders below the one that is imported. */
  name: string;
  address: string;
  bytes: number;
  /** Its bytes, from Graph alone and the host that it lies on. @throws GraphError */
  open(signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

/** What is found below a folder, in the order of names. */
export type Found =
  | { kind: 'file'; file: SharedFile }
  /** A folder that could not be listed, or what would go too far. */
  | { kind: 'unread'; name: string };

const ID = z.string().min(1).max(500);
const item = z.object({
  id: ID,
  name: z.string().max(1_000),
  size: z.number().int().nonnegative().catch(0),
  webUrl: z.url({ protocol: /^https$/ }).max(4_000),
  folder: z.object({}).nullish(),
  file: z.object({}).nullish(),
  parentReference: z.object({ driveId: ID.nullish() }).nullish(),
});
const page = z.object({ value: z.array(item).max(1_000), '@odata.nextLink': z.string().optional() });

const FIELDS = '$select=id,name,size,webUrl,file,folder,parentReference';
const MAX_DEPTH = 40;
const MAX_PAGES = 1_000;
/** Things of one import; a folder with more is no collection but a whole site. */
const MAX_ITEMS = 50_000;

/** Where a walk is: the folder's name below the one that is imported, as a collection keeps it. */
interface Below {
  name: string;
  depth: number;
}

/**
 * The folder at an address, as the person sees it.
 * @throws GraphError `missing` where there is none, or a file
 */
export async function openFolder(
  session: Pick<GraphSession, 'get'>,
  address: string,
  signal: AbortSignal,
): Promise<SharedFolder> {
  const share = shareOf(address);
  if (share === null) throw new GraphError('missing');
  const { id, name, webUrl, folder, parentReference } = await session.get(
    `/v1.0/shares/${share}/driveItem?${FIELDS}`,
    item,
    { signal },
  );
  const drive = parentReference?.driveId;
  if (!folder || !drive) throw new GraphError('missing');
  return { drive, id, name, address: webUrl };
}

/**
 * Everything below a folder, as the person sees it. Temporary and hidden files are left out, links are not followed.
 * @throws GraphError where the session ends or Graph is away; a single folder that may not be read is told as such
 */
export async function* filesBelow(
  session: GraphSession,
  root: SharedFolder,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  let items = 0;
  const children = async (id: string) => {
    const found: z.infer<typeof item>[] = [];
    let next: string | undefined =
      `/v1.0/drives/${encodeURIComponent(root.drive)}/items/${encodeURIComponent(id)}/children?${FIELDS}&$top=200`;
    for (let pages = 0; next !== undefined; pages++) {
      if (pages === MAX_PAGES) throw new GraphError('unavailable');
      const { value, '@odata.nextLink': link }: z.infer<typeof page> = await session.get(next, page, {
        signal,
      });
      found.push(...value);
      next = link === undefined ? undefined : session.pathOf(link);
    }
    return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  };
  const fileOf = (name: string, { id, webUrl, size }: z.infer<typeof item>): SharedFile => ({
    name,
    address: webUrl,
    bytes: size,
    open: (within) =>
      session.download(
        `/v1.0/drives/${encodeURIComponent(root.drive)}/items/${encodeURIComponent(id)}/content`,
        new URL(webUrl).host,
        within,
      ),
  });
  async function* walk(id: string, below: Below): AsyncGenerator<Found> {
    let leftOut = false;
    for (const child of await children(id)) {
      if (isTemporary(child.name)) continue;
      const name = fileName(below.name === '' ? child.name : `${below.name}/${child.name}`);
      if (++items > MAX_ITEMS) {
        leftOut = true;
        break;
      }
      // What can have no name here keeps nobody from the others beside it.
      if (name === null) leftOut = true;
      else if (child.file) yield { kind: 'file', file: fileOf(name, child) };
      else if (child.folder) yield* inside(child.id, { name, depth: below.depth + 1 });
    }
    if (leftOut) yield { kind: 'unread', name: below.name || root.name };
  }
  async function* inside(id: string, below: Below): AsyncGenerator<Found> {
    if (below.depth >= MAX_DEPTH) {
      yield { kind: 'unread', name: below.name };
      return;
    }
    try {
      yield* walk(id, below);
    } catch (fault) {
      if (!(fault instanceof GraphError) || fault.fault === 'unavailable' || fault.fault === 'expired')
        throw fault;
      yield { kind: 'unread', name: below.name };
    }
  }
  yield* walk(root.id, { name: '', depth: 0 });
}
