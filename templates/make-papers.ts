import { cell, type Control, Controls, gap, mm, paragraph, row, run, TAB, table } from './make-xml.ts';

/** What is special about a Vorlage: the content of its pages and of the header of the first one. */
export interface Paper {
  title: string;
  body: string;
  /** Null: the first page begins like the others. */
  letterhead: string | null;
}

/** Twips between the margins of 25 and 20 mm. */
const TEXT_WIDTH = mm(210 - 25 - 20);
/** Where the header of a page begins. */
export const HEADER_MM = 12.5;
/** Form B of DIN 5008: the address field begins 45 mm below the edge, the information block 50 mm. */
const ADDRESS_MM = 45;
const INFO_BELOW_ADDRESS_MM = 5;
/** Behind the address field and two empty lines, 98.4 mm below the edge, the Betreff begins. */
const SUBJECT_MM = 98.4;
/** Height of the paragraph behind the table of the letterhead, in twips. */
const SMALL_PARAGRAPH = 40;

const FIELDS = {
  behoerde: 'Behörde',
  fachbereich: 'Fachbereich',
  bearbeitung: 'Name',
  telefon: 'Telefon',
  email: 'E-Mail',
  datum: 'Datum',
  'unser-zeichen': 'Unser Zeichen',
  'ihr-zeichen': 'Ihr Zeichen',
  'ihre-nachricht': 'Datum Ihrer Nachricht',
  anschrift: 'Anschrift',
  betreff: 'Betreff',
  anrede: 'Anrede',
  text: 'Text',
  gruss: 'Grußformel',
  anlagen: 'Anlagen',
} as const;

const field = (tag: keyof typeof FIELDS): Control => ({ tag, label: FIELDS[tag] });

function letterhead(controls: Controls): string {
  const lines =
    paragraph('AFBriefkopf', controls.inline(field('behoerde'))) +
    paragraph('Normal', controls.inline(field('fachbereich')));
  const height = mm(ADDRESS_MM - HEADER_MM) - SMALL_PARAGRAPH;
  return (
    table(
      null,
      [TEXT_WIDTH],
      [row(cell(TEXT_WIDTH, lines), `<w:trHeight w:val="${height}" w:hRule="exact"/>`)],
    ) + paragraph('AFKlein', '')
  );
}

/** Address field and information block side by side; the block ends 10 mm from the edge, beyond the margin. */
function letterHead(controls: Controls, info: [string, keyof typeof FIELDS][]): string {
  const widths = [mm(80), mm(20), mm(75)] as const;
  const address =
    paragraph(
      'AFRuecksendeangabe',
      controls.inline(field('behoerde')) + run(' · ') + controls.inline(field('fachbereich')),
    ) + controls.block(field('anschrift'), 'AFAnschrift');
  const lines = info.map(([label, tag]) =>
    paragraph('AFInfoblock', run(`${label}:`) + TAB + controls.inline(field(tag))),
  );
  const below = `<w:tcMar><w:top w:w="${mm(INFO_BELOW_ADDRESS_MM)}" w:type="dxa"/></w:tcMar>`;
  // A cell ends with a paragraph, not with a content control.
  const end = paragraph('AFKlein', '');
  return table(
    null,
    [...widths],
    [
      row(
        cell(widths[0], address + end) +
          cell(widths[1], paragraph('Normal', '')) +
          cell(widths[2], lines.join(''), below),
        `<w:trHeight w:val="${mm(SUBJECT_MM - ADDRESS_MM)}" w:hRule="atLeast"/>`,
      ),
    ],
  );
}

/** The head of a paper of the files: labels on the left, values on the right. */
function fileHead(controls: Controls, rows: [string, keyof typeof FIELDS][]): string {
  const widths = [mm(45), TEXT_WIDTH - mm(45)] as const;
  return table(
    null,
    [...widths],
    rows.map(([label, tag]) =>
      row(
        cell(widths[0], paragraph('AFTabellentext', run(`${label}:`))) +
          cell(widths[1], paragraph('AFTabellentext', controls.inline(field(tag)))),
      ),
    ),
  );
}

/** A table with a head that repeats on the next page, and rows of gaps. */
function form(columns: string[], rows: string[][]): string {
  const width = Math.floor(TEXT_WIDTH / columns.length);
  const cells = (contents: string[]) =>
    contents.map((content) => cell(width, paragraph('AFTabellentext', content))).join('');
  return table(
    'AFTabelle',
    columns.map(() => width),
    [
      row(cells(columns.map((name) => run(name))), '<w:cantSplit/><w:tblHeader/>'),
      ...rows.map((contents) => row(cells(contents))),
    ],
  );
}

const INFO: [string, keyof typeof FIELDS][] = [
  ['Ihr Zeichen', 'ihr-zeichen'],
  ['Ihre Nachricht vom', 'ihre-nachricht'],
  ['Unser Zeichen', 'unser-zeichen'],
  ['Name', 'bearbeitung'],
  ['Telefon', 'telefon'],
  ['E-Mail', 'email'],
  ['Datum', 'datum'],
];

function letter(): Paper {
  const controls = new Controls();
  return {
    title: 'Antwortschreiben',
    letterhead: letterhead(controls),
    body:
      letterHead(controls, INFO) +
      controls.block(field('betreff'), 'AFBetreff') +
      controls.block(field('anrede'), 'AFText') +
      controls.block(field('text'), 'AFText') +
      controls.block(field('gruss'), 'AFGruss') +
      controls.block(field('anlagen'), 'AFAnlagen'),
  };
}

function decision(): Paper {
  const controls = new Controls();
  return {
    title: 'Bescheid',
    letterhead: letterhead(controls),
    body:
      letterHead(controls, INFO.slice(2)) +
      paragraph('AFTitel', run('Bescheid')) +
      controls.block(field('betreff'), 'AFBetreff') +
      controls.block(field('anrede'), 'AFText') +
      controls.block(field('text'), 'AFText') +
      controls.block(field('gruss'), 'AFGruss') +
      controls.block(field('anlagen'), 'AFAnlagen'),
  };
}

const FILE_HEAD: [string, keyof typeof FIELDS][] = [
  ['Behörde', 'behoerde'],
  ['Fachbereich', 'fachbereich'],
  ['Az.', 'unser-zeichen'],
  ['Datum', 'datum'],
  ['Verfasst von', 'bearbeitung'],
];

function note(): Paper {
  const controls = new Controls();
  return {
    title: 'Vermerk',
    letterhead: null,
    body:
      fileHead(controls, FILE_HEAD) +
      paragraph('AFTitel', run('Vermerk')) +
      controls.block(field('betreff'), 'AFBetreff') +
      controls.block(field('text'), 'AFText'),
  };
}

function order(): Paper {
  const controls = new Controls();
  return {
    title: 'Verfügung',
    letterhead: null,
    body:
      fileHead(controls, FILE_HEAD) +
      paragraph('AFTitel', run('Verfügung')) +
      controls.block(field('betreff'), 'AFBetreff') +
      controls.block(field('text'), 'AFText') +
      controls.block(field('gruss'), 'AFGruss'),
  };
}

function councilPaper(): Paper {
  const controls = new Controls();
  return {
    title: 'Sitzungsvorlage',
    letterhead: null,
    body:
      fileHead(controls, [
        ['Behörde', 'behoerde'],
        ['Fachbereich', 'fachbereich'],
        ['Az.', 'unser-zeichen'],
        ['Bearbeitung', 'bearbeitung'],
        ['Datum', 'datum'],
      ]) +
      paragraph('AFTitel', run('Sitzungsvorlage')) +
      form(
        ['Gremium', 'Sitzung am', 'Status'],
        [[gap('Gremium'), gap('Datum der Sitzung'), gap('öffentlich oder nichtöffentlich')]],
      ) +
      paragraph('Heading2', run('Tagesordnungspunkt')) +
      controls.block(field('betreff'), 'AFBetreff') +
      controls.block(field('text'), 'AFText') +
      controls.block(field('anlagen'), 'AFAnlagen') +
      paragraph('Heading2', run('Mitzeichnung')) +
      form(
        ['Stelle', 'Datum', 'Unterschrift'],
        [
          [run('Fachbereich'), run(''), run('')],
          [run('Kämmerei'), run(''), run('')],
          [run('Büroleitung'), run(''), run('')],
        ],
      ) +
      paragraph('AFText', ''),
  };
}

function mail(): Paper {
  const controls = new Controls();
  return {
    title: 'E-Mail',
    letterhead: null,
    body:
      controls.block(field('betreff'), 'AFBetreff') +
      controls.block(field('anrede'), 'AFText') +
      controls.block(field('text'), 'AFText') +
      controls.block(field('gruss'), 'AFGruss'),
  };
}

/** Our Vorlagen by the names of their folders. */
export const papers: Record<string, () => Paper> = {
  antwortschreiben: letter,
  vermerk: note,
  verfuegung: order,
  sitzungsvorlage: councilPaper,
  bescheid: decision,
  'e-mail': mail,
};
