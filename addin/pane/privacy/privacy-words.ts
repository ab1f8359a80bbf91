import type { ModelInfo } from '../../../contract/models.ts';
import type {
  ClassSuggestion,
  DataClass,
  ItemKind,
  PrivacyPolicy,
  PrivacyVerdict,
  SendingPreview,
  Treatment,
} from '../../../contract/privacy.ts';
import { isLower, isOutside } from './classes.ts';

/** Everything the pane says about what leaves the house. */

export const classLabels: Record<DataClass, string> = {
  public: 'Öffentlich',
  internal: 'Intern',
  personal: 'Personenbezogen',
  social: 'Sozial-/Steuerdaten',
  restricted: 'VS-NfD',
};

/** A class as the subject or the object of a sentence. */
const classTexts: Record<DataClass, { text: string; go: string }> = {
  public: { text: 'öffentliche Texte', go: 'Öffentliche Texte gehen' },
  internal: { text: 'interne Texte', go: 'Interne Texte gehen' },
  personal: { text: 'personenbezogene Texte', go: 'Personenbezogene Texte gehen' },
  social: { text: 'Sozial- und Steuerdaten', go: 'Sozial- und Steuerdaten gehen' },
  restricted: { text: 'VS-NfD', go: 'VS-NfD geht' },
};

export const kindLabels: Record<ItemKind, string> = {
  person: 'Person',
  street: 'Straße',
  place: 'Ort',
  birthdate: 'Geburtsdatum',
  phone: 'Telefon',
  email: 'E-Mail-Adresse',
  iban: 'IBAN',
  account: 'Konto',
  'tax-id': 'Steuernummer',
  'social-security': 'Versicherungsnummer',
  'id-document': 'Ausweis',
  plate: 'Kennzeichen',
  reference: 'Zeichen',
  url: 'Internetadresse',
  other: 'Angabe',
};

export const placeLabels: Record<ModelInfo['place'], string> = {
  intern: 'im Haus',
  eu: 'EU',
  extern: 'extern',
};

/** Where models stand, in the order in which a sentence names them. */
const placeTexts: readonly [ModelInfo['place'], string][] = [
  ['extern', 'externe Modelle'],
  ['eu', 'Modelle in der EU'],
  ['intern', 'Modelle im Haus'],
];

/** "ChatGPT (EU)" */
export function modelText({ label, place }: Pick<ModelInfo, 'label' | 'place'>): string {
  return `${label} (${placeLabels[place]})`;
}

/** What happens to a text that is sent to a model, in one sentence; a class that is not known yet shows when it is sent. */
export function flowText(model: ModelInfo, dataClass: DataClass | null, treatment: Treatment | null): string {
  const { label, place } = model;
  if (dataClass !== null && treatment === 'refused') return refusedText(model, dataClass);
  if (place === 'intern') {
    return treatment === 'masked'
      ? 'Der Text bleibt im Haus; Namen, Anschriften und Nummern werden auch dort maskiert.'
      : 'Der Text bleibt im Haus.';
  }
  switch (treatment) {
    case 'plain':
      return `Der Text geht unverändert an ${label}.`;
    case 'masked':
      return `Namen, Anschriften und Nummern werden maskiert, bevor der Text an ${label} geht.`;
    case 'refused':
    case null:
      return `Was zu maskieren ist, stellt Amtsfeder fest, bevor der Text an ${label} geht.`;
  }
}

/** "ChatGPT ist für VS-NfD nicht zugelassen." */
function refusedText({ label }: Pick<ModelInfo, 'label'>, dataClass: DataClass): string {
  return `${label} ist für ${classTexts[dataClass].text} nicht zugelassen.`;
}

/** A model in the list: with the reason where the class refuses it. */
export function optionText(
  model: ModelInfo,
  dataClass: DataClass | null,
  treatment: Treatment | null,
): string {
  return dataClass !== null && treatment === 'refused'
    ? `${modelText(model)} – nicht für ${classTexts[dataClass].text}`
    : modelText(model);
}

/** Where texts of a class may go, as the policy has it. */
export function ruleText(dataClass: DataClass, policy: PrivacyPolicy): string {
  const { go } = classTexts[dataClass];
  const places = (wanted: Treatment) =>
    placeTexts.filter(([place]) => policy[dataClass][place] === wanted).map(([, text]) => text);
  const [plain, masked] = [places('plain'), places('masked')];
  if (plain.length + masked.length === 0) return `${go} an kein Modell.`;
  const only = places('refused').length > 0 ? 'nur ' : '';
  if (masked.length === 0) return `${go} ${only}an ${join(plain)}.`;
  const ways = [`maskiert an ${join(masked)}`, ...(plain.length > 0 ? [`unmaskiert an ${join(plain)}`] : [])];
  return `${go} ${only}${ways.join(' oder ')}.`;
}

/** Reasons that are named at once; more of them would crowd the line. */
const MAX_REASONS = 3;

/**
 * Why a class is suggested; empty where the content says nothing.
 * @param chosen the class that counts
 */
export function suggestionText({ dataClass, because }: ClassSuggestion, chosen: DataClass | null): string {
  if (because.length === 0) return '';
  const more = because.length - MAX_REASONS;
  const named = `${because.slice(0, MAX_REASONS).join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`;
  return chosen === dataClass
    ? `Klasse nach Inhalt: ${named}`
    : `Der Inhalt spricht für ${classLabels[dataClass]}: ${named}.`;
}

/** "12 Angaben maskiert" */
export function maskedText(count: number): string {
  if (count === 0) return 'nichts zu maskieren';
  return count === 1 ? '1 Angabe maskiert' : `${count.toLocaleString('de-DE')} Angaben maskiert`;
}

/** What a preview comes to, in one sentence. */
export function verdictText({ verdict, masked }: SendingPreview, model: ModelInfo): string {
  const { dataClass, treatment } = verdict;
  if (treatment === 'refused') return `${refusedText(model, dataClass)} Es wird nichts gesendet.`;
  if (!isOutside(model)) return 'Der Text bleibt im Haus.';
  const label = classLabels[dataClass];
  if (treatment === 'plain') return `${label}: Der Text geht unverändert an ${modelText(model)}.`;
  return masked === 0
    ? `${label}: Es ist nichts zu maskieren. Der Text geht so an ${modelText(model)}.`
    : `${label}: ${maskedText(masked)}, bevor der Text an ${modelText(model)} geht.`;
}

/** What was sent, in a word or two under the result. */
export function sentText(treatment: Treatment, masked: number): string {
  if (treatment === 'plain') return 'gesendet: unmaskiert';
  return masked === 0
    ? 'gesendet: nichts zu maskieren'
    : `gesendet: ${masked.toLocaleString('de-DE')} maskiert`;
}

const times = new Intl.DateTimeFormat('de-DE', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
});

/** What was sent to whom and when: "14:03 Uhr an ChatGPT (EU) · Personenbezogen · 12 Angaben maskiert" */
export function sendingText(
  { model, verdict, masked }: { model: ModelInfo; verdict: PrivacyVerdict; masked: number },
  at: Date,
): string {
  const how = verdict.treatment === 'plain' ? 'unmaskiert' : maskedText(masked);
  return `${times.format(at)} Uhr an ${modelText(model)} · ${classLabels[verdict.dataClass]} · ${how}`;
}

/** Why a lower class than the content suggests was chosen; empty where none was, or no reason was needed. */
export function reasonText({ verdict }: { verdict: PrivacyVerdict }, reason: string): string {
  return reason !== '' && isLower(verdict.dataClass, verdict.suggestion.dataClass)
    ? `Niedrigere Klasse gewählt, weil: ${reason}`
    : '';
}

/** Of a long source. */
export function partsText(parts: number): string {
  return `Der Text ist lang und wird in ${parts} Teilen gesendet.`;
}

/** Said of a text that was not sent to anybody outside. */
export const STAYED = 'Nicht gesendet: Der Text blieb im Haus.';

/** Said where a person stops before the first word, and there is no answer to show what was sent under. */
export const STOPPED_AFTER_SENDING = 'Angehalten. Es wurde schon etwas gesendet.';

/** Said of a term that a person masks although the text does not have it. */
export const NOT_IN_TEXT = 'kommt im Text nicht vor';

/** That a person lets something through although it would be masked. */
export function releasedText(count: number): string {
  return `Was Sie freigegeben haben (${count}), wird nicht maskiert.`;
}

/** The name of a placeholder as it is read out: "PERSON_1, dahinter: Lena Müller". */
export function markName(placeholder: string, original: string): string {
  return `${bare(placeholder)}, dahinter: ${original}`;
}

/** A placeholder without its brackets. */
export function bare(placeholder: string): string {
  return placeholder.replace(/^\[+/, '').replace(/\]+$/, '');
}

function join(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`;
}
