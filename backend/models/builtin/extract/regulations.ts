import { headingText } from '../../../text/blocks.ts';
import type { Digest } from '../../../text/digest.ts';
import type { Sentence } from '../../../text/sentences.ts';

/** Words by which a sentence of a Dienstanweisung or Satzung lays something down. */
const LAYS_DOWN =
  /(?<!\p{L})(?:muss|müssen|darf|dürfen|kann|können|soll|sollen|gilt|gelten|beträgt|betragen|bedarf|bedürfen|verboten|untersagt|(?:un)?zulässig|gestattet|erlaubt|erforderlich|verpflichtet|ausgeschlossen|spätestens|höchstens|mindestens|(?:ist|sind|hat|haben) (?:[^.!?;]{0,120} )?(?:zu|\p{Ll}{2,12}zu\p{Ll}{2,20})(?!\p{L})|wird nur|werden nur|nur an|nicht erstattet|erteil(?:t|en))(?!\p{L})/u;
const NUMBERED = /^(?:§\s?\d{1,3}[a-z]?|\d{1,2}(?:\.\d{1,2}){0,3}\.?)(?=\s|$)/u;
const NUMBER_OF_BLOCK = /^(?:\(\d{1,2}[a-z]?\)|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?=\s)/u;

/** The sentences that lay something down, below numbered headings or in numbered paragraphs. */
export function regulationsIn({ sentences, source }: Digest): Sentence[] {
  return sentences.filter((sentence) => {
    const { block, text } = sentence;
    if (block.kind === 'row' || block.kind === 'footnote' || block.signed || text.endsWith('?')) return false;
    const numbered = NUMBERED.test(headingText(block.section)) || numberOf(sentence, source) !== '';
    return numbered && LAYS_DOWN.test(text);
  });
}

/** The heading above a sentence, without its number. */
export function headingOf({ block }: Sentence): string {
  return headingText(block.section).replace(NUMBERED, '').trim();
}

/** Where a sentence stands: "§ 3 Abs. 1", "Nr. 4.2"; empty where nothing is numbered. */
export function placeOfSentence(sentence: Sentence, source: string): string {
  const heading = NUMBERED.exec(headingText(sentence.block.section))?.[0] ?? '';
  const own = numberOf(sentence, source);
  if (own.startsWith('(')) return heading === '' ? own : `${heading} Abs. ${own.slice(1, -1)}`;
  if (own !== '') return `Nr. ${own}`;
  return heading === '' || heading.startsWith('§') ? heading : `Nr. ${heading.replace(/\.$/u, '')}`;
}

/** A sentence without the number of its paragraph. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER_OF_BLOCK, '').trimStart();
}

/** The number that its paragraph begins with: "(1)", "4.2". */
function numberOf({ block }: Sentence, source: string): string {
  const line = source.slice(source.lastIndexOf('\n', block.start - 1) + 1, block.end).trimStart();
  return NUMBER_OF_BLOCK.exec(line)?.[0] ?? '';
}
