/** Characters of a line or paragraph that are looked at. */
const LOOKED_AT = 5_000;

/** The words of a line as they are seen: without signs of formatting, quotation marks of Markdown and table bars. */
function bare(text: string): string {
  return text
    .slice(0, LOOKED_AT)
    .replace(/\*{1,3}|\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/^[\s|#]+|[\s|]+$/g, '');
}

const MAIL = '(?:e-?mail|mail|nachricht|message)';
/** What a warning is about; "Achtung: Die Sitzung findet außerhalb statt" is about something else. */
const ABOUT_MAIL = `(?=.{0,200}(?:${MAIL}|absender|sender))`;
const FROM_OUTSIDE =
  '(?:extern(?:en?|er|es)?\\s{0,3}(?:e-?mail|mail|nachricht|absender|quelle|kontakt)|außerhalb|outside|external\\s(?:e-?mail|sender|source|message)|unbekannte[nr]?\\sabsender)';

const BANNERS = [
  // A mark alone in its line.
  new RegExp(`^[[(<]?extern(?:e[rs]?|al)?(?:[\\s-]{1,3}(?:${MAIL}|absender|sender))?[\\])>]?[:!.]?$`, 'iu'),
  new RegExp(
    `^(?:achtung|vorsicht|warnung|hinweis|wichtiger hinweis|sicherheitshinweis|caution|warning|notice|attention|external\\s${MAIL})\\s?[:!.–-]${ABOUT_MAIL}.{0,120}${FROM_OUTSIDE}`,
    'iu',
  ),
  new RegExp(
    `^(?:diese|die folgende)\\s${MAIL}\\s(?:stammt|kommt|kam|wurde|ist)\\s.{0,60}(?:extern|außerhalb)`,
    'iu',
  ),
  new RegExp(
    `^this\\s${MAIL}\\s(?:is|was|has|came|comes|originate[sd]?)\\s.{0,60}(?:outside|external)`,
    'iu',
  ),
  // Exchange, on the first mail of a sender.
  /^\[?(?:sie erhalten nicht (?:häufig|oft) (?:eine )?e-?mails? von|you don.?t often get email from|some people who received this message don.?t often get)/iu,
  /aka\.ms\/LearnAboutSenderIdentification/iu,
  /\blinks?\b.{0,120}\bsafe ?links?\b/iu,
];

/** Whether these words warn of a mail from outside, as gateways and Exchange put it above one. */
export function isBanner(text: string): boolean {
  const words = bare(text);
  return BANNERS.some((form) => form.test(words));
}

const BANNER_GOES_ON =
  /(?:klicken sie|do not click|click links|öffnen sie|open (?:any )?attachments|recogni[sz]e the sender|know the (?:sender|content)|content is safe|absenders? (?:nicht )?(?:kennen|vertrauen)|kennen sie den absender|unbekannten absendern|are you expecting|erwarten sie diese|warum dies wichtig ist|why this is important|LearnAboutSender)/iu;
const BANNER_ENDS = /(?:[.!?\]]|warum dies wichtig ist|why this is important)$/iu;
/** A line shorter than this was not broken by a mail program. */
const BROKEN_FROM = 40;

/** Whether a line goes on with the banner in the line above it. */
export function continuesBanner(line: string, above: string): boolean {
  const before = bare(above);
  return BANNER_GOES_ON.test(bare(line)) || (before.length >= BROKEN_FROM && !BANNER_ENDS.test(before));
}

const FOOTERS = [
  /^von (?:meine[mr]|samsung|iphone|ipad|android|huawei|outlook|mail|yahoo|unterwegs)\b.{0,40}\bgesendet[.!]?$/iu,
  /^(?:gesendet|versendet|verschickt) (?:von|mit|über|aus|via) .{1,60}$/iu,
  /^sent (?:from|with|via|using) .{1,60}$/iu,
  /^(?:get|download) outlook for (?:ios|android|mac)[.!]?$/iu,
  /^(?:holen sie sich |laden sie )?outlook für (?:ios|android|mac)(?: beziehen| herunter(?:laden)?)?[.!]?$/iu,
  /^diese (?:nachricht|e-?mail|mail) wurde (?:von|mit|über) .{1,80} gesendet[.!]?$/iu,
];

/** Whether this line is what phones and free mail services add to a message. */
export function isFooter(line: string): boolean {
  const words = bare(line);
  return words.length <= 120 && FOOTERS.some((form) => form.test(words));
}

const PRINTED = '(?:ausdruck|ausgedruckt|drucken|gedruckt)';
const SPARED = '(?:umwelt|papier|natur|bäume|wirklich|nötig|notwendig|erforderlich)';

/** Notes that cannot be mistaken for a matter of the mail. */
const FIRM = [
  /\b(?:diese|dieser|dieses)\s(?:e-?mail|mail|nachricht)\b.{0,100}\b(?:vertraulich(?:e|en|er|es)? und|rechtlich geschützt|ausschließlich für den|nur für den)/iu,
  /\b(?:wenn|sollten|falls) sie\b.{0,80}\bnicht\b.{0,60}(?:adressat|empfänger).{0,200}(?:irrtümlich|vernicht|lösch|unzulässig|unbefugt|untersagt|kenntnis)/iu,
  /\b(?:wenn|sollten|falls) sie\b.{0,80}\b(?:irrtümlich|versehentlich|fälschlicherweise)\b.{0,20}(?:erhalten|zugegangen|zugesandt|übermittelt)/iu,
  new RegExp(`${SPARED}.{0,80}${PRINTED}|${PRINTED}.{0,80}${SPARED}`, 'iu'),
  /(?:consider|think of) the environment/iu,
  /\bthis (?:e-?mail|message|communication|transmission)\b.{0,80}\b(?:confidential and|privileged|intended (?:solely|only))/iu,
  /\bnot the (?:intended|named|correct) (?:recipient|addressee)/iu,
  /\bthe (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message|communication)/iu,
  /\bvirenfrei\.|auf viren (?:ge|über)prüft|\bvirus-free\b|\bscanned (?:by|for viruses)/iu,
  /über das internet versandte e-?mails/iu,
  /\bdaten(?:schutz)?\b.{0,100}\bfinden sie\b.{0,60}(?:https?:|www\.)/iu,
  /\bempfang einfacher mitteilungen/iu,
  /\b(?:received|are receiving) this (?:message|e-?mail) because you are subscribed/iu,
];

/** Notes only below a closing; above it people write such sentences too. */
const LIKELY = [
  /\b(?:diese|dieser|dieses)\s(?:e-?mail|mail|nachricht)\b.{0,100}\bvertraulich/iu,
  /\bnicht (?:der|die|das)\b.{0,30}\b(?:richtige|beabsichtigte|vorgesehene|bezeichnete|angegebene|genannte|gemeinte)[nrs]?\b.{0,30}(?:adressat|empfänger)/iu,
  /\bthis (?:e-?mail|message)\b.{0,80}\bconfidential/iu,
  /(?:informationen?|hinweise?|datenschutzhinweise?|datenschutzinformationen?|datenschutzerklärung)\b.{0,100}(?:datenschutz|personenbezogene|dsgvo).{0,120}(?:finden sie|abruf|https?:|www\.)/iu,
  /\bdatenschutz(?:hinweise?|erklärung|informationen?)?\s?:?\s(?:https?:|www\.)/iu,
  /\b(?:empfang|übermittlung|zugang)\b.{0,60}(?:signiert|verschlüsselt|signatur|verschlüsselung|einfacher mitteilungen)/iu,
];

const WHOLE_LINES = [
  /^bitte (?:denken sie|denkt) an (?:die|unsere) umwelt[.!]?$/iu,
  /^(?:confidentiality notice|disclaimer|haftungsausschluss|vertraulichkeitshinweis|legal notice|rechtlicher hinweis)\s?:?(?:$|\s)/iu,
];

/** Whether a line is the heading of a legal note, or all of a note. */
export function isNoticeLine(line: string): boolean {
  const words = bare(line);
  return WHOLE_LINES.some((form) => form.test(words));
}

/**
 * Where a legal note, a request to spare paper or the mark of a virus scanner begins in a paragraph.
 * @param below whether the paragraph stands below the closing of the mail
 * @returns the index of its first character in `text`, or null where there is none
 */
export function findDisclaimer(text: string, below: boolean): number | null {
  const looked = text.slice(0, LOOKED_AT);
  const forms = below ? [...FIRM, ...LIKELY] : FIRM;
  const found = forms.flatMap((form) => form.exec(looked)?.index ?? []);
  return found.length === 0 ? null : Math.min(...found);
}

/** Whether a line only draws a line. */
export function isRule(line: string): boolean {
  return /^\\?(?:[-_=*~#]\s?){3,}$/u.test(line.trim().slice(0, LOOKED_AT));
}
