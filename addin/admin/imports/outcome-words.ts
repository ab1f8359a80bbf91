import { type ErrorCode, errorText } from '../../../contract/errors.ts';
import { fileNotice, type FileNotice } from '../../../contract/documents.ts';
import type { FileOutcome, ImportReport } from '../../../contract/knowledge.ts';
import { countText } from '../words.ts';

/** Everything the console says about what became of a file. */

const noticeWords: Record<FileNotice, string> = {
  headers_left_out: 'Kopf- und Fußzeilen wurden nicht gelesen',
  changes_accepted: 'nachverfolgte Änderungen gelten als angenommen',
  images_left_out: 'Bilder wurden weggelassen',
  attachments_not_read: 'Anlagen der E-Mail wurden nicht gelesen',
  pages_without_text: 'einige Seiten enthalten keinen Text (eingescannt?)',
  hidden_text_left_out: 'unsichtbarer Text wurde weggelassen',
  encoding_guessed: 'Zeichenkodierung geschätzt, bitte Umlaute prüfen',
};

/** What the codes say of one file among many, where the words of the pane don't fit. */
const failureWords: Partial<Record<ErrorCode, string>> = {
  file_too_large: 'Größer als 25 MB. Bitte teilen Sie die Datei.',
  too_large: 'Größer als 25 MB. Bitte teilen Sie die Datei.',
  file_too_long: 'Mehr als etwa 1.000 Seiten. Bitte teilen Sie die Datei.',
  file_unsupported:
    'Dieses Format kann nicht gelesen werden. Möglich sind DOCX, PDF, HTML, Markdown, EML und Textdateien.',
  file_encrypted:
    'Mit einem Kennwort geschützt. Bitte speichern Sie die Datei ohne Kennwort und importieren Sie sie erneut.',
  file_broken: 'Beschädigt. Bitte öffnen und speichern Sie die Datei neu und importieren Sie sie erneut.',
  file_empty: 'Ohne lesbaren Text. Bei einem Scan hilft eine Texterkennung (OCR).',
  file_too_slow: 'Ließ sich nicht in angemessener Zeit lesen. Bitte teilen Sie die Datei.',
  invalid_request: 'Der Dateiname wird nicht angenommen. Bitte benennen Sie die Datei um.',
  import_name_taken:
    'In diesem Import gibt es schon eine andere Datei dieses Namens. Bitte importieren Sie sie einzeln.',
  import_interrupted: 'Die Übertragung wurde unterbrochen. Bitte importieren Sie die Datei erneut.',
  internal: 'Konnte nicht eingelesen werden. Bitte importieren Sie die Datei erneut.',
};

export function failureText(code: ErrorCode): string {
  return failureWords[code] ?? errorText(code);
}

export function outcomeText(outcome: FileOutcome): string {
  switch (outcome.state) {
    case 'waiting':
      return 'Wartet';
    case 'reading':
      return 'Wird gelesen …';
    case 'added':
    case 'replaced': {
      const what = outcome.state === 'added' ? 'Aufgenommen' : 'Neue Fassung';
      return [
        `${what}, ${countText(outcome.sections, 'Abschnitt', 'Abschnitte')}`,
        ...outcome.notices.map(noticeText),
      ].join('; ');
    }
    case 'unchanged':
      return 'Unverändert, war schon da';
    case 'failed':
      return failureText(outcome.code);
  }
}

/** A notice that this page does not know yet is told as it came. */
function noticeText(notice: string): string {
  const known = fileNotice.safeParse(notice);
  return known.success ? noticeWords[known.data] : notice;
}

/** "3 aufgenommen, 1 neue Fassung, 1 nicht lesbar": what is none is left out; empty where there is no file. */
export function countsText({ counts }: Pick<ImportReport, 'counts'>): string {
  const kinds: [number, string, string][] = [
    [counts.added, 'aufgenommen', 'aufgenommen'],
    [counts.replaced, 'neue Fassung', 'neue Fassungen'],
    [counts.unchanged, 'unverändert', 'unverändert'],
    [counts.failed, 'nicht lesbar', 'nicht lesbar'],
    [counts.waiting, 'wartet', 'warten'],
  ];
  return kinds
    .filter(([count]) => count > 0)
    .map((kind) => countText(...kind))
    .join(', ');
}

/** Files that the backend knows of. */
export function totalOf({ counts }: Pick<ImportReport, 'counts'>): number {
  return counts.waiting + counts.added + counts.replaced + counts.unchanged + counts.failed;
}

export const importStates: Record<ImportReport['state'], string> = {
  open: 'Übertragung läuft',
  running: 'Wird eingelesen',
  done: 'Fertig',
};
