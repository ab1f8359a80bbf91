import type { AdminCard, LibraryVersion } from '../../../../contract/agents/library.ts';

/** Why a person cannot approve a version, in words; null where they can. */
export function whyNotApprove({ may }: Pick<AdminCard, 'may'>, version: LibraryVersion): string | null {
  const { author, suspected, screening } = version;
  if (author.self) {
    return 'Sie haben diese Fassung selbst geschrieben. Freigeben muss sie eine andere Person (Vier-Augen-Prinzip). Zurückgeben können Sie sie.';
  }
  if (may.approve) return null;
  const isGuarded =
    suspected.length > 0 || (screening !== null && (screening.uses.length > 0 || !screening.checkedByPerson));
  return isGuarded
    ? 'Für diesen Einsatz gelten die Pflichten für Hochrisiko-KI. Freigeben kann ihn nur Ihr Datenschutz.'
    : 'Freigeben kann diese Fassung die Fachadministration, der sie gehört.';
}
