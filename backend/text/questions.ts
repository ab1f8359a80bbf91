import { countWords, type Stemmer } from './words.ts';
import type { Sentence } from './sentences.ts';

export interface Question {
  kind:
    /** Ends with a question mark. */
    | 'direct'
    /** "Ich möchte wissen, ob …", "Bitte teilen Sie mir mit, …", "Bitte um ein Angebot". */
    | 'indirect'
    /** "Wir bitten Sie, die Frist zu verlängern.", "Hiermit beantrage ich …": something to decide on. */
    | 'request';
  sentence: Sentence;
}

const INDIRECT =
  /(?<!\p{L})(?:(?:möchte|möchten|würde|würden|wollte|wollten)\s(?:ich |wir |Sie )?(?:\p{Ll}+ |Sie |Dich |Euch |um Rat ){0,5}(?:wissen|erfahren|fragen|nachfragen|anfragen)|wüssten? (?:ich |wir )?gern|Frage (?:\p{L}+ ){0,3}(?:wäre|ist|lautet),|(?:bitte |Bitte )?teilen Sie (?:mir|uns)|teile[nt]? (?:mir|uns)(?: bitte)?|mitzuteilen|[Mm]ich interessiert|[Uu]ns interessiert|stellt sich (?:mir |uns |für \p{L}+ )?die Frage|(?:[Ii]ch|[Ww]ir) fragen? (?:mich|uns|Sie)|frage ich (?:mich|Sie)|[Bb]itten? (?:ich |wir )?(?:Sie )?(?:daher |deshalb |hiermit )?um (?:\p{L}+ ){0,3}(?:Auskunft|Antwort|Rückmeldung|Rückruf|Mitteilung|Stellungnahme|Angebot|Information(?:en)?|Erklärung|Bestätigung|Klärung|Hilfe|Lösung|Prüfung|Überprüfung|Unterstützung|Zusendung|Übersendung|Rückerstattung|Erstattung|Verlängerung|Stundung|Genehmigung|Termin|Terminvorschlag)|(?:mir|uns) (?:bitte )?(?:sagen|mitteilen|erklären|erläutern|Auskunft geben)|zu informieren|informieren Sie (?:mich|uns)|(?:geben|sagen) Sie (?:mir|uns)|sag(?:t|e)? (?:mir|uns) (?:bitte )?(?:\p{L}+ ){0,5}Bescheid|lassen Sie (?:mich|uns) (?:bitte )?wissen|(?:weiß|wissen) (?:ich |wir )?(?:leider )?nicht, (?:ob|wie|was|wann|wer|wo|welche))(?!\p{L})/u;
/** "bitte ich um das Eintragen", "Bitte empfehlen Sie uns jemanden", "bitte an die richtige Abteilung weiterleiten". */
const PLEASE =
  /(?<!\p{L})(?:bitten? (?:ich|wir) (?:\p{Ll}+ ){0,2}um|(?:[Ii]ch|[Ww]ir) bitten? (?:\p{Ll}+ ){0,2}um|[Bb]itte \p{Ll}{3,20}n Sie|(?:^|, )(?:\p{Lu}|\p{Ll})\p{Ll}{2,20}n Sie (?:\p{L}+ ){0,3}bitte|würden? (?:ich |wir )?(?:mich|uns) (?:\p{Ll}+ ){0,2}freuen, wenn (?:Sie|ich|wir))(?!\p{L})|(?<!\p{L})[Bb]itte (?!um |nicht )(?:[^\s.!?]{1,40} ){1,12}\p{Ll}{3,20}en[.!]?$/u;
/** "Falls ich falsch bin, bitte weiterleiten": what to do in some case is no matter of the letter. */
const IN_CASE = /^(?:falls|wenn|sollten?)(?!\p{L})/iu;
/** Asks for nothing that is answered or decided. */
const NO_MATTER =
  /(?<!\p{L})[Bb]itte (?:beachten|entschuldigen|verzeihen|bedenken|melden|wenden|kontaktieren|rufen|grüßen|verstehen|sehen) Sie|(?:[Mm]elden|[Ww]enden|[Rr]ufen) Sie (?:sich )?(?:\p{L}+ ){0,3}bitte|[Bb]itte (?:\p{L}+ ){0,4}(?:melden|wenden)[.!]?$/u;
const REQUEST =
  /(?<!\p{L})(?:(?:ich|wir) bitten? Sie|(?:würden?|möchten?|wollten?) (?:ich |wir )?(?:Sie|dich|euch) (?:\p{Ll}+ ){0,3}bitten|möchten? (?:ich |wir )?(?:[^.!?]{0,80} )?(?:kündigen|beantragen|widerrufen|anmelden|abmelden|ummelden)|bitten? (?:ich|wir) Sie|(?:ich|wir) beantragen?|beantragen? (?:ich|wir)|(?:lege|legen) (?:ich|wir) (?:[^.!?]{0,120} )?(?:Widerspruch|Einspruch|Beschwerde) ein|(?:ich|wir) (?:lege|legen) (?:[^.!?]{0,120} )?(?:Widerspruch|Einspruch|Beschwerde) ein|kündigen? (?:ich|wir)|(?:ich|wir) kündigen?)(?!\p{L})/iu;
/** "Schicken Sie mir das Formular.", "Löschen Sie unsere Daten." */
const ORDER =
  /^\P{L}{0,5}(?:bitte )?(?!(?:glauben|vertrauen|verzeihen|vergeben|gestatten|erlauben|ersparen|beachten|entschuldigen|kontaktieren|melden) )\p{L}\p{Ll}{2,20}n Sie (?:bitte )?(?:mir|uns|(?:meine|unsere)[mnr]?)(?!\p{L})/iu;
/** "Ich fordere Sie auf, …", "Hiermit verlangen wir die Löschung." */
const DEMAND =
  /(?<!\p{L})(?:(?:ich|wir) (?:fordere|fordern|verlangen?)|(?:fordere|verlange|fordern|verlangen) (?:ich|wir)) (?:hiermit |daher |deshalb |nun )?(?:Sie|von Ihnen|die|den|das|eine[n]?|ein|dass)(?!\p{L})/iu;
/** "ich benötige", "wir benötigen" and the other way round. */
function eitherWay(...verbs: string[]): string {
  const forms = `(?:${verbs.join('|')})n?`;
  return `(?:(?:[Ii]ch|[Ww]ir) ${forms}|${forms} (?:ich|wir))`;
}
/** A few words in front of what is needed; nothing that says it is not. */
const WORDS_BETWEEN = '(?: (?!kein|nicht)\\p{Ll}{2,20}){0,3}?';
/** "Ich hätte gern einen Termin.", "Wir benötigen von Ihnen eine Bescheinigung." */
const NEED = new RegExp(
  `(?<!\\p{L})(?:hätten? (?:ich |wir )?(?:\\p{Ll}{2,20} ){0,2}gerne?(?!\\p{L})|${eitherWay('benötige', 'bräuchte')}${WORDS_BETWEEN} (?:\\p{Lu}|\\d)|${eitherWay('brauche')}${WORDS_BETWEEN} (?:eine[nr]?|ein)(?!\\p{L}))`,
  'u',
);
/** A question in one word. */
const ONE_WORD =
  /^\P{L}{0,5}(?:wann|wo|wer|wen|wem|wie|was|warum|wieso|weshalb|wohin|woher|wozu|womit|wieviel|welche[mnrs]?)\P{L}{0,5}$/iu;
/** Asks for an answer without saying to what. */
const ANY_ANSWER =
  /^\P{L}*(?:ich |wir )?bitten? (?:\p{L}+ )?um (?:\p{L}+ )?(?:antwort|rückmeldung|rückruf|info)[.!\s]*$/iu;
const IF_ANY =
  /^(?:sollten|falls|wenn|bei)\s(?:\p{L}+ ){0,4}(?:fragen|rückfragen|änderungswünsche|unklarheiten)(?!\p{L})/iu;
const PARDON = /(?<!\p{L})(?:Entschuldigung|Verständnis|Verzeihung|entschuldigen|verzeihen)(?!\p{L})/u;
const SMALL_TALK =
  /^(?:(?:also|und|ansonsten|sonst|nun|hallo)[,:]?\s)?(?:wie geht(?:['’]?s| es)|geht(?:['’]?s| es) (?:dir|ihnen|euch)|alles (?:klar|gut)|ok(?:ay)?\?|nicht wahr|stimmt['’]?s)|,\s(?:ok|okay|oder|gell|ja)\?+$/iu;

function saysNothing(text: string): boolean {
  return [NO_MATTER, IN_CASE, PARDON, ANY_ANSWER, IF_ANY].some((pattern) => pattern.test(text));
}

/**
 * The questions of a text, in its order: direct ones, wishes for an answer in other words, and requests to decide on.
 * "Wie geht es Ihnen?" asks for no answer in writing and is left out.
 */
export function questionsIn(sentences: Iterable<Sentence>): Question[] {
  const found: Question[] = [];
  for (const sentence of sentences) {
    const { text } = sentence;
    if (sentence.block.kind === 'quote' || (countWords(text) < 2 && !ONE_WORD.test(text))) continue;
    if (/\?[)“”"»\s!?.]*$/u.test(text) && !/(?:https?:\/\/|www\.)\S+$/u.test(text)) {
      if (!SMALL_TALK.test(text) || countWords(text) > 14) found.push({ kind: 'direct', sentence });
    } else if (text.endsWith(':')) {
      // The questions stand in the list below.
      continue;
    } else if (INDIRECT.test(text) && !ANY_ANSWER.test(text) && !IF_ANY.test(text)) {
      found.push({ kind: 'indirect', sentence });
    } else if (REQUEST.test(text) && !PARDON.test(text)) {
      found.push({ kind: 'request', sentence });
    } else if ([PLEASE, ORDER, DEMAND, NEED].some((form) => form.test(text)) && !saysNothing(text)) {
      found.push({ kind: 'request', sentence });
    }
  }
  return found;
}

/**
 * Whether a statement plainly speaks of what is asked: it shares at least two words that carry meaning, or half of them.
 * This says that the question is taken up, not that the answer is right.
 */
export function takesUp(statement: string, question: string, stemmer: Stemmer): boolean {
  const asked = new Set(stemmer(question));
  const said = new Set(stemmer(statement));
  let shared = 0;
  for (const stem of asked) if (said.has(stem)) shared++;
  return shared >= 2 ? shared / asked.size >= 0.25 : shared === 1 && asked.size <= 2;
}
