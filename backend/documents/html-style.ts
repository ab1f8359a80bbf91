/** What inline styles and simple style sheets say about whether text can be seen; unset where they say nothing. */
export interface Look {
  hides?: true;
  /** Letters of at most one pixel. */
  tiny?: boolean;
  colour?: Colour;
  background?: Colour;
  /** Line breaks of the source are shown. */
  pre?: true;
}

/** A colour as red, green and blue, or one that is not understood and therefore equals nothing. */
export type Colour = readonly [number, number, number] | 'unknown';

export const WHITE: Colour = [255, 255, 255];

/** Two colours nearer than this in every channel cannot be told apart. */
const INDISTINGUISHABLE = 10;
/** Pixels beyond the edge of the page from which text counts as pushed out of it. */
const OUT_OF_PAGE = -500;
/** Characters of a style sheet that are looked at. */
const MAX_SHEET_CHARS = 200_000;
const MAX_RULES = 2_000;

const NAMED: Record<string, Colour> = {
  white: WHITE,
  black: [0, 0, 0],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  whitesmoke: [245, 245, 245],
};

/** Whether text of this colour cannot be seen on this background. */
export function blends(colour: Colour, background: Colour): boolean {
  if (colour === 'unknown' || background === 'unknown') return false;
  return colour.every((value, channel) => Math.abs(value - (background[channel] ?? 0)) < INDISTINGUISHABLE);
}

/** A colour as HTML and CSS write it; null where it is see-through. */
export function readColour(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return null;
  const named = Object.hasOwn(NAMED, value) ? NAMED[value] : undefined;
  if (named) return named;
  const hex = /^#?([0-9a-f]{3,8})$/.exec(value)?.[1];
  if (hex && hex.length <= 4) return channels([...hex].map((digit) => digit + digit));
  if (hex && hex.length >= 6)
    return channels([hex.slice(0, 2), hex.slice(2, 4), hex.slice(4, 6), hex.slice(6)]);
  const parts = /^rgba?\(([^)]{1,60})\)/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (parts && parts.length >= 3) {
    const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseFloat(part) || 0);
    return Number.parseFloat(parts[3] ?? '1') <= 0.05 ? null : [red, green, blue];
  }
  return 'unknown';
}

function channels([red = '0', green = '0', blue = '0', alpha = '']: string[]): Colour | null {
  if (alpha !== '' && Number.parseInt(alpha, 16) <= 12) return null;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** Reads declarations such as `display:none; color:#fff`. Linear in their length. */
export function readLook(declarations: string): Look {
  const set = new Map<string, string>();
  for (const declaration of declarations.slice(0, 10_000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1).toLowerCase();
    set.set(declaration.slice(0, colon).trim().toLowerCase(), value.replace('!important', '').trim());
  }
  const look: Look = {};
  if (hides(set)) look.hides = true;
  const size = fontSize(set);
  if (size !== null) look.tiny = size <= 1;
  const colour = set.get('color');
  if (colour !== undefined) {
    const seen = readColour(colour);
    if (seen === null) look.hides = true;
    else look.colour = seen;
  }
  const background = readBackground(set);
  if (background) look.background = background;
  if (set.get('white-space')?.startsWith('pre')) look.pre = true;
  return look;
}

function hides(set: ReadonlyMap<string, string>): boolean {
  const is = (name: string, ...values: string[]) => values.includes(set.get(name) ?? '');
  const pixels = (name: string) => Number.parseFloat(set.get(name) ?? 'NaN');
  const clipped =
    set.get('overflow')?.includes('hidden') === true &&
    ['height', 'max-height', 'width', 'max-width'].some((name) => pixels(name) <= 1);
  const placed = is('position', 'absolute', 'fixed', 'relative');
  return (
    is('display', 'none') ||
    is('visibility', 'hidden', 'collapse') ||
    is('mso-hide', 'all') ||
    clipped ||
    pixels('opacity') <= 0.05 ||
    pixels('text-indent') <= OUT_OF_PAGE ||
    (placed && (pixels('left') <= OUT_OF_PAGE || pixels('top') <= OUT_OF_PAGE)) ||
    /^rect\((0|1)(px)?[\s,]/.test(set.get('clip') ?? '') ||
    /^inset\((50|100)%/.test(set.get('clip-path') ?? '') ||
    /scale\(0(\.0+)?\)/.test(set.get('transform') ?? '')
  );
}

/** Pixels, roughly; null where no size is given. */
function fontSize(set: ReadonlyMap<string, string>): number | null {
  // `font: italic 0/0 a` carries the size in front of the height of the line.
  const value = set.get('font-size') ?? /(?:^|\s)([\d.]+[a-z%]*)(?:\/|\s|$)/.exec(set.get('font') ?? '')?.[1];
  const found = value === undefined ? null : /^(\d*\.?\d+)([a-z%]*)/.exec(value);
  if (!found) return null;
  const size = Number.parseFloat(found[1] ?? '');
  const perUnit: Record<string, number> = { em: 16, rem: 16, '%': 0.16 };
  return size * (perUnit[found[2] ?? ''] ?? 1);
}

function readBackground(set: ReadonlyMap<string, string>): Colour | null {
  const whole = set.get('background');
  if (set.get('background-image')?.includes('(') || whole?.includes('url(') || whole?.includes('gradient(')) {
    return 'unknown';
  }
  const value = set.get('background-color') ?? whole;
  if (value === undefined || ['none', 'inherit', 'initial', 'unset'].includes(value)) return null;
  return readColour(value);
}

/**
 * What a style sheet says about single classes and ids, by `.name` or `#name`. Rules for some media only and
 * selectors that combine several conditions are left aside.
 */
export function readSheet(css: string): Map<string, Look> {
  const looks = new Map<string, Look>();
  let rest = css.slice(0, MAX_SHEET_CHARS).replace(/<!--|-->/g, '');
  for (let count = 0; count < MAX_RULES; count++) {
    const open = rest.indexOf('{');
    if (open === -1) break;
    const selectors = rest
      .slice(0, open)
      .replace(/^[\s\S]*\*\//, '')
      .trim();
    const close = selectors.startsWith('@') ? endOfBlock(rest, open) : rest.indexOf('}', open);
    const body = rest.slice(open + 1, close === -1 ? undefined : close);
    if (!selectors.startsWith('@')) {
      for (const selector of selectors.split(',')) {
        const name = /^[a-z0-9]*([.#][\w-]+)$/i.exec(selector.trim())?.[1]?.toLowerCase();
        if (name) looks.set(name, { ...looks.get(name), ...readLook(body) });
      }
    }
    if (close === -1) break;
    rest = rest.slice(close + 1);
  }
  return looks;
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    if (css[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
