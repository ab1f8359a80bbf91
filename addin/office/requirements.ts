/** Version of a requirement set that a feature of ours needs, and what people get where the program is older. */
export interface Requirement<Set extends string> {
  set: Set;
  version: string;
  /** German, for the table of `docs/versionen.md`. */
  name: string;
  missing: Missing;
}

/** `fallback`: done in another way; `absent`: not offered. In German, a sentence. */
export type Missing = { way: 'fallback' | 'absent'; text: string };

export type WordSet = 'WordApi' | 'WordApiDesktop';
type Needs<Name extends string, Set extends string> = Readonly<Record<Name, Requirement<Set>>>;

export type WordFeature =
  | 'pane'
  | 'new-document'
  | 'reveal'
  | 'locked-texts'
  | 'revision-marks'
  | 'tracked-changes'
  | 'reject-changes'
  | 'comments'
  | 'footnotes'
  | 'provenance';

/**
 * What Word must have, each with the set in which Microsoft's reference (`Api set:` in @types/office-js) has what we
 * call. On the web 'WordApi' is compared as a number, so '1.10' would be taken for '1.1': no version goes beyond 1.9.
 */
export const wordFeatures: Needs<WordFeature, WordSet> = {
  pane: {
    set: 'WordApi',
    version: '1.3',
    name: 'Lesen, Einfügen, Ersetzen, neuer Abschnitt, oben und am Ende einfügen',
    missing: { way: 'absent', text: 'Der Aufgabenbereich meldet, dass Word zu alt ist.' },
  },
  'new-document': {
    set: 'WordApi',
    version: '1.3',
    name: 'Ergebnis als neues Dokument',
    missing: { way: 'absent', text: 'Der Aufgabenbereich meldet, dass Word zu alt ist.' },
  },
  reveal: {
    set: 'WordApi',
    version: '1.3',
    name: 'Belegstelle im Dokument zeigen',
    missing: { way: 'absent', text: 'Der Aufgabenbereich meldet, dass Word zu alt ist.' },
  },
  'locked-texts': {
    set: 'WordApi',
    version: '1.1',
    name: 'Textbausteine vor dem Umschreiben sperren',
    missing: { way: 'absent', text: 'Der Aufgabenbereich meldet, dass Word zu alt ist.' },
  },
  'revision-marks': {
    set: 'WordApi',
    version: '1.1',
    name: 'Änderungen wortweise, als Revisionszeichen im Text',
    missing: { way: 'fallback', text: 'Die neuen Wörter stehen ohne Kennzeichnung im Text.' },
  },
  'tracked-changes': {
    set: 'WordApi',
    version: '1.4',
    name: 'Änderungen wortweise, mit „Änderungen nachverfolgen“ von Word',
    missing: { way: 'fallback', text: 'Die Änderungen stehen als Revisionszeichen im Text.' },
  },
  'reject-changes': {
    set: 'WordApi',
    version: '1.6',
    name: 'Änderungen eines Ergebnisses zurücknehmen, indem Word sie ablehnt',
    missing: { way: 'fallback', text: 'Der alte Wortlaut wird zurückgeschrieben.' },
  },
  comments: {
    set: 'WordApi',
    version: '1.4',
    name: 'Anmerkungen als Kommentare an den Stellen',
    missing: { way: 'absent', text: 'Die Anmerkungen stehen nur im Aufgabenbereich.' },
  },
  footnotes: {
    set: 'WordApi',
    version: '1.5',
    name: 'Quellen einer Antwort als Fußnoten',
    missing: { way: 'fallback', text: 'Die Quellen stehen in Klammern, mit einer Liste am Ende.' },
  },
  provenance: {
    set: 'WordApi',
    version: '1.4',
    name: 'KI-Kennzeichnung in der Datei (nicht sichtbar)',
    missing: { way: 'fallback', text: 'Es bleibt der sichtbare Hinweis im Text.' },
  },
};

export type OutlookFeature =
  | 'pane'
  | 'appointment'
  | 'pinning'
  | 'new-mail'
  | 'conversation'
  | 'attachments'
  | 'reply-confirmed'
  | 'smart-alerts'
  | 'theme-change';

/** What Outlook must have of the requirement set Mailbox. */
export const outlookFeatures: Needs<OutlookFeature, 'Mailbox'> = {
  pane: {
    set: 'Mailbox',
    version: '1.5',
    name: 'Lesen, Antwortentwurf öffnen, Entwurf schreiben und ersetzen',
    missing: { way: 'absent', text: 'Das Add-in erscheint nicht.' },
  },
  appointment: {
    set: 'Mailbox',
    version: '1.1',
    name: 'Frist als Termin eintragen',
    missing: { way: 'fallback', text: 'Eine Kalenderdatei (.ics) wird gespeichert.' },
  },
  pinning: {
    set: 'Mailbox',
    version: '1.5',
    name: 'Angehefteter Aufgabenbereich, der mit der E-Mail wechselt',
    missing: { way: 'absent', text: 'Der Aufgabenbereich wird bei jeder E-Mail neu geöffnet.' },
  },
  'new-mail': {
    set: 'Mailbox',
    version: '1.6',
    name: 'Ergebnis als neue E-Mail an sich selbst',
    missing: { way: 'absent', text: 'Das Ergebnis lässt sich kopieren.' },
  },
  conversation: {
    set: 'Mailbox',
    version: '1.6',
    name: 'Ganze Unterhaltung einbeziehen (Postfach in Microsoft 365)',
    missing: { way: 'absent', text: 'Es bleibt beim Verlauf, den die E-Mail zitiert.' },
  },
  attachments: {
    set: 'Mailbox',
    version: '1.8',
    name: 'Anlagen mitlesen',
    missing: { way: 'absent', text: 'Anlagen werden nicht mitgelesen.' },
  },
  'reply-confirmed': {
    set: 'Mailbox',
    version: '1.9',
    name: 'Antwortentwurf mit Bestätigung, dass er offen ist',
    missing: { way: 'fallback', text: 'Der Entwurf öffnet sich ohne Bestätigung.' },
  },
  'smart-alerts': {
    set: 'Mailbox',
    version: '1.12',
    name: 'Hinweis vor dem Senden auf offene Platzhalter',
    missing: { way: 'fallback', text: 'Der Hinweis steht im Aufgabenbereich.' },
  },
  'theme-change': {
    set: 'Mailbox',
    version: '1.14',
    name: 'Wechsel zwischen heller und dunkler Darstellung sofort',
    missing: { way: 'fallback', text: 'Die Darstellung wechselt beim nächsten Öffnen.' },
  },
};

export type SupportsWord = (set: WordSet, version: string) => boolean;

/**
 * Whether the open Word has what a feature needs.
 * @param supports asks the program (`Office.context.requirements.isSetSupported`)
 */
export function wordHas(supports: SupportsWord, feature: WordFeature): boolean {
  const { set, version } = wordFeatures[feature];
  return supports(set, version);
}

/**
 * Whether the open Outlook has what a feature needs.
 * @param supports asks the program for a version of the requirement set Mailbox
 */
export function outlookHas(supports: (version: string) => boolean, feature: OutlookFeature): boolean {
  return supports(outlookFeatures[feature].version);
}

/** Requirement set and version, as Microsoft writes them: "WordApi 1.3". */
export function needsText({ set, version }: Requirement<string>): string {
  return `${set} ${version}`;
}
