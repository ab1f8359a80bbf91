import type { MailSource, Part } from '../../contract/source.ts';
import { answered, outcomeOf, within } from './call.ts';
import { copied } from './copying.ts';
import { HostError } from './host.ts';
import type { ActionName, Host, Outcome, Result, Taken } from './host.ts';
import { mailAttachments } from './outlook-attachments.ts';
import { calendarOf } from './outlook-calendar.ts';
import { openWith } from './outlook-forms.ts';
import {
  addressOf,
  addressesOf,
  conversationPart,
  limitsOf,
  lineOf,
  outlookBasics,
  readBody,
  subjectOf,
} from './outlook.ts';
import type { OutlookDeps } from './outlook.ts';
import { outlookHas } from './requirements.ts';

/** The mail that was read; a reply is only opened while it is still the open one. */
interface Anchor {
  itemId: string;
}

type Open = Office.MessageRead;

/** Outlook while a mail is read; needs Mailbox 1.5. It opens drafts and never sends. */
export function outlookReadHost(deps: OutlookDeps): Host {
  const limits = limitsOf(deps);
  const { onItemChange, ...basics } = outlookBasics(deps);

  /** Nothing is open in a pinned pane between two mails, with several marked, and beside an appointment. */
  function openMail(): Open {
    const item = deps.mailbox.item as Open | null | undefined;
    if (!item || item.itemType !== 'message') throw new HostError('nothing-open');
    return item;
  }

  async function take(part: Part): Promise<Taken> {
    if (part === 'selection') throw new HostError('unsupported');
    const first = await takeOpen();
    if (first !== null) return first;
    const second = await takeOpen();
    if (second !== null) return second;
    throw new HostError('nothing-open');
  }

  /** Null where another mail was opened in the meantime: its subject would stand over a foreign body. */
  async function takeOpen(): Promise<Taken | null> {
    const item = openMail();
    const { itemId } = item;
    const facts: Omit<MailSource, 'body'> = {
      kind: 'mail',
      subject: lineOf(item.subject),
      from: addressOf(item.from),
      to: addressesOf(item.to),
      cc: addressesOf(item.cc),
      date: dateOf(item.dateTimeCreated),
      attachments: [],
    };
    const body = await readBody(item.body, limits);
    if (openMail().itemId !== itemId) return null;
    const anchor: Anchor = { itemId };
    return { source: { ...facts, body }, part: 'whole', lines: null, anchor };
  }

  async function reply(result: Result, taken: Taken | null, toAll: boolean): Promise<Outcome> {
    const item = openMail();
    if (taken !== null && !isAnchorOf(taken.anchor, item)) return { status: 'changed' };
    // Nothing but the text: recipients, subject and the quoted mail are Outlook's own.
    return openWith(result.blocks, deps, async (htmlBody) => {
      if (outlookHas(deps.supports, 'reply-confirmed')) {
        await answered(
          (done) =>
            toAll
              ? item.displayReplyAllFormAsync({ htmlBody }, done)
              : item.displayReplyFormAsync({ htmlBody }, done),
          limits.write,
        );
      } else if (toAll) item.displayReplyAllForm({ htmlBody });
      else item.displayReplyForm({ htmlBody });
    });
  }

  async function mailToSelf(result: Result): Promise<Outcome> {
    return openWith(result.blocks, deps, async (htmlBody) => {
      const form = {
        toRecipients: [deps.mailbox.userProfile.emailAddress],
        subject: subjectOf(result.title),
        htmlBody,
      };
      if (outlookHas(deps.supports, 'reply-confirmed')) {
        await answered((done) => deps.mailbox.displayNewMessageFormAsync(form, done), limits.write);
      } else deps.mailbox.displayNewMessageForm(form);
    });
  }

  async function act(action: ActionName, result: Result, taken: Taken | null): Promise<Outcome> {
    switch (action) {
      case 'reply':
        return reply(result, taken, false);
      case 'reply-all':
        return reply(result, taken, true);
      case 'mail-to-self':
        return outlookHas(deps.supports, 'new-mail')
          ? mailToSelf(result)
          : { status: 'failed', why: 'unsupported' };
      case 'copy':
        return copied(deps.copy, result.blocks);
      case 'insert':
      case 'replace':
      case 'insert-section':
      case 'insert-top':
      case 'insert-end':
      case 'new-document':
      case 'save-docx':
        return { status: 'failed', why: 'unsupported' };
    }
  }

  return {
    ...basics,
    name: 'Outlook',
    changes: null,
    comment: null,
    attachments: mailAttachments(deps, openMail),
    addToCalendar: calendarOf(deps),
    openFile: null,
    showPdf: null,
    footnotes: new Set(),
    provenances: null,
    surface: 'mail-read',
    actions: new Set<ActionName>([
      'reply',
      'reply-all',
      'copy',
      ...(outlookHas(deps.supports, 'new-mail') ? (['mail-to-self'] as const) : []),
    ]),
    async overview() {
      const mail = openMail();
      return {
        id: idOf(mail),
        title: lineOf(mail.subject),
        words: null,
        selectedWords: 0,
        ...conversationPart(deps, mail),
      };
    },
    take,
    skim: async (part) => (await take(part)).source,
    perform: (action, result, taken) => within(act(action, result, taken), limits.write).catch(outcomeOf),
    onChange: (listener) => onItemChange(() => listener('item')),
  };
}

/** A mail opened from a file has no id of its own. */
function idOf(mail: Open): string {
  const { itemId, conversationId, dateTimeCreated, subject } = mail;
  return itemId || [conversationId, dateOf(dateTimeCreated), subject].join(' ');
}

function isAnchorOf(anchor: unknown, item: Open): boolean {
  return typeof anchor === 'object' && anchor !== null && 'itemId' in anchor && anchor.itemId === item.itemId;
}

function dateOf(date: Date | undefined): string | null {
  return date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
