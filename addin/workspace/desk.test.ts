import { describe, expect, it } from '@jest/globals';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { OpenedFile } from '../../contract/documents.ts';
import { blocksToDoc } from './blocks-to-doc.ts';
import {
  addressDraft,
  beginDraft,
  type Desk,
  emptyDesk,
  idOf,
  layDocument,
  layFile,
  layNewDocument,
  markChanged,
  markSaved,
  type PutAway,
  setProvenances,
  takeBack,
  titleOf,
  turnTo,
  wouldLose,
} from './desk.ts';
import { paragraph } from './testing/blocks.ts';
import { exampleMail } from './testing/desk-with-editors.ts';

const nothingLive = { document: null, draft: null };
const file = (title: string): OpenedFile => ({
  kind: 'document',
  version: CONTRACT_VERSION,
  title,
  blocks: [paragraph(title)],
  notices: [],
});

function opened(...titles: string[]): Desk {
  return titles.reduce((desk, title) => layFile(desk, file(title), null, nothingLive), emptyDesk);
}

describe('the desk', () => {
  it('knows a file again by what stands in it, and two of the same name apart', () => {
    const first = opened('Brief').document?.identity;
    expect(opened('Bericht', 'Brief').document?.identity).toBe(first);
    const other = { ...file('Brief'), blocks: [paragraph('anderes')] };
    expect(layFile(emptyDesk, other, null, nothingLive).document?.identity).not.toBe(first);
    const sheet = { title: '', blocks: [], notices: [], changed: false };
    const one = layDocument(emptyDesk, sheet, nothingLive);
    expect(layDocument(one, sheet, nothingLive).document?.identity).not.toBe(one.document?.identity);
  });

  it('keeps what stood in the margins of a file, for it may say what class it is of', () => {
    const marked = { ...file('Lage'), margins: 'VS-NfD' };
    expect(layFile(emptyDesk, marked, null, nothingLive).document?.margins).toBe('VS-NfD');
    expect(opened('Brief').document?.margins).toBe('');
  });

  it('knows what it has put away by the same name when it lies there again', () => {
    const typed = markChanged(opened('Brief'), 'document');
    const other = layFile(typed, file('Bericht'), null, nothingLive);
    expect(other.document?.identity).not.toBe(typed.document?.identity);
    const back = takeBack(other, idOf(other.putAway[0] as PutAway), nothingLive);
    expect(back.document?.identity).toBe(typed.document?.identity);
    expect(back.document?.id).not.toBe(typed.document?.id);
    const drafts = [beginDraft(back, {}, nothingLive), beginDraft(other, { subject: 'x' }, nothingLive)];
    expect(new Set(drafts.map(({ draft }) => draft.identity)).size).toBe(2);
  });

  it('lays files where they belong and turns there', () => {
    const desk = layFile(opened('Brief'), exampleMail, null, nothingLive);
    expect(desk.surface).toBe('mail-read');
    expect(desk.mail?.mail).toBe(exampleMail);
    expect(desk.document?.title).toBe('Brief');
  });

  it('keeps everything when the surface changes', () => {
    const desk = layFile(opened('Brief'), exampleMail, null, nothingLive);
    const { surface, ...rest } = turnTo(turnTo(desk, 'mail-compose'), 'document');
    const { surface: before, ...restBefore } = desk;
    expect([surface, before]).toEqual(['document', 'mail-read']);
    expect(rest).toEqual(restBefore);
  });

  it('lets an untouched document go, and puts a changed one away with what was typed', () => {
    expect(opened('eins', 'zwei').putAway).toEqual([]);
    const typed = blocksToDoc([paragraph('eins, und mehr')]);
    const live = { document: typed, draft: null };
    const desk = layFile(markChanged(opened('eins'), 'document'), file('zwei'), null, live);
    expect(desk.document).toMatchObject({ title: 'zwei', changed: false });
    expect(desk.putAway).toMatchObject([{ kind: 'document', paper: { title: 'eins', written: typed } }]);
    expect(desk.putAway.map(titleOf)).toEqual(['eins']);
  });

  it('puts away what made room for a new document, changed or not, and needs nobody to ask for it', () => {
    const start = { title: 'Vermerk', blocks: [paragraph('neu')] };
    const desk = layNewDocument(opened('eins'), start, nothingLive);
    expect(desk.document).toMatchObject({ ...start, changed: true, provenances: [] });
    expect(desk.putAway.map(titleOf)).toEqual(['eins']);
    expect(wouldLose(markSaved(desk))).toBe(false);
    expect(layNewDocument(emptyDesk, start, nothingLive).putAway).toEqual([]);
  });

  it('keeps with a document which texts in it were made with AI', () => {
    const marks = [
      {
        tool: 'Amtsfeder 1',
        task: 'Umschreiben',
        model: 'm',
        provider: 'p',
        authority: '',
        at: '2026-11-20',
        reviewed: null,
      },
    ];
    const marked = setProvenances(opened('eins'), marks);
    expect(wouldLose(marked)).toBe(true);
    const away = layFile(marked, file('zwei'), null, nothingLive);
    const back = takeBack(away, idOf(away.putAway[0] as PutAway), nothingLive);
    expect(back.document?.provenances).toEqual(marks);
  });

  it('takes back what was put away, and puts away what lay there', () => {
    const first = layFile(markChanged(opened('eins'), 'document'), file('zwei'), null, nothingLive);
    const [item] = markChanged(first, 'document').putAway;
    const desk = takeBack(markChanged(first, 'document'), item ? idOf(item) : 0, nothingLive);
    expect(desk.document).toMatchObject({ title: 'eins', changed: true });
    expect(desk.putAway.map(titleOf)).toEqual(['zwei']);
    expect(takeBack(desk, -1, nothingLive)).toBe(desk);
  });

  it('gives everything that is laid down a number of its own', () => {
    const desk = beginDraft(opened('eins', 'zwei'), {}, nothingLive);
    const back = takeBack(markChanged(desk, 'document'), 0, nothingLive);
    const numbers = [back.document?.id, back.draft.id, back.nextId];
    expect(new Set(numbers).size).toBe(3);
  });

  it('puts a draft away as soon as anything stands in it, typed or not', () => {
    const blank = beginDraft(emptyDesk, {}, nothingLive);
    expect(blank.putAway).toEqual([]);
    const answered = beginDraft(blank, { subject: 'AW: Frage', blocks: [paragraph('Gern.')] }, nothingLive);
    expect(beginDraft(answered, {}, nothingLive).putAway.map(titleOf)).toEqual(['AW: Frage']);
    const typed = beginDraft(emptyDesk, {}, { document: null, draft: [paragraph('nur Text')] });
    expect(typed.putAway).toMatchObject([{ kind: 'draft', draft: { blocks: [paragraph('nur Text')] } }]);
    const addressed = addressDraft(emptyDesk, { to: 'amt@example.de' });
    expect(beginDraft(addressed, {}, nothingLive).putAway).toHaveLength(1);
  });

  it('knows when leaving would lose something', () => {
    expect(wouldLose(emptyDesk)).toBe(false);
    expect(wouldLose(opened('eins'))).toBe(false);
    const changed = markChanged(opened('eins'), 'document');
    expect(wouldLose(changed)).toBe(true);
    expect(wouldLose(markSaved(changed))).toBe(false);
    expect(wouldLose(layFile(changed, file('zwei'), null, nothingLive))).toBe(true);
    expect(wouldLose(addressDraft(emptyDesk, { subject: 'x' }))).toBe(true);
  });

  it('stays the very same where a change is known already', () => {
    const changed = markChanged(opened('eins'), 'document');
    expect(markChanged(changed, 'document')).toBe(changed);
    expect(markChanged(emptyDesk, 'document')).toBe(emptyDesk);
    expect(markChanged(emptyDesk, 'mail-read')).toBe(emptyDesk);
  });

  it('marks what an action wrote as changed', () => {
    const desk = layDocument(emptyDesk, { title: '', blocks: [], notices: [], changed: true }, nothingLive);
    expect(wouldLose(desk)).toBe(true);
  });
});
