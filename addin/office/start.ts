import { LIMITS, within } from './call.ts';
import type { Limits } from './call.ts';
import { copyIn } from './clipboard.ts';
import type { Host } from './host.ts';
import { needsText, outlookFeatures, outlookHas, wordFeatures, wordHas } from './requirements.ts';
import type { SupportsWord } from './requirements.ts';
import { type OfficeSignIn, officeSignIn } from './sign-in.ts';
import type { ThemeSource } from './theme.ts';

export type Started =
  | { status: 'ready'; host: Host; signIn: OfficeSignIn }
  /** office.js did not load or never became ready: the network or a policy blocks Microsoft's CDN. */
  | { status: 'blocked' }
  /** The Office is too old; `needs` names the requirement set, such as "WordApi 1.3". */
  | { status: 'outdated'; needs: string }
  /** The page was opened in a browser, or in a program that Amtsfeder has no adapter for. */
  | { status: 'no-office' };

/** The globals that office.js makes. */
export interface OfficeGlobals {
  Office?: typeof Office;
  Word?: typeof Word;
}

export interface StartOptions {
  /** Milliseconds for office.js to load and to get ready, together. */
  timeoutMs: number;
  view?: Window;
  /** Where office.js puts its globals; it is looked at again and again, for the script may load late. */
  globals?: OfficeGlobals;
  limits?: Limits;
}

/** Milliseconds between two looks for office.js. */
const LOOK_MS = 50;

/**
 * Waits for Office and gives the host that belongs to what is open. Where office.js is blocked `Office.onReady` never
 * answers, hence the limit.
 * @throws where the adapter of the host cannot be fetched
 */
export async function startHost(options: StartOptions): Promise<Started> {
  const globals = options.globals ?? (globalThis as OfficeGlobals);
  const view = options.view ?? window;
  const until = Date.now() + options.timeoutMs;
  while (globals.Office?.onReady === undefined) {
    if (Date.now() >= until) return { status: 'blocked' };
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const office = globals.Office;
  const ready = await within(
    // Without a callback office.js may answer with a promise of its own; the callback is the same everywhere.
    new Promise<{ host: unknown }>((resolve) => void office.onReady(resolve)),
    Math.max(0, until - Date.now()),
  ).catch(() => null);
  if (ready === null) return { status: 'blocked' };
  const limits = options.limits ?? LIMITS;
  // The strings, as they are at run time; the declared enumeration has numbers.
  if (String(ready.host) === 'Word') return startWord(office, globals.Word, view, limits);
  if (String(ready.host) === 'Outlook') return startOutlook(office, view, limits);
  return { status: 'no-office' };
}

// The adapters come by themselves once it is known which one is needed, so that the pane starts faster.

async function startWord(
  office: typeof Office,
  word: typeof Word | undefined,
  view: Window,
  limits: Limits,
): Promise<Started> {
  const { context } = office;
  const supports: SupportsWord = (set, version) => context.requirements.isSetSupported(set, version);
  if (word === undefined || !wordHas(supports, 'pane')) {
    return { status: 'outdated', needs: needsText(wordFeatures.pane) };
  }
  const { wordHost } = await import('./word.ts');
  const host = wordHost({
    run: word.run.bind(word) as typeof Word.run,
    supports,
    document: context.document,
    selectionChanged: office.EventType.DocumentSelectionChanged,
    theme: themeSource(office, view),
    copy: copyIn(view),
    limits,
  });
  return { status: 'ready', host, signIn: officeSignIn(office) };
}

async function startOutlook(office: typeof Office, view: Window, limits: Limits): Promise<Started> {
  const { mailbox, requirements } = office.context;
  const supports = (version: string) => requirements.isSetSupported('Mailbox', version);
  if (!outlookHas(supports, 'pane')) return { status: 'outdated', needs: needsText(outlookFeatures.pane) };
  const deps = {
    mailbox,
    supports,
    events: {
      itemChanged: office.EventType.ItemChanged,
      themeChanged: office.EventType.OfficeThemeChanged,
    },
    theme: themeSource(office, view),
    copy: copyIn(view),
    limits,
  };
  const signIn = officeSignIn(office);
  if (isDraft(mailbox.item)) {
    const { outlookComposeHost } = await import('./outlook-compose.ts');
    return { status: 'ready', host: outlookComposeHost({ ...deps, pane: view }), signIn };
  }
  const { outlookReadHost } = await import('./outlook-read.ts');
  return { status: 'ready', host: outlookReadHost(deps), signIn };
}

/** In a received mail the subject is a string, in a draft an object that must be asked. */
function isDraft(item: unknown): boolean {
  const subject = typeof item === 'object' && item !== null && 'subject' in item ? item.subject : undefined;
  return typeof subject === 'object';
}

function themeSource(office: typeof Office, view: Window): ThemeSource {
  return {
    colours: () => office.context.officeTheme as Office.OfficeTheme | undefined,
    forced: view.matchMedia('(forced-colors: active)'),
  };
}
