import { describe, expect, it } from '@jest/globals';
import { costText, usageText } from './cost-words.ts';
import { chatGpt } from './testing/fakes.ts';

describe('what an answer cost', () => {
  it.each([
    [null, ''],
    [0, ''],
    [1, 'unter 0,1 Cent'],
    [999, 'unter 0,1 Cent'],
    [1_000, '0,1 Cent'],
    [3_140, '0,3 Cent'],
    [10_000, '1 Cent'],
    [125_000, '12,5 Cent'],
    [999_400, '99,9 Cent'],
    [999_500, '1,00\u00a0€'],
    [1_204_000, '1,20\u00a0€'],
    [2_500_000_000, '2.500,00\u00a0€'],
  ])('%s millionths of a euro are %j', (microEuro, text) => {
    expect(costText(microEuro)).toBe(text);
  });

  it('is reckoned from what was read and written, and says when that was estimated', () => {
    const usage = {
      type: 'usage' as const,
      model: chatGpt,
      inputTokens: 12_400,
      outputTokens: 310,
      estimated: false,
      costMicroEuro: 3_140,
    };
    expect(usageText(usage)).toBe('12.400 Wortteile (Tokens) gelesen, 310 geschrieben');
    expect(usageText({ ...usage, estimated: true })).toMatch(/; geschätzt$/);
  });
});
