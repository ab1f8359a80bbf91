import { within } from './call.ts';
import { HostError } from './host.ts';

/** Milliseconds for Office to open a window; on the web it asks the person first. */
const OPEN_MS = 60_000;

/**
 * Whether Office signs in itself (nested app authentication). Classic Outlook says so even where the mailbox lies on
 * a server of the house, whose account Entra ID does not know: there the kind of account decides. Exchange on-premises
 * offers nothing beyond Mailbox 1.5, and an Outlook that old does not tell the kind.
 */
export function signsInItself({ requirements, mailbox }: Office.Context): boolean {
  if (!requirements.isSetSupported('NestedAppAuth', '1.1')) return false;
  const profile = (mailbox as Office.Mailbox | undefined)?.userProfile;
  if (profile === undefined) return true;
  return requirements.isSetSupported('Mailbox', '1.6') && profile.accountType === 'office365';
}

/** What Office offers for signing in. */
export interface OfficeSignIn {
  signsInItself: () => boolean;
  inDialog: (visit: DialogVisit) => Promise<DialogEnd>;
}

/** @param office as office.js made it, and ready */
export function officeSignIn(office: typeof Office): OfficeSignIn {
  return {
    signsInItself: () => signsInItself(office.context),
    inDialog: (visit) => inDialog(office, visit),
  };
}

/** How a window that Office opened came to its end. */
export type DialogEnd =
  | { status: 'said'; message: string }
  /** The person closed it, or broke off. */
  | { status: 'closed' }
  /** The browser, or the person, did not let it open. */
  | { status: 'blocked' }
  /** Office opens one window at a time, and one stands open. */
  | { status: 'busy' }
  | { status: 'silent' }
  | { status: 'failed' };

export interface DialogVisit {
  /** A page of our own origin. */
  address: string;
  signal: AbortSignal;
  /** Milliseconds for the person. */
  ms: number;
  /** Which messages are meant; others are not heard. */
  accept: (message: string) => boolean;
}

/** "Dialog error codes" of Microsoft's documentation. */
const CLOSED = 12006;
const BUSY = 12007;
const REFUSED_BY_PERSON = 12009;
const BLOCKED_BY_BROWSER = 12011;

/**
 * Opens a window of Office, waits for what its page says, and closes it. Never throws.
 * @param office as office.js made it
 * @param openMs milliseconds for Office to open it
 */
export async function inDialog(
  office: typeof Office,
  { address, signal, ms, accept }: DialogVisit,
  openMs = OPEN_MS,
): Promise<DialogEnd> {
  const opening = open(office, address);
  const opened = await within(opening, openMs).catch((fault: unknown) => {
    // What opens too late is of no use to anybody.
    void opening.then((late) => late.status === 'open' && late.dialog.close()).catch(() => undefined);
    const timeout = fault instanceof HostError && fault.code === 'timeout';
    return timeout ? ({ status: 'silent' } as const) : ({ status: 'failed' } as const);
  });
  if (opened.status !== 'open') return opened;
  const { dialog } = opened;
  return new Promise<DialogEnd>((resolve) => {
    let isClosed = false;
    const end = (how: DialogEnd) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      // Closing what is closed already is an error in some programs.
      if (!isClosed) dialog.close();
      isClosed = true;
      resolve(how);
    };
    const stop = () => end({ status: 'closed' });
    const timer = setTimeout(() => end({ status: 'silent' }), ms);
    signal.addEventListener('abort', stop);
    dialog.addEventHandler(office.EventType.DialogMessageReceived, (said) => {
      if (!('message' in said) || !accept(said.message)) return;
      // Programs without DialogOrigin 1.1 tell no origin; they pass on only what comes from our own.
      if (said.origin === undefined || said.origin === new URL(address).origin) {
        end({ status: 'said', message: said.message });
      }
    });
    dialog.addEventHandler(office.EventType.DialogEventReceived, (event) => {
      if (!('error' in event)) return;
      isClosed = event.error === CLOSED;
      end(isClosed ? { status: 'closed' } : { status: 'failed' });
    });
    if (signal.aborted) stop();
  });
}

type Opened = { status: 'open'; dialog: Office.Dialog } | { status: 'busy' | 'blocked' | 'failed' };

function open(office: typeof Office, address: string): Promise<Opened> {
  return new Promise((resolve) => {
    office.context.ui.displayDialogAsync(address, { height: 70, width: 40 }, ({ status, value, error }) => {
      // The string, because the enumeration exists only where office.js is loaded.
      resolve(String(status) === 'succeeded' ? { status: 'open', dialog: value } : { status: whyNot(error) });
    });
  });
}

function whyNot({ code }: Office.Error): 'busy' | 'blocked' | 'failed' {
  if (code === BUSY) return 'busy';
  return code === REFUSED_BY_PERSON || code === BLOCKED_BY_BROWSER ? 'blocked' : 'failed';
}
