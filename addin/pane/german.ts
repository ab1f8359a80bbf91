import { errorText, mayTryAgain } from '../../contract/errors.ts';
import type { ProgressEvent } from '../../contract/events.ts';
import { germanDate } from '../../contract/german-date.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { HostErrorCode, Outcome } from '../office/host.ts';
import { placeLabels } from './privacy/privacy-words.ts';
import type { Fault, UseName, Version } from './work.ts';

export const actionLabels: Record<UseName, string> = {
  insert: 'Einfügen',
  replace: 'Ersetzen',
  'insert-section': 'Neuer Abschnitt',
  'insert-top': 'Oben einfügen',
  'insert-end': 'Am Ende einfügen',
  'new-document': 'Als neues Dokument',
  comment: 'Als Kommentare an die Stellen',
  reply: 'Als Antwort öffnen',
  'reply-all': 'Allen antworten',
  'mail-to-self': 'Als E-Mail an mich',
  copy: 'Kopieren',
  'save-docx': 'Als .docx speichern',
};

const doneWords: Record<UseName, string> = {
  insert: 'Eingefügt.',
  replace: 'Ersetzt.',
  'insert-section': 'Als neuer Abschnitt eingefügt.',
  'insert-top': 'Am Anfang eingefügt.',
  'insert-end': 'Am Ende eingefügt.',
  'new-document': 'Als neues Dokument geöffnet.',
  comment: 'Die Kommentare stehen an ihren Stellen.',
  reply: 'Der Antwortentwurf ist geöffnet. Gesendet wird erst, wenn Sie es tun.',
  'reply-all': 'Der Antwortentwurf an alle ist geöffnet. Gesendet wird erst, wenn Sie es tun.',
  'mail-to-self': 'Die neue E-Mail ist geöffnet. Gesendet wird erst, wenn Sie es tun.',
  copy: 'In die Zwischenablage kopiert.',
  'save-docx': 'Als .docx gespeichert.',
};

/** `{host}` stands for the name of the product. */
const hostWords: Record<HostErrorCode, string> = {
  timeout: '{host} hat nicht rechtzeitig geantwortet.',
  'read-only': 'Das Dokument ist schreibgeschützt.',
  'too-long': 'Der Text ist dafür zu lang.',
  'nothing-selected': 'Es ist nichts markiert.',
  'nothing-open': 'Es ist kein Dokument und keine E-Mail geöffnet.',
  unsupported: 'Das kann diese Version von {host} nicht.',
  'clipboard-refused': 'Die Zwischenablage ist gesperrt.',
  'host-error': '{host} hat einen Fehler gemeldet.',
};

export function hostErrorText(code: HostErrorCode, host: string): string {
  return hostWords[code].replaceAll('{host}', host);
}

export function faultText(fault: Fault, host: string): string {
  return fault.from === 'backend'
    ? errorText(fault.code, fault.model)
    : `${hostErrorText(fault.code, host)} Ihre Eingaben sind noch da.`;
}

/** Whether doing the same again may help. */
export function isWorthAnotherTry(fault: Fault): boolean {
  if (fault.from === 'host') return fault.code !== 'unsupported';
  // Once they have signed in again, which they do elsewhere in the pane.
  return fault.code === 'sign_in_required' || mayTryAgain(fault.code);
}

/** Whether nothing was sent because it could not be masked. */
export function isMaskingFault(fault: Fault): boolean {
  return fault.from === 'backend' && (fault.code === 'masking_failed' || fault.code === 'masking_too_slow');
}

/** Whether another model may help. */
export function isModelsFault(fault: Fault): boolean {
  return (
    fault.from === 'backend' &&
    (fault.code.startsWith('model_') ||
      fault.code === 'unknown_model' ||
      fault.code === 'class_refused' ||
      fault.code === 'answer_too_long')
  );
}

/** What became of an action, honestly. */
export function outcomeText(action: UseName, outcome: Outcome, host: string): string {
  switch (outcome.status) {
    case 'done':
      return doneWords[action];
    case 'changed':
      if (action === 'comment') return 'Manche Stellen gibt es so nicht mehr; dort steht kein Kommentar.';
      return 'Der Text wurde inzwischen geändert. Es wurde nichts überschrieben. Sie können den Entwurf einfügen oder kopieren.';
    case 'unconfirmed':
      return `${host} hat es nicht bestätigt. Bitte sehen Sie nach, ob der Text da ist.`;
    case 'copied-instead':
      return `${hostErrorText(outcome.why, host)} Der Text liegt jetzt in der Zwischenablage; fügen Sie ihn mit Strg+V ein.`;
    case 'opened-and-copied':
      return 'Der Antwortentwurf ist geöffnet. Der Text ist zu lang, um ihn gleich hineinzuschreiben: Er liegt in der Zwischenablage; fügen Sie ihn mit Strg+V ein.';
    case 'failed':
      return `Das hat nicht geklappt. ${hostErrorText(outcome.why, host)}`;
  }
}

/** What happens while the person waits. */
export function progressText(progress: ProgressEvent | null, model: ModelInfo | null, text: string): string {
  if (progress === null) {
    const name = model?.label ?? 'Amtsfeder';
    if (text !== '') return model?.provider === 'builtin' ? 'Stellt zusammen …' : `${name} schreibt …`;
    return model === null ? 'Wird gesendet …' : `${name} liest und denkt nach …`;
  }
  switch (progress.step) {
    case 'section':
      // The one that is being read, not the last that was.
      return `Abschnitt ${Math.min(progress.done + 1, progress.total)} von ${progress.total}`;
    case 'retry': {
      const seconds = Math.max(1, Math.round(progress.inMs / 1000));
      return `${progress.model.label} antwortet nicht, neuer Versuch in ${seconds} s`;
    }
    case 'failover': {
      const why = progress.why === 'model_busy' ? 'ist überlastet' : 'antwortet nicht';
      return `${progress.from.label} ${why}, versuche ${progress.model.label}`;
    }
  }
}

/** How a version ended, in a word or two; null where it ended as it should. */
export function endText({ end }: Version): string | null {
  if (end.state !== 'broken') return null;
  return end.fault.from === 'backend' && end.fault.code === 'stopped' ? 'angehalten' : 'abgebrochen';
}

/** Who wrote it, and where that stands; of a text that stayed in the house that is said anyhow. */
export function authorshipText({ model, insteadOf, origin }: Version): string {
  if (model === null) return 'KI-Entwurf';
  if (model.provider === 'builtin') {
    const from = origin.ask.task === 'lookup' ? 'dem internen Wissen' : 'Ihrem Text';
    return `Ohne Sprachmodell – Auszüge aus ${from}`;
  }
  const instead = insteadOf === null ? '' : ` (statt ${insteadOf.label})`;
  const place = model.place === 'intern' ? '' : ` · ${placeLabels[model.place]}`;
  return `KI-Entwurf · ${model.label}${instead}${place}`;
}

/** "1 Angabe ergänzen", "2 Angaben ergänzen" */
export function gapsText(count: number): string {
  return count === 1 ? '1 Angabe ergänzen' : `${count} Angaben ergänzen`;
}

/** The day of a moment in Germany; empty where it is none. */
export function dateText(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : germanDate(new Date(time));
}
