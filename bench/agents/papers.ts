import { readFile } from 'node:fs/promises';
import type { Agent } from '../../contract/agents/definition.ts';
import type { Example, Expectation } from '../../contract/agents/example.ts';
import type { Source } from '../../contract/source.ts';
import { sourceOf } from '../../backend/cli/source-of-file.ts';
import { readDocument } from '../../backend/documents/read.ts';
import { GOOD } from '../../backend/forms/testing/examples.ts';

/** A paper that nobody wrote for these agents, and what a person who read it found. */
export interface Paper {
  name: string;
  agent: string;
  /** Calendar day that the run reckons from. */
  today: string;
  /** A file, or the text of a document. */
  of: URL | string;
  inputs?: Example['inputs'];
  truth: Expectation[];
  /** The same paper with one thing changed, and what has to be noticed. */
  changed?: { name: string; change: (text: string) => string; truth: Expectation[] }[];
}

/** A paper as an example of its agent, read as the pane reads it. */
export async function exampleOf(agent: Agent, paper: Paper): Promise<Example[]> {
  const source = await sourceFor(paper);
  const [input] = agent.inputs;
  if (input === undefined || input.kind === 'feld') throw new Error('an agent that reads was meant');
  const example = (what: string, open: Source, expects: Expectation[]): Example => ({
    name: what,
    inputs: { ...paper.inputs, [input.name]: { kind: 'offen', source: open } },
    expects,
  });
  const whole = source.kind === 'document' ? source.text : '';
  return [
    example(paper.name, source, paper.truth),
    ...(paper.changed ?? []).map(({ name: what, change, truth }) => {
      const text = change(whole);
      if (text === whole) throw new Error(`nothing was changed: ${what}`);
      return example(what, { kind: 'document', title: paper.name, part: 'whole', text }, truth);
    }),
  ];
}

async function sourceFor({ name, of }: Paper): Promise<Source> {
  if (typeof of === 'string') return { kind: 'document', title: name, part: 'whole', text: of };
  const file = decodeURIComponent(of.pathname.split('/').at(-1) ?? '');
  return sourceOf(await readDocument(await readFile(of), file, new AbortController().signal));
}

const SAMPLES = new URL('../../addin/workspace/samples/', import.meta.url);

/** @param data the folder of the shared data */
export function papersIn(data: URL): Paper[] {
  return [
    council(new URL('texts/sitzungsvorlage-ki-verbund.txt', data)),
    circular,
    request,
    rules,
    otherCouncil,
    otherDecision,
  ];
}

function council(file: URL): Paper {
  const withResolution = (more: string) => (text: string) =>
    text.replace('einen Förderantrag zu stellen.', `einen Förderantrag zu stellen. ${more}`);
  return {
    name: 'Sitzungsvorlage KI-Verbund (a real one)',
    agent: 'sitzungsvorlage-pruefen',
    // Before the meeting, when the paper would have been checked.
    today: '2026-04-15',
    of: file,
    truth: [
      { at: 'kopf.fachbereich', contains: 'FB 1 - Büroleitung' },
      { at: 'kopf.aktenzeichen', is: '' },
      { at: 'kopf.bearbeitung', is: 'Administrator' },
      { at: 'kopf.gremium', is: 'Hauptausschuss' },
      { at: 'kopf.sitzung', is: '29.04.2026' },
      { at: 'kopf.status', is: 'öffentlich' },
      { at: 'kopf.tagesordnungspunkt', contains: 'Antrag auf Gewährung einer Zuwendung' },
      { at: 'teile.beschluss', contains: 'wird zugestimmt' },
      { at: 'teile.beschluss', contains: 'einen Förderantrag zu stellen' },
      { at: 'posten', count: 4 },
      { at: 'kosten', is: '314.065,00 Euro' },
      { at: 'genannte_summe', is: '314.065,00 Euro' },
      { at: 'finanzierung', is: '314.065,00 Euro' },
      { at: 'summe_stimmt', is: 'ja' },
      { at: 'finanzierung_stimmt', is: 'ja' },
      { at: 'betraege', contains: '6.250,00 Euro' },
      { at: 'termine', contains: '15.06.2026' },
      { at: 'fristen_reichen', is: 'ja' },
      { at: 'aktenzeichen_da', contains: 'fehlt' },
      { at: 'beratungsfolge_da', is: 'ja' },
      { at: 'beschluss_allein', is: 'ja' },
      { at: 'betragspruefung', count: 0 },
      { at: 'terminpruefung', count: 0 },
      { at: 'maengel', is: '1' },
    ],
    changed: [
      {
        name: 'the sum is wrong',
        change: (text) => text.replace('| Summe | 314.065,00 € |', '| Summe | 314.056,00 € |'),
        truth: [{ at: 'summe_stimmt', contains: '314.056,00 Euro' }],
      },
      {
        name: 'grant and own share cover too little',
        change: (text) =>
          text.replace('| IKZ-Förderung | 314.065,00 € |', '| IKZ-Förderung | 300.000,00 € |'),
        truth: [{ at: 'finanzierung_stimmt', contains: '300.000,00 Euro' }],
      },
      {
        name: 'a second cost row that the sum leaves out',
        change: (text) => text.replace('| Summe |', '| Netzanschluss | 12.500,50 € |\n| Summe |'),
        truth: [{ at: 'summe_stimmt', contains: '326.565,50 Euro' }],
      },
      {
        name: 'an amount only in the Beschluss',
        change: withResolution('Die Kosten von 350.000,00 € werden genehmigt.'),
        truth: [{ at: 'befunde', contains: 'nicht im Sachverhalt: 350.000,00 Euro' }],
      },
      {
        name: 'an amount of the Beschluss that the Sachverhalt has',
        change: withResolution('Die Folgekosten von 6.250 € im Jahr werden getragen.'),
        truth: [
          { at: 'betragspruefung', count: 1 },
          { at: 'zahlen_belegt', is: 'ja' },
        ],
      },
      {
        name: 'a day only in the Beschluss',
        change: withResolution('Der Antrag ist bis zum 01.06.2026 zu stellen.'),
        truth: [{ at: 'befunde', contains: 'nicht im Sachverhalt: 01.06.2026' }],
      },
      {
        name: 'a period that ends before the meeting',
        change: (text) => text.replace('15.06.2026', '20.04.2026'),
        truth: [{ at: 'fristen_reichen', contains: '20.04.2026 liegt vor der Sitzung' }],
      },
      {
        name: 'a Beschluss that points elsewhere',
        change: withResolution('Die Mittel werden wie oben dargestellt bereitgestellt.'),
        truth: [{ at: 'beschluss_allein', contains: 'nein' }],
      },
      {
        name: 'no Beschlussvorschlag',
        change: (text) => text.replace(/Beschlussvorschlag:[\s\S]*?(?=Anlage\/n:)/u, ''),
        truth: [{ at: 'beschluss_da', contains: 'nein' }],
      },
      {
        name: 'no day of the meeting',
        change: (text) => text.replace('| Hauptausschuss | 29.04.2026 |', '| Hauptausschuss |  |'),
        truth: [{ at: 'beratungsfolge_da', contains: 'Datum' }],
      },
    ],
  };
}

const circular: Paper = {
  name: 'Rundschreiben of the workspace',
  agent: 'rundschreiben-auswerten',
  today: '2026-11-20',
  of: new URL('rundschreiben.docx', SAMPLES),
  truth: [
    { at: 'angaben.absender', contains: 'Kreisverwaltung Westricher Land' },
    { at: 'angaben.aktenzeichen', is: '5/540-11-2026' },
    { at: 'angaben.datum', is: '16.11.2026' },
    { at: 'angaben.betreff', contains: 'Neues Verfahren für Wohngeldanträge' },
    { at: 'angaben.zustaendig', contains: 'Kreisverwaltung' },
    { at: 'fristen', contains: '04.12.2026' },
    { at: 'fristen', contains: '11.12.2026' },
    { at: 'fristen', contains: '18.12.2026' },
    { at: 'fristen', contains: '31.03.2027' },
    { at: 'aufgabenliste', contains: '04.12.2026 | Benennung von zwei Ansprechpersonen' },
    { at: 'aufgabenliste', contains: 'drei Arbeitstagen' },
    { at: 'handlungsbedarf', contains: 'Wohngeldstellen' },
    { at: 'handlungsbedarf', contains: 'Aushänge und Internetseiten' },
    { at: 'naechste_frist', is: '04.12.2026' },
    { at: 'rundmail', contains: '5/540-11-2026' },
  ],
};

const request: Paper = {
  name: 'Bürgeranfrage of the workspace',
  agent: 'buergeranfrage-beantworten',
  today: '2026-11-23',
  of: new URL('buergeranfrage.eml', SAMPLES),
  truth: [
    { at: 'angaben.name', contains: 'Jonas Mustermeier' },
    { at: 'angaben.antwort_bis', is: '04.12.2026' },
    { at: 'fragen_der_person', count: 3 },
    { at: 'fragen_der_person', contains: 'Baugenehmigung' },
    { at: 'fragen_der_person', contains: 'Abstand zur Grundstücksgrenze' },
    { at: 'fragen_der_person', contains: 'Welche Unterlagen' },
  ],
};

const rules: Paper = {
  name: 'Dienstanweisung of the workspace',
  agent: 'faq-aus-dienstanweisung',
  today: '2026-11-23',
  of: new URL('dienstanweisung.pdf', SAMPLES),
  truth: [
    { at: 'kopf.titel', contains: 'Homeoffice' },
    { at: 'regeln_gefunden', is: 'ja' },
    { at: 'faq', contains: 'bis zu zwei Arbeitstage je Woche' },
    { at: 'faq', contains: 'Private Geräte dürfen nicht verwendet werden' },
    { at: 'faq', contains: 'unverzüglich, spätestens innerhalb von 24 Stunden' },
    { at: 'faq', contains: '§ 3' },
  ],
};

const otherCouncil: Paper = {
  name: 'Sitzungsvorlage of the tests of forms',
  agent: 'sitzungsvorlage-pruefen',
  today: '2026-11-16',
  of: GOOD['council-paper'],
  truth: [
    { at: 'kopf.aktenzeichen', is: '60-017' },
    { at: 'kopf.gremium', is: 'Gemeinderat' },
    { at: 'kopf.sitzung', is: '08.12.2026' },
    { at: 'kopf.bearbeitung', is: 'Frau Amsel' },
    { at: 'teile.beschluss', contains: 'mit dem Bau des Spielplatzes Gartenstraße' },
    { at: 'kosten', is: '48.500,00 Euro' },
    { at: 'summe_stimmt', is: 'ja' },
    { at: 'finanzierung', is: '48.500,00 Euro' },
    { at: 'betragspruefung', count: 1 },
    { at: 'zahlen_belegt', is: 'ja' },
    { at: 'fristen_reichen', is: 'ja' },
  ],
};

const otherDecision: Paper = {
  name: 'Bescheid of the tests of forms',
  agent: 'bescheid-formal-pruefen',
  today: '2026-11-16',
  of: GOOD.decision,
  truth: [
    { at: 'kopf.behoerde', contains: 'Kreisverwaltung Buchenkreis' },
    { at: 'kopf.adressat', contains: 'Emil Vogt' },
    { at: 'kopf.aktenzeichen', is: '' },
    { at: 'kopf.datum', is: '16.11.2026' },
    { at: 'inhalt.tenor', contains: 'Das Lagern von Altreifen' },
    { at: 'inhalt.begruendung', contains: '40 Altreifen' },
    { at: 'inhalt.rechtsgrundlage', contains: '§ 62 KrWG' },
    { at: 'inhalt.anhoerung', contains: '12.10.2026' },
    { at: 'inhalt.gebuehr', is: '120,00 Euro' },
    { at: 'belehrung.rechtsbehelf', is: 'Widerspruch' },
    { at: 'belehrung.frist_zahl', is: '1' },
    { at: 'belehrung.frist_einheit', is: 'Monate' },
    { at: 'belehrung.stelle', contains: 'Kreisverwaltung Buchenkreis, Schlossplatz 1' },
    { at: 'frist_ende', is: '21.12.2026' },
    { at: 'maengel', is: '0' },
  ],
};
