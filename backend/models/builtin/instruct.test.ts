import { describe, expect, it } from '@jest/globals';
import { answer, documentOf } from './testing/answer.ts';

const TEXT =
  'Der Antrag ist bis zum 15.06.2026 zu stellen. Die Kosten betragen 6.250 € im Jahr. Nach § 5 VwVfG ist das zulässig. Wer trägt den Rest? Fragen beantwortet Frau Klein unter 06381 424-0. Der Spielplatz bleibt offen.';
const ask = (instruction: string) => answer('instruct', { instruction }, documentOf(TEXT));

describe('instruct', () => {
  it.each([
    ['Welche Fristen gibt es?', '**15.06.2026**'],
    ['Liste alle Beträge auf', '**6.250 €**'],
    ['Nenne die Rechtsgrundlagen', '**§ 5 VwVfG**'],
    ['Welche Fragen stehen im Text?', '„Wer trägt den Rest?“'],
    ['Ansprechpartner und Telefon', '**Frau Klein · 06381 424-0**'],
    ['Fasse den Text zusammen', '## Kernaussagen'],
  ])('%s', async (instruction, found) => {
    const text = await ask(instruction);
    expect(text).toContain(found);
    expect(text).not.toContain('nicht ausführen');
  });

  it('says what is not there', async () => {
    expect(await ask('Gibt es ein Aktenzeichen?')).toContain('## Aktenzeichen\n\nIm Text nicht gefunden.');
  });

  it('shows the nearest passages of what it cannot do', async () => {
    const text = await ask('Schreibe ein Gedicht über den Spielplatz');
    expect(text).toContain('ohne Sprachmodell nicht ausführen');
    expect(text).toContain('„Der Spielplatz bleibt offen.“');
    expect(await ask('Übersetze ins Englische')).toContain('Im Text kommt keines ihrer Wörter vor.');
  });

  it('is honest without any text', async () => {
    const text = await answer('instruct', { instruction: 'Schreib einen Brief' }, { kind: 'nothing' });
    expect(text).toContain('ohne Sprachmodell nicht ausführen');
  });
});
