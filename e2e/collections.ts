import { readFile } from 'node:fs/promises';
import type { DocumentKind } from '../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { demoHeader, type Product } from './product.ts';

const ASKED_AGAIN_MS = 200;

/** A document as it is imported. */
export interface Given {
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
  kind: DocumentKind;
  /** ISO 8601 day. */
  validFrom: string;
}

/** One of the samples that come with the workspace. */
export async function sample(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(new URL(`../addin/workspace/samples/${name}`, import.meta.url)));
}

/**
 * Asks the API of the administered knowledge as the Fachadministration of the demo sign-in.
 * @param body a blob is sent as it is, anything else as JSON; without one it is a `GET`
 * @throws Error with what the API answered
 */
async function asAdmin(product: Product, path: string, body?: object): Promise<unknown> {
  const raw = body instanceof Blob;
  const response = await fetch(new URL(`api/admin/knowledge/${path}`, product.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: await demoHeader(product, { role: 'local-admin' }),
      'Content-Type': raw ? 'application/octet-stream' : 'application/json',
    },
    ...(body !== undefined && {
      body: raw ? body : JSON.stringify({ version: CONTRACT_VERSION, ...body }),
    }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/**
 * Makes a collection of the Landkreis Kusel with documents in it, each by an import of its own.
 * @returns its id, once all of it can be found
 */
export async function fillCollection(
  product: Product,
  name: string,
  documents: readonly Given[],
  description = '',
): Promise<string> {
  const { id } = (await asAdmin(product, 'collections', {
    owner: 'kommune',
    reason: 'Für den Versuch im Browser angelegt',
    fields: {
      name,
      description,
      contact: { name: 'Fachbereich 1', email: 'fb1@example.org', phone: '06381 424-0' },
      dataClass: 'internal',
      validFrom: '2024-01-01',
      validTo: null,
      reviewMonths: null,
      keepOldDays: 365,
      rights: { readRoles: [], readDepartments: [], editDepartments: [] },
      embeddingModel: null,
    },
  })) as { id: string };
  for (const { name: file, content, kind, validFrom } of documents) {
    const opened = (await asAdmin(product, `collections/${id}/imports`, { kind, validFrom })) as {
      id: string;
    };
    await asAdmin(
      product,
      `imports/${opened.id}/files?name=${encodeURIComponent(file)}`,
      new Blob([content]),
    );
    await asAdmin(product, `imports/${opened.id}/close`, {});
    while (((await asAdmin(product, `imports/${opened.id}`)) as { state: string }).state !== 'done') {
      await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN_MS));
    }
  }
  return id;
}
