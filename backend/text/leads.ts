import { actionIn } from './actions.ts';
import type { Block } from './blocks.ts';
import { isSalutation } from './letter.ts';
import { readable, type Sentence } from './sentences.ts';
import { countWords } from './words.ts';

/** A longer lead-in would be repeated with every item of its list. */
const MAX_LEAD_CHARS = 300;
const UNFINISHED_DUTY =
  /(?<!\p{L})(?:haben|hat|sind|ist|müssen|muss|sollen|soll|gebeten|verpflichtet)[,:]?$/iu;

/**
 * Whether a sentence demands something and leaves it to the list below to say what: "Die Gemeinden werden gebeten,".
 */
export function isLead(sentence: Sentence): boolean {
  const { text } = sentence;
  if (text.length > MAX_LEAD_CHARS || /[.!?;][“"»]?$/u.test(text) || isSalutation(text)) return false;
  return actionIn(sentence) !== null || UNFINISHED_DUTY.test(text);
}

/** "Die Gemeinden werden gebeten:" is short enough to be taken for a heading, and leads its list all the same. */
export function leadOfLabel(block: Block): Sentence | null {
  const lead = { text: readable(block.text), start: block.start, end: block.end, block };
  return block.kind === 'label' && isLead(lead) ? lead : null;
}

/**
 * A lead-in and one item of its list as the sentence they make together; only the punctuation between the items is
 * exchanged for a full stop.
 * @returns null for an item that is a question or a single word
 */
export function joinLead(lead: Sentence, item: Sentence): Sentence | null {
  if (item.text.endsWith('?') || countWords(item.text) < 2) return null;
  const rest = item.text.replace(/(?:[,;]|,?\s(?:und|oder|sowie))$/u, '');
  const stop = /[.!]$/u.test(rest) ? '' : '.';
  return { ...item, text: `${lead.text} ${rest}${stop}` };
}
