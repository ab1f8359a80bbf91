import { describe, expect, it } from '@jest/globals';
import { startHost } from './start.ts';
import type { OfficeGlobals } from './start.ts';
import { FakeDraft } from './testing/fake-draft.ts';
import { noFaults } from './testing/fake-async.ts';
import { FakeOutlook } from './testing/fake-outlook.ts';
import { fakeWord } from './testing/fake-word.ts';

const view = {
  matchMedia: () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  addEventListener: () => undefined,
} as unknown as Window;

interface Machine {
  host: string | null;
  /** Highest version of each requirement set. */
  sets?: Record<string, string>;
  outlook?: FakeOutlook;
  ready?: boolean;
}

function officeOf({ host, sets = {}, outlook, ready = true }: Machine): NonNullable<OfficeGlobals['Office']> {
  const office = {
    onReady: (callback: (info: unknown) => void) => {
      if (ready) setTimeout(() => callback({ host, platform: null }), 5);
    },
    EventType: {
      DocumentSelectionChanged: 'documentSelectionChanged',
      ItemChanged: 'olkItemSelectedChanged',
      OfficeThemeChanged: 'officeThemeChanged',
    },
    context: {
      requirements: {
        isSetSupported: (name: string, version: string) =>
          Number(sets[name]?.split('.')[1] ?? -1) >= Number(version.split('.')[1]),
      },
      document: { url: '' },
      mailbox: outlook?.mailbox(),
      officeTheme: { bodyBackgroundColor: '#262626' },
    },
  };
  return office as unknown as NonNullable<OfficeGlobals['Office']>;
}

const start = (globals: OfficeGlobals, timeoutMs = 300) => startHost({ timeoutMs, view, globals });

describe('starting', () => {
  it('gives Word', async () => {
    const word = { run: fakeWord([]).run } as unknown as NonNullable<OfficeGlobals['Word']>;
    const started = await start({ Office: officeOf({ host: 'Word', sets: { WordApi: '1.3' } }), Word: word });
    expect(started).toMatchObject({ status: 'ready', host: { name: 'Word', surface: 'document' } });
    expect(started.status === 'ready' && started.host.theme()).toBe('dark');
    expect(started.status === 'ready' && (await started.host.overview()).words).toBe(0);
  });

  it.each([
    ['a mail', 'mail-read'],
    ['a draft', 'mail-compose'],
    ['nothing', 'mail-read'],
  ])('gives Outlook for %s', async (open, surface) => {
    const outlook = new FakeOutlook('1.5');
    if (open === 'a mail') outlook.read({ itemId: 'A', subject: 's', html: '' });
    if (open === 'a draft') outlook.item = new FakeDraft(noFaults(), 'html', '');
    const started = await start({ Office: officeOf({ host: 'Outlook', sets: { Mailbox: '1.5' }, outlook }) });
    expect(started).toMatchObject({ status: 'ready', host: { name: 'Outlook', surface } });
  });

  it('waits for an office.js that comes late', async () => {
    const globals: OfficeGlobals = {};
    setTimeout(() => {
      globals.Office = officeOf({ host: null });
    }, 60);
    expect(await start(globals, 2000)).toEqual({ status: 'no-office' });
  });

  it('says that office.js is blocked, whether it never came or never got ready', async () => {
    expect(await start({}, 20)).toEqual({ status: 'blocked' });
    expect(await start({ Office: officeOf({ host: 'Word', ready: false }) }, 20)).toEqual({
      status: 'blocked',
    });
  });

  it.each([
    ['Word', { WordApi: '1.1' }, 'WordApi 1.3'],
    ['Outlook', { Mailbox: '1.4' }, 'Mailbox 1.5'],
  ])('says that %s is too old', async (host, sets, needs) => {
    const outlook = new FakeOutlook();
    expect(await start({ Office: officeOf({ host, sets, outlook }) })).toEqual({ status: 'outdated', needs });
  });

  it.each([null, 'Excel'])('has nothing for %p', async (host) => {
    expect(await start({ Office: officeOf({ host }) })).toEqual({ status: 'no-office' });
  });
});
