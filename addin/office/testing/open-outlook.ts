import type { Block } from '../../../contract/rich.ts';
import type { Host } from '../host.ts';
import { outlookComposeHost } from '../outlook-compose.ts';
import { outlookReadHost } from '../outlook-read.ts';
import type { OutlookDeps } from '../outlook.ts';
import { FakeDraft } from './fake-draft.ts';
import { FakeOutlook } from './fake-outlook.ts';
import { FakeTheme } from './fake-theme.ts';

interface Opened {
  host: Host;
  outlook: FakeOutlook;
  theme: FakeTheme;
  clipboard: { allowed: boolean; copies: Block[][] };
}

function depsOf(outlook: FakeOutlook): { deps: OutlookDeps } & Omit<Opened, 'host'> {
  const theme = new FakeTheme();
  const clipboard: Opened['clipboard'] = { allowed: true, copies: [] };
  const deps: OutlookDeps = {
    mailbox: outlook.mailbox(),
    supports: (version) => outlook.supports(version),
    events: {
      itemChanged: 'olkItemSelectedChanged' as unknown as Office.EventType,
      themeChanged: 'officeThemeChanged' as unknown as Office.EventType,
    },
    theme,
    copy: (blocks) => {
      if (clipboard.allowed) clipboard.copies.push(blocks);
      return Promise.resolve(clipboard.allowed);
    },
    limits: { ask: 40, read: 40, write: 80 },
  };
  return { deps, outlook, theme, clipboard };
}

/** Outlook with nothing open yet, reading. */
export function openReading(version?: string, appointments?: boolean): Opened {
  const { deps, ...rest } = depsOf(new FakeOutlook(version, appointments));
  return { host: outlookReadHost(deps), ...rest };
}

/** Outlook with a draft. */
export function openWriting(
  type: 'html' | 'text',
  before: string,
  title = '',
  { version, appointments }: { version?: string; appointments?: boolean } = {},
): Opened & { draft: FakeDraft; pane: EventTarget } {
  const { deps, ...rest } = depsOf(new FakeOutlook(version, appointments));
  const draft = new FakeDraft(rest.outlook.faults, type, before, title);
  rest.outlook.item = draft;
  const pane = new EventTarget();
  return { host: outlookComposeHost({ ...deps, pane }), draft, pane, ...rest };
}
