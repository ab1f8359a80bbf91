import type { TaskCall, Turn } from '../../../contract/tasks/index.ts';
import { blocksOf, type Block } from '../../text/blocks.ts';
import { digest } from '../../text/digest.ts';
import { isClosing, isSalutation } from '../../text/letter.ts';
import { gap, honestLine, joinParts, quote, shorten } from './markdown.ts';
import { rank } from './rank.ts';
import { inManner, styleOfWish } from './rewrite.ts';
import type { Desk } from './task.ts';

const SHARE_DROPPED = 1 / 3;
const KEPT_AT_LEAST = 2;
const HONEST = /^\*Ohne Sprachmodell – .*\*$/u;

/** What no wish for brevity may remove: gaps, the first words of a letter, the closing, the name, the honest line. */
function isFrame(block: Block): boolean {
  const text = block.text.trim();
  if (block.kind === 'heading' || block.kind === 'label' || block.kind === 'row') return true;
  if (text.includes('[[') || HONEST.test(text) || text.startsWith('**')) return true;
  return isSalutation(text) || isClosing(text) || /^(?:i\. A\.|\p{L}[\p{L} ]{1,30}:\s)/u.test(text);
}

/** Letters are cut between salutation and closing; every other text anywhere. */
function bodyOf(text: string): Block[] {
  const blocks = [...blocksOf(text)];
  const from = blocks.findIndex((block) => isSalutation(block.text.trim()));
  const closing = blocks.findIndex((block, i) => i > from && isClosing(block.text.trim()));
  return blocks.slice(from + 1, from >= 0 && closing > 0 ? closing : undefined);
}

/** Takes the ranges out of a text; a line that becomes empty goes with its mark. */
function without(text: string, dropped: { start: number; end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...dropped].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start);
    at = text.charAt(end) === ' ' ? end + 1 : end;
  }
  return (out + text.slice(at))
    .split('\n')
    .filter((line) => !/^\s*(?:[-*+>]|\d{1,3}[.)])\s*$/u.test(line))
    .join('\n')
    .replace(/(?<=\S) {2,}(?=\S)/gu, ' ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Paragraphs that a short letter does without. */
const OPTIONAL = /^(?:Sie haben geschrieben:|Bei Fragen |Haben Sie noch Fragen|Wenn Sie Fragen)/u;

/** Drops what a letter can do without, else the least important third of the sentences; the frame stays. */
async function shorter(text: string, desk: Desk): Promise<string> {
  const blocks = bodyOf(text);
  const optional = blocks.filter((block) => OPTIONAL.test(block.text));
  if (optional.length > 0) return inManner(without(text, optional), 'shorter', false, desk.breathe);
  const body = new Set(blocks.filter((block) => !isFrame(block)).map(({ start }) => start));
  const from = await digest(text, desk.breathe);
  const ranked = await rank(from, { title: '', focus: '' }, desk.stemmer, desk.breathe);
  const candidates = ranked.filter(({ sentence }) => body.has(sentence.block.start));
  const count = Math.min(Math.ceil(candidates.length * SHARE_DROPPED), candidates.length - KEPT_AT_LEAST);
  const least = [...candidates].sort((a, b) => a.score - b.score).slice(0, Math.max(0, count));
  const cut = without(
    text,
    least.map(({ sentence }) => sentence),
  );
  return inManner(cut, 'shorter', false, desk.breathe);
}

/** Where the result replaces a text, what could not be done is a gap; elsewhere it is a line of its own. */
function unchanged(turn: Turn, call: TaskCall): string {
  const wish = quote(shorten(turn.wish, 120));
  return call.task === 'rewrite'
    ? joinParts([turn.answer, gap(`Text selbst überarbeiten – der Wunsch ${wish} braucht ein Sprachmodell`)])
    : joinParts([
        turn.answer,
        honestLine(
          `der Wunsch ${wish.replace(/\*/gu, '')} ließ sich damit nicht umsetzen; der Text ist unverändert.`,
        ),
      ]);
}

/** Verfeinern: the last wish, applied to the last answer as far as rules can. */
export async function refine(turn: Turn, call: TaskCall, desk: Desk): Promise<string> {
  const style = styleOfWish(turn.wish);
  if (style === null) return unchanged(turn, call);
  const marked = call.task === 'rewrite';
  const text =
    style === 'shorter'
      ? await shorter(turn.answer, desk)
      : await inManner(turn.answer, style, marked, desk.breathe);
  return text.trim() === turn.answer.trim() ? unchanged(turn, call) : text;
}
