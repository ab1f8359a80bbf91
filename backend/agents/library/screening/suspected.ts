import { type HighRiskUse, highRiskUses, type LibraryContent } from '../../../../contract/agents/library.ts';
import { HARMLESS, type Sign, SIGNS } from './signs.ts';
import { spokenTexts } from './texts.ts';

/**
 * The high-risk uses (KI-VO, Anhang III) that a content's own words speak of: a reading by words, which whoever decides
 * holds against what was answered. It rather names one too many. Pure.
 * @param remark what whoever hands it in says about its use
 * @returns in the order of the annex's entry in the contract, each once
 */
export function suspectedUses(content: LibraryContent, remark: string): HighRiskUse[] {
  const sentences = [...spokenTexts(content), remark].flatMap(sentencesOf);
  const spoken = new Set(
    SIGNS.filter((sign) => sentences.some((sentence) => speaksOf(sentence, sign))).map(({ use }) => use),
  );
  return (Object.keys(highRiskUses) as HighRiskUse[]).filter((use) => spoken.has(use));
}

function sentencesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(HARMLESS, ' ')
    .split(/[.!?;:]\s|\n|$/u)
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
    .filter((sentence) => sentence !== '');
}

function speaksOf(sentence: string, { words, beside }: Sign): boolean {
  if (beside !== undefined && !beside.test(sentence)) return false;
  return [...sentence.matchAll(words)].some(
    ({ index, 0: { length } }) => !isDenied(sentence.slice(0, index), sentence.slice(index + length)),
  );
}

/** What may stand between a negation and what it is about, besides nouns: anything else may turn the sense round. */
const BETWEEN =
  /^(?:für|zur|zum|zu|bei|beim|über|als|in|im|von|vom|die|der|das|den|dem|des|eine[rnms]?|und|oder|noch|sowie|bzw|auch|an|auf|aus|mit|automatische[nrs]?|automatisierte[nrs]?|eigene[nrs]?|dienstliche[nrs]?|fachliche[nrs]?|bestimmt|geeignet|gedacht|vorgesehen|einsetzen|einzusetzen|verwenden|zu|benutzen)$/u;
const NEGATION = /(?<!\p{L})(?:nicht|niemals|keine?[nrsm]?|weder|ohne)(?!\p{L})(?!\s+(?:nur|allein|bloß))/giu;
const DENIED_BEHIND =
  /^[^,;]{0,60}?(?<!\p{L})(?:ist|sind|bleibt|bleiben|wird|werden)\s+(?:\p{L}+\s+)?(?:ausgeschlossen|untersagt|unzulässig|verboten|nicht\s+(?:erlaubt|zulässig|vorgesehen|gestattet))/iu;

/** Whether the words between are said not to be meant: only plain forms count. */
function isDenied(before: string, behind: string): boolean {
  if (DENIED_BEHIND.test(behind)) return true;
  return [...before.matchAll(NEGATION)].some(({ index, 0: { length } }) =>
    before
      .slice(index + length)
      .split(/[\s,/()-]+/u)
      // The last piece may be the front of the word itself.
      .every((word) => word === '' || /^\p{Lu}/u.test(word) || BETWEEN.test(word.toLowerCase())),
  );
}
