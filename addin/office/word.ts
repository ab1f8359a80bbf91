import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type { Part, Source } from '../../contract/source.ts';
import { LIMITS, answered, within } from './call.ts';
import type { Limits } from './call.ts';
import type { Copy } from './clipboard.ts';
import { countWords } from './count-words.ts';
import { documentName } from './document-name.ts';
import { HostError } from './host.ts';
import type { Host, Overview, Taken } from './host.ts';
import type { SupportsWord } from './requirements.ts';
import { settled } from './settle.ts';
import { onForcedColours, themeOf } from './theme.ts';
import type { ThemeSource } from './theme.ts';
import { blocksOf } from './word-blocks.ts';
import { wordMemory } from './word-memory.ts';
import { selectPassage } from './word-passage-ranges.ts';
import { readBody, readMargins, readSelection, skimText } from './word-read.ts';
import { wordWriting } from './word-writing.ts';

export interface WordDeps {
  run: typeof Word.run;
  /** Whether the program has a version of a requirement set. */
  supports: SupportsWord;
  document: Pick<Office.Document, 'url' | 'addHandlerAsync' | 'removeHandlerAsync'>;
  selectionChanged: Office.EventType;
  theme: ThemeSource;
  copy: Copy;
  limits?: Limits;
}

/** Characters above which the words of the whole text are no longer counted at every change of the selection. */
const LONG_TEXT = 200_000;

/**
 * Word as the pane's host; needs what `wordFeatures.pane` says, and offers more where the program has it. All that writes
 * into the document stands in one queue. `onChange` is told once a burst of changes has settled.
 */
export function wordHost(deps: WordDeps): Host {
  const { run } = deps;
  const limits = deps.limits ?? LIMITS;
  const memory = wordMemory(run, limits);
  let long = false;

  async function overview(): Promise<Overview> {
    const { selected, whole } = await within(
      run(async (context) => {
        const selection = context.document.getSelection();
        selection.load('text');
        const { body } = context.document;
        if (!long) body.load('text');
        await context.sync();
        return { selected: selection.text, whole: long ? null : body.text };
      }),
      limits.ask,
    );
    long ||= whole !== null && whole.length > LONG_TEXT;
    return {
      // Empty for a document that was never saved; one window of Word shows one document.
      id: deps.document.url ?? '',
      title: documentName(deps.document.url),
      words: whole === null ? null : countWords(whole),
      selectedWords: countWords(selected),
    };
  }

  async function take(part: Part): Promise<Taken> {
    const read = part === 'whole' ? readBody : readSelection;
    const { anchor, paragraphs, margins } = await within(
      run(async (context) => ({ ...(await read(context)), margins: await readMargins(context) })),
      limits.read,
    );
    memory.remember(anchor);
    if (part === 'whole') long = anchor.text.length > LONG_TEXT;
    const text = toMarkdown(blocksOf(paragraphs));
    if (text.length > MAX_SOURCE_CHARS) throw new HostError('too-long');
    return {
      source: sourceOf(part, text, margins),
      part,
      lines: anchor.lines?.all ?? null,
      anchor,
    };
  }

  async function skim(part: Part): Promise<Source> {
    const { text, margins } = await within(
      run(async (context) => ({
        text: await skimText(context, part),
        margins: await readMargins(context),
      })),
      limits.read,
    );
    return sourceOf(part, text.slice(0, MAX_SOURCE_CHARS), margins);
  }

  function sourceOf(part: Part, text: string, margins: string): Source {
    const title = documentName(deps.document.url);
    return { kind: 'document', title, part, text, ...(margins === '' ? {} : { margins }) };
  }

  return {
    name: 'Word',
    ...wordWriting({ run, supports: deps.supports, copy: deps.copy, limits }, memory),
    attachments: null,
    addToCalendar: null,
    showPdf: null,
    surface: 'document',
    overview,
    take,
    skim,
    reveal: (text) => within(selectPassage(run, text), limits.read).catch(() => false),
    onChange(listener) {
      const tell = settled(() => listener('selection'));
      const { document, selectionChanged } = deps;
      void answered((done) => document.addHandlerAsync(selectionChanged, tell, done), limits.ask).catch(
        () => undefined,
      );
      return () => {
        tell.cancel();
        void answered(
          (done) => document.removeHandlerAsync(selectionChanged, { handler: tell }, done),
          limits.ask,
        ).catch(() => undefined);
      };
    },
    theme: () => themeOf(deps.theme),
    onThemeChange: (listener) => onForcedColours(deps.theme, listener),
    person: () => ({ name: '', email: '' }),
  };
}
