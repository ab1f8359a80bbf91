/** How a heading is numbered, and where it stands among others of the same level: the lower, the further out. */
export type Numbering =
  /** Parts of laws and statutes have an order that everybody keeps (Handbuch der Rechtsförmlichkeit, 3rd ed., 370 ff.). */
  | { kind: 'law'; order: number }
  /** Anlage, Anhang: belongs to nothing before it. */
  | { kind: 'annex' }
  /** `3.2`; how many numbers there are. */
  | { kind: 'decimal'; depth: number; number: number }
  | { kind: 'roman' | 'letter' };

const PARTS = ['Buch', 'Teil', 'Kapitel', 'Abschnitt', 'Unterabschnitt', 'Titel', 'Untertitel'];
const PARAGRAPH_ORDER = PARTS.length + 1;

const NUMBER = String.raw`(?:\d{1,3}[a-z]?|[IVXLC]{1,7}|[A-Z])`;
const PART = new RegExp(String.raw`^(${PARTS.join('|')}) ${NUMBER}(?![\p{L}\p{N}])`, 'u');
/** "Zweiter Abschnitt", "Sechzehntes Buch". */
const NAMED_PART = new RegExp(
  String.raw`^\p{Lu}\p{Ll}{2,20}(?:er|es) (${PARTS.join('|')})(?![\p{L}\p{N}])`,
  'u',
);
const PARAGRAPH =
  /^(?:§{1,2} ?\d{1,4}[a-z]?(?: (?:bis|und|[-–]) (?:§ ?)?\d{1,4}[a-z]?)?|(?:Artikel|Art\.) (?:\d{1,3}[a-z]?|[IVXLC]{1,7}))(?![\p{L}\p{N}])/u;
const ANNEX = /^(?:Anlage|Anhang|Anlagen|Anhänge)(?: (?:\d{1,3}[a-z]?|[IVXLC]{1,7}|[A-Z]))?(?![\p{L}\p{N}])/u;
const DECIMAL = /^(\d{1,3})((?:\.\d{1,3}){0,5})\.?(?= \p{Lu})/u;
const ROMAN = /^[IVXLC]{1,7}[.)] (?=\p{Lu})/u;
const LETTER = /^[A-H][.)] (?=\p{Lu})/u;

/** How a heading is numbered; null where it is not. */
export function numberingOf(heading: string): Numbering | null {
  if (PARAGRAPH.test(heading)) return { kind: 'law', order: PARAGRAPH_ORDER };
  const part = (PART.exec(heading) ?? NAMED_PART.exec(heading))?.[1];
  if (part !== undefined) return { kind: 'law', order: PARTS.indexOf(part) + 1 };
  if (ANNEX.test(heading)) return { kind: 'annex' };
  const decimal = DECIMAL.exec(heading);
  if (decimal) {
    const depth = 1 + (decimal[2]?.match(/\./g)?.length ?? 0);
    return { kind: 'decimal', depth, number: Number(decimal[1]) };
  }
  if (ROMAN.test(heading)) return { kind: 'roman' };
  return LETTER.test(heading) ? { kind: 'letter' } : null;
}

const MAX_LINE_HEADING_CHARS = 160;
/** What a sentence ends with, or one that goes on. */
const ENDED = /[.!?,;…]$/u;
/** "§ 5 Abs. 2 BRKG" and "Art. 28 DSGVO" refer to a law, "§ 5 Wegstrecken" is the heading of one. */
const REFERENCE =
  /^(?:Abs|Absatz|Absätze|Satz|Sätze|S|Nr|Nrn|Nummer|Buchst|Buchstabe|lit|ff?|i|in|iVm|des|der|und|oder|bis|SGB|GG|[\p{Lu}\p{Ll}]{0,6}\p{Lu}{1,4}[GVOB])(?![\p{L}])/u;
const MONTH = /^\d{1,2}\. (?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sep|Okt|Nov|Dez|Quartal|Halbjahr|Klasse)/u;
const MEASURE = /^\d{1,3}(?:\.\d{1,3})* (?:Uhr|Euro|EUR|Mio|Mrd|Prozent|Tage|Stunden|Monate|Jahre|Seiten)/u;

/**
 * Whether a line of running text is a heading by the look of it: short, numbered, not a sentence. What is numbered by
 * one number alone may be an item of a list as well: `maybe`.
 */
export function lineHeading(line: string): 'sure' | 'maybe' | null {
  if (line.length > MAX_LINE_HEADING_CHARS || /\t/.test(line)) return null;
  const bare = isBare(line);
  if (!bare && ENDED.test(line)) return null;
  const numbering = numberingOf(line);
  if (!numbering || MEASURE.test(line)) return null;
  if (numbering.kind === 'law') {
    const rest = line.replace(PARAGRAPH, '').replace(PART, '').replace(NAMED_PART, '').replace(/^[.:]/, '');
    const words = rest.replace(/^ ?[-–—:(]? ?/u, '');
    return words === '' || (/^\p{Lu}/u.test(words) && !REFERENCE.test(words)) || /^weggefallen/u.test(words)
      ? 'sure'
      : null;
  }
  // "Anlage: Lageplan" names what is enclosed with a letter.
  if (numbering.kind === 'annex') return line.replace(ANNEX, '').startsWith(':') ? null : 'sure';
  if (numbering.kind === 'decimal' && numbering.depth > 1) return 'sure';
  return MONTH.test(line) ? null : 'maybe';
}

/** "§ 5" or "Abschnitt II" alone in its line: its title stands in the next one. */
export function isBare(line: string): boolean {
  return [PARAGRAPH, PART, NAMED_PART].some(
    (pattern) => line.replace(pattern, '').replace(/[.:]$/, '') === '' && line !== '',
  );
}
