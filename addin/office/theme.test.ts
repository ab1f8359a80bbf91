import { describe, expect, it } from '@jest/globals';
import { FakeTheme } from './testing/fake-theme.ts';
import { luminanceOf, themeOf } from './theme.ts';

describe('the theme', () => {
  it.each([
    [undefined, 'light'],
    ['', 'light'],
    ['#FFFFFF', 'light'],
    ['#E6E6E6', 'light'],
    ['#262626', 'dark'],
    ['#444444', 'dark'],
    ['0a0a0a', 'dark'],
    ['#000000', 'contrast'],
    ['red', 'light'],
  ])('of a body in %s is %s', (background, theme) => {
    const source = new FakeTheme();
    source.background = background;
    expect(themeOf(source)).toBe(theme);
  });

  it('is the system’s where colours are forced', () => {
    const source = new FakeTheme();
    source.background = '#FFFFFF';
    source.force(true);
    expect(themeOf(source)).toBe('contrast');
  });

  it('follows the relative luminance of WCAG', () => {
    expect(luminanceOf('#ffffff')).toBeCloseTo(1);
    expect(luminanceOf('#0f6cbd')).toBeCloseTo(0.146, 2);
    expect(luminanceOf('#12')).toBeNull();
  });
});
