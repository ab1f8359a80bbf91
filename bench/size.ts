import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';

const dist = new URL('../dist/', import.meta.url);

export interface PaneSize {
  /** Of all scripts and styles of ours that the page names, each compressed by itself. */
  gzipBytes: number;
  files: { name: string; gzipBytes: number }[];
  /** How many scripts come from elsewhere (office.js); not counted. */
  remote: number;
}

/**
 * Weighs what the built pane loads before it can be used.
 * @param page a page in `dist/`
 */
export async function measurePane(page = 'pane.html'): Promise<PaneSize> {
  const addresses = loadedBy(await readFile(new URL(page, dist), 'utf8'));
  const own = addresses.filter((address) => !/^(?:https?:)?\/\//.test(address));
  const files = await Promise.all(
    own.map(async (address) => {
      const name = address.replace(/^\.?\//, '');
      return { name, gzipBytes: gzipSync(await readFile(new URL(name, dist)), { level: 9 }).length };
    }),
  );
  return {
    gzipBytes: files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0),
    files,
    remote: addresses.length - own.length,
  };
}

/** Addresses of the scripts, styles and preloaded modules of a page. */
function loadedBy(html: string): string[] {
  const addresses: string[] = [];
  const parser = new Parser({
    onopentag(name, { src, href, rel = '' }) {
      if (name === 'script' && src !== undefined) addresses.push(src);
      if (name === 'link' && href !== undefined && /\b(?:stylesheet|modulepreload)\b/.test(rel)) {
        addresses.push(href);
      }
    },
  });
  parser.end(html);
  return addresses;
}

if (import.meta.main) {
  const { files, gzipBytes, remote } = await measurePane();
  for (const file of files) process.stdout.write(`${file.name}: ${(file.gzipBytes / 1024).toFixed(1)} KB\n`);
  process.stdout.write(
    `pane.html: ${(gzipBytes / 1024).toFixed(1)} KB gzip at the start; ${remote} scripts from elsewhere not counted\n`,
  );
}
