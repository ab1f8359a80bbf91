import { describe, expect, it } from '@jest/globals';
import { detectForm } from './detect.ts';
import { readFormText } from './form-text.ts';

const detected = (text: string) => detectForm(readFormText(text));

describe('the form of a text that has no title', () => {
  it.each([
    [
      'what it says that it is',
      'Sehr geehrte Frau Muster,\n\nes ergeht folgender Bescheid:\n\n1. Der Antrag wird abgelehnt.',
    ],
    [
      'who issues it',
      'Sehr geehrter Herr Muster,\n\nhiermit erlasse ich Ihnen gegenüber folgenden Bescheid:\n\nText.',
    ],
    [
      'what it decides',
      'Widerruf der Erlaubnis zur Sondernutzung\n\nSehr geehrte Damen und Herren,\n\nText.',
    ],
  ])('is a Bescheid by %s', (_why, text) => {
    expect(detected(text)).toBe('decision');
  });

  it.each([
    'Sehr geehrte Damen und Herren,\n\ngegen Ihren Bescheid vom 3.5.2026 lege ich Widerspruch ein.\n\nMit freundlichen Grüßen\nMuster',
    'Sehr geehrte Frau Muster,\n\nder Bescheid geht Ihnen gesondert zu. Der Widerruf der Erlaubnis ist nicht geplant, wie wir schon mitgeteilt haben.\n\nMit freundlichen Grüßen\nWeber',
  ])('is none where it only speaks of one: %#', (text) => {
    expect(detected(text)).not.toBe('decision');
  });
});
