import type { KommuneId } from '../../contract/identity.ts';
import type { TextBlock } from '../../contract/forms.ts';
import type { Templates } from './read-templates.ts';
import type { Template } from './template.ts';

/** Vorlagen and Textbausteine as a Kommune has them. @throws StoreError */
export type TextsFor = (kommune: KommuneId) => Promise<Templates>;

/** What a Kommune has beside those of the house. */
export interface FurtherTexts {
  templatesFor(kommune: KommuneId): Promise<readonly Template[]>;
  textBlocksFor(kommune: KommuneId): Promise<readonly TextBlock[]>;
}

/** The Textbausteine alone: every task needs them, and none the Vorlagen. @throws StoreError */
export type TextBlocksFor = (kommune: KommuneId) => Promise<readonly TextBlock[]>;

/** Those of the house first, then what the library approved for the Kommune. */
export function textBlocksFor(
  { textBlocks }: Pick<Templates, 'textBlocks'>,
  further: Pick<FurtherTexts, 'textBlocksFor'>,
): TextBlocksFor {
  return async (kommune) => [...textBlocks, ...(await further.textBlocksFor(kommune))];
}

/** The Vorlagen likewise, with the Textbausteine. */
export function textsFor(house: Templates, further: FurtherTexts): TextsFor {
  const blocks = textBlocksFor(house, further);
  return async (kommune) => ({
    templates: [...house.templates, ...(await further.templatesFor(kommune))],
    textBlocks: await blocks(kommune),
  });
}
