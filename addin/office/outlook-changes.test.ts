import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from '../../contract/markdown.ts';
import { blocksOfHtml } from './html-blocks.ts';
import type { Edit, Taken } from './host.ts';
import { openWriting } from './testing/open-outlook.ts';

const HTML = '<p>Sehr <b>geehrte</b> Frau Weber,</p><p>anbei die <a href="https://a.example">Liste</a>.</p>';

async function opened(type: 'html' | 'text' = 'html', selected = HTML) {
  const open = openWriting(type, 'vor ');
  open.draft.selected = selected;
  open.draft.after = ' Signatur';
  const taken = await open.host.take('selection');
  const { changes } = open.host;
  if (changes === null) throw new Error('no changes');
  return { ...open, taken, changes };
}

function change(taken: Taken, old: string, text: string): Edit {
  const joined = (taken.lines ?? []).map((line) => line.text).join('\n');
  const start = joined.indexOf(old);
  return { start, end: start + old.length, text };
}

describe('the lines of a selection', () => {
  it('are the paragraphs of its Markdown', async () => {
    const { taken, changes } = await opened();
    expect(changes.marking).toBe('plain');
    expect(taken.lines).toEqual([
      { text: 'Sehr geehrte Frau Weber,', fixed: 0 },
      { text: 'anbei die Liste.', fixed: 0 },
    ]);
    const plain = toMarkdown(blocksOfHtml(HTML)).replaceAll('**', '').split('\n\n');
    expect(taken.lines?.map(({ text }) => text)).toEqual(plain);
  });

  it('are null for all of a draft, whose signature and quoted mails stay', async () => {
    const { host, changes } = await opened();
    const whole = await host.take('whole');
    expect(whole.lines).toBeNull();
    expect(await changes.apply(whole, [{ start: 0, end: 1, text: '' }])).toEqual([
      { status: 'failed', why: 'unsupported' },
    ]);
  });
});

describe('changes of a draft', () => {
  it('write only what changes', async () => {
    const { draft, taken, changes } = await opened();
    expect(
      await changes.apply(taken, [
        change(taken, 'Weber', 'Klein'),
        change(taken, 'Liste', 'Tabelle'),
        change(taken, 'anbei', 'im Anhang'),
      ]),
    ).toEqual([{ status: 'done' }, { status: 'protected' }, { status: 'done' }]);
    expect(draft.content).toBe(
      `vor ${HTML.replace('Weber', 'Klein').replace('anbei', 'im Anhang')} Signatur`,
    );
  });

  it('write nothing where only a link would change', async () => {
    const { draft, taken, changes } = await opened();
    expect(await changes.apply(taken, [change(taken, 'Liste', 'Tabelle')])).toEqual([
      { status: 'protected' },
    ]);
    expect(draft.selected).toBe(HTML);
  });

  it('change plain text mails too', async () => {
    const { draft, taken, changes } = await opened('text', 'Guten Tag\r\n\r\nDanke');
    expect(await changes.apply(taken, [change(taken, 'Danke', 'Vielen Dank')])).toEqual([{ status: 'done' }]);
    expect(draft.content).toBe('vor Guten Tag\r\n\r\nVielen Dank Signatur');
  });

  it('write nothing where something else is selected', async () => {
    const { draft, taken, changes } = await opened();
    draft.selected = '<p>anderes</p>';
    expect(await changes.apply(taken, [change(taken, 'Weber', 'Klein')])).toEqual([{ status: 'changed' }]);
    expect(await changes.takeBack(taken)).toEqual({ status: 'done' });
    expect(draft.selected).toBe('<p>anderes</p>');
  });

  it.each(['written', 'tidied'] as const)(
    'work several times where Outlook keeps selected what was %s',
    async (how) => {
      const { draft, taken, changes } = await opened();
      draft.afterWriting = how;
      expect(await changes.apply(taken, [change(taken, 'Weber', 'Klein')])).toEqual([{ status: 'done' }]);
      expect(await changes.apply(taken, [change(taken, 'Sehr', 'Hoch')])).toEqual([{ status: 'done' }]);
      expect(draft.selected).toContain('Hoch <b>geehrte</b> Frau Klein,');
      expect(await changes.takeBack(taken)).toEqual({ status: 'done' });
      expect(draft.selected.replaceAll(' class="x"', '')).toBe(HTML);
      expect(await changes.apply(taken, [change(taken, 'Weber', 'Braun')])).toEqual([{ status: 'done' }]);
      expect(draft.selected).toContain('Sehr <b>geehrte</b> Frau Braun,');
    },
  );

  it('say so where Outlook drops the selection', async () => {
    const { draft, taken, changes } = await opened();
    await changes.apply(taken, [change(taken, 'Weber', 'Klein')]);
    const written = draft.content;
    expect(await changes.apply(taken, [change(taken, 'Sehr', 'Hoch')])).toEqual([{ status: 'changed' }]);
    expect(await changes.takeBack(taken)).toEqual({ status: 'changed' });
    expect(draft.content).toBe(written);
  });

  it('can be taken back once the person has selected the text again', async () => {
    const { draft, taken, changes } = await opened();
    await changes.apply(taken, [change(taken, 'Weber', 'Klein')]);
    draft.before = 'vor ';
    draft.selected = HTML.replace('Weber', 'Klein');
    expect(await changes.takeBack(taken)).toEqual({ status: 'done' });
    expect(draft.content).toBe(`vor ${HTML} Signatur`);
  });

  it('claim nothing where the old words are still there', async () => {
    const { draft, taken, changes } = await opened();
    draft.afterWriting = 'old';
    expect(await changes.apply(taken, [change(taken, 'Weber', 'Klein')])).toEqual([
      { status: 'unconfirmed' },
    ]);
  });

  it('know after a dropped callback which of both happened', async () => {
    const { draft, outlook, taken, changes } = await opened();
    outlook.faults.dropped.add('setSelectedDataAsync');
    expect(await changes.apply(taken, [change(taken, 'Weber', 'Klein')])).toEqual([
      { status: 'unconfirmed' },
    ]);
    outlook.faults.dropped.clear();
    draft.selected = HTML.replace('Weber', 'Klein');
    draft.afterWriting = 'written';
    expect(await changes.apply(taken, [change(taken, 'Sehr', 'Hoch')])).toEqual([{ status: 'done' }]);
    expect(draft.selected).toContain('Hoch <b>geehrte</b> Frau Klein,');
  });

  it.each([
    [{ code: 5002, name: 'Permission Denied' }, 'read-only'],
    [{ code: 9, name: 'DataExceedsMaximumSize' }, 'too-long'],
  ])('tell by its code why it failed: %j', async (error, why) => {
    const { outlook, taken, changes } = await opened();
    outlook.faults.failing.set('setSelectedDataAsync', error);
    const outcomes = await changes.apply(taken, [
      change(taken, 'Weber', 'Klein'),
      change(taken, 'Liste', 'Tabelle'),
    ]);
    expect(outcomes).toEqual([{ status: 'failed', why }, { status: 'protected' }]);
  });

  it('stand in one queue with everything that is inserted', async () => {
    const { host, draft, taken, changes } = await opened();
    draft.afterWriting = 'written';
    const result = {
      blocks: [{ type: 'paragraph' as const, runs: [{ text: 'neu', marks: [] }] }],
      title: '',
    };
    const [first, second] = await Promise.all([
      changes.apply(taken, [change(taken, 'Weber', 'Klein')]),
      host.perform('replace', result, taken),
    ]);
    expect(first).toEqual([{ status: 'done' }]);
    expect(second).toEqual({ status: 'changed' });
    expect(draft.selected).toBe(HTML.replace('Weber', 'Klein'));
  });
});
