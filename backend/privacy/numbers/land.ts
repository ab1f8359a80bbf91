import type { Candidate } from '../span.ts';

const NUMBER = String.raw`\d{1,6}(?: ?/ ?\d{1,5})?(?!\d|[.,]\d)`;
const LIST = String.raw`${NUMBER}(?:(?: ?, ?(?:(?:und|sowie) )?| ?; ?| und | u\. ?| bis | sowie | ?[–-] ?| ?\+ ?)${NUMBER}){0,30}`;
const PARCEL = String.raw`(?:Flurstück(?:e|es|s|en|snummern?|snr\.?|s-Nr\.?|s-Nummern?)?|Flurst\.?(?: ?-? ?Nrn?\.?)?|Fl(?:st)?\. ?-? ?(?:St\. ?-? ?)?Nrn?\.?|Flst\.?(?: ?-? ?Nrn?\.?)?|Fl(?:st)?-?Nrn?\.?|Parzellen?(?:nummern?|-?Nrn?\.?)?)`;
const NO = String.raw`(?: ?(?:Nrn?\.?|Nummern?|Zähler|Kennzeichen))?[ :*|\t]{0,4}`;
const DISTRICT = String.raw`(?:Gemarkung|Gmkg\.?|Gem\.)[ :*|\t]{1,4}(?:\p{Lu}[\p{L}.-]{1,30}(?: (?:\p{Lu}[\p{L}.-]{1,30}|am|an|der|im|ob)){0,3}(?: \(\d{4,6}\))?)`;
const FLUR = String.raw`(?:Flur|Fl\.)(?: ?Nr\.?)?[ :*|\t]{1,4}\d{1,3}(?!\d)`;
const JOIN = String.raw`[ ,;:|*\n\t–-]{1,4}(?:(?:und|der|in|mit|des|auf|das|die|dem) ){0,2}`;

/** `Gemarkung Altenglan, Flur 3, Flurstück 117/4`: it is the land as a whole that says whose it is. */
const LAND = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${DISTRICT}${JOIN})?${FLUR}${JOIN}(?:Nr\. ?)?${PARCEL}${NO}${LIST}|(?:${DISTRICT}${JOIN})?${FLUR}${JOIN}Nr\. ?\d{1,5}/\d{1,5}(?!\d)|${DISTRICT}${JOIN}${FLUR}|(?:${DISTRICT}${JOIN})?${PARCEL}${NO}${LIST}(?:${JOIN}${FLUR})?)`,
  'gu',
);
const REGISTER =
  /(?<!\p{L})(?:[Gg]rundb[uü]ch(?:s|es|er|ern|amts?)?|GB(?= (?:von |\p{Lu}\p{Ll})))(?!\p{L})[^\n\d.;]{0,80}(?:Band \d{1,4}[ ,]{1,3})?((?:Blatt|Bl\.)(?: ?(?:Nr\.?|Nummer))?[ :*|]{0,4}\d{1,6}(?: ?[A-Z](?!\p{L}))?)(?!\d)/gu;
const SHEET =
  /(?<![\p{L}\d])Grundbuchbl(?:att|ätter)\p{L}{0,8}(?:-?Nr\.?| Nr\.?)?[ :*|\t]{0,4}(\d{1,6})(?!\d)/gu;

/** Land in the cadastre and the land register: Flur, Flurstück, with the Gemarkung beside them, Grundbuchblatt. */
export function landIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  const put = (rule: string, start: number, end: number) =>
    found.push({ kind: 'reference', rule, weight: 2, start, end });
  for (const match of text.matchAll(LAND)) put('land', match.index, match.index + match[0].length);
  for (const pattern of [REGISTER, SHEET]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      put('land-register', end - (match[1] ?? '').length, end);
    }
  }
  return found;
}
