import { HEAD, mm, W } from './make-xml.ts';

interface ParagraphStyle {
  id: string;
  name: string;
  on?: string;
  next?: string;
  paragraph?: string;
  run?: string;
}

const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const BOLD = '<w:b/><w:bCs/>';
const after = (twips: number) => `<w:spacing w:after="${twips}"/>`;

const heading = (level: 1 | 2 | 3 | 4, points: number): ParagraphStyle => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  on: 'Normal',
  next: 'AFText',
  paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
  run: `${BOLD}${size(points)}`,
});

const numbered = (id: string, name: string, number: number): ParagraphStyle => ({
  id,
  name,
  on: 'AFText',
  paragraph: `<w:numPr><w:numId w:val="${number}"/></w:numPr>${after(60)}`,
});

const STYLES: ParagraphStyle[] = [
  { id: 'AFText', name: 'AF Text', on: 'Normal', paragraph: after(160) },
  {
    id: 'AFBetreff',
    name: 'AF Betreff',
    on: 'Normal',
    next: 'AFText',
    paragraph: `<w:keepNext/>${after(320)}`,
    run: BOLD,
  },
  {
    id: 'AFTitel',
    name: 'AF Titel',
    on: 'Normal',
    next: 'AFText',
    paragraph: `<w:keepNext/><w:spacing w:before="240" w:after="240"/><w:outlineLvl w:val="0"/>`,
    run: `${BOLD}${size(16)}`,
  },
  { id: 'AFAnschrift', name: 'AF Anschrift', on: 'Normal' },
  {
    id: 'AFRuecksendeangabe',
    name: 'AF Rücksendeangabe',
    on: 'Normal',
    // The zone for notes above the address is 17.7 mm high; its last line is the sender's.
    paragraph: `<w:spacing w:line="${mm(17.7)}" w:lineRule="exact"/>`,
    run: size(7),
  },
  {
    id: 'AFInfoblock',
    name: 'AF Informationsblock',
    on: 'Normal',
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="${mm(32)}"/></w:tabs><w:ind w:left="${mm(32)}" w:hanging="${mm(32)}"/>`,
    run: size(9),
  },
  { id: 'AFGruss', name: 'AF Gruß', on: 'AFText', paragraph: `<w:keepNext/><w:keepLines/>` },
  { id: 'AFAnlagen', name: 'AF Anlagen', on: 'AFText', run: size(10) },
  numbered('AFListePunkte', 'AF Liste Punkte', 1),
  numbered('AFListeNummern', 'AF Liste Nummern', 2),
  { id: 'AFTabellentext', name: 'AF Tabellentext', on: 'Normal', run: size(10) },
  {
    id: 'AFZitat',
    name: 'AF Zitat',
    on: 'AFText',
    paragraph: `<w:ind w:left="${mm(7.5)}" w:right="${mm(7.5)}"/>`,
  },
  { id: 'AFBriefkopf', name: 'AF Briefkopf', on: 'Normal', run: `${BOLD}${size(14)}` },
  {
    id: 'AFSeitenzahl',
    name: 'AF Seitenzahl',
    on: 'Normal',
    paragraph: '<w:jc w:val="right"/>',
    run: size(8),
  },
  // Word puts at least one paragraph behind a table in a header.
  {
    id: 'AFKlein',
    name: 'AF Kleiner Absatz',
    on: 'Normal',
    paragraph: '<w:spacing w:line="40" w:lineRule="exact"/>',
    run: '<w:sz w:val="2"/><w:szCs w:val="2"/>',
  },
];

function styleXml({ id, name, on, next, paragraph = '', run = '' }: ParagraphStyle): string {
  const own = !name.startsWith('heading');
  return (
    `<w:style w:type="paragraph"${own ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
    (on === undefined ? '' : `<w:basedOn w:val="${on}"/>`) +
    (next === undefined ? '' : `<w:next w:val="${next}"/>`) +
    '<w:qFormat/>' +
    (paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`) +
    (run === '' ? '' : `<w:rPr>${run}</w:rPr>`) +
    '</w:style>'
  );
}

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('');

const TABLE_STYLE =
  '<w:style w:type="table" w:customStyle="1" w:styleId="AFTabelle"><w:name w:val="AF Tabelle"/>' +
  '<w:basedOn w:val="TableNormal"/><w:qFormat/>' +
  `<w:tblPr><w:tblBorders>${edges}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/>` +
  '<w:left w:w="100" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>' +
  `</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr>${BOLD}</w:rPr>` +
  '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr></w:style>';

const FONT = '<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>';

/** The styles of our Vorlagen: Arial 11 point, German, headings of Word and own styles for the parts of a letter. */
export const STYLES_XML =
  `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${FONT}${size(11)}` +
  '<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>' +
  '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:basedOn w:val="DefaultParagraphFont"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:color w:val="666666"/></w:rPr></w:style>' +
  [heading(1, 14), heading(2, 12), heading(3, 11), heading(4, 11), ...STYLES].map(styleXml).join('') +
  `${TABLE_STYLE}</w:styles>`;

const INDENT = 425;

/** Nine levels, as Word has them. */
function levels(format: 'bullet' | 'decimal', text: (level: number) => string): string {
  return Array.from(
    { length: 9 },
    (_, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
      `<w:lvlText w:val="${text(level)}"/><w:lvlJc w:val="left"/>` +
      `<w:pPr><w:ind w:left="${INDENT * (level + 1)}" w:hanging="${INDENT}"/></w:pPr></w:lvl>`,
  ).join('');
}

const abstract = (id: number, content: string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${content}</w:abstractNum>`;

/** The two kinds of lists: 1 has bullets, 2 has numbers. */
export const NUMBERING_XML =
  `${HEAD}<w:numbering xmlns:w="${W}">` +
  abstract(
    0,
    levels('bullet', (level) => (level % 2 === 0 ? '•' : '–')),
  ) +
  abstract(
    1,
    levels('decimal', (level) => `%${level + 1}.`),
  ) +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
