/** What of the closed list in `contract/errors.ts` concerns agents and the library. */
export const agentErrors = {
  agent_unavailable: {
    text: 'Diesen Agenten gibt es nicht mehr, oder er wurde zurückgezogen. Bitte wählen Sie einen anderen.',
    again: false,
  },
  agent_faulty: {
    text: 'Dieser Agent hat einen Fehler und kann nicht laufen. Bitte wenden Sie sich an die Stelle, die ihn verantwortet.',
    again: false,
  },
  agent_model_needed: {
    text: 'Dieser Agent braucht ein Sprachmodell. Bitte wählen Sie eines, das er benutzen darf.',
    again: false,
  },
  agent_input_missing: {
    text: 'Für diesen Agenten fehlt noch eine Angabe. Es wurde nichts gesendet. Bitte ergänzen Sie sie.',
    again: false,
  },
  agent_calculation: {
    text: 'Mit diesen Angaben lässt sich nicht rechnen. Bitte prüfen und berichtigen Sie die Ergebnisse der Schritte davor.',
    again: false,
  },
  agent_too_many: {
    text: 'Es sind mehr Einträge, als dieser Agent bearbeiten darf. Bitte berichtigen Sie das Ergebnis des Schritts davor.',
    again: false,
  },
  agent_limit: {
    text: 'Der Agent hat seine Grenze an Schritten oder Kosten erreicht. Was bis dahin fertig ist, sehen Sie hier.',
    again: false,
  },
  agent_form: {
    text: '{modell} hat zweimal nicht in der verlangten Form geantwortet. Bitte versuchen Sie es mit einem anderen Modell oder tragen Sie das Ergebnis selbst ein.',
    again: true,
  },
  template_missing: {
    text: 'Die Vorlage, die dieser Agent benutzt, gibt es nicht mehr. Bitte wenden Sie sich an die Stelle, die ihn verantwortet.',
    again: false,
  },
  run_missing: {
    text: 'Diesen Lauf gibt es nicht mehr. Läufe werden nach der Frist gelöscht, die Ihre Kommune festgelegt hat.',
    again: false,
  },
  run_unreadable: {
    text: 'Dieser Lauf lässt sich nicht mehr öffnen. Es wird nichts davon gezeigt. Bitte löschen Sie ihn und beginnen Sie neu.',
    again: false,
  },
  too_many_runs: {
    text: 'Es laufen schon fünf Agenten für Sie. Bitte beenden oder löschen Sie zuerst einen davon.',
    again: false,
  },
  library_faulty: {
    text: 'Das kann so nicht gespeichert werden. Es wurde nichts geändert. Bitte beheben Sie die genannten Fehler.',
    again: false,
  },
  same_person: {
    text: 'Was Sie selbst geschrieben haben, gibt eine andere Person frei (Vier-Augen-Prinzip). Es wurde nichts geändert.',
    again: false,
  },
  examples_failed: {
    text: 'Mindestens ein Beispiel führt nicht zum erwarteten Ergebnis. Es wurde nichts eingereicht. Bitte beheben Sie das oder berichtigen Sie das Beispiel.',
    again: false,
  },
  high_risk_refused: {
    text: 'Für diesen Einsatz gelten die Pflichten für Hochrisiko-KI. Freigeben kann ihn nur Ihr Datenschutz, mit Begründung. Es wurde nichts geändert.',
    again: false,
  },
} as const;
