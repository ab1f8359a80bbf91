import { describe, expect, it } from '@jest/globals';
import type { HighRiskUse, LibraryContent } from '../../../../contract/agents/library.ts';
import { suspectedUses } from './suspected.ts';

const prompt = (text: string): LibraryContent => ({
  kind: 'prompt',
  name: 'Schreiben',
  purpose: '',
  text,
  variables: [],
});

describe('high-risk uses are found by words', () => {
  it.each<[HighRiskUse, string]>([
    ['personnel', 'Vergleiche die Bewerbungen und schlage eine Rangfolge vor.'],
    ['personnel', 'Welche Bewerberin ist am besten geeignet?'],
    ['personnel', 'Schreibe eine dienstliche Beurteilung aus den Stichworten.'],
    ['personnel', 'Formuliere die Leistungsbeurteilung.'],
    ['personnel', 'Überwachung der Beschäftigten im Homeoffice auswerten.'],
    ['personnel', 'Werte die Fehlzeiten aus und vergleiche die Mitarbeiter.'],
    ['personnel', 'Fragen für das Vorstellungsgespräch.'],
    ['education', 'Schlage eine Note für den Aufsatz vor.'],
    ['education', 'Wer bekommt den Kita-Platz?'],
    ['education', 'Schulplätze nach den Angaben der Eltern verteilen'],
    ['services', 'Prüfe, ob ein Anspruch auf Wohngeld besteht.'],
    ['services', 'Entscheide, ob die Leistung bewilligt wird.'],
    ['services', 'Lehne den Antrag ab, wenn Unterlagen fehlen.'],
    ['services', 'Leistungsanspruch berechnen'],
    ['migration', 'Asylanträge zusammenfassen'],
    ['migration', 'Verlängerung der Aufenthaltserlaubnis vorbereiten'],
    ['enforcement', 'Bußgeldbescheid entwerfen'],
    ['enforcement', 'Anhörung im Verfahren wegen einer Ordnungswidrigkeit'],
    ['biometrics', 'Gesichtserkennung auf Fotos'],
  ])('%s: %s', (use, text) => {
    expect(suspectedUses(prompt(text), '')).toContain(use);
  });

  it.each([
    '{{ "Bewerten Sie die Bewerber." }}',
    'Bewer{{""}}ten Sie die Bewer{{\'\'}}ber.',
    "{{ 'Bewer' + 'ten Sie die Bewer' + 'ber.' }}",
  ])('also where they are hidden in an expression: %s', (text) => {
    expect(suspectedUses(prompt(text), '')).toContain('personnel');
  });

  it('in what whoever hands it in says', () => {
    expect(suspectedUses(prompt('Fasse zusammen.'), 'Für die Vorauswahl von Bewerbungen.')).toEqual([
      'personnel',
    ]);
  });

  it('in the titles, orders and fields of an agent, and not in the documents of its examples', () => {
    const agent = (title: string, example: string): LibraryContent => ({
      kind: 'agent',
      agent: {
        format: 'amtsfeder/agent/1',
        name: 'Zusammenfassen',
        purpose: 'Fasst zusammen.',
        owner: { name: 'Bauamt' },
        dataClass: 'internal',
        models: null,
        reviewOn: '2027-01-01',
        inputs: [{ kind: 'feld', field: { name: 'inhalt', label: 'Inhalt', kind: 'text' } }],
        work: {
          kind: 'ablauf',
          steps: [
            {
              id: 'text',
              title,
              kind: 'schreiben',
              form: 'text',
              drawsOn: [],
              how: { kind: 'text', text: '{{ inhalt }}' },
            },
          ],
          outcome: { from: 'text', as: 'vermerk' },
        },
        examples: [
          {
            name: 'Eins',
            inputs: { inhalt: { kind: 'feld', value: { kind: 'text', text: example } } },
            expects: [{ at: 'text', contains: 'x' }],
          },
        ],
      },
    });
    expect(suspectedUses(agent('Bewerbungen ordnen', 'x'), '')).toEqual(['personnel']);
    expect(suspectedUses(agent('Ordnen', 'Bewerbung von Frau Muster'), '')).toEqual([]);
  });
});

describe('what is said not to be meant is no use', () => {
  it.each([
    'Nicht für Bewerbungen.',
    'Nicht für Bewerbungen, Leistungsbeurteilungen und Noten.',
    'Der Agent ist nicht geeignet für Asyl und Aufenthalt.',
    'Fasst Texte zusammen, ohne Leistungsbeurteilung.',
    'Keine Entscheidung über Leistungen.',
    'Die Nutzung für Bußgeldverfahren ist nicht erlaubt.',
    'Bewerbungen sind ausgeschlossen.',
    'Weder für Bewerbungen noch für die Überwachung von Beschäftigten.',
  ])('%s', (text) => {
    expect(suspectedUses(prompt(text), '')).toEqual([]);
  });

  it.each([
    'Nicht nur für Briefe, auch für Bewerbungen.',
    'Wenn die Unterlagen nicht vollständig sind, lehnt er den Antrag ab.',
    'Ohne zu fragen die Bewerbungen ordnen.',
    'Nicht für Vermerke, sondern für Bewerbungen.',
    'Nicht für Noten. Für Bewerbungen gut.',
  ])('but not where the sentence turns: %s', (text) => {
    expect(suspectedUses(prompt(text), '')).not.toEqual([]);
  });
});

describe('harmless work of an administration is no use', () => {
  it.each([
    'Telefonnotiz aus Stichworten: wer angerufen hat und bis wann zurückgerufen wird.',
    'Rundschreiben auswerten: Zuständigkeit, Fristen und Handlungsbedarf, mit einer Mail an die Fachbereiche.',
    'Bürgeranfrage beantworten: Fragen finden, im Wissen nachschlagen, Antwortschreiben mit offenen Punkten.',
    'Sitzungsvorlage prüfen: Beschlussvorschlag gegen Sachverhalt, Summen, Daten.',
    'Bescheid formal prüfen: Rechtsbehelfsbelehrung, Begründung, Tenor.',
    'Stellungnahmen mehrerer Fachbereiche zu einer Tabelle zusammenführen.',
    'Protokoll aus Notizen: Beschlüsse, Aufgaben, Termine.',
    'FAQ aus einer Dienstanweisung für Beschäftigte.',
    'Überwachung der Fristen im Bauverfahren.',
    'Fußnoten in das Dokument übernehmen.',
    'Die Aufenthaltsqualität am Marktplatz beschreiben.',
    'Leistungsbeschreibung für die Vergabe einer Software.',
    'Die Eignung des Grundstücks für eine Feuerwache darstellen.',
    'Bewerbung um Fördermittel des Landes zusammenstellen.',
    'Einladung zur Personalversammlung schreiben.',
    'Antrag der Fraktion für die Entscheidung im Ausschuss zusammenfassen.',
    'Leite die Anfrage an die zuständige Stelle weiter.',
    'Verlust eines Personalausweises anzeigen',
  ])('%s', (text) => {
    expect(suspectedUses(prompt(text), '')).toEqual([]);
  });
});
