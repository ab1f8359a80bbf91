import { describe, expect, it } from '@jest/globals';
import { describeWord } from './testing/describe-word.ts';
import { openChanges } from './testing/open-changes.ts';
import { lettersOf, paragraphOf } from './testing/word-model.ts';
import type { Letter, ListModel } from './testing/word-model.ts';
import { hasRevisions } from './testing/word-model-revisions.ts';
import { marking } from './word-changes.ts';

const done = { status: 'done' };

const bold = (text: string, facts: Partial<Letter> = {}) => lettersOf(text, { bold: true, ...facts });

describe('changes where Word tracks them', () => {
  it('strike out the old words and add the new ones with their look', async () => {
    const paragraph = paragraphOf('');
    paragraph.letters = [
      ...lettersOf('Wir bitten um '),
      ...bold('Rückäußerung'),
      ...lettersOf(' bis morgen.'),
    ];
    const opened = await openChanges([paragraph]);
    const { edit } = opened;
    expect(await opened.apply([edit('Rückäußerung', 'Antwort'), edit('Wir bitten', 'Bitte')])).toEqual([
      done,
      done,
    ]);
    expect(describeWord(opened.word.model)).toEqual([
      '⁻Wir bitten⁻⁺Bitte⁺ um *⁻Rückäußerung⁻**⁺Antwort⁺* bis morgen.',
    ]);
  });

  it.each(['Off', 'TrackAll', 'TrackMineOnly'] as const)('leave the mode %s as it was', async (mode) => {
    const opened = await openChanges([paragraphOf('alt und neu')]);
    opened.word.model.trackingMode = mode;
    await opened.apply([opened.edit('alt', 'jung')]);
    expect(opened.word.model.trackingMode).toBe(mode);
    expect(opened.accepted()).toBe('jung und neu');
  });

  it('put the mode back after a failure', async () => {
    const opened = await openChanges([paragraphOf('alt und neu')]);
    opened.word.faults.refuse.set('insertText', 'GeneralException');
    expect(await opened.apply([opened.edit('alt', 'jung')])).toEqual([
      { status: 'failed', why: 'host-error' },
    ]);
    expect(opened.word.model.trackingMode).toBe('Off');
    expect(hasRevisions(opened.word.model)).toBe(false);
    expect(opened.anchor.lines?.words).toEqual([]);
  });

  it('put the mode back where Word does not answer in time', async () => {
    const opened = await openChanges([paragraphOf('alt und neu')], { limit: 60 });
    const { model, faults } = opened.word;
    let mode: typeof model.trackingMode = 'Off';
    Object.defineProperty(model, 'trackingMode', {
      get: () => mode,
      set: (value: typeof mode) => {
        // What follows the switching on, the writing itself, is not answered any more.
        faults.stall = value === 'TrackAll';
        setTimeout(() => (faults.stall = false), 30);
        mode = value;
      },
    });
    const outcomes = await opened.apply([opened.edit('alt', 'jung')]);
    expect(outcomes).toEqual([{ status: 'unconfirmed' }]);
    expect(model.trackingMode).toBe('Off');
  });

  it('write as much as was not refused and tell of the rest', async () => {
    const opened = await openChanges([paragraphOf('eins zwei'), paragraphOf('drei vier')]);
    const { model } = opened.word;
    const insert = model.insert.bind(model);
    model.insert = (at, text, look) => {
      if (text === 'VIER') throw Object.assign(new Error('nein'), { code: 'AccessDenied' });
      return insert(at, text, look);
    };
    const { edit } = opened;
    const outcomes = await opened.apply([edit('eins', 'EINS'), edit('vier', 'VIER'), edit('zwei', 'ZWEI')]);
    expect(outcomes).toEqual([done, { status: 'failed', why: 'read-only' }, done]);
  });
});

describe('changes in each version of Word', () => {
  it.each([
    { minor: 9, showsDeleted: true },
    { minor: 9, showsDeleted: false },
    { minor: 4, showsDeleted: true },
    { minor: 3, showsDeleted: true },
    { minor: 3, showsDeleted: false },
  ])('can be accepted, rejected and added to: %j', async (options) => {
    const paragraphs = () =>
      ['Der Antrag ist eingegangen.', 'Wir prüfen ihn.'].map((one) => paragraphOf(one));
    const first = await openChanges(paragraphs(), options);
    const outcomes = [
      await first.apply([first.edit('Antrag', 'Brief')]),
      await first.apply([first.edit('eingegangen', 'da'), first.edit('prüfen', 'lesen')]),
      await first.apply([first.edit('ist ', '')]),
    ];
    expect(outcomes).toEqual([[done], [done, done], [done]]);
    expect(first.accepted()).toBe('Der Brief da.\nWir lesen ihn.');
    const second = await openChanges(paragraphs(), options);
    await second.apply([second.edit('Antrag', 'Brief'), second.edit('ihn', '')]);
    expect(second.rejected()).toBe('Der Antrag ist eingegangen.\nWir prüfen ihn.');
  });

  it('are told by how they are seen', () => {
    const version = (minor: number) => (_set: string, wanted: string) => Number(wanted.slice(2)) <= minor;
    expect([marking(version(4)), marking(version(3))]).toEqual(['tracked', 'revisions']);
  });

  it('stand in the text plainly where Word refuses revision marks', async () => {
    const opened = await openChanges([paragraphOf('eins zwei drei')], { minor: 3 });
    opened.word.faults.refuse.set('insertOoxml', 'GeneralException');
    const outcomes = await opened.apply([opened.edit('eins', '1'), opened.edit('drei', '3')]);
    expect(outcomes).toEqual([done, done]);
    expect(describeWord(opened.word.model)).toEqual(['1 zwei 3']);
  });

  it('have the look of the words beside them as revision marks too', async () => {
    const paragraph = paragraphOf('');
    paragraph.letters = [...bold('Frist'), ...lettersOf(' läuft')];
    const opened = await openChanges([paragraph], { minor: 3 });
    await opened.apply([opened.edit('Frist', 'Die Frist'), { start: 11, end: 11, text: ' ab' }]);
    expect(describeWord(opened.word.model)).toEqual(['*⁻Frist⁻**⁺Die Frist⁺* läuft⁺ ab⁺']);
  });
});

describe('changes leave alone', () => {
  it('notes and pictures', async () => {
    const paragraph = paragraphOf('');
    paragraph.letters = [
      ...lettersOf('Siehe Satz\u0002 und '),
      ...lettersOf('\u0001', { picture: true }),
      ...lettersOf(' Bild.'),
    ];
    const opened = await openChanges([paragraph]);
    expect(opened.text).toBe('Siehe Satz und  Bild.');
    expect(await opened.apply([opened.edit('Satz und  Bild', 'Text')])).toEqual([done]);
    expect(opened.accepted()).toBe('Siehe Text\u0002\u0001.');
  });

  it('a picture that reads as a common character', async () => {
    const paragraph = paragraphOf('');
    paragraph.letters = [...lettersOf('vor '), ...lettersOf('/', { picture: true }), ...lettersOf(' nach')];
    const opened = await openChanges([paragraph]);
    const outcomes = await opened.apply([opened.edit('r / n', 'x'), opened.edit('ach', 'ah')]);
    expect(outcomes).toEqual([{ status: 'protected' }, done]);
  });

  it('links', async () => {
    const paragraph = paragraphOf('');
    paragraph.letters = [
      ...lettersOf('Auf '),
      ...lettersOf('der Seite', { link: 'https://example.org' }),
      ...lettersOf(' steht es.'),
    ];
    const opened = await openChanges([paragraph]);
    const outcomes = await opened.apply([
      opened.edit('Auf', 'An'),
      { start: 8, end: 8, text: 'guten ' },
      opened.edit('steht', 'ist'),
      opened.edit('Seite', 'Stelle'),
    ]);
    expect(outcomes).toEqual([done, { status: 'protected' }, done, { status: 'protected' }]);
  });

  it('fields', async () => {
    const paragraph = paragraphOf('');
    paragraph.letters = [
      ...lettersOf('Am '),
      ...lettersOf('1. Mai', { field: 7 }),
      ...lettersOf(' gilt es.'),
    ];
    const opened = await openChanges([paragraph]);
    const outcomes = await opened.apply([opened.edit('Mai', 'Juni'), opened.edit('gilt', 'galt')]);
    expect(outcomes).toEqual([{ status: 'protected' }, done]);
  });

  it('locked texts', async () => {
    const control = { cannotEdit: true, cannotDelete: true };
    const mixed = paragraphOf('');
    mixed.letters = [...lettersOf('Frei und '), ...lettersOf('gesperrt', { control }), ...lettersOf('.')];
    const opened = await openChanges([mixed, paragraphOf('Belehrung', { control })]);
    const outcomes = await opened.apply([
      opened.edit('Frei', 'Offen'),
      opened.edit('und gesperrt', 'x'),
      opened.edit('Belehrung', 'x'),
    ]);
    expect(outcomes).toEqual([done, { status: 'protected' }, { status: 'protected' }]);
  });

  it('the numbers of lists and headings', async () => {
    const model: ListModel = { id: 1, levels: new Map([[0, { ordered: true, start: 1 }]]) };
    const opened = await openChanges([
      paragraphOf('Gebühren', { styleBuiltIn: 'Heading1', list: { model, level: 0 } }),
      paragraphOf('Punkt', { list: { model, level: 0 } }),
    ]);
    expect(opened.text).toBe('1. Gebühren\nPunkt');
    const outcomes = await opened.apply([
      opened.edit('1. Gebühren', '1. Kosten'),
      opened.edit('Punkt', 'Satz'),
    ]);
    expect(outcomes).toEqual([done, done]);
    expect(await opened.apply([{ start: 0, end: 2, text: '2.' }])).toEqual([{ status: 'protected' }]);
    expect(opened.accepted()).toBe('Kosten\nSatz');
    expect(opened.word.model.paragraphs.map(({ list }) => list?.model.id)).toEqual([1, 1]);
  });
});
