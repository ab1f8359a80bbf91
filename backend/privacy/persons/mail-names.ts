import type { Candidate } from '../span.ts';
import { writtenOut } from '../written-out.ts';

const FUNCTIONAL =
  /^(?:info|kontakt|contact|post|poststelle|mail|email|service|support|office|buero|büro|verwaltung|rathaus|gemeinde|stadt|kreis|landkreis|vg|amt|no|reply|noreply|newsletter|webmaster|admin|presse|team|bewerbung|rechnung|buchhaltung|sekretariat|datenschutz|help|hilfe|kunden|kundenservice|shop|bestellung|bauamt|ordnungsamt|standesamt|sozialamt|jugendamt|buergerbuero|bürgerbüro|zentrale|extern|privat|gmx|web|online|de|com|net|www|bauen|umwelt|personal|kasse|steuer|steuern|wahl|wahlen|kita|schule|bibliothek|feuerwehr|polizei|praxis|kanzlei|firma|ra|dr|prof|frau|herr|mobil|test|home|work)$/u;
const PIECE = /\p{L}{3,40}/gu;

/**
 * Words of the local parts of mail addresses that are most likely a person's name: `petra.klein@…` gives both.
 * @param text the view that the candidates lie in
 */
export function mailWords(text: string, taken: readonly Candidate[]): string[] {
  const found: string[] = [];
  for (const candidate of taken) {
    if (candidate.kind !== 'email') continue;
    const address = text.slice(candidate.start, candidate.end).toLowerCase();
    const local = address.slice(0, Math.max(0, address.indexOf('@')));
    const pieces = (local.match(PIECE) ?? []).filter((piece) => !FUNCTIONAL.test(piece));
    const separate = /[._-]/u.test(local);
    if (separate && pieces.length > 0 && pieces.length <= 4) found.push(...pieces);
    else if (pieces.length === 1) found.push(pieces[0] as string);
  }
  return found;
}

/** `müller` → `mueller`: as addresses write it. */
export function folded(word: string): string {
  return writtenOut(word.toLowerCase())
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}
