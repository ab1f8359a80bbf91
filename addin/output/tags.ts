/** Elements whose content is no text for people. */
const DROPPED = [
  'script',
  'style',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'noembed',
  'noframes',
  'title',
] as const;
export type DroppedElement = (typeof DROPPED)[number];

/** What a tag means for the text around it. */
export type Tag =
  | { type: 'text'; text: string }
  | { type: 'drop'; element: DroppedElement }
  | { type: 'end'; element: DroppedElement };

const LINE_BREAK = /^(?:<br\b|<\/(?:p|div|li|tr|h[1-6]|table|ul|ol|blockquote|pre|dt|dd)\b)/i;
const CELL_END = /^<\/t[dh]\b/i;
/** `<Name>`, `<Bitte Datum einsetzen>`: a placeholder in a letter, which HTML would swallow. */
const PLACEHOLDER = /^<[A-Z][a-z]+(?: [A-Za-z]+)*>$/;
const TAG_NAME = /^<\/?([A-Za-z]+)/;

/**
 * Reads one tag or comment of raw HTML.
 * @param tag from `<` to `>`
 */
export function readTag(tag: string): Tag {
  const name = TAG_NAME.exec(tag)?.[1]?.toLowerCase();
  const element = DROPPED.find((dropped) => dropped === name);
  if (element) {
    if (tag.startsWith('</')) return { type: 'end', element };
    return tag.endsWith('/>') ? { type: 'text', text: '' } : { type: 'drop', element };
  }
  if (LINE_BREAK.test(tag)) return { type: 'text', text: '\n' };
  if (CELL_END.test(tag)) return { type: 'text', text: ' ' };
  return { type: 'text', text: PLACEHOLDER.test(tag) ? tag : '' };
}

/** Where the tag or comment that begins at `open` ends; the end of the text where it is never closed. */
function tagEnd(html: string, open: number): number {
  const closer = html.startsWith('<!--', open) ? '-->' : html.startsWith('<?', open) ? '?>' : '>';
  const at = html.indexOf(closer, open);
  return at === -1 ? html.length : at + closer.length;
}

/** Where the end tag of a dropped element begins; the end of the text where there is none. */
function contentEnd(html: string, element: DroppedElement, from: number): number {
  const closer = new RegExp(`</${element}`, 'gi');
  closer.lastIndex = from;
  return closer.exec(html)?.index ?? html.length;
}

/**
 * The text of a piece of raw HTML: tags and comments removed, `<br>` and the ends of blocks as line breaks, scripts
 * and their like dropped. The result is text for people, not safe HTML: it may hold `<`. Linear in its length.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) return text + html.slice(at);
    text += html.slice(at, open);
    if (!/[A-Za-z/!?]/.test(html.charAt(open + 1))) {
      text += '<';
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    const tag = readTag(html.slice(open, end));
    if (tag.type === 'text') text += tag.text;
    at = tag.type === 'drop' ? contentEnd(html, tag.element, end) : end;
  }
  return text;
}
