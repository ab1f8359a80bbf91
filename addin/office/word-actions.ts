import type { Block } from '../../contract/rich.ts';
import { rawCodeOf } from './call.ts';
import { piecesOf } from './pieces.ts';
import { planOf } from './word-plan.ts';
import { replaceBody, replaceRange } from './word-replace.ts';
import type { Anchor } from './word-replace.ts';
import { addNotes } from './word-notes.ts';
import { baseOf, polish, writeAfter, writeInline } from './word-write.ts';

type Run = typeof Word.run;

/**
 * Writes at the cursor: a single paragraph into the line, anything else as paragraphs below. Where text is selected it
 * comes after the paragraph in which the selection ends, and the selected text stays.
 * @throws the errors of Office
 */
export async function insert(run: Run, blocks: readonly Block[]): Promise<void> {
  await run(async (context) => {
    const selection = context.document.getSelection();
    selection.load('text');
    const last = selection.paragraphs.getLast();
    last.load('text,style,styleBuiltIn,isListItem');
    await context.sync();
    const [only] = blocks;
    const inline = selection.text === '' && blocks.length === 1 && only?.type === 'paragraph';
    const written = inline
      ? writeInline(selection, piecesOf(only.runs), 'After')
      : await writeAfter(context, baseOf(last), planOf(blocks));
    await context.sync();
    await addNotes(context, written?.notes ?? []);
    await polish(context, () => {
      written?.polish();
      written?.range.select('End');
      // The empty line the cursor stood in is not wanted above the text.
      if (!inline && last.text === '') last.delete();
    });
  });
}

/** Codes of a tracked range whose text is no longer there. */
const GONE = new Set(['ItemNotFound', 'InvalidObjectPath']);

/**
 * Writes in the place of what was read, if it still stands there as it was read.
 * The anchor then stands for the new text, because the pane holds on to it for a refined version.
 * @throws the errors of Office
 */
export async function replace(
  run: Run,
  blocks: readonly Block[],
  anchor: Anchor,
): Promise<'done' | 'changed' | 'unsupported'> {
  const plan = planOf(blocks);
  const step = async (context: Word.RequestContext) => {
    const replaced =
      anchor.part === 'whole'
        ? await replaceBody(context, anchor, plan)
        : await replaceRange(context, anchor, blocks, plan);
    if (replaced.status !== 'done') return replaced.status;
    Object.assign(anchor, replaced.anchor);
    await addNotes(context, replaced.written.notes);
    await polish(context, replaced.written.polish);
    return replaced.status;
  };
  try {
    return anchor.part === 'whole' ? await run(step) : await run(anchor.range, step);
  } catch (error) {
    if (GONE.has(rawCodeOf(error))) return 'changed';
    throw error;
  }
}
