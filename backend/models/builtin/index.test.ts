import { describe, expect, it } from '@jest/globals';
import type { Piece } from '../model.ts';
import { breatheWith, type Breathe } from '../../text/breathe.ts';
import { builtinModel } from './index.ts';
import { piecesOf } from './pieces.ts';
import { answer, conversationOf, documentOf } from './testing/answer.ts';
import { hasShared, shared } from '../../text/testing/real-texts.ts';

const summarise = { form: 'key-points', focus: '' } as const;

async function collect(stream: AsyncIterable<Piece>): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
}

/** Units of work that an answer took. */
async function workFor(text: string): Promise<number> {
  let count = 0;
  const counting = (): Breathe => () => {
    count++;
    return undefined;
  };
  await collect(
    builtinModel(counting).stream(
      conversationOf('summarise', summarise, documentOf(text)),
      new AbortController().signal,
    ),
  );
  return count;
}

describe('builtinModel', () => {
  it('says what it is', async () => {
    const model = builtinModel();
    expect(model.info).toEqual({
      id: 'ohne-modell',
      label: 'Ohne Sprachmodell',
      provider: 'builtin',
      place: 'intern',
    });
    expect(model.contextTokens).toBe(Infinity);
    expect(await model.probe(new AbortController().signal)).toBe('ready');
  });

  it('opens, streams, counts nothing and ends', async () => {
    const conversation = conversationOf(
      'summarise',
      summarise,
      documentOf('Der Hof ist ab heute gesperrt. '.repeat(20)),
    );
    const pieces = await collect(builtinModel().stream(conversation, new AbortController().signal));
    expect(pieces[0]).toEqual({ type: 'open' });
    expect(pieces.slice(-2)).toEqual([{ type: 'usage', inputTokens: 0, outputTokens: 0 }, { type: 'end' }]);
    const texts = pieces.flatMap((piece) => (piece.type === 'text' ? [piece.text] : []));
    expect(texts.length).toBeGreaterThan(2);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(480);
  });

  it('answers the same twice', async () => {
    const reading = documentOf('Die Frist endet am 3.12.2026. Der Rat muss zustimmen. Die Kosten sind 5 €.');
    const first = await answer('summarise', summarise, reading);
    expect(await answer('summarise', summarise, reading)).toBe(first);
  });

  it('stops without an end when it is aborted, before the first piece and in the middle', async () => {
    const controller = new AbortController();
    const conversation = conversationOf(
      'rewrite',
      { style: 'plain', wish: '' },
      documentOf('Ein Satz steht hier. '.repeat(500)),
    );
    const seen: Piece[] = [];
    for await (const piece of builtinModel().stream(conversation, controller.signal)) {
      seen.push(piece);
      if (seen.length === 3) controller.abort();
    }
    expect(seen.map(({ type }) => type)).toEqual(['open', 'text', 'text']);
    expect(await collect(builtinModel().stream(conversation, AbortSignal.abort()))).toEqual([]);
  });

  it('lets other work in while a long text is read', async () => {
    const conversation = conversationOf(
      'summarise',
      summarise,
      documentOf('Der Kreis plant ein Haus. '.repeat(20_000)),
    );
    let turns = 0;
    const other = setInterval(() => turns++, 0);
    await collect(builtinModel().stream(conversation, new AbortController().signal));
    clearInterval(other);
    expect(turns).toBeGreaterThan(1);
  });

  it('works twice as long on twice the text, not four times', async () => {
    const words = ['Haus', 'Weg', 'Wald', 'Rat', 'Amt', 'Kreis', 'Dorf', 'Bach', 'Turm', 'Markt'];
    const text = (count: number) =>
      Array.from(
        { length: count },
        (_, i) => `Die Stadt plant ${words[i % 10]} ${words[(i * 7) % 9]} im Jahr.`,
      ).join(' ');
    const once = await workFor(text(4_000));
    const twice = await workFor(text(8_000));
    expect(twice / once).toBeGreaterThan(1.5);
    expect(twice / once).toBeLessThan(2.2);
  });

  (hasShared ? it : it.skip)('is linear on a real law (needs ../shared)', async () => {
    const law = shared('gesetze/sgb_9_2018.md');
    const ratio = (await workFor(`${law}\n\n${law}`)) / (await workFor(law));
    expect(ratio).toBeLessThan(2.2);
  });

  it.each([
    ['one letter', 'a'.repeat(300_000)],
    ['opening brackets', '['.repeat(300_000)],
    ['a rule that is none', `|${'-'.repeat(300_000)}x`],
    ['quotation marks', '„"'.repeat(150_000)],
    ['paragraph signs', '§ 5 Abs. 1 und '.repeat(20_000)],
    ['blanks', `# a${' '.repeat(300_000)}b`],
  ])('survives a hostile text: %s', async (_, text) => {
    expect(await answer('summarise', { form: 'circular', focus: '' }, documentOf(text))).toContain(
      'Ohne Sprachmodell',
    );
    expect(await answer('rewrite', { style: 'correct', wish: '' }, documentOf(text))).not.toBe('');
  });
});

describe('pieces', () => {
  it('are the answer again, no character cut in two', () => {
    const text = 'Ein Satz. Noch einer!\n\n- Punkt 😀 '.repeat(40) + '😀'.repeat(600);
    const pieces = [...piecesOf(text)];
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  });
});

describe('breath', () => {
  it('yields after a while only', async () => {
    let time = 0;
    const breathe = breatheWith(new AbortController().signal, () => time);
    expect(breathe()).toBeUndefined();
    time = 100;
    const turn = breathe();
    expect(turn).toBeDefined();
    await turn;
    expect(breathe()).toBeUndefined();
  });
});
