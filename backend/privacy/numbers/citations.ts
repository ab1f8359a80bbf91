import type { Span } from '../span.ts';

/** Register signs of the federal courts: their decisions are published, whoever they were about. */
const FEDERAL =
  /^(?:(?:\d{1,2}|[IVX]{1,5}[a-z]?|[A-Z]{2,4}(?= ))[ .]{0,2}(?:AZR|AZN|AZB|ABR|ABN|ABB|AZA|ZR|ZB|ZA|ARZ|StR|ARs|StB|BGs|BvR|BvL|BvF|BvE|BvB|BvQ|BvG|BvN|BvC|PBvU|PKH|KSt|CN|VR|WB|WD|WRB|BN|GrS|R|BLw|LwZR|EnVR|EnZR|KVR|KZR|NotZ|AnwZ|PatAnwZ|RiZ|RiSt|AK|BJs|W) ?(?:\([\p{L}. ]{1,12}\) ?)?\d{1,4}[/.]\d{2}|B \d{1,2} [A-Z]{1,3} \d{1,3}\/\d{2}|\d{1,2} [BCDA] \d{1,4}\.\d{2}|[CT][-–‑]\d{1,4}\/\d{2})/u;
/** Courts and journals before a number: a published decision follows. */
const COURT =
  /(?:(?<![\p{L}])(?:BGH|BVerwG|BVerfG|BAG|BSG|BFH|BPatG|EuGH|EuG|EGMR|RG|GmS-OGB|OLG|KG|LG|AG|VG|OVG|VGH|HessVGH|BayVGH|BayObLG|LAG|ArbG|ArbGe|SG|LSG|FG|VerfGH|VerfG|StGH|AGH|OGH|VfGH|VwGH|Bundesgerichtshofe?s?|Bundesverwaltungsgerichte?s?|Bundesverfassungsgerichte?s?|Bundesarbeitsgerichte?s?|Bundessozialgerichte?s?|Bundesfinanzhofe?s?|Bundespatentgerichte?s?|Gerichtshofe?s?|Rechtsprechung|Rspr|Vorinstanz|juris|NVwZ|NJW|vgl\.?|Vgl\.?)(?!\p{L}))/u;
/** A decision with its date, or a verb for it. */
const DECIDED =
  /(?<!\p{L})\p{L}{0,12}(?:[Uu]rteile?s?|Urt\.|[Bb]eschl\.|[Bb]eschl(?:uss|üsse|usses)?|[Gg]erichtsbescheids?|[Ee]ntscheidung)[^\n\d;]{0,70} (?:vom|v\.) {0,2}\d|(?<!\p{L})(?:verurteilte|entschied|entschieden)(?!\p{L})/u;
const DECIDED_BEHIND = /^[ ,()–-]{0,5}(?:Urteil|Urt\.|Beschluss|Beschl\.) (?:vom|v\.)/u;
/** Journals, collections and margin numbers behind a decision. */
const PUBLISHED =
  /(?<!\p{L})(?:juris|Rn|Rdnr|Rz|Tz|NJW|NVwZ|NZS|NZA|NStZ|FamRZ|DVBl|DÖV|BeckRS|ECLI|BVerfGE|BVerwGE|BGHZ|BSGE|BFHE|BStBl|LKRZ|openJur)(?!\p{L})/u;
/** Words that call a decision as a witness. */
const CALLED =
  /(?<!\p{L})(?:vgl|siehe auch|so auch|so etwa|so bereits|so schon|ebenso|Rspr|Rechtsprechung|juris|m\. ?w\. ?N|grundlegend)(?!\p{L})/iu;
/** The writer's or the reader's own case, whatever has been decided in it. */
const OURS =
  /(?<!\p{L})(?:gegen (?:mich|Sie|unse\p{L}{1,4})|legen? (?:ich|wir)|[Mm]ein(?:em|en|er|e|es)?|[Uu]nser(?:em|en|er|e|es)?|Ihr(?:em|en|er|e|es)?|Mandant(?:in|en)?|hiermit|eingelegt|geladen|Ladung)(?!\p{L})/u;
/** Words of a case that goes on: what a court does with it, what the parties do about it. */
const CASE_WORD =
  /(?<!\p{L})(?:Berufung|Beschwerde|Einspruch|Widerspruch|anhängig|beim?|vor dem|an das|Klage|Antragsteller(?:in)?|Antragsgegner(?:in)?|Betroffene[rn]?|Schuldner(?:in)?|Beschuldigte[rn]?|Angeklagte[rn]?|Betreuer(?:in)?|rechtskräftig|Termin|[Ii]n Sachen|Rechtsstreit|\p{L}{2,20}(?:sache|verfahren))(?!\p{L})/u;
/** Registers of a local court that are about one person and are never cited: guardianship, family, estates, fines, debts. */
const PERSONAL = /(?:^|\d ?)(?:XVII|XIV|XVI|F|VI|IN|IK|Ds|Cs|Ls|OWi|Js|UJs)(?: |\d|-)/u;
/** Number of the chamber, register sign, running number and year: `4 K 123/24.NW`, `S 12 AS 123/24`, `10 C 34/08`. */
const CASE =
  /^(?:[A-Z]{1,3} ?)?(?:\d{1,4}|[IVX]{1,5}[a-z]?) [A-Z][\p{L}-]{0,5} (?:\([a-z]{1,6}\) )?\d{1,5}[/.]\d{2}/u;
const BACK = 140;
const AHEAD = 60;
/** Lines that are shorter are no running text: what stands above is a letterhead or a heading. */
const FULL_LINE = 50;

/** What stands before in the same paragraph, and in it the sentence's own line or cell. */
function leadOf(text: string, start: number): { paragraph: string; line: string } {
  const before = text.slice(Math.max(0, start - BACK), start);
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1);
  const cut = paragraph.lastIndexOf('\n');
  const above = cut - paragraph.lastIndexOf('\n', cut - 1) - 1;
  const line = cut !== -1 && above < FULL_LINE ? paragraph.slice(cut + 1) : paragraph;
  return { paragraph, line: line.slice(line.lastIndexOf('|') + 1) };
}

/**
 * Is a case number the name of a published decision? By its register sign, by the journal behind it, or because the
 * sentence names a court or the day of a decision and says nothing of somebody's own case.
 *
 * @param start where the label begins, or the number itself where it has none
 */
export function isCitation(text: string, start: number, value: Span): boolean {
  const number = text.slice(value.start, value.end);
  if (FEDERAL.test(number)) return true;
  if (!CASE.test(number) && !PERSONAL.test(number)) return false;
  const behind = text.slice(value.end, value.end + AHEAD);
  if (PUBLISHED.test(behind.slice(0, `${behind}\n\n`.indexOf('\n\n')))) return true;
  const { paragraph, line } = leadOf(text, start);
  if (CALLED.test(paragraph)) return true;
  if (PERSONAL.test(number) || OURS.test(line) || OURS.test(behind)) return false;
  if (DECIDED.test(line) || DECIDED_BEHIND.test(behind)) return true;
  return COURT.test(line) && !CASE_WORD.test(line);
}
