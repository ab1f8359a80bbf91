import type { VersionReport } from '../../../contract/knowledge.ts';

/** The version that stands for its document: the one that holds, else the newest. */
export function shownVersion(versions: readonly VersionReport[]): VersionReport | undefined {
  return versions.find(({ state }) => state === 'current') ?? versions[0];
}
