import { describe, expect, it } from '@jest/globals';
import { inContext, inContextEach } from '../models/builtin/context.ts';
import { FINDINGS, findings } from '../models/builtin/findings.ts';
import { digestNow } from './testing/real-texts.ts';

const demands = async (text: string): Promise<string> => findings(await digestNow(text), FINDINGS.actions, 9);

describe('lead-ins', () => {
  it('stand before each item of their list', async () => {
    const text =
      'Die Gemeinden werden gebeten,\n\n1. zwei Personen bis zum 4. Dezember 2026 zu melden,\n2. die Aushänge anzupassen und\n3. die Kosten abzurechnen.\n\nDanach ist Ruhe.';
    expect(await demands(text)).toBe(
      [
        '- „Die Gemeinden werden gebeten, zwei Personen bis zum 4. Dezember 2026 zu melden.“',
        '- „Die Gemeinden werden gebeten, die Aushänge anzupassen.“',
        '- „Die Gemeinden werden gebeten, die Kosten abzurechnen.“',
      ].join('\n'),
    );
  });

  it('may look like a heading', async () => {
    expect(await demands('Bitte beachten Sie:\n\n- Das Tor ist zu.')).toBe(
      '- „Bitte beachten Sie: Das Tor ist zu.“',
    );
  });

  it('speak for themselves where no list follows, and leave questions alone', async () => {
    expect(await demands('Die Gemeinden müssen das im nächsten Jahr alle zusammen tun:\n\nEnde.')).toBe(
      '- „Die Gemeinden müssen das im nächsten Jahr alle zusammen tun:“',
    );
    const asked = await digestNow(
      'Wir bitten Sie um Antwort auf diese beiden für uns wichtigen Fragen:\n\n1. Was kostet das?',
    );
    expect(asked.joined.size).toBe(0);
  });
});

describe('context', () => {
  const read = async (text: string): Promise<string> => {
    const from = await digestNow(text);
    const last = from.sentences.at(-1);
    return last ? inContext(from, last) : '';
  };

  it('adds what "Sie sind" and "Dies" stand for', async () => {
    const text = 'Anträge nimmt die Gemeinde an. Sie sind weiterzuleiten.';
    expect(await read(text)).toBe(text);
    expect(await read('Der Zaun ist neu. Dies gilt ab heute.')).toBe('Der Zaun ist neu. Dies gilt ab heute.');
  });

  it('says nothing twice where one passage goes on from another', async () => {
    const from = await digestNow('Der Zaun ist neu. Dies gilt ab heute. Dazu gehört das Tor. Ende.');
    expect(inContextEach(from, from.sentences)).toEqual([
      'Der Zaun ist neu. Dies gilt ab heute. Dazu gehört das Tor.',
      'Ende.',
    ]);
  });

  it('adds nothing where somebody is spoken to, or across paragraphs', async () => {
    expect(await read('Ihr Antrag liegt vor. Sie müssen warten.')).toBe('Sie müssen warten.');
    expect(await read('Der Zaun ist neu.\n\nDies gilt.')).toBe('Dies gilt.');
  });
});
