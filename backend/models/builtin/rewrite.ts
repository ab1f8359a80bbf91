import { blocksOf, type Block } from '../../text/blocks.ts';
import type { Breathe } from '../../text/breathe.ts';
import { gap, joinParts, quote, shorten } from './markdown.ts';
import { PLAIN_DUTIES } from './plain-duties.ts';
import { PLAIN_PHRASES } from './plain-phrases.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { FAMILIAR, FORMAL, FRIENDLY, SHORTER } from './register-words.ts';
import { editAround, protectedSpans, replacer } from './replace.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { correctSpelling } from './spelling.ts';
import type { CallOf, Desk } from './task.ts';
import { matterOf } from './task.ts';

type Style = CallOf<'rewrite'>['input']['style'];
/** A way of saying the same that rules can reach. */
export type RuleStyle = Exclude<Style, 'custom'>;

interface Manner {
  edit: (text: string) => string;
  quotations: 'keep' | 'edit';
}

const plain = replacer([...PLAIN_PHRASES, ...PLAIN_DUTIES, ...PLAIN_WORDS]);
const brief = replacer(SHORTER);
/** A word that went leaves two blanks behind. */
const squeeze = (text: string): string => brief(text).replace(/(?<=\S) {2,}(?=\S)/gu, ' ');
const friendly = replacer([...FRIENDLY, ...PLAIN_PHRASES, ...PLAIN_WORDS]);

const MANNERS: Record<RuleStyle, Manner> = {
  plain: { edit: plain, quotations: 'keep' },
  simple: { edit: plain, quotations: 'keep' },
  friendly: { edit: friendly, quotations: 'keep' },
  shorter: { edit: squeeze, quotations: 'keep' },
  formal: { edit: replacer(FORMAL), quotations: 'keep' },
  correct: { edit: correctSpelling, quotations: 'edit' },
};

const WISHES: readonly (readonly [RegExp, RuleStyle])[] = [
  [/kürz|knapp|straff/iu, 'shorter'],
  [/förmlich|formell|sachlich/iu, 'formal'],
  [/freundlich|höflich/iu, 'friendly'],
  [/einfache sprache|leicht(?:er)? verständlich/iu, 'simple'],
  [/bürgernah|verständlich|einfach/iu, 'plain'],
  [/rechtschreib|grammatik|tippfehler|korrigier|korrektur/iu, 'correct'],
];

/** The manner that a wish in the person's own words asks for; null for what no rule can do. */
export function styleOfWish(wish: string): RuleStyle | null {
  return WISHES.find(([words]) => words.test(wish))?.[1] ?? null;
}

/** Quoted text and the text of a law keep every word. */
function isUntouchable(block: Block): boolean {
  return block.kind === 'quote' || /^(?:§|Art\.|Artikel\s\d)/u.test(block.section);
}

/** Behind a sentence: what the person has to do about it. */
function marks(sentence: string, style: RuleStyle): string {
  return style === 'formal' && FAMILIAR.test(sentence) ? ` ${gap('Anrede mit „Sie“')}` : '';
}

/**
 * Says a text in another manner, as far as lists of words reach. Everything between and around the sentences (headings'
 * marks, lists, tables, empty lines), quotations, addresses and the text of laws stay character for character.
 * @param marked whether sentences that a person has to mend (familiar in a formal text) carry a gap
 */
export async function inManner(
  source: string,
  style: RuleStyle,
  marked: boolean,
  breathe: Breathe,
): Promise<string> {
  const manner = MANNERS[style];
  const parts: string[] = [];
  let at = 0;
  for (const block of blocksOf(source)) {
    await breathe();
    if (isUntouchable(block)) continue;
    const spans = protectedSpans(source.slice(block.start, block.end), manner.quotations);
    const whole =
      block.kind === 'heading' || block.kind === 'label' || block.kind === 'row' || style === 'correct';
    const units = whole ? [block] : sentencesOf(source, block);
    for (const { start, end } of units) {
      await breathe();
      const edited = editAround(source.slice(start, end), spans, start - block.start, manner.edit);
      parts.push(source.slice(at, start), edited, marked && !whole ? marks(edited, style) : '');
      at = end;
    }
  }
  parts.push(source.slice(at));
  return parts.join('');
}

const BY_HAND = 'Text selbst überarbeiten –';

/** Umschreiben. Nothing but the text itself, so that it can take the place of the old one; what rules cannot do is a gap. */
export async function rewrite(call: CallOf<'rewrite'>, desk: Desk): Promise<string> {
  const { style, wish } = call.input;
  const source = matterOf(desk.reading);
  const wished = wish.trim() ? styleOfWish(wish) : null;
  if (style === 'custom') {
    if (wished) return inManner(source, wished, true, desk.breathe);
    return joinParts([gap(`${BY_HAND} eigene Anweisungen brauchen ein Sprachmodell`), source]);
  }
  let text = source;
  if (wished && wished !== style) text = await inManner(text, wished, false, desk.breathe);
  text = await inManner(text, style, true, desk.breathe);
  if (wish.trim() && !wished) {
    return joinParts([text, gap(`${BY_HAND} ${quote(shorten(wish, 80))} braucht ein Sprachmodell`)]);
  }
  return text;
}
