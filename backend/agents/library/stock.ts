import type { TextBlock } from '../../../contract/forms.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Store } from '../../store/store.ts';
import type { Template } from '../../templates/template.ts';
import { approvedRows, versionAt } from './items.store.ts';
import { readLibraryTemplate } from './library-template.ts';

/** Approved Textbausteine and Vorlagen of the library, as those of the house are. Throws StoreError. */
export interface LibraryStock {
  /** For the gaps of texts: of the Kommune and the Verbund. */
  textBlocksFor(kommune: KommuneId): Promise<TextBlock[]>;
  /** Ready to be filled; one that can't be read any more is left out. */
  templatesFor(kommune: KommuneId): Promise<Template[]>;
}

/** Vorlagen that are kept at hand, read: a few megabytes each. */
const MAX_KEPT = 40;

export function createStock(store: Store): LibraryStock {
  const kept = new Map<string, Template>();

  /** Read outside of the transaction, and once for each version. */
  const read = async (kommune: KommuneId, id: string, number: number): Promise<Template | null> => {
    const key = `${id} ${number}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const version = await store.within({ kommune }, (db) => versionAt(db, id, number));
    if (version?.content.kind !== 'template') return null;
    const { name, form, file } = version.content;
    const reading = await readLibraryTemplate({ id, name, form, bytes: Buffer.from(file, 'base64') });
    if ('faults' in reading) return null;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, reading.template);
    return reading.template;
  };

  return {
    async textBlocksFor(kommune) {
      const rows = await store.within({ kommune }, (db) => approvedRows(db, kommune, { kind: 'textblock' }));
      return rows.flatMap(({ id, content }) =>
        content.kind === 'textblock'
          ? [{ id, label: content.name, kind: content.use, text: content.text }]
          : [],
      );
    },
    async templatesFor(kommune) {
      const rows = await store.within({ kommune }, (db) => approvedRows(db, kommune, { kind: 'template' }));
      const templates: Template[] = [];
      for (const { id, number } of rows) {
        const template = await read(kommune, id, number);
        if (template !== null) templates.push(template);
      }
      return templates;
    },
  };
}
