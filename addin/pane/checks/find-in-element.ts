import { findExact } from '../../../contract/normal-text.ts';

/**
 * The place of a text in an element, over any number of its children; null where it is not there.
 * White space, quotes and hyphenation don't matter.
 */
function findInElement(element: HTMLElement, text: string): Range | null {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
  // Between two children there may be the end of a paragraph, so they never run together.
  const found = findExact(nodes.map(({ data }) => data).join('\n'), text);
  if (found === null) return null;
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const end = at + node.length;
    if (found.start >= at && found.start <= end) range.setStart(node, found.start - at);
    if (found.end >= at && found.end <= end) {
      range.setEnd(node, found.end - at);
      return range;
    }
    at = end + 1;
  }
  return null;
}

/** Selects a text in an element and brings it into sight; false where it is not there. */
export function showInElement(element: HTMLElement, text: string): boolean {
  const range = findInElement(element, text);
  const selection = window.getSelection();
  if (range === null || selection === null) return false;
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}
