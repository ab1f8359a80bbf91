import { describe, expect, it } from '@jest/globals';
import { plainHearing } from '../../tasks/hearing.ts';
import { restoring } from './hearing.ts';
import { vault } from './testing/restored.ts';

/** What the person hears of an answer, and what is found in it. */
async function heard(pieces: readonly string[]) {
  const checked: string[] = [];
  const hearing = restoring(
    plainHearing((text) => {
      checked.push(text);
      return Promise.resolve([{ kind: 'attachment-named' as const, text: 'anbei' }]);
    }),
    vault,
  );
  const live = pieces.flatMap((piece) => [...hearing.hear(piece)]);
  const { rest, result } = await hearing.end();
  const shown = [...live, ...rest].map((one) => (one.type === 'text' ? one.text : '')).join('');
  return { shown, result, checked, events: live.length };
}

describe('restoring', () => {
  it('lets the hearing and its checks hear what is restored', async () => {
    const { shown, result, checked } = await heard(['Frau [PERS', 'ON_1_NACH', 'NAME] und [PERSON_2', ']s']);
    expect(shown).toBe('Frau Sturm und Voß’');
    expect(result.text).toBe(shown);
    expect(checked).toEqual([shown]);
    expect(result.checks).toEqual([{ kind: 'attachment-named', text: 'anbei' }]);
  });

  it('lists what nothing stands behind', async () => {
    const { shown, result } = await heard(['[PERSON_77], [PERSON_1], [PERSON_77], [IBAN_3']);
    expect(shown).toBe('[PERSON_77], Lena Sturm, [PERSON_77], [IBAN_3');
    expect(result.checks.at(-1)).toEqual({ kind: 'placeholders', unknown: ['[PERSON_77]', 'IBAN_3'] });
  });

  it('says nothing while it waits', async () => {
    expect((await heard(['', '[', 'PERSON_1', ']'])).events).toBe(1);
  });
});
