import { isSalutation } from '../../text/letter.ts';
import { type ClassText, headOf, shortLines } from './class-text.ts';
import { borneBy, everyWay, marking, markings } from './set-off.ts';

/** What a text is by its head, as far as a class follows from it. */
export interface Form {
  /** Everybody, everybody who comes to a sitting of the council, the house; unknown where nothing tells. */
  readers: 'everybody' | 'public-sitting' | 'house' | 'unknown';
  /**
   * A case; a subject, so that a name in it may be that of an author or an office; or a law that was published, in which
   * a name is hardly more than a mistake of the search.
   */
  about: 'case' | 'subject' | 'law';
  /** In the words of a clerk; empty where nothing stands out. */
  because: string;
}

const title = (...words: string[]) => new RegExp(`^(?:${words.join('|')})(?!\\p{Ll})`, 'iu');

const OFFICIAL = title(
  '(?:allgemeine |besondere )?dienstanweisung',
  'geschäftsanweisung',
  'dienstvereinbarung',
  'hausverfügung',
  'organisationsverfügung',
);
const NOTE = title('(?:\\p{L}{1,20}v|v)ermerk', '(?:akten|gesprächs|telefon)notiz');
const DRAFT = title('(?:\\p{L}{1,20}-?)?entwurf');
const PRESS = title(
  'presse(?:mitteilung|information|meldung|erklärung|einladung)',
  'medien(?:mitteilung|information)',
);
const NOTICE = title(
  '(?:öffentliche |amtliche |ortsübliche )?bekanntmachung(?:en)?',
  'öffentliche (?:auslegung|ausschreibung)',
  'amtsblatt',
  'stellenausschreibung',
);
const STATUTE = title('(?:\\d{1,2}\\. ?|erste |zweite )?(?:satzung zur änderung|\\p{L}{0,30}satzung)');
const GUIDE = title(
  'rundschreiben',
  'merkblatt',
  'leitfaden',
  'handreichung',
  'informationsblatt',
  'häufige fragen',
);
const COUNCIL = title(
  '(?:sitzungs|beschluss|mitteilungs|informations|rats|verwaltungs)vorlage',
  'beschlussvorschlag',
  'niederschrift',
  'tagesordnung',
);
const LAW = /(?:gesetz(?:buch)?|verordnung|ordnung|grundgesetz)(?:es)?(?!\p{Ll})/iu;
const PUBLISHED =
  /^(?:ausfertigungsdatum|fundstelle|vollzitat|inkrafttreten)|(?:bgbl|gvbl|gv\. nrw|gbl)\.? ?(?:teil )?i{0,2}/iu;
const PROMULGATED = /^vom \d{1,2}\. ?(?:\p{L}{3,10}|\d{1,2}\.) ?\d{4}/iu;
const PARAGRAPH = /^(?:§ ?\d{1,4}\p{Ll}?|art(?:\.|ikel) \d{1,4})(?=$|[\s(])/iu;
/** Headings with a number that a law or a statute has at the least. */
const MIN_PARAGRAPHS = 2;
/** Lines that are read for a salutation: a letter is about its matter whatever it is headed. */
const LETTER_LINES = 60;

/** All of a cell, or what a row ends with behind the date. */
const PUBLIC_SITTING =
  /(?:^|\d[ .]{1,3}|status:? )öffentlich$|(?<!\p{L})(?<!nicht[ -])öffentliche[rn]? sitzung(?!\p{L})/iu;
const CLOSED_SITTING = /(?<!\p{L})nicht[ -]?öffentlich/iu;

const INTERNAL = markings(
  marking(
    'Nur für den internen Gebrauch',
    'nur (?:für den |zum |für )?(?:\\p{L}{1,12})?(?:internen?|dienstlichen?|dienst)(?: gebrauch|gebrauch|n? verwendung)',
    'nur zur internen verwendung',
    'nicht zur (?:veröffentlichung|weitergabe)(?: bestimmt)?',
  ),
  marking('Vertraulich', `(?:streng )?${everyWay('vertraulich')}`, 'persönlich(?: und|/| /) ?vertraulich'),
  marking('Nichtöffentlich', 'nicht[ -]?öffentlich(?:e[rn]?)?(?: sitzung| teil)?'),
  marking('Intern', '(?:nur |verwaltungs|haus|dienst)?intern', 'internes (?:dokument|papier|schreiben)'),
  marking('Sperrfrist', 'sperrfrist'),
);
const OPEN = markings(marking('öffentlich', 'öffentlich', 'zur veröffentlichung(?: freigegeben| bestimmt)?'));

/** Texts for everybody that are about one person nevertheless: öffentliche Zustellung, a debtor who moved away. */
const OF_A_CASE =
  /(?<!\p{L})(?:zustellung(?:en)?|zugestellt|wohnhaft|wohnt|unbekannt verzogen|unbekannten aufenthalts?|geboren(?:e[nrm]?)? am)(?!\p{L})/u;

/**
 * What a text is by its head and its markings. What was typed makes no text public, nor about a subject. Linear in the
 * length of the text.
 * @param lowered all texts in small letters
 */
export function formOf(text: ClassText, lowered: readonly string[]): Form {
  const head = headOf(text).flatMap(partsOf);
  const is = (pattern: RegExp) => head.some((part) => pattern.test(part));
  const marks = marksOf(text);
  const about = !marks.letter && [OFFICIAL, PRESS, NOTICE, GUIDE].some(is) ? 'subject' : 'case';
  const internal = (because: string): Form => ({ readers: 'house', about, because });
  const open = (because: string): Form => ({ readers: 'everybody', about: 'subject', because });
  const isOfCase = lowered.some((each) => OF_A_CASE.test(each));
  const oneCase: Form = {
    readers: 'unknown',
    about: 'case',
    because: 'Öffentlich, aber über einen Einzelfall',
  };

  if (marks.internal !== null) return internal(marks.internal);
  if (is(OFFICIAL)) return internal('Dienstanweisung oder Regelung des Hauses');
  if (is(NOTE)) return internal('Vermerk');
  if (is(DRAFT)) return internal('Entwurf');
  if (text.kind === 'mail') return internal('E-Mail');
  if (is(COUNCIL)) {
    if (marks.closed) return internal('Nichtöffentliche Sitzung');
    if (marks.open && isOfCase) return oneCase;
    return marks.open
      ? { readers: 'public-sitting', about: 'subject', because: 'Öffentliche Sitzung' }
      : { readers: 'unknown', about: 'case', because: 'Sitzungsvorlage' };
  }
  if (!marks.letter) {
    if (marks.paragraphs >= MIN_PARAGRAPHS && isLaw(head)) {
      return { ...open('Veröffentlichter Gesetzestext'), about: 'law' };
    }
    if (marks.paragraphs >= MIN_PARAGRAPHS && is(STATUTE)) return open('Satzung');
    const published = is(PRESS)
      ? 'Pressemitteilung'
      : is(NOTICE)
        ? 'Öffentliche Bekanntmachung'
        : marks.openMark;
    if (published !== null) return isOfCase ? oneCase : open(published);
  }
  return { readers: 'unknown', about, because: '' };
}

interface Marks {
  /** A reason, or null without a marking. */
  internal: string | null;
  openMark: string | null;
  /** Rows and lines that speak of a sitting. */
  closed: boolean;
  open: boolean;
  paragraphs: number;
  letter: boolean;
}

function marksOf(text: ClassText): Marks {
  const marks: Marks = {
    internal: null,
    openMark: null,
    closed: false,
    open: false,
    paragraphs: 0,
    letter: false,
  };
  let count = 0;
  for (const line of shortLines(text)) {
    if (line.place === 'thread' || line.place === 'attachment') continue;
    const internal = marks.internal === null ? borneBy(line, INTERNAL) : null;
    if (internal !== null) marks.internal = `Kennzeichnung „${internal}“`;
    if (text.kind === 'nothing' || line.place === 'typed' || line.place === 'earlier') continue;
    if (line.place !== 'inside' && marks.openMark === null && borneBy(line, OPEN) !== null) {
      marks.openMark = 'Kennzeichnung „öffentlich“';
    }
    if (count++ < LETTER_LINES) {
      marks.letter ||= isSalutation(line.text);
      marks.closed ||= CLOSED_SITTING.test(line.text);
      marks.open ||= partsOf(line.text).some((part) => PUBLIC_SITTING.test(part));
    }
    if (marks.paragraphs < MIN_PARAGRAPHS && PARAGRAPH.test(line.text)) marks.paragraphs++;
  }
  return marks;
}

/** „Landkreis Musterbach – Pressemitteilung 12/2026“ has its title behind a dash. */
function partsOf(line: string): string[] {
  return line.split(/\s[–—|-]{1,2}\s|\||\t|:\s/u).map((part) => part.trim());
}

function isLaw(head: readonly string[]): boolean {
  return (
    head.some((part) => LAW.test(part)) && head.some((part) => PUBLISHED.test(part) || PROMULGATED.test(part))
  );
}
