/** Where a text may be cut, the best first: before a heading, between paragraphs, lines, sentences, words. */
const SEAMS = [/\n(?=#{1,6} )/g, /\n{2,}/g, /\n/g, /[.!?]\s+/g, /\s+/g];

/**
 * Cuts a text into parts of at most `maxChars` UTF-16 units, at the best seam in the last half of each part.
 * Joined together the parts are the text again, so nothing is lost; a character is never torn apart.
 */
export function splitText(text: string, maxChars: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > maxChars) {
    const end = start + seamIn(text.slice(start, start + maxChars));
    parts.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}

/** Length of the piece to cut off from a window that is full. */
function seamIn(window: string): number {
  const half = Math.floor(window.length / 2);
  for (const seam of SEAMS) {
    let last = 0;
    for (const match of window.matchAll(seam)) last = match.index + match[0].length;
    if (last > half) return last;
  }
  const lastUnit = window.charCodeAt(window.length - 1);
  const tearsPair = lastUnit >= 0xd800 && lastUnit <= 0xdbff && window.length > 1;
  return tearsPair ? window.length - 1 : window.length;
}
