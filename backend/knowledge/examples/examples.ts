import { readFile } from 'node:fs/promises';
import type { CollectionFields, DocumentKind } from '../../../contract/knowledge.ts';

/** A document of the house of nobody, for the first look. */
export interface ExampleFile {
  name: string;
  kind: DocumentKind;
  /** ISO 8601 calendar date. */
  validFrom: string;
  bytes: Uint8Array;
}

const FOLDER = new URL('./files/', import.meta.url);
const FILES: readonly Omit<ExampleFile, 'bytes'>[] = [
  { name: 'Dienstanweisung Arbeitszeit.md', kind: 'regulation', validFrom: '2026-01-01' },
  { name: 'Dienstanweisung Beschaffung.md', kind: 'regulation', validFrom: '2025-07-01' },
  { name: 'Dienstanweisung Reisekosten.md', kind: 'regulation', validFrom: '2026-03-01' },
  { name: 'Prozesshandbuch Posteingang.md', kind: 'handbook', validFrom: '2026-04-01' },
  // Says other amounts than the newer Dienstanweisung: what contradicts each other is shown side by side.
  { name: 'Rundschreiben Wegstreckenentschädigung 2023.md', kind: 'circular', validFrom: '2023-06-01' },
];

/** Invented documents of a Landkreis that there is not: three Dienstanweisungen, a Prozesshandbuch, a Rundschreiben. */
export function exampleFiles(): Promise<ExampleFile[]> {
  return Promise.all(
    FILES.map(async (file) => ({
      ...file,
      bytes: await readFile(new URL(encodeURIComponent(file.name), FOLDER)),
    })),
  );
}

/** What is decided about the collection that they go to. */
export const exampleFields: CollectionFields = {
  name: 'Beispiele (erfunden)',
  description: 'Erfundene Dokumente eines Landkreises, den es nicht gibt: zum Ausprobieren.',
  contact: { name: 'Zentrale Dienste (Beispiel)', email: 'zentrale-dienste@example.org', phone: '' },
  dataClass: 'public',
  validFrom: '2020-01-01',
  validTo: null,
  reviewMonths: 24,
  keepOldDays: 365,
  rights: { readRoles: [], readDepartments: [], editDepartments: [] },
  embeddingModel: null,
};
