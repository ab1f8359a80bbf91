import { describe, expect, it } from '@jest/globals';
import { blocksOf } from './blocks.ts';
import { MAX_SENTENCE_CHARS } from '../../contract/sentences.ts';
import { digestNow, hasShared, shared } from './testing/real-texts.ts';

async function sentences(text: string): Promise<string[]> {
  return (await digestNow(text)).sentences.map((sentence) => sentence.text);
}

describe('sentences', () => {
  it.each([
    ['Das gilt z. B. für Frau Dr. Weber. Es gilt immer.', 2],
    ['Die Frist endet am 15. Juni 2026. Danach ist Schluss.', 2],
    ['Im 1. Jahr nach Ablauf entstehen Kosten von rd. 6.250 € pro Jahr.', 1],
    ['Nach § 5 Abs. 1 Nr. 3 i. V. m. Art. 7 DSGVO gilt das. Der Rest nicht.', 2],
    ['Der Bescheid vom 12.05.2026 ist da. Sie können widersprechen.', 2],
    ['„Kommt sie?“ fragte er. Niemand wusste es.', 2],
    ['Wir haben bis 18.08. Zeit. Die Karten liegen bereit.', 2],
    ['Siehe https://example.de/a?b=1 für mehr.', 1],
    ['Der Reifen hat die Größe 83T. Diese Größe ist falsch.', 2],
    ['Kosten: 5 €. 20 Personen kommen.', 2],
    ['Bitte Ausweis, Antrag usw. mitbringen. Das hilft.', 2],
    ['Was ist das? Wann kommt es? Gut!', 3],
  ])('%s', async (text, count) => {
    expect(await sentences(text)).toHaveLength(count);
  });

  it('joins wrapped lines and keeps ended ones apart', async () => {
    const text =
      'Die Meldebehörden haben die in ihrem Zuständigkeitsbereich\nwohnhaften Personen zu registrieren.\n\nMit freundlichen Grüßen\nMaria Weber';
    expect(await sentences(text)).toEqual([
      'Die Meldebehörden haben die in ihrem Zuständigkeitsbereich wohnhaften Personen zu registrieren.',
      'Mit freundlichen Grüßen',
      'Maria Weber',
    ]);
  });

  it('leaves marks and escapes of Markdown out and keeps the place in the source', async () => {
    const text = '# Titel\n\n- **Wichtig:** Der Antrag läuft.\n- 15\\. Juni ist Schluss.';
    const { sentences: found } = await digestNow(text);
    expect(found.map((one) => one.text)).toEqual(['Wichtig: Der Antrag läuft.', '15. Juni ist Schluss.']);
    expect(found.map((one) => text.slice(one.start, one.end))).toEqual([
      '**Wichtig:** Der Antrag läuft.',
      '15\\. Juni ist Schluss.',
    ]);
    expect(found[0]?.block.section).toBe('Titel');
  });

  it('never returns an endless sentence', async () => {
    const found = await sentences('wort '.repeat(20_000));
    expect(Math.max(...found.map((one) => one.length))).toBeLessThanOrEqual(MAX_SENTENCE_CHARS);
    expect(found.join(' ').split(' ')).toHaveLength(20_000);
  });
});

describe('blocks', () => {
  it('knows labels, lists and tables of a council paper', () => {
    const text =
      'Sachverhalt:\n\nDer Kreis zahlt.\n\n1. erstens\n2. zweitens\n\n| Az. | 10-2 |\n| --- | --- |\n| a | b |';
    expect([...blocksOf(text)].map(({ kind, section }) => [kind, section])).toEqual([
      ['label', ''],
      ['paragraph', 'Sachverhalt'],
      ['item', 'Sachverhalt'],
      ['item', 'Sachverhalt'],
      ['row', 'Sachverhalt'],
      ['row', 'Sachverhalt'],
    ]);
  });

  it('knows footnotes, bold lines, annexes and the names below a signature', () => {
    const text =
      '**Neues Verfahren für alle**\n\nText dazu.\n\nIm Auftrag\n\nDr. Bernd Beispiel\n\nAnlagen\n1 Ablaufplan\n\n[1] Eine Fußnote.';
    expect([...blocksOf(text)].map(({ kind, section }) => [kind, section])).toEqual([
      ['label', ''],
      ['paragraph', 'Neues Verfahren für alle'],
      ['paragraph', 'Neues Verfahren für alle'],
      ['paragraph', 'Neues Verfahren für alle'],
      ['label', 'Neues Verfahren für alle'],
      ['paragraph', 'Anlagen'],
      ['footnote', 'Anlagen'],
    ]);
  });

  (hasShared ? it : it.skip)('loses no word of a real law (needs ../shared)', () => {
    const text = shared('gesetze/sgb_10.md');
    const kept = [...blocksOf(text)].map((block) => block.text).join(' ');
    const words = (from: string) => from.match(/\p{L}{3,}/gu)?.length;
    expect(words(kept)).toBe(words(text));
  });
});
