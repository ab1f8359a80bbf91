import { describe, expect, it } from '@jest/globals';
import type { TextBlock } from '../../../contract/forms.ts';
import { withTextBlock } from './text-blocks.ts';

const remedy: TextBlock = {
  id: 'widerspruch',
  label: 'Rechtsbehelfsbelehrung (Widerspruch)',
  kind: 'legal-remedy',
  text: 'Gegen diesen Bescheid kann innerhalb eines Monats …',
};

describe('a Textbaustein', () => {
  it('goes word for word into the gap that waits for it', () => {
    const text =
      'Am [[Bitte ergänzen: Datum]].\n\n[[Bitte ergänzen: Rechtsbehelfsbelehrung aus den Textbausteinen]].\n\nMit freundlichen Grüßen';
    expect(withTextBlock(text, remedy)).toBe(
      `Am [[Bitte ergänzen: Datum]].\n\n${remedy.text}\n\nMit freundlichen Grüßen`,
    );
  });

  it('stands at the end where no gap waits for it', () => {
    expect(withTextBlock('Text [[Bitte ergänzen: Datum]]', remedy)).toBe(
      `Text [[Bitte ergänzen: Datum]]\n\n${remedy.text}`,
    );
  });
});
