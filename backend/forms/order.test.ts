import { describe, expect, it } from '@jest/globals';
import { checkForm } from './check.ts';
import { changed, describeRules, found } from './testing/cases.ts';
import { GOOD } from './testing/examples.ts';

describeRules(
  'order',
  [
    ['order-steps', 'lacking', GOOD.order, 'Verfügung\n\nBitte ablegen.', null],
    ['order-numbering', 'lacking', '3. Mehrfertigung', '4. Mehrfertigung', 'Mehrfertigung an den Bauhof'],
    ['order-numbering', 'lacking', '1. Vermerk', '2. Vermerk', 'Vermerk: Herr Kern'],
    ['order-closing', 'lacking', '4. Wv. 15.12.2026\n', '', null],
    ['order-closing-several', 'lacking', '3. Mehrfertigung an den Bauhof', '3. z. d. A.', 'Wv. 15.12.2026'],
    [
      'order-closing-last',
      'lacking',
      '4. Wv. 15.12.2026',
      '4. Wv. 15.12.2026\n5. Anruf beim Bauhof',
      'Wv. 15.12.2026',
    ],
    ['order-closing-number', 'advice', '4. Wv.', 'Wv.', 'Wv. 15.12.2026'],
    ['order-resubmission-date', 'lacking', 'Wv. 15.12.2026', 'Wv.', 'Wv.'],
    ['order-resubmission-date', 'lacking', 'Wv. 15.12.2026', 'Wv. 15.12.', 'Wv. 15.12.'],
    ['order-resubmission-day', 'advice', 'Wv. 15.12.2026', 'Wv. 25.12.2026', 'Wv. 25.12.2026'],
  ],
  [['order-resubmission-day', 'Wv. 15.12.2026', 'z. d. A.', 'no day']],
);

describe('the steps of a Verfügung', () => {
  it('may have Roman numbers', async () => {
    const text = 'Verfügung\n\nI. Vermerk\nII. Schreiben an Frau Sommer\nIII. z. d. A.\n\nI. A. Linde';
    expect(await checkForm(text, null, () => undefined)).toEqual({ form: 'order', findings: [] });
  });

  it('are read where Markdown escapes their numbers', async () => {
    expect(
      (await checkForm('Verfügung\n\n1\\. Vermerk\n\n2\\. Wgl.', null, () => undefined)).findings,
    ).toEqual([]);
  });

  it('are moved from a holiday to the next day of work', async () => {
    const [finding] = await found(
      'order-resubmission-day',
      'order',
      changed('order', '15.12.2026', '25.12.2026'),
    );
    expect(finding?.mend).toEqual({ kind: 'replace', find: 'Wv. 25.12.2026', text: 'Wv. 28.12.2026' });
  });
});
