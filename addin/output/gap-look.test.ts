import { describe, expect, it } from '@jest/globals';
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { GAP_COLOURS } from './gap-look.ts';

/** Relative luminance of a colour `#rrggbb` (WCAG 2.1). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', webLightTheme],
  ['dark', webDarkTheme],
  ['contrast', teamsHighContrastTheme],
])('a gap in the theme %s', (_name, theme) => {
  it('can be read', () => {
    expect(contrast(theme[GAP_COLOURS.text], theme[GAP_COLOURS.background])).toBeGreaterThanOrEqual(4.5);
  });

  it('stands out by its line where its ground does not', () => {
    expect(contrast(theme[GAP_COLOURS.line], theme.colorNeutralBackground1)).toBeGreaterThanOrEqual(3);
  });
});
