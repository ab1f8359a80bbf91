import type { FormFinding } from '../../contract/forms.ts';
import { datesIn } from '../text/dates.ts';
import { lawsIn } from '../text/law.ts';
import { advice, gap, insert, lacking, placeOf, type Rule } from './finding.ts';
import { type FormLine, type FormText, isPostcode } from './form-text.ts';
import { isFilled, partsOf, type Parts, wordsOf } from './parts.ts';

const PARTS = {
  tenor: /(?:Tenor|Entscheidung|Verfügung|Bescheidtenor|Festsetzung)/u,
  reasons: /(?:Begründung|Gründe)/u,
  fee: /(?:Gebühr(?:en)?(?:festsetzung|entscheidung)?|Kosten(?:entscheidung|festsetzung)?)/u,
  remedy: /(?:Ihre Rechte|Rechtsbehelf(?:sbelehrung)?|Rechtsmittelbelehrung|Rechtsbehelfe)/u,
};

/** The parts of a Bescheid that have titles. */
export function decisionParts(text: FormText): Parts<keyof typeof PARTS> {
  return partsOf(text.lines, PARTS);
}

const OFFICE =
  /(?:verwaltung|gemeinde|landkreis|stadt|ministerium|kreisausschuss|landratsamt|behörde|\p{L}amt)(?!\p{Ll}*straße)/iu;
const ADDRESSEE = /^(?:Herrn?|Frau|Firma|Eheleute|Familie|An (?:die|den|das)|Empfänger|Adressat)/iu;
const HEAD_LINES = 40;

/** The lines of a Bescheid above its salutation and its first part. */
export function decisionHead(text: FormText): FormLine[] {
  const { tenor, reasons } = decisionParts(text);
  const end = Math.min(
    text.salutation?.at ?? HEAD_LINES,
    tenor?.title.at ?? HEAD_LINES,
    reasons?.title.at ?? HEAD_LINES,
  );
  return text.lines.slice(0, end);
}

/** § 37 Abs. 3 VwVfG: the deciding authority is recognisable. */
export const decisionAuthority: Rule = (text) => {
  const named = decisionHead(text).some(
    (line) =>
      line.text.length < 120 && OFFICE.test(line.text) && !ADDRESSEE.test(line.text) && !isPostcode(line),
  );
  return named
    ? []
    : [
        lacking(
          'decision-authority',
          'Der Bescheid lässt nicht erkennen, welche Behörde entscheidet (§ 37 Abs. 3 VwVfG).',
        ),
      ];
};

/** It says whom it is meant for. */
export const decisionAddressee: Rule = (text) => {
  const head = decisionHead(text);
  const named = head.some((line) =>
    line.cells.some(
      (cell) => ADDRESSEE.test(cell) || /\[\[[^\]]{0,100}(?:Anschrift|Adressat|Empfänger)/iu.test(cell),
    ),
  );
  // The authority's own postcode is one; the addressee's is another.
  if (named || head.filter(isPostcode).length > 1) return [];
  return [lacking('decision-addressee', 'Dem Bescheid fehlt, an wen er gerichtet ist (Name und Anschrift).')];
};

const DECIDES =
  /(?<!\p{L})(?:(?:lehne|setze|ordne|widerrufe|untersage|bewillige|genehmige|erteile|gewähre|verpflichte|nehme|hebe)n? (?:ich|wir)|(?:wird|werden)\s(?:[^.!?]{0,200}\s)?(?:abgelehnt|festgesetzt|angeordnet|widerrufen|untersagt|bewilligt|genehmigt|erteilt|gewährt|verpflichtet|zurückgenommen|aufgehoben|aufgefordert)|(?:haben|hat) (?:[^.!?]{0,120}\s)?(?:zu zahlen|zu entfernen|zu beseitigen))(?!\p{L})/u;

/** § 37 Abs. 1 VwVfG: what is decided. */
export const decisionTenor: Rule = (text) => {
  const { tenor, reasons } = decisionParts(text);
  if (isFilled(tenor)) return [];
  const end = reasons?.title.at ?? text.lines.length;
  const decides = text.lines.slice(0, end).some((line) => DECIDES.test(line.text.slice(0, 1000)));
  return decides
    ? []
    : [
        lacking(
          'decision-tenor',
          'Der Tenor fehlt: Der Bescheid sagt nicht, was entschieden wird (§ 37 Abs. 1 VwVfG).',
        ),
      ];
};

/** § 39 Abs. 1 VwVfG: the reasons, in fact and in law, and those of the discretion. */
export const decisionReasons: Rule = (text) => {
  const { reasons } = decisionParts(text);
  if (!reasons || !isFilled(reasons)) {
    const mend = reasons ? insert(reasons.title.text, `\n\n${gap('Begründung')}`) : null;
    return [
      lacking('decision-reasons', 'Die Begründung fehlt (§ 39 Abs. 1 VwVfG).', {
        place: reasons ? placeOf(reasons.title.text) : null,
        mend,
      }),
    ];
  }
  const words = wordsOf(reasons);
  if (words.includes('[[')) return [];
  const place = placeOf(reasons.title.text);
  const found: FormFinding[] = [];
  if (
    datesIn(words).length === 0 &&
    !/(?:Sachverhalt|tatsächlich|Tatsachen|Ortstermin|festgestellt|beantragt)/iu.test(words)
  ) {
    found.push(
      lacking('decision-reasons-facts', 'Die Begründung nennt keine Tatsachen (§ 39 Abs. 1 Satz 2 VwVfG).', {
        place,
      }),
    );
  }
  if (lawsIn(words).length === 0) {
    found.push(
      lacking(
        'decision-reasons-law',
        'Die Begründung nennt keine Rechtsgrundlage (§ 39 Abs. 1 Satz 2 VwVfG).',
        { place },
      ),
    );
  }
  if (!/ermessen|gebundene|verhältnismäßig|kein Spielraum/iu.test(words)) {
    const message =
      'Die Begründung sagt nichts zum Ermessen (§ 39 Abs. 1 Satz 3 VwVfG). Ist die Entscheidung gebunden, so schreiben Sie das.';
    found.push(advice('decision-reasons-discretion', message, { place }));
  }
  return found;
};

const HEARING =
  /angehört|anhörung|Gelegenheit\s(?:[^.!?]{0,120}\s)?(?:äußern|zur Äußerung|Stellungnahme|Stellung zu nehmen)|§ 28(?!\d)/iu;
/** Takes something away or asks for something; granting needs no hearing. */
const BURDENS =
  /(?<!\p{L})(?:untersag\p{Ll}*|widerruf\p{Ll}*|zurückgenommen|Rückforderung|zurückzuzahlen|Zwangsgeld\p{Ll}*|angeordnet|ordne (?:ich|wir)|verpflichtet|aufgefordert|zu beseitigen|zu entfernen|Bußgeld\p{Ll}*)(?!\p{L})/iu;

/** § 28 VwVfG: who is burdened is heard before. */
export const decisionHearing: Rule = (text) => {
  if (text.lines.some((line) => HEARING.test(line.text))) return [];
  const make = text.lines.some((line) => BURDENS.test(line.text)) ? lacking : advice;
  const words =
    'Zur Anhörung steht nichts (§ 28 VwVfG). Bitte nennen Sie, wann angehört wurde oder warum davon abgesehen wird.';
  return [make('decision-hearing', words)];
};

/** What the decision costs, or that it is free. */
export const decisionFee: Rule = (text) => {
  const { fee, remedy } = decisionParts(text);
  const own = remedy
    ? text.lines.filter((line) => line !== remedy.title && !remedy.below.includes(line))
    : text.lines;
  if (
    isFilled(fee) ||
    own.some((line) =>
      /gebühr|kostenfrei|Verwaltungskosten|Auslagen|Kosten (?:des|dieses|für)/iu.test(line.text),
    )
  )
    return [];
  return [
    lacking('decision-fee', 'Zur Gebühr steht nichts. Ist der Bescheid gebührenfrei, so schreiben Sie das.'),
  ];
};
