import type { OpenedFile } from '../../../contract/documents.ts';
import { germanDate } from '../../../contract/german-date.ts';
import type { Block } from '../../../contract/rich.ts';
import type { Section } from '../section.ts';
import { addressesIn } from './addresses.ts';
import { stepsWithLooks } from './flat.ts';
import { pack } from './pack.ts';
import { piecesOf } from './pieces.ts';
import { type Placed, stepsOf } from './steps.ts';
import { stretchesOf } from './stretches.ts';
import { titleOf } from './title.ts';
import { says } from './walk.ts';

/** A document as it is stored. */
export interface Cut {
  title: string;
  /** In the order of the document. */
  sections: Section[];
  /** Pages of the document; null where it has none. */
  pages: number | null;
  /** Distinct `http(s)` addresses that stand in the text, in order, at most 200. */
  addresses: string[];
}

/**
 * Cuts a document into sections: at its headings, and where a heading has more than 1,800 characters, between
 * paragraphs, items, rows or else sentences. What stands below different headings is never put together, and nothing
 * stands in two sections but the header of a table that was cut. An introduction ("…, wenn:") stays with the first
 * items of its list and is not repeated above the others: a section is a piece of the document word for word, and its
 * neighbours are at hand for whoever reads it. Time is linear in the length of the document.
 * @param name of the file; its title where the document has none
 */
export function cutSections(file: OpenedFile, name: string): Cut {
  const { title, at } = titleOf(file, name);
  const all = placedOf(file);
  const placed = at === null ? all : all.filter((_, index) => index !== at);
  const steps = file.kind === 'mail' ? stepsOf(placed) : stepsWithLooks(placed);
  const sections: Section[] = [];
  for (const { path, blocks, pages, leaf } of stretchesOf(steps)) {
    const texts = pack(piecesOf(blocks)).filter(({ text }) => says(text));
    for (const { text, pages: own } of texts) sections.push({ path, text, pages: own });
    // A heading that nothing stands below is found by its own words.
    const heading = path.at(-1) ?? '';
    if (texts.length === 0 && leaf && says(heading)) sections.push({ path, text: heading, pages });
  }
  if (sections.length === 0 && at !== null) {
    sections.push({ path: [], text: title, pages: all[at]?.pages ?? null });
  }
  return {
    title,
    sections,
    pages: file.kind === 'document' ? (file.pages?.count ?? null) : null,
    addresses: addressesIn(file.blocks),
  };
}

function placedOf(file: OpenedFile): Placed[] {
  if (file.kind === 'mail') {
    return [mailHead(file), ...file.blocks].map((block) => ({ block, pages: null }));
  }
  return file.blocks.map((block, index) => {
    const own = file.pages?.blocks[index];
    return { block, pages: own ? { first: own[0], last: own[1] } : null };
  });
}

/** Who wrote a mail and when, as its first lines. */
function mailHead({ from, date }: Extract<OpenedFile, { kind: 'mail' }>): Block {
  const { name, email } = from;
  const sender = name !== '' && email !== '' ? `${name} <${email}>` : name || email;
  const lines = [
    ...(sender === '' ? [] : [`Von: ${sender}`]),
    ...(date === null ? [] : [`Datum: ${germanDate(new Date(date))}`]),
  ];
  return { type: 'paragraph', runs: [{ text: lines.join('\n'), marks: [] }] };
}
