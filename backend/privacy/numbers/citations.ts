/** Register signs of the federal courts: their decisions are published, whoever they were about. */
const FEDERAL =
  /^(?:(?:\d{1,2}|[IVX]{1,5}[a-z]?|[A-Z]{2,4}(?= ))[ .]{0,2}(?:AZR|AZN|AZB|ABR|ABN|ABB|AZA|ZR|ZB|ZA|ARZ|StR|ARs|StB|BGs|BvR|BvL|BvF|BvE|BvB|BvQ|BvG|BvN|BvC|PBvU|PKH|KSt|CN|VR|WB|WD|WRB|BN|GrS|R|BLw|LwZR|EnVR|EnZR|KVR|KZR|NotZ|AnwZ|PatAnwZ|RiZ|RiSt|AK|BJs|W) ?(?:\([\p{L}. ]{1,12}\) ?)?\d{1,4}[/.]\d{2}|B \d{1,2} [A-Z]{1,3} \d{1,3}\/\d{2}|\d{1,2} [BCDA] \d{1,4}\.\d{2}|[CT][-–‑]\d{1,4}\/\d{2})/u;
/** Words before a number that say that a published decision follows. */
const COURT =
  /(?:(?<![\p{L}])(?:BGH|BVerwG|BVerfG|BAG|BSG|BFH|BPatG|EuGH|EuG|EGMR|RG|GmS-OGB|OLG|KG|LG|AG|VG|OVG|VGH|HessVGH|BayVGH|BayObLG|LAG|ArbG|ArbGe|SG|LSG|FG|VerfGH|VerfG|StGH|AGH|OGH|VfGH|VwGH|Bundesgerichtshofe?s?|Bundesverwaltungsgerichte?s?|Bundesverfassungsgerichte?s?|Bundesarbeitsgerichte?s?|Bundessozialgerichte?s?|Bundesfinanzhofe?s?|Bundespatentgerichte?s?|Gerichtshofe?s?|Rechtsprechung|Rspr|Vorinstanz|juris|NVwZ|NJW|vgl\.?|Vgl\.?)(?!\p{L}))/u;
const DECISION = /(?:Urteil|Urt\.|Beschluss|Beschl\.|Entscheidung|Gerichtsbescheid)/u;
const COURT_WORD = /(?:gericht|gerichts|gerichtshof|gerichtshofs|Senat|Kammer)(?!\p{L})/u;
/** Registers of a local court that are about one person and are never cited: guardianship, family, estates, fines, debts. */
const PERSONAL = /(?:^|\d ?)(?:XVII|XIV|XVI|F|VI|IN|IK|Ds|Cs|Ls|OWi|Js|UJs)(?: |\d|-)/u;
/** Number of the chamber, register sign, running number and year: `4 K 123/24.NW`, `S 12 AS 123/24`, `10 C 34/08`. */
const CASE =
  /^(?:[A-Z]{1,3} ?)?(?:\d{1,4}|[IVX]{1,5}[a-z]?) [A-Z][\p{L}-]{0,5} (?:\([a-z]{1,6}\) )?\d{1,5}[/.]\d{2}/u;
const BACK = 100;

/**
 * Is a number behind `Az.` the name of a published decision? With a court's abbreviation or a word for a decision of a
 * court before it, or by its register sign.
 */
export function isCitation(text: string, labelStart: number, value: string): boolean {
  if (FEDERAL.test(value)) return true;
  if (!CASE.test(value)) return false;
  const sentence = text.slice(Math.max(0, labelStart - BACK), labelStart);
  // What stands in a paragraph before is about something else.
  const before = sentence.slice(sentence.lastIndexOf('\n\n') + 1);
  if (COURT.test(before)) return !/(?<!\p{L})AG(?!\p{L})/u.test(before) || !PERSONAL.test(value);
  return DECISION.test(before) && COURT_WORD.test(before) && !PERSONAL.test(value);
}
