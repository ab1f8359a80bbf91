import type { Block } from '../../../contract/rich.ts';
import { textsOf } from './walk.ts';

const MAX_ADDRESSES = 200;
const MAX_ADDRESS_CHARS = 2_000;
/** What cannot be part of an address in running text (RFC 3986, 2), brackets apart. */
const ADDRESS = /https?:\/\/[^\s<>"'`«»„“”‚‘’|\\^{}[\]]+/gi;

/** The distinct `http` and `https` addresses that stand in the text, in order, at most 200. */
export function addressesIn(blocks: readonly Block[]): string[] {
  const found = new Set<string>();
  for (const text of textsOf(blocks)) {
    for (const [whole] of text.matchAll(ADDRESS)) {
      if (whole.length > MAX_ADDRESS_CHARS) continue;
      const address = withoutEnd(whole);
      if (URL.canParse(address)) found.add(address);
      if (found.size >= MAX_ADDRESSES) return [...found];
    }
  }
  return [...found];
}

/** The sentence goes on behind an address: its signs do not belong to it, nor does a bracket that was opened before it. */
function withoutEnd(address: string): string {
  let opened = 0;
  for (const sign of address) opened += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && opened < 0) opened++;
    else if (!/[.,;:!?*_~]/.test(last)) break;
  }
  return address.slice(0, end);
}
