import type { StepKind } from '../../../../contract/agents/definition.ts';

/** What each kind of step does, for whoever chooses one. */
export const stepTexts: Readonly<Record<StepKind, string>> = {
  lesen: 'Angaben aus einem Dokument lesen, mit Fundstelle',
  nachschlagen: 'Im internen Wissen nachschlagen, mit Fundstelle',
  pruefen: 'Prüfen, ob eine Regel erfüllt ist',
  rechnen: 'Betrag, Zahl oder Tag berechnen, ohne Sprachmodell',
  schreiben: 'Einen Text schreiben oder zusammensetzen',
  fragen: 'Den Menschen etwas fragen',
  freigeben: 'Anhalten, bis ein Mensch zustimmt',
  entscheiden: 'Je nach Bedingung andere Schritte gehen',
  je: 'Dieselben Schritte für jeden Eintrag einer Liste',
};
