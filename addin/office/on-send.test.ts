import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { HANDLER, listenToSending, onSend } from './on-send.ts';
import { noFaults } from './testing/fake-async.ts';
import { FakeDraft } from './testing/fake-draft.ts';

interface Options {
  version?: number;
  subject?: string;
  type?: 'html' | 'text';
}

function sending(body: string, { version = 14, subject = 'AW: Antrag', type = 'html' }: Options = {}) {
  const faults = noFaults();
  const draft = new FakeDraft(faults, type, body, subject);
  const deps = {
    draft: () => draft as unknown as Office.MessageCompose,
    supports: (wanted: string) => Number(wanted.split('.')[1]) <= version,
    timeLimitMs: 60,
  };
  /** What Outlook is told, all of it: more than one answer would be a fault. */
  const send = async (mine: Partial<typeof deps> = {}) => {
    const answers: unknown[] = [];
    onSend({ ...deps, ...mine })({ completed: (options) => void answers.push(options) });
    await new Promise((resolve) => setTimeout(resolve, 120));
    return answers;
  };
  return { draft, faults, send };
}

const GAP = '<p>Termin: [[Bitte ergänzen: Datum]]</p>';
const ANBEI = '<p>Anbei der Plan.</p>';
const go = [{ allowEvent: true }];

describe('sending a mail', () => {
  it('goes on where there is nothing to say', async () => {
    expect(await sending('<p>Alles da.</p>').send()).toEqual(go);
    expect(await sending('Alles da.', { type: 'text' }).send()).toEqual(go);
  });

  it('stops for placeholders, in plain text too', async () => {
    const errorMessage = 'Diese Angaben fehlen noch:\n– Datum';
    expect(await sending(GAP).send()).toEqual([{ allowEvent: false, errorMessage }]);
    expect(await sending('[[Bitte ergänzen: Datum]]', { type: 'text' }).send()).toEqual([
      { allowEvent: false, errorMessage },
    ]);
    const [answer] = await sending('', { subject: '[[Bitte ergänzen: Datum]]' }).send();
    expect(answer).toEqual({ allowEvent: false, errorMessage: `${errorMessage} (im Betreff)` });
  });

  it('asks about other double brackets, and lets the person decide', async () => {
    const page = '<p>Siehe [[Wiki-Seite]].</p>';
    const errorMessage = 'Ist das noch ein Platzhalter?\n– [[Wiki-Seite]]';
    expect(await sending(page).send()).toEqual([
      { allowEvent: false, errorMessage, sendModeOverride: 'promptUser' },
    ]);
    const older = sending(page, { version: 13 });
    expect(await older.send()).toMatchObject([{ allowEvent: false }]);
    expect(await older.send()).toEqual(go);
    const [both] = await sending(page + GAP).send();
    expect(both).not.toHaveProperty('sendModeOverride');
  });

  it('asks where nothing is attached, and lets the person decide', async () => {
    const { draft, send } = sending(ANBEI);
    expect(await send()).toEqual([
      {
        allowEvent: false,
        errorMessage: 'Im Text steht „Anbei“, es ist aber nichts angehängt.',
        sendModeOverride: 'promptUser',
      },
    ]);
    draft.attachments = [{ id: '1', name: 'Logo.png', content: '', isInline: true }];
    expect(await send()).toMatchObject([{ allowEvent: false }]);
    draft.attachments = [{ id: '1', name: 'Plan.pdf', content: '' }];
    expect(await send()).toEqual(go);
  });

  it('lets the second try through where Outlook has no button for it', async () => {
    const { send } = sending(ANBEI, { version: 13 });
    const [first] = await send();
    expect(first).toEqual({
      allowEvent: false,
      errorMessage:
        'Im Text steht „Anbei“, es ist aber nichts angehängt.\nIst das so gewollt, senden Sie noch einmal.',
    });
    expect(await send()).toEqual(go);
  });

  it('is not held back where the warning can not be remembered', async () => {
    const { faults, send } = sending(ANBEI, { version: 13 });
    faults.failing.set('sessionData.setAsync', { code: 9020, name: 'GenericResponseError' });
    expect(await send()).toEqual(go);
  });
});

describe('a mail is never held back by a fault of ours', () => {
  const calls = ['subject.getAsync', 'body.getAsync html', 'getAttachmentsAsync'];

  it.each(calls)('where %s never answers', async (call) => {
    const { faults, send } = sending(GAP);
    faults.dropped.add(call);
    expect(await send()).toEqual(go);
  });

  it('where the body can not be read', async () => {
    const { faults, send } = sending(GAP);
    faults.failing.set('body.getAsync html', { code: 5001, name: 'Internal Error' });
    faults.failing.set('body.getAsync text', { code: 5001, name: 'Internal Error' });
    expect(await send()).toEqual(go);
  });

  it('where the files can not be listed, but what is known is said', async () => {
    const { faults, send } = sending(GAP + ANBEI);
    faults.failing.set('getAttachmentsAsync', { code: 5001, name: 'Internal Error' });
    expect(await send()).toEqual([
      { allowEvent: false, errorMessage: 'Diese Angaben fehlen noch:\n– Datum' },
    ]);
  });

  it('where something throws, at once or in an answer', async () => {
    const throwing = () => {
      throw new TypeError('undefined is not an object');
    };
    expect(await sending(GAP).send({ draft: throwing })).toEqual(go);
    expect(await sending(ANBEI).send({ supports: throwing })).toEqual(go);
  });
});

describe('Outlook', () => {
  it('is told the handler by the name of the manifest', () => {
    const names: string[] = [];
    listenToSending({
      actions: { associate: (name: string) => names.push(name) },
    } as unknown as typeof Office);
    const manifest = readFileSync(join(import.meta.dirname, '../../manifest.outlook.xml'), 'utf8');
    expect(names).toEqual([HANDLER]);
    expect(manifest).toContain(
      `<LaunchEvent Type="OnMessageSend" FunctionName="${HANDLER}" SendMode="SoftBlock" />`,
    );
  });
});
