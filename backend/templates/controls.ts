import type { Document, Element } from '@xmldom/xmldom';
import { allW, childrenOf, childW, isW, valW } from './xml.ts';

/** Where a content control stands: around paragraphs, within a line, or around a cell of a table. */
export type Level = 'block' | 'inline' | 'cell' | 'row';

export interface Control {
  tag: string;
  level: Level;
  element: Element;
  content: Element;
}

const INLINE_PARENTS = ['p', 'hyperlink', 'smartTag', 'ins', 'fldSimple'];

/** The content controls of a part that have a tag and content, in the order of the part. */
export function controlsOf(part: Document): Control[] {
  return allW(part, 'sdt').flatMap((element) => {
    const tag = tagOf(element);
    const content = childW(element, 'sdtContent');
    return tag === '' || content === null ? [] : [{ tag, content, element, level: levelOf(element) }];
  });
}

/** The tag of a content control; empty where it has none. */
export function tagOf(element: Element): string {
  const properties = childW(element, 'sdtPr');
  return properties ? valW(childW(properties, 'tag')) : '';
}

/** Whether a content control with a tag stands within another one. */
export function isNested({ element }: Control): boolean {
  for (let node = element.parentNode; node !== null; node = node.parentNode) {
    if (node.nodeType !== node.ELEMENT_NODE) continue;
    const around = node as Element;
    if (isW(around, 'sdt') && tagOf(around) !== '') return true;
  }
  return false;
}

function levelOf(element: Element): Level {
  const parent = surrounding(element);
  if (parent === null) return 'block';
  if (INLINE_PARENTS.some((name) => isW(parent, name))) return 'inline';
  if (isW(parent, 'tr')) return 'cell';
  if (isW(parent, 'tbl')) return 'row';
  return 'block';
}

/** What the control stands in; controls without a tag around it do not count. */
function surrounding(element: Element): Element | null {
  let parent = element.parentNode as Element | null;
  while (parent !== null && (isW(parent, 'sdtContent') || isW(parent, 'sdt'))) {
    parent = parent.parentNode as Element | null;
  }
  return parent;
}

/** Kinds of controls that hold no free text. */
const CHOICES = ['comboBox', 'dropDownList', 'picture', 'docPartObj', 'docPartList', 'group', 'citation'];

/** Why a control cannot be filled; null where it can. */
export function controlProblem(control: Control, wholeBlocks: boolean): string | null {
  const properties = childW(control.element, 'sdtPr');
  const kinds = properties ? childrenOf(properties) : [];
  const kind = kinds.find(({ localName }) => CHOICES.includes(localName ?? '') || localName === 'checkbox');
  if (kind) return `is no text field (${kind.localName})`;
  if (control.level === 'row') return 'goes around a row of a table; put it into a cell';
  if (isNested(control)) return 'lies within another one';
  if (!wholeBlocks) return null;
  if (control.level !== 'block') return 'must be a paragraph of its own';
  return kinds.some((child) => isW(child, 'text') || isW(child, 'date'))
    ? 'must be a rich text content control'
    : null;
}
