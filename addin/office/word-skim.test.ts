import { describe, expect, it } from '@jest/globals';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';

describe('judging a document', () => {
  it('reads it with the header and the footer of its pages', async () => {
    const { host, word } = openWord([paragraphOf('Lage'), paragraphOf('Die Brücke ist gesperrt.')]);
    word.margins.header = 'VS – Nur für den Dienstgebrauch';
    word.margins.footer = 'Seite 1';
    expect(await host.skim('whole')).toEqual({
      kind: 'document',
      title: 'Bauvoranfrage Flur 12',
      part: 'whole',
      text: 'Lage\nDie Brücke ist gesperrt.',
      margins: 'VS – Nur für den Dienstgebrauch\nSeite 1',
    });
    const { source } = await host.take('whole');
    expect(source).toMatchObject({ margins: 'VS – Nur für den Dienstgebrauch\nSeite 1' });
  });

  it('reads a selection, and leaves nothing for Word to track', async () => {
    const { host, word } = openWord([paragraphOf('eins zwei drei')]);
    word.select('zwei');
    expect(await host.skim('selection')).toMatchObject({ part: 'selection', text: 'zwei' });
    expect(word.tracked()).toBe(0);
    word.model.selection = word.model.span(word.model.at(0), 0, word.model.at(0), 0);
    await expect(host.skim('selection')).rejects.toMatchObject({ code: 'nothing-selected' });
  });

  it('goes on without header and footer where the program does not give them', async () => {
    const { host, word } = openWord([paragraphOf('Text')]);
    word.faults.refuse.set('sections', 'GeneralException');
    expect(await host.skim('whole')).toMatchObject({ text: 'Text' });
    expect((await host.take('whole')).source).toMatchObject({ text: 'Text' });
  });
});
