/**
 * Umlauts and ß as addresses, file names and mails from abroad write them.
 * @param text in small letters
 */
export function writtenOut(text: string): string {
  return text.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
}
