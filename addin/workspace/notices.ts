import type { FileNotice } from '../../contract/documents.ts';

const words: Record<FileNotice, string> = {
  headers_left_out: 'Kopf- und Fußzeilen wurden nicht gelesen',
  changes_accepted: 'nachverfolgte Änderungen sind so gelesen, als wären sie angenommen',
  images_left_out: 'Bilder wurden weggelassen',
  attachments_not_read: 'Anlagen werden erst gelesen, wenn Sie sie auswählen',
  pages_without_text: 'einige Seiten enthalten keinen Text, etwa weil sie eingescannt sind',
  hidden_text_left_out: 'unsichtbarer Text wurde weggelassen',
  encoding_guessed: 'die Zeichenkodierung wurde geschätzt, bitte prüfen Sie Umlaute',
};

/** What the person should know about an opened file, as one sentence; empty where there is nothing. */
export function noticeText(notices: FileNotice[]): string {
  const all = [...new Set(notices)].map((notice) => words[notice]).join('; ');
  return all === '' ? '' : `Hinweis: ${all}.`;
}
