import { conversationOf } from '../../contract/conversation.ts';
import { MAX_ADDRESSES, MAX_LINE_CHARS, MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import type { Address } from '../../contract/source.ts';
import { LIMITS, answered } from './call.ts';
import type { Limits } from './call.ts';
import type { Copy } from './clipboard.ts';
import { HostError } from './host.ts';
import type { Host, Overview, Theme } from './host.ts';
import { onForcedColours, themeOf } from './theme.ts';
import type { ThemeSource } from './theme.ts';
import { outlookHas } from './requirements.ts';

export interface OutlookDeps {
  mailbox: Pick<
    Office.Mailbox,
    | 'item'
    | 'userProfile'
    | 'addHandlerAsync'
    | 'removeHandlerAsync'
    | 'displayNewMessageForm'
    | 'displayNewMessageFormAsync'
    | 'displayNewAppointmentForm'
    | 'displayNewAppointmentFormAsync'
  >;
  /** Whether the host has a version of the requirement set Mailbox. */
  supports(version: string): boolean;
  events: { itemChanged: Office.EventType; themeChanged: Office.EventType };
  theme: ThemeSource;
  copy: Copy;
  limits?: Limits;
}

/** Characters of a subject that Outlook takes (`MessageForm.subject`). */
const LONGEST_SUBJECT = 255;

export function limitsOf(deps: OutlookDeps): Limits {
  return deps.limits ?? LIMITS;
}

export function lineOf(text: string | null | undefined): string {
  return (text ?? '').slice(0, MAX_LINE_CHARS);
}

export function subjectOf(title: string): string {
  return title.slice(0, LONGEST_SUBJECT);
}

export function addressOf(details: Office.EmailAddressDetails | undefined): Address {
  return { name: lineOf(details?.displayName), email: lineOf(details?.emailAddress) };
}

export function addressesOf(details: Office.EmailAddressDetails[] | undefined): Address[] {
  return (details ?? []).slice(0, MAX_ADDRESSES).map(addressOf);
}

/**
 * A body as HTML, or as text where there is no HTML. HTML first: text is unreliable in Outlook on the web.
 * @throws HostError `too-long` above the contract's limit
 */
export async function readBody(
  body: Pick<Office.Body, 'getAsync'>,
  limits: Limits,
): Promise<{ type: 'html' | 'text'; content: string }> {
  const read = (type: 'html' | 'text') =>
    answered<string>((done) => body.getAsync(type, done), limits.read).then((content) => ({ type, content }));
  const found = await read('html').catch((error: unknown) => {
    if (error instanceof HostError && error.code === 'timeout') throw error;
    return read('text');
  });
  if (found.content.length > MAX_SOURCE_CHARS) throw new HostError('too-long');
  return found;
}

/**
 * The conversation that an item belongs to, as a part of what is said of it. Only mailboxes in Microsoft 365 can be asked
 * for one, and which kind it is Outlook says from Mailbox 1.6 on. The ids are those of Exchange; the backend makes those
 * of Graph of them, as `convertToRestId` would.
 */
export function conversationPart(
  deps: OutlookDeps,
  { conversationId, itemId }: { conversationId?: string | null; itemId?: string | null },
): Pick<Overview, 'conversation'> {
  const reachable =
    outlookHas(deps.supports, 'conversation') && deps.mailbox.userProfile.accountType === 'office365';
  if (!reachable) return {};
  // By the mail where it has an id: the other one is at times not that of the mailbox (office-js issues 2557 and 3093).
  const of = conversationOf.safeParse(
    itemId ? { by: 'item', id: itemId } : { by: 'conversation', id: conversationId },
  );
  return of.success ? { conversation: of.data } : {};
}

/** What reading and writing have in common: the item that changes under a pinned pane, the theme, the person. */
export function outlookBasics(deps: OutlookDeps): Pick<
  Host,
  'reveal' | 'theme' | 'onThemeChange' | 'person'
> & {
  onItemChange(listener: () => void): () => void;
} {
  const { mailbox, events } = deps;
  const { ask } = limitsOf(deps);
  // removeHandlerAsync of Outlook takes away every handler of an event: one of ours stands for all listeners.
  const onItem = shared((tell) => listen(mailbox, events.itemChanged, tell, ask));
  const onTheme = shared((tell) => listen(mailbox, events.themeChanged, tell, ask));
  return {
    reveal: () => Promise.resolve(false),
    theme: () => themeOf(deps.theme),
    onThemeChange(listener) {
      const tell = (theme: Theme) => listener(theme);
      const stopForced = onForcedColours(deps.theme, tell);
      const stopOffice = outlookHas(deps.supports, 'theme-change')
        ? onTheme(() => tell(themeOf(deps.theme)))
        : undefined;
      return () => {
        stopForced();
        stopOffice?.();
      };
    },
    person: () => ({
      name: lineOf(mailbox.userProfile.displayName),
      email: lineOf(mailbox.userProfile.emailAddress),
    }),
    onItemChange: onItem,
  };
}

function listen(
  mailbox: OutlookDeps['mailbox'],
  event: Office.EventType,
  tell: () => void,
  ms: number,
): () => void {
  void answered((done) => mailbox.addHandlerAsync(event, tell, done), ms).catch(() => undefined);
  return () => {
    void answered((done) => mailbox.removeHandlerAsync(event, done), ms).catch(() => undefined);
  };
}

/** One subscription for any number of listeners: begins with the first, ends with the last. */
function shared(subscribe: (tell: () => void) => () => void): (listener: () => void) => () => void {
  const listeners = new Set<{ tell: () => void }>();
  let stop: (() => void) | undefined;
  return (listener) => {
    const mine = { tell: listener };
    listeners.add(mine);
    stop ??= subscribe(() => listeners.forEach((one) => one.tell()));
    return () => {
      listeners.delete(mine);
      if (listeners.size > 0) return;
      stop?.();
      stop = undefined;
    };
  };
}
