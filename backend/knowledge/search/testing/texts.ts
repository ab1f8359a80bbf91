import type { Section } from '../../section.ts';
import type { TestDocument } from './library.store.ts';

const section = (heading: string, text: string): Section => ({ path: [heading], text, pages: null });

/** A small house of rules, written for the tests. */
export const rules: readonly TestDocument[] = [
  {
    name: 'arbeitszeit.md',
    title: 'Dienstanweisung Arbeitszeit',
    kind: 'regulation',
    sections: [
      section('1 Geltung', 'Diese Dienstanweisung gilt für alle Beschäftigten der Kreisverwaltung.'),
      section(
        '2 Rahmenzeit',
        'Die Arbeitszeit liegt zwischen 6 Uhr und 20 Uhr. Zeitguthaben über 40 Stunden verfallen am Jahresende.',
      ),
      section(
        '3 Pausen',
        'Nach sechs Stunden ist eine Pause von 30 Minuten zu nehmen. Sie zählt nicht zur Arbeitszeit.',
      ),
      section(
        '4 Krankmeldung',
        'Eine Arbeitsunfähigkeitsbescheinigung ist ab dem dritten Tag vorzulegen; § 5 EFZG bleibt unberührt.',
      ),
    ],
  },
  {
    name: 'reisen.md',
    title: 'Dienstanweisung Dienstreisen',
    kind: 'regulation',
    sections: [
      section('1 Genehmigung', 'Dienstreisen sind vor ihrem Antritt schriftlich zu genehmigen.'),
      section(
        '2 Wegstrecke',
        'Für Fahrten mit dem eigenen Kraftfahrzeug wird eine Wegstreckenentschädigung von 30 Cent je Kilometer gezahlt.',
      ),
      section('3 Abrechnung', 'Reisekosten sind innerhalb von sechs Monaten abzurechnen.'),
    ],
  },
  {
    name: 'hund.md',
    title: 'Hundesteuersatzung',
    kind: 'statute',
    sections: [
      section(
        '§ 1 Steuergegenstand',
        'Gegenstand der Steuer ist das Halten von Hunden im Gebiet der Gemeinde.',
      ),
      section(
        '§ 5 Steuersatz',
        'Die Steuer beträgt für den ersten Hund 60 Euro, für jeden weiteren Hund 90 Euro.',
      ),
      section('§ 7 Anzeige', 'Wer einen Hund hält, hat ihn binnen 14 Tagen bei der Gemeinde anzuzeigen.'),
    ],
  },
  {
    // Equal texts, whose order only their ids decide.
    name: 'gleich.md',
    title: 'Aushänge',
    kind: 'circular',
    sections: Array.from({ length: 14 }, (_, index) =>
      section(`Aushang ${String.fromCharCode(65 + index)}`, 'Am Freitag bleibt das Rathaus geschlossen.'),
    ),
  },
];

export const questions: readonly string[] = [
  'Wann bleibt das Rathaus geschlossen?',
  'Aushang',
  'Wie lange ist die Pause?',
  'Wie viel Geld bekomme ich pro Kilometer mit dem eigenen Auto?',
  'Muss eine Dienstreise genehmigt werden?',
  'Bis wann muss ich die Reisekosten abrechnen?',
  'Was kostet die Hundesteuer für den zweiten Hund?',
  'Was steht in § 5?',
  'Wann verfallen Zeitguthaben?',
  'Ab wann brauche ich eine Arbeitsunfähigkeitsbescheinigung?',
  'Arbeitszeitt am Freitag',
  'Gemeinde Hund Steuer Arbeitszeit Pause Rathaus Freitag Tage',
];
