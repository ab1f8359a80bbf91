import { describe, expect, it } from '@jest/globals';
import { inDialog, officeSignIn, signsInItself } from './sign-in.ts';
import { FakeDialogs } from './testing/fake-dialogs.ts';

/** What a program has: versions of requirement sets, and the kind of its mailbox; null outside of Outlook. */
function context(sets: Record<string, string>, accountType: string | undefined | null) {
  return {
    requirements: {
      isSetSupported: (name: string, version: string) =>
        Number(sets[name]?.split('.')[1] ?? -1) >= Number(version.split('.')[1]),
    },
    ...(accountType !== null && { mailbox: { userProfile: { accountType } } }),
  } as unknown as Office.Context;
}

const NEW = { NestedAppAuth: '1.1', Mailbox: '1.14' };

describe('whether Office signs in itself', () => {
  it.each<[string, Record<string, string>, string | undefined | null, boolean]>([
    ['Word of today', NEW, null, true],
    ['an older Word', {}, null, false],
    ['Outlook with a mailbox in the cloud', NEW, 'office365', true],
    ['an older Outlook with one', { Mailbox: '1.9' }, 'office365', false],
    ['classic Outlook with a mailbox in the house', NEW, 'enterprise', false],
    ['Outlook on an Exchange that tells no kind', { NestedAppAuth: '1.1', Mailbox: '1.5' }, undefined, false],
    ['a private mailbox', NEW, 'outlookCom', false],
    ['another mailbox', NEW, 'gmail', false],
  ])('%s', (_name, sets, accountType, expected) => {
    expect(signsInItself(context(sets, accountType))).toBe(expected);
  });
});

const ORIGIN = 'https://amtsfeder.example';
const address = `${ORIGIN}/sign-in.html?to=x`;
const visit = (signal = new AbortController().signal, ms = 1_000) => ({
  address,
  signal,
  ms,
  accept: (message: string) => message === 'ours',
});

describe('a window of Office', () => {
  it('opens, says something, and is closed', async () => {
    const dialogs = new FakeDialogs();
    const end = inDialog(dialogs.office(), visit());
    const dialog = await dialogs.opened();
    expect(dialog.address).toBe(address);
    dialog.say('something else', ORIGIN);
    dialog.say('ours', 'https://evil.example');
    dialog.say('ours', ORIGIN);
    expect(await end).toEqual({ status: 'said', message: 'ours' });
    expect(dialog.isOpen).toBe(false);
  });

  it('is heard where the program does not tell the origin', async () => {
    const dialogs = new FakeDialogs();
    const end = officeSignIn(dialogs.office()).inDialog(visit());
    (await dialogs.opened()).say('ours', undefined);
    expect(await end).toEqual({ status: 'said', message: 'ours' });
  });

  it.each([
    [12006, 'closed'],
    [12002, 'failed'],
    [12003, 'failed'],
  ])('that ends with event %i is %s, and not closed twice', async (code, status) => {
    const dialogs = new FakeDialogs();
    const end = inDialog(dialogs.office(), visit());
    const dialog = await dialogs.opened();
    dialog.happen(code);
    expect(await end).toEqual({ status });
    expect(dialog.isOpen).toBe(false);
  });

  it.each([
    [12007, 'busy'],
    [12009, 'blocked'],
    [12011, 'blocked'],
    [12004, 'failed'],
    [5001, 'failed'],
  ])('that does not open with error %i is %s', async (code, status) => {
    const dialogs = new FakeDialogs();
    dialogs.faults.failing.set('displayDialogAsync', { code, name: '' });
    expect(await inDialog(dialogs.office(), visit())).toEqual({ status });
  });

  it('has its time, like its opening', async () => {
    const dialogs = new FakeDialogs();
    expect(await inDialog(dialogs.office(), visit(undefined, 5))).toEqual({ status: 'silent' });
    expect((await dialogs.opened()).isOpen).toBe(false);
    const dropping = new FakeDialogs();
    dropping.faults.dropped.add('displayDialogAsync');
    expect(await inDialog(dropping.office(), visit(), 5)).toEqual({ status: 'silent' });
  });

  it('is closed when nobody waits for it any more', async () => {
    const dialogs = new FakeDialogs();
    const stop = new AbortController();
    const end = inDialog(dialogs.office(), visit(stop.signal));
    const dialog = await dialogs.opened();
    stop.abort();
    expect(await end).toEqual({ status: 'closed' });
    expect(dialog.isOpen).toBe(false);
    const before = new FakeDialogs();
    expect(await inDialog(before.office(), visit(AbortSignal.abort()))).toEqual({ status: 'closed' });
    expect((await before.opened()).isOpen).toBe(false);
  });
});
