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

/** Those of the house first, then what the library approved for the Kommune. */
export function textsFor({ templates, textBlocks }: Templates, further: FurtherTexts): TextsFor {
  return async (kommune) => ({
    templates: [...templates, ...(await further.templatesFor(kommune))],
    textBlocks: [...textBlocks, ...(await further.textBlocksFor(kommune))],
  });
}
