import { describe, expect, it } from '@jest/globals';
import { answer, clerk, documentOf, mailOf } from './testing/answer.ts';

const input = { points: 'der Umtausch ist möglich', tone: 'neutral', length: 'long', form: 'mail' } as const;
const mail = mailOf(
  'Hallo,\n\nich habe falsche Reifen. Die Reifen sind zu klein für mein Auto. Was tun?\n\nGruß\nEva Adler',
);
const reply = (turns: { answer: string; wish: string }[] = []) =>
  answer('reply', input, mail, { turns, author: clerk });

describe('refine', () => {
  it('shortens a letter and keeps its frame and what it says', async () => {
    const first = await reply();
    const second = await reply([{ answer: first, wish: 'Bitte kürzer' }]);
    expect(second.length).toBeLessThan(first.length);
    for (const kept of [
      'Guten Tag Eva Adler,',
      'Der Umtausch ist möglich.',
      '[[Bitte ergänzen:',
      'Mit freundlichen Grüßen',
      'i. A. Petra Klein',
    ]) {
      expect(second).toContain(kept);
    }
    expect(second).not.toContain('Sie haben geschrieben');
  });

  it('shortens any other text by its weakest sentences', async () => {
    const text = Array.from(
      { length: 9 },
      (_, i) => `Die Verwaltung prüft den Antrag Nummer ${i} der Gemeinde.`,
    ).join(' ');
    const turns = [{ answer: `## Titel\n\n${text}\n\n- [[Bitte ergänzen: Datum]]`, wish: 'kürzer' }];
    const second = await answer('summarise', { form: 'paragraph', focus: '' }, documentOf('x'), { turns });
    expect(second).toContain('## Titel');
    expect(second).toContain('[[Bitte ergänzen: Datum]]');
    expect(second.match(/Die Verwaltung/gu)).toHaveLength(6);
  });

  it('changes the tone', async () => {
    const first = await reply();
    expect(await reply([{ answer: first, wish: 'freundlicher' }])).toContain('Freundliche Grüße');
    expect(await reply([{ answer: 'Hallo Frau Weber,\n\nok.', wish: 'förmlicher' }])).toContain(
      'Sehr geehrte Frau Weber,',
    );
  });

  it('returns the answer and says what it cannot do', async () => {
    const text = await reply([{ answer: 'Der Text.', wish: 'auf Englisch' }]);
    expect(text).toMatch(/^Der Text\.\n\n\*Ohne Sprachmodell – der Wunsch „auf Englisch“/u);
    const turns = [{ answer: 'Der Text.', wish: 'auf Englisch' }];
    expect(await answer('rewrite', { style: 'plain', wish: '' }, documentOf('x'), { turns })).toContain(
      '[[Bitte ergänzen: Text selbst überarbeiten – der Wunsch „auf Englisch“ braucht ein Sprachmodell]]',
    );
  });
});
