/** A sentence that offers help, asks or repeats what was asked answers nothing, however it goes on. */
const NO_ANSWER =
  /^(?:bei (?:weiteren |rück)?fragen|haben sie (?:noch |weitere )?fragen|für (?:weitere |rück)?fragen|wenn sie (?:noch |weitere )?fragen|sie (?:fragen|schreiben|haben (?:uns |mir )?(?:gefragt|geschrieben)|möchten wissen|bitten|beantragen)|ihre? (?:frage|anfrage|schreiben|e-mail|nachricht))(?!\p{L})/iu;
/** A sentence that thanks for the letter or names it; behind its comma or colon an answer may follow. */
const OPENING =
  /^(?:(?:vielen|herzlichen|besten|freundlichen)\sdank|ich danke|wir danken|zu ihrer? (?:e-mail|schreiben|nachricht|anfrage|anliegen|frage))(?!\p{L})/iu;
/** Still to be answered, in words. */
const PUTS_OFF =
  /(?<!\p{L})(?:noch (?:zu|in) (?:klär|prüf)|noch (?:geprüft|geklärt|abgestimmt|entschieden)|(?:prüfen|klären) (?:[^\s.!?]{1,40} ){0,5}noch(?!\p{L})|kommen (?:[^\s.!?]{1,40} ){0,4}auf sie zu|melden uns (?:[^\s.!?]{1,40} ){0,4}(?:noch|wieder|erneut))/iu;
/** The office does not know, or does not say. */
const REFUSES =
  /(?<!\p{L})(?:(?:können|kann|dürfen|darf|möchten) (?:wir|ich) (?:[^\s.!?]{1,40} ){0,6}(?:nicht|keine (?:\p{L}{1,30} )?(?:auskunft|auskünfte|angaben|aussagen?)) (?:[^\s.!?]{1,40} ){0,2}(?:sagen|mitteilen|beantworten|nennen|geben|machen|erteilen|treffen)|(?:wir|ich) (?:können|kann|dürfen|darf) (?:[^\s.!?]{1,40} ){0,6}(?:nicht|keine (?:\p{L}{1,30} )?(?:auskunft|auskünfte|angaben|aussagen?)) (?:[^\s.!?]{1,40} ){0,2}(?:sagen|mitteilen|beantworten|nennen|geben|machen|erteilen|treffen)|(?:liegt|liegen) (?:uns|mir|hier) (?:[^\s.!?]{1,40} ){0,4}(?:nicht|keine (?:\p{L}{1,30} )?(?:auskunft|auskünfte|angaben|information(?:en)?|erkenntnisse)) (?:[^\s.!?]{1,40} ){0,2}vor|(?:ist|sind) (?:uns|mir|hier) (?:[^\s.!?]{1,40} ){0,3}nicht bekannt|(?:wissen (?:wir|ich)|weiß ich|(?:wir|ich) (?:wissen|weiß)) (?:[^\s.!?]{1,40} ){0,3}nicht|entzieht sich (?:unserer|meiner) kenntnis)(?!\p{L})/iu;

/** Whether a sentence of a reply asks, puts off, refuses or frames: it leaves every question open. */
export function answersNothing(sentence: string): boolean {
  const said = sentence.trim();
  return said.endsWith('?') || [NO_ANSWER, PUTS_OFF, REFUSES].some((pattern) => pattern.test(said));
}

/**
 * Whether a sentence only thanks for the letter or names it ("Zu Ihrer Frage …").
 * @param before what stands in the sentence before the place that shall answer; behind a comma or colon it may
 */
export function beginsBesideThePoint(sentence: string, before = ''): boolean {
  return OPENING.test(sentence.trim()) && !/[,:–]/u.test(before);
}
