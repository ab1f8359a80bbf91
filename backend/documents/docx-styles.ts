import { parseOoxml } from './ooxml.ts';

/** What a style, a paragraph or a run says about itself; unset where it leaves that to the style it is based on. */
export interface Style {
  name?: string;
  basedOn?: string;
  /** 0 for the first level of headings. */
  outline?: number;
  list?: string;
  level?: number;
  vanish?: boolean;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  /** Half points. */
  size?: number;
}

/** On unless the value says otherwise (ECMA-376, 17.17.4). */
function isOn(value: string | undefined): boolean {
  return value === undefined || !['false', '0', 'off', 'none'].includes(value);
}

/** Takes down what an element inside of properties says. */
export function readProperty(style: Style, name: string, value: string | undefined): void {
  switch (name) {
    case 'w:outlineLvl':
      style.outline = Number(value);
      break;
    case 'w:numId':
      if (value !== undefined) style.list = value;
      break;
    case 'w:ilvl':
      style.level = Number(value);
      break;
    case 'w:vanish':
      style.vanish = isOn(value);
      break;
    case 'w:b':
      style.bold = isOn(value);
      break;
    case 'w:i':
      style.italic = isOn(value);
      break;
    case 'w:u':
      style.underline = value !== undefined && isOn(value);
      break;
    case 'w:strike':
    case 'w:dstrike':
      style.strike = isOn(value);
      break;
    case 'w:sz':
      style.size = Number(value);
      break;
  }
}

/** The styles of a document by their ids, each with what it takes over from those it is based on. */
export function readStyles(xml: string): (id: string | undefined) => Style {
  const styles = new Map<string, Style>();
  let current: Style | null = null;
  parseOoxml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'];
      if (name === 'w:style') {
        current = {};
        styles.set(attributes['w:styleId'] ?? '', current);
      } else if (current && name === 'w:name' && value !== undefined) current.name = value;
      else if (current && name === 'w:basedOn' && value !== undefined) current.basedOn = value;
      else if (current) readProperty(current, name, value);
    },
    close: (name) => {
      if (name === 'w:style') current = null;
    },
  });

  const whole = new Map<string, Style>();
  return (id) => {
    if (id === undefined) return {};
    const known = whole.get(id);
    if (known) return known;
    const chain: Style[] = [];
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
      seen.add(at);
      const style = styles.get(at);
      if (style) chain.unshift(style);
    }
    const inherited: Style = Object.assign({}, ...chain);
    whole.set(id, inherited);
    return inherited;
  };
}

/** The level of a heading, 1 to 4, by the style's name, which Word writes in English, or by its outline level. */
export function headingLevel(style: Style): 1 | 2 | 3 | 4 | null {
  const name = style.name?.toLowerCase() ?? '';
  const named = /^heading ([1-9])$/.exec(name)?.[1];
  const level = name === 'title' ? 1 : named ? Number(named) : (style.outline ?? 9) + 1;
  return level >= 1 && level <= 9 ? (Math.min(level, 4) as 1 | 2 | 3 | 4) : null;
}
