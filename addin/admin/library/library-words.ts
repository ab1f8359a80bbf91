import type {
  AdminCard,
  HighRiskUse,
  LibraryContent,
  LibraryKind,
  LibraryVersion,
  VersionState,
} from '../../../contract/agents/library.ts';
import type { Kommune } from '../../../contract/identity.ts';
import { dayText, numberText } from '../words.ts';

/** Everything the library says in more than one place. */

export const stateLabels: Record<VersionState, string> = {
  draft: 'Entwurf',
  submitted: 'wartet auf Freigabe',
  approved: 'freigegeben',
  replaced: 'abgelöst',
  withdrawn: 'zurückgezogen',
};

/** Each kind with its article, as what a person begins or looks at. */
export const kindTexts: Record<LibraryKind, { begin: string; this: string }> = {
  agent: { begin: 'Neuer Agent', this: 'Dieser Agent' },
  template: { begin: 'Neue Vorlage', this: 'Diese Vorlage' },
  textblock: { begin: 'Neuer Textbaustein', this: 'Dieser Textbaustein' },
  prompt: { begin: 'Neue Anweisung', this: 'Diese Anweisung' },
};

/** State of the newest version, and of what others see meanwhile. */
export function stateText({ state, approved }: Pick<AdminCard, 'state' | 'approved'>): string {
  if (state === 'approved' || approved === null) return stateLabels[state];
  return `${stateLabels[state]}; Fassung ${approved} gilt weiter`;
}

/** Whose it is. */
export function ownerText({ origin, kommune }: Pick<AdminCard, 'origin' | 'kommune'>, own: Kommune): string {
  switch (origin) {
    case 'shipped':
      return 'mitgeliefert';
    case 'verbund':
      return 'Verbund';
    case 'kommune':
      return kommune === null || kommune === own.id ? own.name : 'Kommune';
  }
}

export function reviewText(reviewOn: string | null): string {
  return reviewOn === null ? '–' : dayText(reviewOn);
}

/** Uses of the last full month; of few persons no figure. */
export function usesText(uses: number | null): string {
  return uses === null ? 'unter 5 Personen' : numberText(uses);
}

/** What the original has that a copy lacks; null for nothing. */
export function newerText({ copiedFrom }: Pick<AdminCard, 'copiedFrom'>): string | null {
  if (copiedFrom === null || copiedFrom.newer === null) return null;
  return `Das Original hat eine neuere Fassung (${copiedFrom.newer} statt ${copiedFrom.number}).`;
}

export function nameOf(content: LibraryContent): string {
  return content.kind === 'agent' ? content.agent.name : content.name;
}

/** Who did something; a name may have been erased. */
export function actorText({ name, self }: LibraryVersion['author']): string {
  return `${name === '' ? 'Name gelöscht' : name}${self ? ' (Sie)' : ''}`;
}

/** The questions before something is handed in (demand 7, EU AI Act Annex III), in plain words. */
export const riskQuestions: Record<HighRiskUse, { asks: string; such: string }> = {
  personnel: {
    asks: 'Geht es um Bewerbungen, Beurteilungen, Einsatz oder Überwachung von Beschäftigten?',
    such: 'etwa: Bewerbungen vergleichen, Leistungen bewerten',
  },
  education: {
    asks: 'Geht es darum, wer einen Platz in Schule, Kita oder Ausbildung bekommt oder wie jemand benotet wird?',
    such: 'etwa: Aufnahme in eine Schule, Bewertung von Prüfungen',
  },
  services: {
    asks: 'Geht es darum, ob jemand eine öffentliche Leistung bekommt, behält oder zurückzahlt?',
    such: 'etwa: Wohngeld, Sozialhilfe, Kita-Beitrag',
  },
  migration: {
    asks: 'Geht es um Asyl, Aufenthalt, Visa oder Einreise?',
    such: 'etwa: Anträge der Ausländerbehörde',
  },
  enforcement: {
    asks: 'Geht es um Gefahrenabwehr, Ordnungswidrigkeiten oder Strafverfolgung gegen Personen?',
    such: 'etwa: Bußgeldbescheide, Anzeigen bewerten',
  },
  biometrics: {
    asks: 'Werden Personen an Gesicht, Stimme oder anderen Merkmalen erkannt oder eingeordnet?',
    such: 'etwa: Fotos vergleichen',
  },
};
