import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type { Block } from '../../contract/rich.ts';
import type { Part } from '../../contract/source.ts';
import { toHtml } from '../output/html.ts';
import { toText } from '../output/text.ts';
import { answered, outcomeOf, within } from './call.ts';
import { copied, copiedInstead } from './copying.ts';
import { countWords } from './count-words.ts';
import { HostError } from './host.ts';
import type { ActionName, Host, Outcome, Taken } from './host.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { draftAttachments } from './outlook-attachments.ts';
import { calendarOf } from './outlook-calendar.ts';
import { draftChanges, linesOfSelected } from './outlook-changes.ts';
import type { Selected } from './outlook-changes.ts';
import { conversationPart, limitsOf, lineOf, outlookBasics, readBody } from './outlook.ts';
import type { OutlookDeps } from './outlook.ts';
import { settled } from './settle.ts';

export interface ComposeDeps extends OutlookDeps {
  /** The window: Outlook tells nothing of the selection in a draft, so it is asked again when the pane gets the focus. */
  pane: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/** Characters that `setSelectedDataAsync` takes. */
const MAX_INSERT_CHARS = 1_000_000;

type BodyType = Selected['type'];

/** What was selected, in the form in which it is compared and replaced. Null for the whole draft. */
interface Anchor {
  selected: Selected | null;
}

type Draft = Office.MessageCompose;

/** Outlook while a mail is written; needs Mailbox 1.5. */
export function outlookComposeHost(deps: ComposeDeps): Host {
  const limits = limitsOf(deps);
  const { onItemChange, ...basics } = outlookBasics(deps);
  const anchors = new WeakSet<object>();
  const changes = draftChanges(
    { read: () => selectedNow(openDraft()), write: (selected) => write(openDraft(), selected) },
    (anchor) => (isOurs(anchor) ? anchor.selected : null),
  );

  function isOurs(anchor: unknown): anchor is Anchor {
    return typeof anchor === 'object' && anchor !== null && anchors.has(anchor);
  }

  function openDraft(): Draft {
    const item = deps.mailbox.item as Draft | null | undefined;
    if (!item || item.itemType !== 'message') throw new HostError('nothing-open');
    return item;
  }

  const subjectOfDraft = async (draft: Draft) =>
    lineOf(await answered<string>((done) => draft.subject.getAsync(done), limits.ask));

  /** A plain text mail answers HTML with an error, and an HTML mail loses its formatting as text. */
  const typeOf = async (draft: Draft): Promise<BodyType> => {
    const type = await answered<string>((done) => draft.body.getTypeAsync(done), limits.ask);
    return type === 'html' ? 'html' : 'text';
  };

  /** Empty where nothing is selected, and where the selection is in the subject. */
  async function selectionOf(draft: Draft, type: BodyType): Promise<string> {
    const value = await answered<{ data?: string; sourceProperty?: string } | undefined>(
      (done) => draft.getSelectedDataAsync(type, done),
      limits.ask,
    );
    return value?.sourceProperty === 'body' ? (value.data ?? '') : '';
  }

  async function take(part: Part): Promise<Taken> {
    const draft = openDraft();
    const title = await subjectOfDraft(draft);
    const selected = part === 'selection' ? await selectedIn(draft) : null;
    const body =
      selected === null
        ? await readBody(draft.body, limits)
        : { type: selected.type, content: selected.data };
    const text = plainText(body.type, body.content);
    if (part === 'selection' && text.trim() === '') throw new HostError('nothing-selected');
    if (text.length > MAX_SOURCE_CHARS) throw new HostError('too-long');
    const anchor: Anchor = { selected };
    anchors.add(anchor);
    // The whole draft holds signature and quoted mails: nothing in them is changed.
    const lines = selected === null ? null : linesOfSelected(selected);
    return { source: { kind: 'document', title, part, text }, part, lines, anchor };
  }

  async function selectedNow(draft: Draft): Promise<Selected> {
    const type = await typeOf(draft);
    return { type, data: await selectionOf(draft, type) };
  }

  async function selectedIn(draft: Draft): Promise<Selected> {
    const selected = await selectedNow(draft);
    if (selected.data === '') throw new HostError('nothing-selected');
    return selected;
  }

  /** `setSelectedDataAsync` overwrites what is selected: what a person wrote is put before the new text again. */
  async function insert(blocks: Block[]): Promise<Outcome> {
    const draft = openDraft();
    const { type, data: kept } = await selectedNow(draft);
    const added = written(blocks, type);
    return put(draft, blocks, type, kept === '' || type === 'html' ? kept + added : `${kept}\n\n${added}`);
  }

  async function replace(blocks: Block[], taken: Taken | null): Promise<Outcome> {
    const anchor = taken?.anchor;
    if (!isOurs(anchor)) return { status: 'changed' };
    // The whole draft holds signature and quoted mails: they are never replaced.
    if (anchor.selected === null) return copiedInstead(deps.copy, blocks, 'unsupported');
    const draft = openDraft();
    const { type, data } = await selectedNow(draft);
    if (type !== anchor.selected.type || data !== anchor.selected.data) return { status: 'changed' };
    return put(draft, blocks, type, written(blocks, type));
  }

  async function put(draft: Draft, blocks: Block[], type: BodyType, data: string): Promise<Outcome> {
    if (data.length > MAX_INSERT_CHARS) return copiedInstead(deps.copy, blocks, 'too-long');
    await write(draft, { type, data });
    return { status: 'done' };
  }

  async function write(draft: Draft, { type, data }: Selected): Promise<void> {
    if (data.length > MAX_INSERT_CHARS) throw new HostError('too-long');
    await answered((done) => draft.setSelectedDataAsync(data, { coercionType: type }, done), limits.write);
  }

  async function act(action: ActionName, blocks: Block[], taken: Taken | null): Promise<Outcome> {
    switch (action) {
      case 'insert':
        return changes.queue(() => insert(blocks));
      case 'replace':
        return changes.queue(() => replace(blocks, taken));
      case 'copy':
        return copied(deps.copy, blocks);
      case 'insert-section':
      case 'insert-top':
      case 'insert-end':
      case 'new-document':
      case 'reply':
      case 'reply-all':
      case 'mail-to-self':
      case 'save-docx':
        return { status: 'failed', why: 'unsupported' };
    }
  }

  return {
    ...basics,
    name: 'Outlook',
    changes,
    comment: null,
    attachments: draftAttachments(deps, openDraft),
    addToCalendar: calendarOf(deps),
    openFile: null,
    showPdf: null,
    footnotes: new Set(),
    provenances: null,
    surface: 'mail-compose',
    actions: new Set<ActionName>(['insert', 'replace', 'copy']),
    async overview() {
      const draft = openDraft();
      const [title, selected] = await Promise.all([
        subjectOfDraft(draft),
        selectionOf(draft, 'text').catch(() => ''),
      ]);
      // A draft gets an id of its own only when it is saved; a new mail has no conversation either.
      const id = draft.conversationId || title;
      return {
        id,
        title,
        words: null,
        selectedWords: countWords(selected),
        ...conversationPart(deps, { conversationId: draft.conversationId }),
      };
    },
    take,
    skim: async (part) => (await take(part)).source,
    perform: (action, result, taken) =>
      within(act(action, result.blocks, taken), limits.write).catch(outcomeOf),
    onChange(listener) {
      const turned = settled(() => listener('selection'));
      const stopItem = onItemChange(() => listener('item'));
      deps.pane.addEventListener('focus', turned);
      return () => {
        turned.cancel();
        stopItem();
        deps.pane.removeEventListener('focus', turned);
      };
    },
  };
}

function written(blocks: Block[], type: BodyType): string {
  return type === 'html' ? toHtml(blocks, 'mail') : toText(blocks);
}

function plainText(type: BodyType, content: string): string {
  return type === 'html' ? toMarkdown(blocksOfHtml(content)) : content.replaceAll('\r\n', '\n');
}
