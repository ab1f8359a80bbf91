import type { Address } from '../../contract/source.ts';
import type { BrowserServices } from '../office/browser.ts';
import { copyIn } from '../office/clipboard.ts';
import { fileName, saveFile } from '../output/save-file.ts';
import { showPdf } from '../output/show-pdf.ts';
import type { ThemeStore } from '../pane/theme-choice.ts';

/**
 * What the workspace takes from the browser it runs in.
 * @param person who works here, as far as they have said it
 */
export function browserServices(view: Window, theme: ThemeStore, person: () => Address): BrowserServices {
  return {
    person,
    copy: copyIn(view),
    async saveDocx(blocks, meta) {
      // Loaded when it is needed: nobody should wait for it at the start.
      const { toDocx } = await import('../output/docx.ts');
      saveFile(view, await toDocx(blocks, meta), fileName(meta.title, 'docx'));
    },
    showPdf: (file, page) => showPdf(view, file, page),
    theme,
    now: () => new Date(),
  };
}
