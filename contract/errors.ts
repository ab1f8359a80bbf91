import * as z from 'zod/mini';
import { agentErrors } from './agents/errors.ts';

/**
 * The closed list of what can go wrong, with the German words a person reads: what happened, and what to do.
 * `{modell}` stands for the model's label. `again` tells whether the same request may succeed when repeated.
 */
const errors = {
  ...agentErrors,
  invalid_request: {
    text: 'Die Anfrage war unvollständig oder fehlerhaft. Bitte laden Sie Amtsfeder neu.',
    again: false,
  },
  version_mismatch: {
    text: 'Amtsfeder wurde aktualisiert. Bitte schließen und öffnen Sie den Aufgabenbereich.',
    again: false,
  },
  not_found: { text: 'Diese Seite gibt es nicht.', again: false },
  origin_refused: {
    text: 'Diese Seite darf Amtsfeder nicht benutzen. Bitte öffnen Sie Amtsfeder über Word, Outlook oder die Adresse Ihrer Verwaltung.',
    again: false,
  },
  sign_in_required: {
    text: 'Ihre Anmeldung ist abgelaufen oder fehlt. Ihr Text ist noch da. Bitte melden Sie sich an.',
    again: false,
  },
  sign_in_refused: {
    text: 'Ihr Konto gehört zu keiner Kommune des Verbunds. Bitte wenden Sie sich an Ihre IT.',
    again: false,
  },
  sign_in_unavailable: {
    text: 'Die Anmeldung Ihrer Verwaltung ist gerade nicht erreichbar. Ihr Text ist noch da. Bitte versuchen Sie es in einer Minute erneut.',
    again: true,
  },
  role_missing: {
    text: 'Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an Ihre Fachadministration.',
    again: false,
  },
  own_record: {
    text: 'Ihren eigenen Namen kann nur jemand anderes aus den Protokollen löschen.',
    again: false,
  },
  conflict: {
    text: 'Jemand hat das inzwischen geändert. Bitte laden Sie neu und prüfen Sie Ihre Änderung.',
    again: false,
  },
  name_taken: {
    text: 'Diesen Namen gibt es schon. Es wurde nichts geändert. Bitte wählen Sie einen anderen.',
    again: false,
  },
  store_unavailable: {
    text: 'Die Datenbank von Amtsfeder ist gerade nicht erreichbar. Ihr Text ist noch da. Bitte versuchen Sie es in einer Minute erneut.',
    again: true,
  },
  rate_limited: {
    text: 'Sie haben in kurzer Zeit sehr viele Anfragen gestellt. Ihr Text ist noch da. Bitte warten Sie eine Minute.',
    again: true,
  },
  kommune_rate_limited: {
    text: 'Ihre Kommune stellt gerade sehr viele Anfragen. Ihr Text ist noch da. Bitte versuchen Sie es in einer Minute erneut.',
    again: true,
  },
  budget_exhausted: {
    text: 'Das Budget Ihrer Kommune für {modell} ist ausgeschöpft. Ihr Text ist noch da. Bitte wählen Sie ein Modell ohne Kosten oder wenden Sie sich an Ihre Fachadministration.',
    again: false,
  },
  model_not_approved: {
    text: '{modell} ist für Ihre Kommune nicht freigegeben. Ihr Text ist noch da. Bitte wählen Sie ein anderes Modell.',
    again: false,
  },
  reason_missing: {
    text: 'Bitte geben Sie an, warum Sie das ändern (mindestens zehn Buchstaben, keine Schlüssel). Es wurde nichts geändert.',
    again: false,
  },
  policy_refused: {
    text: 'Diese Einstellung überschreitet eine feste Grenze oder eine Sperre des Verbunds. Es wurde nichts geändert. Bitte wählen Sie eine strengere.',
    again: false,
  },
  approval_incomplete: {
    text: 'Für eine Freigabe fehlen Angaben zum Modell. Es wurde nichts geändert. Bitte ergänzen Sie das Modellregister.',
    again: false,
  },
  mailbox_not_connected: {
    text: 'Amtsfeder ist mit Ihrem Postfach nicht verbunden. Bitte arbeiten Sie mit der geöffneten E-Mail weiter.',
    again: false,
  },
  mailbox_refused: {
    text: 'Amtsfeder darf Ihr Postfach nicht lesen. Bitte arbeiten Sie mit der geöffneten E-Mail weiter oder wenden Sie sich an Ihre IT.',
    again: false,
  },
  mailbox_unavailable: {
    text: 'Ihr Postfach ist gerade nicht erreichbar. Bitte arbeiten Sie mit der geöffneten E-Mail weiter oder versuchen Sie es in einer Minute erneut.',
    again: true,
  },
  mail_missing: {
    text: 'Diese E-Mail wurde in Ihrem Postfach nicht gefunden. Bitte öffnen Sie sie erneut.',
    again: false,
  },
  unknown_task: { text: 'Diese Aufgabe gibt es nicht.', again: false },
  empty_source: {
    text: 'Es ist kein Text da, mit dem gearbeitet werden kann. Öffnen Sie ein Dokument oder eine E-Mail oder geben Sie Stichpunkte ein.',
    again: false,
  },
  too_large: { text: 'Der Text ist zu lang. Bitte markieren Sie einen Teil davon.', again: false },
  file_too_large: {
    text: 'Die Datei ist größer als 25 MB. Bitte öffnen Sie eine kleinere Datei.',
    again: false,
  },
  file_too_long: {
    text: 'Die Datei enthält mehr Text, als auf einmal gelesen werden kann (etwa 1.000 Seiten). Bitte öffnen Sie einen Teil davon.',
    again: false,
  },
  file_unsupported: {
    text: 'Dieses Dateiformat kann nicht gelesen werden. Möglich sind DOCX, PDF, EML und Textdateien.',
    again: false,
  },
  file_encrypted: {
    text: 'Die Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort und öffnen Sie sie erneut.',
    again: false,
  },
  file_broken: { text: 'Die Datei ist beschädigt und kann nicht gelesen werden.', again: false },
  file_empty: {
    text: 'Die Datei enthält keinen lesbaren Text. Bei einem Scan hilft eine Texterkennung (OCR).',
    again: false,
  },
  file_too_slow: {
    text: 'Die Datei ließ sich nicht in angemessener Zeit lesen. Bitte öffnen Sie einen Teil davon.',
    again: true,
  },
  import_interrupted: {
    text: 'Die Übertragung dieser Datei wurde unterbrochen. Bitte importieren Sie sie erneut.',
    again: true,
  },
  import_name_taken: {
    text: 'In diesem Import gibt es schon eine andere Datei dieses Namens. Bitte importieren Sie sie einzeln oder benennen Sie sie um.',
    again: false,
  },
  import_closed: {
    text: 'Dieser Import ist abgeschlossen. Bitte beginnen Sie einen neuen.',
    again: false,
  },
  embedding_not_allowed: {
    text: 'Dieses Modell ist für die Suche nach Bedeutung in dieser Sammlung nicht freigegeben. Bitte wählen Sie ein anderes oder keines.',
    again: false,
  },
  sharepoint_not_connected: {
    text: 'Amtsfeder ist mit SharePoint nicht verbunden. Bitte laden Sie die Dateien hoch oder wenden Sie sich an Ihre IT.',
    again: false,
  },
  sharepoint_refused: {
    text: 'Amtsfeder darf diesen Ordner nicht lesen. Bitte prüfen Sie, ob Sie ihn öffnen können, oder wenden Sie sich an Ihre IT.',
    again: false,
  },
  sharepoint_missing: {
    text: 'Unter dieser Adresse wurde kein Ordner von SharePoint gefunden. Bitte kopieren Sie die Adresse des Ordners erneut.',
    again: false,
  },
  sharepoint_unavailable: {
    text: 'SharePoint ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute erneut.',
    again: true,
  },
  unknown_model: {
    text: 'Dieses Modell steht nicht mehr zur Verfügung. Bitte wählen Sie ein anderes.',
    again: false,
  },
  masking_failed: {
    text: 'Die personenbezogenen Angaben ließen sich nicht sicher unkenntlich machen. Es wurde nichts gesendet. Bitte versuchen Sie es erneut oder wählen Sie ein Modell im Haus.',
    again: true,
  },
  masking_too_slow: {
    text: 'Die Suche nach personenbezogenen Angaben dauerte zu lange. Es wurde nichts gesendet. Bitte markieren Sie einen Teil des Textes oder wählen Sie ein Modell im Haus.',
    again: true,
  },
  class_refused: {
    text: '{modell} ist für Texte dieser Datenklasse nicht zugelassen. Es wurde nichts gesendet. Bitte wählen Sie ein anderes Modell oder prüfen Sie die Datenklasse.',
    again: false,
  },
  class_reason_missing: {
    text: 'Der Inhalt spricht für eine höhere Datenklasse. Bitte geben Sie an, warum die niedrigere zutrifft. Es wurde nichts gesendet.',
    again: false,
  },
  model_key_refused: {
    text: '{modell} hat den Zugangsschlüssel abgelehnt. Ihr Text ist noch da. Bitte wählen Sie ein anderes Modell und informieren Sie Ihre IT.',
    again: false,
  },
  model_busy: {
    text: '{modell} ist gerade überlastet. Ihr Text ist noch da. Bitte versuchen Sie es gleich noch einmal.',
    again: true,
  },
  model_unreachable: {
    text: '{modell} ist nicht erreichbar. Ihr Text ist noch da. Bitte versuchen Sie es erneut oder wählen Sie ein anderes Modell.',
    again: true,
  },
  model_request_refused: {
    text: '{modell} hat die Anfrage nicht angenommen. Bitte wählen Sie ein anderes Modell oder informieren Sie Ihre IT.',
    again: false,
  },
  model_silent: {
    text: '{modell} hat nicht geantwortet. Ihr Text ist noch da. Bitte versuchen Sie es erneut oder wählen Sie ein anderes Modell.',
    again: true,
  },
  model_stalled: {
    text: '{modell} hat mitten in der Antwort aufgehört. Der bisherige Text ist noch da.',
    again: true,
  },
  model_cut: {
    text: 'Die Verbindung zu {modell} ist mitten in der Antwort abgebrochen. Der bisherige Text ist noch da.',
    again: true,
  },
  model_malformed: {
    text: '{modell} hat eine unlesbare Antwort geschickt. Der bisherige Text ist noch da.',
    again: true,
  },
  model_refused: {
    text: '{modell} hat es abgelehnt, hierauf zu antworten. Bitte formulieren Sie anders oder wählen Sie ein anderes Modell.',
    again: false,
  },
  model_empty: {
    text: '{modell} hat eine leere Antwort geschickt. Bitte versuchen Sie es erneut.',
    again: true,
  },
  model_too_slow: {
    text: 'Die Antwort von {modell} dauerte zu lange. Der bisherige Text ist noch da.',
    again: true,
  },
  answer_too_long: {
    text: 'Die Antwort von {modell} ist zu lang geworden und hört hier auf. Der bisherige Text ist noch da.',
    again: true,
  },
  stopped: { text: 'Angehalten. Der bisherige Text ist noch da.', again: true },
  shutting_down: {
    text: 'Amtsfeder wird gerade neu gestartet. Ihr Text ist noch da. Bitte versuchen Sie es in einer Minute erneut.',
    again: true,
  },
  backend_unreachable: {
    text: 'Amtsfeder ist nicht erreichbar. Ihr Text ist noch da. Bitte prüfen Sie die Netzverbindung und versuchen Sie es erneut.',
    again: true,
  },
  internal: {
    text: 'Da ist etwas schiefgegangen. Ihr Text ist noch da. Bitte versuchen Sie es erneut; hilft das nicht, informieren Sie Ihre IT.',
    again: true,
  },
} as const;

export type ErrorCode = keyof typeof errors;

export const errorCode = z.enum(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]);

/**
 * The German words for an error.
 * @param code one of the closed list
 * @param model label of the model concerned, where there is one
 */
export function errorText(code: ErrorCode, model = 'Das Modell'): string {
  return errors[code].text.replaceAll('{modell}', model);
}

/** Whether repeating the same request may succeed. */
export function mayTryAgain(code: ErrorCode): boolean {
  return errors[code].again;
}

/** An answer that is not a stream: RFC 9457 problem details with our code. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: errorCode,
  /** What of a changed rule stands against a bound or a lock, or is missing. */
  fields: z.optional(z.array(z.string())),
});
export type Problem = z.infer<typeof problem>;
