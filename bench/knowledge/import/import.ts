import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { lookInto } from '../../../backend/knowledge/import/folder.ts';
import { createImporter } from '../../../backend/knowledge/import/importer.ts';
import { importFolder } from '../../../backend/knowledge/import/import-folder.ts';
import { someCollection } from '../../../backend/knowledge/import/testing/bringing.ts';
import { makePdf, pageContent } from '../../../backend/documents/testing/pdf.ts';
import { distractors } from '../distractors.ts';
import { readLaws } from '../quality/laws.ts';
import { openBenchStore, type StoreName } from '../stores/stores.ts';

/** What importing a folder took, with reading, cutting and analysis. */
export interface ImportRow {
  store: StoreName;
  what: string;
  files: number;
  sections: number;
  seconds: number;
  /** Of the process that imports; milliseconds. */
  lagMs: { p99: number; most: number };
  /** Bytes of that process at the end. */
  memoryBytes: number;
}

const SEED = 8;
const SECTIONS_OF_SMALL = 2;
const PAGES = 1_000;
const quiet = { warn: () => undefined, error: () => undefined };

/**
 * Imports folders as the command line does: many small files, the 46 laws, and a single PDF of a thousand pages.
 * @param data the folder of the shared data
 * @param files small ones
 */
export async function measureImport(data: URL, files: number): Promise<ImportRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsfeder-import-'));
  try {
    const small = join(folder, 'klein');
    const large = join(folder, 'gross');
    await mkdir(small);
    await mkdir(large);
    const sources = readLaws(data).documents.flatMap(({ sections }) => sections);
    const texts = [...distractors(files * SECTIONS_OF_SMALL, sources, SEED)].flatMap(
      ({ sections }) => sections,
    );
    for (let at = 0; at < files; at++) {
      const own = texts.slice(at * SECTIONS_OF_SMALL, (at + 1) * SECTIONS_OF_SMALL);
      const text = own.map(({ path, text: said }) => `## ${path.join(' ')}\n\n${said}\n`).join('\n');
      await writeFile(join(small, `${String(at).padStart(5, '0')}.md`), `# Merkblatt ${at}\n\n${text}`);
    }
    const pages = Array.from({ length: PAGES }, (_, at) =>
      pageContent([{ text: (texts[at % texts.length]?.text ?? '').slice(0, 90), y: 700 }]),
    );
    await writeFile(join(large, 'tausend.pdf'), makePdf(pages));
    const rows: ImportRow[] = [];
    for (const store of ['embedded', 'server'] as const) {
      const ofStore = await importAll(store, [
        [`${files} small files`, small],
        ['46 laws', new URL('gesetze/', data).pathname],
        [`a PDF of ${PAGES} pages`, large],
      ]);
      rows.push(...ofStore);
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importAll(
  name: StoreName,
  folders: readonly (readonly [string, string])[],
): Promise<ImportRow[]> {
  const bench = await openBenchStore(name);
  const importer = createImporter({ store: bench.store, log: quiet });
  try {
    const rows: ImportRow[] = [];
    for (const [what, path] of folders) {
      const collection = await someCollection(bench.store);
      const { files } = await lookInto(path);
      const lag = monitorEventLoopDelay({ resolution: 5 });
      lag.enable();
      const begun = performance.now();
      const opening = { origin: 'folder', kind: 'other', validFrom: null, sourceAddress: null } as const;
      const { run } = await importFolder(bench.store, collection, opening, files, importer);
      await importer.finished(run);
      const seconds = (performance.now() - begun) / 1e3;
      lag.disable();
      const { rows: counted } = await bench.store.query(
        `begin; set local amtsfeder.scope to 'verbund'; select count(*)::integer as sections from amtsfeder.section
         where collection = '${collection.id}'; commit`,
      );
      rows.push({
        store: name,
        what,
        files: files.length,
        sections: Number(counted[0]?.sections ?? Number.NaN),
        seconds,
        lagMs: { p99: lag.percentile(99) / 1e6, most: lag.max / 1e6 },
        memoryBytes: process.memoryUsage().rss,
      });
    }
    return rows;
  } finally {
    await importer.close();
    await bench.close();
  }
}

export function importLines(rows: readonly ImportRow[]): string[] {
  return [
    '| store | what | files | sections | s | files/s | sections/s | loop held up, p99 / most | memory |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ store, what, files, sections, seconds, lagMs, memoryBytes }) =>
        `| ${store} | ${what} | ${files} | ${sections} | ${seconds.toFixed(1)} | ${(files / seconds).toFixed(0)} | ${(sections / seconds).toFixed(0)} | ${lagMs.p99.toFixed(0)} / ${lagMs.most.toFixed(0)} ms | ${(memoryBytes / 2 ** 20).toFixed(0)} MB |`,
    ),
  ];
}
