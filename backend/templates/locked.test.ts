import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TextBlock } from '../../contract/forms.ts';
import { plainHearing } from '../tasks/hearing.ts';
import type { Reading } from '../tasks/reading.ts';
import { lockTextBlocks } from './locked.ts';

const BLOCKS: TextBlock[] = [
  {
    id: 'r',
    label: 'Rechtsbehelfsbelehrung',
    kind: 'legal-remedy',
    text: '## Rechtsbehelfsbelehrung\n\nGegen diesen Bescheid können Sie „Widerspruch“ bei [[Bitte ergänzen: Behörde]], [[Bitte ergänzen: Ort]] erheben.\n\nEine einfache E-Mail genügt nicht.',
  },
  {
    id: 'z',
    label: 'Zahlung',
    kind: 'payment',
    text: 'Bitte zahlen Sie unter Angabe von [[Bitte ergänzen: Zeichen]].',
  },
];
const REMEDY =
  '**Rechtsbehelfsbelehrung**\n\nGegen diesen  Bescheid können Sie "Widerspruch" bei der Stadt\nMusterburg, Markt 1, 55116 Mainz erheben. Eine einfache E-Mail genügt nicht.';
const PAYMENT = 'Bitte zahlen Sie unter Angabe von 1.234-5, Buchung Nr. 7.';
const TEXT = `# Bescheid\n\nWir lehnen ab.\n\n${REMEDY}\n\n${PAYMENT}\n\nEnde.`;

const reading = (text: string): Reading => ({ kind: 'document', title: '', part: 'whole', text });
const textOf = (one: Reading) => (one.kind === 'document' ? one.text : '');

/** What the person hears when the model answers in these pieces. */
async function heard(pieces: string[], text = TEXT) {
  const hearing = lockTextBlocks(reading(text), BLOCKS).restore(plainHearing());
  const live = pieces.flatMap((piece) => [...hearing.hear(piece)]);
  const { rest, result } = await hearing.end();
  const shown = [...live, ...rest].map((one) => (one.type === 'text' ? one.text : '')).join('');
  return { shown, result };
}

describe('lockTextBlocks', () => {
  it('puts a marker in place of each Textbaustein, with its gaps filled in', async () => {
    const { reading: locked } = lockTextBlocks(reading(TEXT), BLOCKS);
    expect(textOf(locked)).toBe(
      '# Bescheid\n\nWir lehnen ab.\n\n[[Textbaustein 1]]\n\n[[Textbaustein 2]]\n\nEnde.',
    );
  });

  it('finds those whose gaps are still open, and those at the very end', async () => {
    const text = BLOCKS.map((block) => block.text).join('\n\n');
    expect(textOf(lockTextBlocks(reading(text), BLOCKS).reading)).toBe(
      '[[Textbaustein 1]]\n\n[[Textbaustein 2]]',
    );
  });

  it('leaves a text that only begins like one', async () => {
    const text = `Gegen diesen Bescheid können Sie „Widerspruch“ bei ${'weit '.repeat(300)}erheben.`;
    expect(textOf(lockTextBlocks(reading(text), BLOCKS).reading)).toBe(text);
    expect(lockTextBlocks({ kind: 'nothing' }, BLOCKS).reading).toEqual({ kind: 'nothing' });
  });

  it('counts on behind markers that the document has itself', async () => {
    const { reading: locked } = lockTextBlocks(reading(`[[Textbaustein 4]]\n\n${PAYMENT}`), BLOCKS);
    expect(textOf(locked)).toBe('[[Textbaustein 4]]\n\n[[Textbaustein 5]]');
    const { shown } = await heard(
      ['[[Textbaustein 4]] [[Textbaustein 5]]'],
      `[[Textbaustein 4]]\n\n${PAYMENT}`,
    );
    expect(shown).toBe(`[[Textbaustein 4]] ${PAYMENT}`);
  });

  it('locks an earlier answer with the same markers', async () => {
    const locked = lockTextBlocks(reading(TEXT), BLOCKS);
    expect(locked.lock(`Neu.\n\n${REMEDY}`)).toBe('Neu.\n\n[[Textbaustein 1]]');
    expect(locked.lock('Bitte zahlen Sie unter Angabe von 9.')).toBe('[[Textbaustein 3]]');
    const hearing = locked.restore(plainHearing());
    hearing.hear('[[Textbaustein 1]] [[Textbaustein 2]] [[Textbaustein 3]]');
    expect((await hearing.end()).result.text).toContain('Bitte zahlen Sie unter Angabe von 9.');
  });

  it('restores the words at any cut of the answer', async () => {
    const answer =
      'Neu **fett** [1] \\[x\\].\n\n[[Textbaustein 1]]\n\n- *[[Textbaustein 2]]*\n\n[[Bitte ergänzen: a]] Ende [[Textb';
    const expected = `Neu **fett** [1] \\[x\\].\n\n${REMEDY}\n\n- ${PAYMENT}\n\n[[Bitte ergänzen: a]] Ende [[Textb`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: answer.length }), { maxLength: 12 }),
        async (cuts) => {
          const places = [0, ...cuts.sort((a, b) => a - b), answer.length];
          const pieces = places.slice(1).map((end, at) => answer.slice(places[at], end));
          const { shown, result } = await heard(pieces);
          expect(shown).toBe(expected);
          expect(result.text).toBe(expected);
          expect(result.checks).toEqual([]);
        },
      ),
    );
    expect((await heard([...answer])).shown).toBe(expected);
  });

  it.each([
    '**[[Textbaustein 2]]**',
    '[[**Textbaustein 2**]]',
    '[[ Textbaustein\n2 ]]',
    '\\[\\[Textbaustein 2\\]\\]',
    '[Textbaustein 2]',
    '[[TEXTBAUSTEIN Nr. 2]]',
    '***[[Textbaustein-2]]***',
    '`[[Textbaustein 2]]`',
  ])('knows a marker that the model wrote as %s', async (marker) => {
    expect((await heard([`[[Textbaustein 1]]\n\n${marker}`])).shown).toBe(`${REMEDY}\n\n${PAYMENT}`);
    expect((await heard([...`[[Textbaustein 1]]\n\n${marker} x`])).shown).toBe(`${REMEDY}\n\n${PAYMENT} x`);
  });

  it('keeps emphasis that goes around more than the marker', async () => {
    expect((await heard(['**[[Textbaustein 2]] und mehr**'])).shown).toBe(`**${PAYMENT} und mehr**`);
  });

  it('loses no sign of an answer without markers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[[\]\\*_`Textbaus 12\n]{0,12}$/)), async (pieces) => {
        const answer = pieces.join('');
        fc.pre(!/[1-9]/.test(answer));
        expect((await heard(pieces)).shown).toBe(answer);
      }),
    );
  });

  it('lists a Textbaustein that the model dropped', async () => {
    const { result } = await heard(['Neu. [[Textbaustein 2]]']);
    expect(result.checks).toEqual([
      { kind: 'survival', missing: [{ kind: 'reference', text: 'Rechtsbehelfsbelehrung' }], added: [] },
    ]);
  });

  it('adds what was dropped to what else did not survive', async () => {
    const other = {
      kind: 'survival' as const,
      missing: [{ kind: 'date' as const, text: '1.1.' }],
      added: [],
    };
    const hearing = lockTextBlocks(reading(TEXT), BLOCKS).restore(
      plainHearing(() => Promise.resolve([other])),
    );
    hearing.hear('[[Textbaustein 1]]');
    expect((await hearing.end()).result.checks).toEqual([
      { ...other, missing: [{ kind: 'reference', text: 'Zahlung' }, ...other.missing] },
    ]);
  });

  it('holds the words of the checks against the restored text', async () => {
    const texts: string[] = [];
    const hearing = lockTextBlocks(reading(TEXT), BLOCKS).restore(
      plainHearing((text) => {
        texts.push(text);
        return Promise.resolve([]);
      }),
    );
    hearing.hear('[[Textbaustein 1]] [[Textbaustein 2');
    await hearing.end();
    expect(texts).toEqual([`${REMEDY} [[Textbaustein 2`]);
  });
});
