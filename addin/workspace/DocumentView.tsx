import { blocksToDoc } from './blocks-to-doc.ts';
import type { Paper } from './desk.ts';
import type { DeskStore } from './desk-store.ts';
import { noticeText } from './notices.ts';
import { PaperEditor } from './PaperEditor.tsx';
import { Sheet } from './Sheet.tsx';

/** The document that lies on the desk. */
export function DocumentView({ store, paper }: { store: DeskStore; paper: Paper }) {
  const { id, title, blocks, written, notices, changed } = paper;
  const name = title || 'Dokument ohne Namen';
  const above = [`${name}${changed ? ' · geändert' : ''}`, noticeText(notices)].filter(Boolean).join(' · ');
  return (
    <Sheet above={above}>
      <PaperEditor
        key={id}
        store={store}
        surface="document"
        id={id}
        content={written ?? blocksToDoc(blocks)}
        label={`Dokument: ${name}`}
      />
    </Sheet>
  );
}
