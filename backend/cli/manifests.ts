import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from './errors.ts';

/** One manifest for each program: a manifest of this kind cannot serve both. */
export interface Manifests {
  word: string;
  outlook: string;
}

/** The origin of development; it stands in the manifests of this repository. */
export const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

export const MANIFEST_FILES = { word: 'manifest.xml', outlook: 'manifest.outlook.xml' };

/** Other names than those of the templates, so that an installation never overwrites them. */
const INSTALLATION_FILES = { word: 'amtsfeder-word.xml', outlook: 'amtsfeder-outlook.xml' };

/** An origin that Office would not take; the message says why. */
export class OriginError extends UsageError {
  override name = 'OriginError';
}

/**
 * The manifests for an installation. The ids stay the same: they name the product, and every house has its own catalogue.
 * @param origin where pane and backend are served, such as `https://ki.example.de`; a port is allowed
 * @param templates the manifests of this repository
 * @throws OriginError for anything but an https origin
 */
export function manifestsFor(origin: string, templates: Manifests): Manifests {
  const exact = exactOrigin(origin);
  return {
    word: templates.word.replaceAll(DEVELOPMENT_ORIGIN, exact),
    outlook: templates.outlook.replaceAll(DEVELOPMENT_ORIGIN, exact),
  };
}

/**
 * Writes both manifests into a folder, which is made if it is not there.
 * @returns the paths of the files
 * @throws OriginError, or the errors of the file system
 */
export async function writeManifests(origin: string, outDir: string): Promise<string[]> {
  const manifests = manifestsFor(origin, await readTemplates());
  await mkdir(outDir, { recursive: true });
  const files = [
    { path: join(outDir, INSTALLATION_FILES.word), text: manifests.word },
    { path: join(outDir, INSTALLATION_FILES.outlook), text: manifests.outlook },
  ];
  await Promise.all(files.map(({ path, text }) => writeFile(path, text)));
  return files.map(({ path }) => path);
}

/** The manifests of this repository. */
export async function readTemplates(): Promise<Manifests> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const [word, outlook] = await Promise.all([
    readFile(join(root, MANIFEST_FILES.word), 'utf8'),
    readFile(join(root, MANIFEST_FILES.outlook), 'utf8'),
  ]);
  return { word, outlook };
}

function exactOrigin(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null) throw new OriginError('--origin: not an address; for example https://ki.example.de');
  if (url.protocol !== 'https:') {
    throw new OriginError(
      '--origin: Office loads add-ins over https only; for example https://ki.example.de',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new OriginError('--origin: must not hold a user name or password');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new OriginError('--origin: name and port only, no path; for example https://ki.example.de');
  }
  return url.origin;
}
