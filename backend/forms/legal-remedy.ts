import { sentenceSpans } from '../../contract/sentences.ts';
import { decisionHead, decisionParts } from './decision.ts';
import { advice, gap, insert, lacking, placeOf, type Rule } from './finding.ts';
import type { FormText } from './form-text.ts';
import { isFilled, wordsOf } from './parts.ts';

const BEGINS =
  /^Gegen (?:diesen|den|die|dieses) (?:\p{L}{0,20}[Bb]escheid|Entscheidung|Verfügung)[^.]{0,80}(?:Widerspruch|Klage|Einspruch)/u;
/** Longer texts are no Rechtsbehelfsbelehrung. */
const MAX_CHARS = 6000;

interface Remedy {
  place: string;
  words: string;
}

/** The Rechtsbehelfsbelehrung by its title or its first words; null where it is missing or a placeholder. */
function remedyOf(text: FormText): Remedy | null {
  const { remedy } = decisionParts(text);
  if (remedy && isFilled(remedy)) {
    const words = wordsOf(remedy).slice(0, MAX_CHARS);
    return words.includes('[[') ? null : { place: placeOf(remedy.title.text), words };
  }
  const line = text.lines.find((each) => BEGINS.test(each.text));
  if (!line) return null;
  const words = text.lines
    .slice(line.at, line.at + 8)
    .map((each) => each.text)
    .join('\n');
  return { place: placeOf(line.text), words: words.slice(0, MAX_CHARS) };
}

/** § 37 Abs. 6 VwVfG: a Bescheid tells what can be done against it; the words come from approved text blocks. */
export const remedyMissing: Rule = (text) => {
  const { remedy } = decisionParts(text);
  if (isFilled(remedy) || remedyOf(text)) return [];
  const block = gap('Rechtsbehelfsbelehrung aus den Textbausteinen');
  const mend = remedy
    ? insert(remedy.title.text, `\n\n${block}`)
    : insert(null, `\n\n## Rechtsbehelfsbelehrung\n\n${block}`);
  const words = 'Die Rechtsbehelfsbelehrung fehlt (§ 37 Abs. 6 VwVfG). Bitte nehmen Sie den Textbaustein.';
  return [lacking('decision-remedy', words, { place: remedy ? placeOf(remedy.title.text) : null, mend })];
};

/** Looks at the words of a Rechtsbehelfsbelehrung; its mend is always the approved text block. */
function remedyRule(rule: string, wrong: (words: string) => string | null): Rule {
  return (text) => {
    const remedy = remedyOf(text);
    const words = remedy && wrong(remedy.words);
    return remedy && words !== null
      ? [lacking(rule, `${words} Bitte nehmen Sie den Textbaustein.`, { place: remedy.place })]
      : [];
  };
}

/** § 58 Abs. 1 VwGO: the kind of remedy. */
export const remedyKind: Rule = remedyRule('decision-remedy-kind', (words) =>
  /(?:Widerspruch|Klage|Einspruch)/u.test(words)
    ? null
    : 'Die Rechtsbehelfsbelehrung nennt den Rechtsbehelf nicht, zum Beispiel Widerspruch (§ 58 Abs. 1 VwGO).',
);

const OFFICE =
  /(?:\p{Lu}\p{L}*(?:verwaltung|gericht|amt|ausschuss|behörde|gemeinde|ministerium|direktion)|Stadt|Landkreis)(?!\p{Ll})(?:\s(?:der\s|des\s)?\p{Lu}[\p{L}-]{2,40}){0,3}/u;

/** § 58 Abs. 1 VwGO: the authority or the court where it is raised. */
export const remedyAuthority: Rule = remedyRule('decision-remedy-authority', (words) =>
  OFFICE.test(words)
    ? null
    : 'Die Rechtsbehelfsbelehrung nennt nicht, bei welcher Behörde oder welchem Gericht (§ 58 Abs. 1 VwGO).',
);

/** § 58 Abs. 1 VwGO: where that is. */
export const remedySeat: Rule = remedyRule('decision-remedy-seat', (words) =>
  /(?<!\d)\d{5}\s\p{Lu}|(?<!\p{L})(?:in|mit Sitz in)\s\p{Lu}\p{L}{2,}(?!\p{L})(?!\sForm)/u.test(words)
    ? null
    : 'Die Rechtsbehelfsbelehrung nennt den Sitz nicht (§ 58 Abs. 1 VwGO), am besten mit Anschrift.',
);

const PERIOD =
  /(?:innerhalb|binnen)\s(?:von\s)?(?:einer Frist von\s)?((?:\p{L}+|\d{1,2})\s(?:Monat(?:s|en|e)?|Wochen?|Tagen?|Jahre?s?))(?!\p{L})/u;
const ONE_MONTH = /^(?:eine[smn]|1) Monat/u;

/** § 70 Abs. 1 and § 74 VwGO: one month. */
export const remedyPeriod: Rule = remedyRule('decision-remedy-period', (words) => {
  const period = PERIOD.exec(words)?.[1];
  if (period === undefined)
    return 'Die Rechtsbehelfsbelehrung nennt die Frist nicht (§ 58 Abs. 1, § 70 Abs. 1 VwGO: ein Monat).';
  return ONE_MONTH.test(period)
    ? null
    : `Die Rechtsbehelfsbelehrung nennt als Frist „${period}“. Richtig ist ein Monat (§ 70 Abs. 1, § 74 VwGO).`;
});

/** When the month begins. */
export const remedyStart: Rule = remedyRule('decision-remedy-start', (words) =>
  /bekannt\s?(?:gabe|gegeben|machung|gemacht)|zustellung|zugestellt/iu.test(words)
    ? null
    : 'Die Rechtsbehelfsbelehrung sagt nicht, dass die Frist mit der Bekanntgabe beginnt (§ 70 Abs. 1 VwGO).',
);

const MAIL = /E-?Mail|[\p{L}\d._-]{1,64}@[\p{L}\d-]{1,63}\.\p{L}{2,10}/iu;
const MAIL_IS_FINE =
  /qualifiziert|De-?Mail|Signatur|(?<!\p{L})(?:nicht|kein(?:e[nrsm]?)?|unzulässig|unwirksam)(?!\p{L})/iu;

/** § 70 Abs. 1 VwGO, § 3a VwVfG: a plain e-mail is no written form. */
export const remedyPlainMail: Rule = (text) => {
  const remedy = remedyOf(text);
  if (!remedy) return [];
  const wrong = [...sentenceSpans(remedy.words)]
    .map(({ start, end }) => remedy.words.slice(start, end).trim())
    .find((sentence) => MAIL.test(sentence) && !MAIL_IS_FINE.test(sentence));
  if (wrong === undefined) return [];
  const words =
    'Die Rechtsbehelfsbelehrung nennt die einfache E-Mail als Weg. Sie wahrt die Form nicht (§ 70 Abs. 1 VwGO, § 3a Abs. 2 VwVfG). Bitte nehmen Sie den Textbaustein.';
  return [lacking('decision-remedy-mail', words, { place: placeOf(wrong.split('\n')[0] ?? wrong) })];
};

/** In Rheinland-Pfalz a Widerspruch is raised at the authority that decided, or at the Rechtsausschuss (§ 70 Abs. 1 VwGO). */
export const remedyPlace: Rule = (text) => {
  const remedy = remedyOf(text);
  if (!remedy || !/Widerspruch/u.test(remedy.words) || /[Rr]echtsausschuss/u.test(remedy.words)) return [];
  const office = OFFICE.exec(remedy.words)?.[0];
  if (office === undefined) return [];
  const head = decisionHead(text).map((line) => line.text.toLowerCase());
  const [kind = '', ...place] = office.toLowerCase().split(' ');
  const isOwn = head.some((line) => line.includes(kind) && place.every((word) => line.includes(word)));
  if (isOwn) return [];
  const words = `Der Widerspruch geht laut Belehrung an „${office}“. Der Kopf des Bescheids nennt diese Behörde nicht.`;
  return [advice('decision-remedy-place', words, { place: office })];
};
