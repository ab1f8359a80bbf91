import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type { Part } from '../../contract/source.ts';
import { LIMITS, answered, outcomeOf, within } from './call.ts';
import type { Limits } from './call.ts';
import type { Copy } from './clipboard.ts';
import { copied, copiedInstead } from './copying.ts';
import { countWords } from './count-words.ts';
import { documentName } from './document-name.ts';
import { HostError } from './host.ts';
import type { ActionName, Host, Outcome, Overview, Result, Taken } from './host.ts';
import { settled } from './settle.ts';
import { onForcedColours, themeOf } from './theme.ts';
import type { ThemeSource } from './theme.ts';
import { insert, insertSection, replace, select } from './word-actions.ts';
import { blocksOf } from './word-blocks.ts';
import { readBody, readSelection } from './word-read.ts';
import type { Anchor } from './word-replace.ts';
import { searchFor } from './word-search.ts';

export interface WordDeps {
  run: typeof Word.run;
  document: Pick<Office.Document, 'url' | 'addHandlerAsync' | 'removeHandlerAsync'>;
  selectionChanged: Office.EventType;
  theme: ThemeSource;
  copy: Copy;
  limits?: Limits;
}

/** Characters above which the words of the whole text are no longer counted at every change of the selection. */
const LONG_TEXT = 200_000;

/** Texts that are remembered for `replace`; each costs Word a tracked range. */
const REMEMBERED = 8;

/** Word as the pane's host; needs WordApi 1.3. `onChange` is told once a burst of changes has settled. */
export function wordHost(deps: WordDeps): Host {
  const { run } = deps;
  const limits = deps.limits ?? LIMITS;
  const anchors: Anchor[] = [];
  let long = false;
  let writing: Promise<unknown> = Promise.resolve();

  function remember(anchor: Anchor): void {
    anchors.push(anchor);
    const oldest = anchors.length > REMEMBERED ? anchors.shift() : undefined;
    if (oldest?.part !== 'selection') return;
    const { range } = oldest;
    const release = run(range, async (context) => {
      context.trackedObjects.remove(range);
      await context.sync();
    });
    // A range that cannot be released is gone already.
    void within(release, limits.ask).catch(() => undefined);
  }

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
    const { anchor, paragraphs } = await within(
      run(part === 'whole' ? readBody : readSelection),
      limits.read,
    );
    remember(anchor);
    if (part === 'whole') long = anchor.text.length > LONG_TEXT;
    const text = toMarkdown(blocksOf(paragraphs));
    if (text.length > MAX_SOURCE_CHARS) throw new HostError('too-long');
    return {
      source: { kind: 'document', title: documentName(deps.document.url), part, text },
      part,
      lines: null,
      anchor,
    };
  }

  async function act(action: ActionName, { blocks }: Result, taken: Taken | null): Promise<Outcome> {
    switch (action) {
      case 'insert':
        await insert(run, blocks);
        return { status: 'done' };
      case 'insert-section':
        await insertSection(run, blocks);
        return { status: 'done' };
      case 'replace': {
        const anchor = anchors.find((one) => one === taken?.anchor);
        const status = anchor === undefined ? 'changed' : await replace(run, blocks, anchor);
        return status === 'unsupported' ? copiedInstead(deps.copy, blocks, status) : { status };
      }
      case 'copy':
        return copied(deps.copy, blocks);
      case 'reply':
      case 'reply-all':
      case 'mail-to-self':
      case 'save-docx':
      case 'insert-top':
      case 'insert-end':
      case 'new-document':
        return { status: 'failed', why: 'unsupported' };
    }
  }

  return {
    name: 'Word',
    changes: null,
    comment: null,
    attachments: null,
    addToCalendar: null,
    provenances: null,
    surface: 'document',
    actions: new Set<ActionName>(['insert', 'replace', 'insert-section', 'copy']),
    overview,
    take,
    perform(action, result, taken) {
      const limited = () => within(act(action, result, taken), limits.write).catch(outcomeOf);
      // The clipboard opens only within moments of the click, so copying does not queue.
      if (action === 'copy') return limited();
      // One change after the other: two that compare at the same time would both find the text unchanged.
      const mine = writing.then(limited);
      writing = mine;
      return mine;
    },
    async reveal(text) {
      const search = searchFor(text);
      return search !== null && within(select(run, search), limits.ask).catch(() => false);
    },
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
