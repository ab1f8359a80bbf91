import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { button, openPane, points, settle } from './testing/open-pane.tsx';
import { chatGpt } from './testing/fakes.ts';

describe('under a result', () => {
  it.each([
    [3_140, 'KI-Entwurf · ChatGPT · EU · 0,3 Cent'],
    [0, 'KI-Entwurf · ChatGPT · EU'],
    [null, 'KI-Entwurf · ChatGPT · EU'],
  ])('%s millionths of a euro are shown beside the model', async (costMicroEuro, words) => {
    const { user, last } = await openPane('document');
    await user.type(points(), 'Danke');
    await user.click(button('Entwurf erstellen'));
    await settle();
    const usage = { type: 'usage' as const, inputTokens: 12_400, outputTokens: 310, estimated: false };
    last().say({ ...usage, model: chatGpt, costMicroEuro });
    last().done('Vielen Dank.');
    await settle();
    expect(screen.getByText(/^KI-Entwurf/).textContent).toBe(words);
    if (costMicroEuro !== 3_140) return;
    expect(screen.getByText('0,3 Cent').title).toBe('12.400 Wortteile (Tokens) gelesen, 310 geschrieben');
  });
});
