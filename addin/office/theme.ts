import type { Theme } from './host.ts';

/** Where the theme is read from: Office's colours, and the browser's forced colours. */
export interface ThemeSource {
  /** Undefined where the host has none: Word on some platforms, Outlook before Mailbox 1.14. */
  colours(): Pick<Office.OfficeTheme, 'bodyBackgroundColor'> | undefined;
  forced: Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;
}

/** Below this relative luminance white text reads better than black (WCAG 2.2 contrast of both is equal here). */
const MIDDLE_LUMINANCE = 0.179;

/**
 * The theme of the pane after Office's own. A pure black body is Windows' contrast theme: Office's "Black" is a grey.
 * Without colours it is light, because the browser's preference is that of the system and not that of Office.
 */
export function themeOf(source: ThemeSource): Theme {
  if (source.forced.matches) return 'contrast';
  const luminance = luminanceOf(source.colours()?.bodyBackgroundColor ?? '');
  if (luminance === null || luminance > MIDDLE_LUMINANCE) return 'light';
  return luminance === 0 ? 'contrast' : 'dark';
}

/** Relative luminance (WCAG 2.2) of `#RRGGBB`, 0 to 1; null where it is not a colour. */
export function luminanceOf(colour: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((hex) => linear(Number.parseInt(hex, 16) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Calls the listener when the browser's forced colours change; returns how to stop. */
export function onForcedColours(source: ThemeSource, listener: (theme: Theme) => void): () => void {
  const changed = () => listener(themeOf(source));
  source.forced.addEventListener('change', changed);
  return () => source.forced.removeEventListener('change', changed);
}
