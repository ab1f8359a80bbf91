import type { Sentence } from './sentences.ts';

export interface Action {
  /** The words that make it one: "müssen", "werden gebeten", "ist … zu". */
  cue: string;
  /** Who is to act, where the sentence says it in so many words; empty otherwise. */
  who: string;
}

const MUST =
  /(?<!\p{L})(?:muss|müssen|müsste[nt]?|ist verpflichtet|sind verpflichtet|verpflichtet sich|bitten wir|bitte ich|ich bitte|wir bitten|bitten Sie|bitte um|(?:würde|würden|möchte|möchten) (?:ich |wir )?(?:Sie|[Ee]uch|[Dd]ich) bitten)(?!\p{L})/iu;
const CHARGED =
  /(?<!\p{L})(?:wird|werden)\s(?:[^.!?;,]|\.(?=\d|\s\p{Ll})){0,120}?(?<!\p{L})(?:gebeten|aufgefordert|beauftragt|ermächtigt|verpflichtet)(?!\p{L})/iu;
const PLEASE = /(?:^|[.,:;–-]\s|\s)[Bb]itte\s(?!um\s(?:Entschuldigung|Verständnis))/u;
const TO_DO =
  /(?<!\p{L})(?:ist|sind|hat|haben)\s(?!es\s)(?:[^.!?;,]|\.(?=\d|\s\p{Ll})){0,160}?(?<!um )(?<!\p{L})(?:zu\s(?!(?:allen|einigen|ihren|ihnen|seinen|unseren|diesen|jenen|vielen|beiden|anderen|weiteren|meinen|euren|keinen|welchen|solchen|mehreren)\s)\p{Ll}{2,30}(?:en|ern|eln|un)|(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|her|hin|mit|nach|nieder|sicher|teil|um|vor|weiter|zurück|zusammen|vorzu|bereit)zu\p{Ll}{2,30}(?:en|ern|eln|un))(?!\p{L})/u;
/** "ist geeignet, X zu tun": the infinitive belongs to an adjective or noun and nobody has to act. */
const NO_DUTY =
  /(?<!\p{L})(?:um|ohne|statt|anstatt|geeignet|möglich|berechtigt|befugt|bereit|in der Lage|freigestellt|schwer|leicht|einfach|versucht|erlaubt|gefreut|erfreut)(?!\p{L})/iu;
const WISH =
  /(?<!\p{L})(?:Entschuldigung|Entschuldigen|Verständnis|Ich hoffe|Ich wünsche|Viel Spaß|nicht zu traurig|[Ii]ch muss|muss ich|müsste ich|ich müsste)(?!\p{L})/u;
const AGENT =
  /^(?:(?:Daher|Deshalb|Außerdem|Ferner|Zudem)\s)?((?:Der|Die|Das|Alle|Jede[rs]?|Sämtliche)\s[^,.;:!?]{2,70}?)\s(?:muss|müssen|hat|haben|wird|werden|ist verpflichtet|sind verpflichtet)\s/u;
const YOU =
  /(?<!\p{L})(?:[Bb]itte(?:n)?\s(?:wir\s|ich\s)?Sie|müssen Sie|Sie müssen|Sie haben|Sie werden)(?!\p{L})/u;

/** "wird … ermächtigt": the first and the last word of a longer match. */
function ends(text: string): string {
  const words = text.split(/\s+/u);
  return words.length > 2 ? `${words[0] ?? ''} … ${words.at(-1) ?? ''}` : words.join(' ');
}

/**
 * Whether a sentence demands that somebody does something, and who, as far as the words tell.
 * Passive infinitives ("ist einzureichen") are recognised, infinitives with um, ohne or an adjective are not.
 */
export function actionIn(sentence: Sentence): Action | null {
  const { text } = sentence;
  if (sentence.block.kind === 'row' || text.endsWith('?') || WISH.test(text)) return null;
  let cue = MUST.exec(text)?.[0] ?? PLEASE.exec(text)?.[0].trim();
  const charged = CHARGED.exec(text)?.[0];
  if (cue === undefined && charged !== undefined) cue = ends(charged);
  if (cue === undefined) {
    const duty = TO_DO.exec(text)?.[0];
    if (duty !== undefined && !NO_DUTY.test(duty)) cue = `${duty.split(/\s/u)[0] ?? ''} … zu`;
  }
  if (cue === undefined) return null;
  const agent = /^(?:hat|haben) … zu$|muss|müssen|wird|werden|verpflichtet/u.test(cue)
    ? AGENT.exec(text)?.[1]
    : '';
  return { cue, who: agent || (YOU.test(text) ? 'Sie' : '') };
}

const RESPONSIBLE =
  /(?<!\p{L})(?:[Zz]uständig\p{Ll}{0,3}|federführend\p{Ll}{0,2}|Federführung|Ansprechpartner(?:in|innen)?|Ansprechperson(?:en)?|Bearbeiter(?:in)?|Sachbearbeit(?:er|erin|ung)|verantwortlich\p{Ll}{0,2}|Auskunft erteil(?:t|en)|[Ff]ragen (?:\p{L}+ ){0,4}beantworte(?:t|n)|wenden Sie sich(?: bitte)? an|[Bb]ei (?:Rückfragen|Fragen)|Für (?:Rückfragen|Fragen))(?!\p{L})/u;

/** Somebody is yet to be named. */
const NAMING =
  /(?<!\p{L})Ansprech\p{L}+ (?:[^!?]{0,200} )?(?:zu (?:be)?nennen|zu melden|mitzuteilen|zu bestimmen)(?!\p{L})/u;

/** The words that say who is in charge or can be asked, or null. */
export function responsibleIn(text: string): string | null {
  return NAMING.test(text) ? null : (RESPONSIBLE.exec(text)?.[0] ?? null);
}
