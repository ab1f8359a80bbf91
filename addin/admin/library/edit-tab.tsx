import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminItem } from '../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { useBarStyles } from '../../pane/use-bar-styles.ts';
import type { LibraryApi } from '../api/library-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { useSay } from '../parts/said.tsx';
import { useLeaving } from '../parts/use-leaving.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { contentDraftOf, contentOf, isSameContent, type KeptDrafts } from './content-draft.ts';
import { ContentEditor } from './content-editor.tsx';
import { SaveBar } from './save-bar.tsx';
import { useCheck } from './use-check.ts';

interface Props {
  api: LibraryApi;
  item: AdminItem;
  /** Whether the person may try agents that are not saved. */
  mayTry: boolean;
  kept: KeptDrafts;
  onSaved: (item: AdminItem) => void;
}

const never = new AbortController().signal;

const HALF_DONE = 'Der Entwurf ist gespeichert. Bevor Sie ihn einreichen, fehlt noch etwas.';

/** Where something in the library is changed: its newest version, or a draft after it. */
export function EditTab({ api, item, mayTry, kept, onSaved }: Props) {
  const styles = usePageStyles();
  const say = useSay();
  const { card } = item;
  // What the form began with: somebody else may save meanwhile, and must not be overwritten unseen.
  const [base, setBase] = useState(item);
  const [draft, setDraft] = useState(() => kept.get(card.id) ?? contentDraftOf(item.content));
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const readOnly = !card.may.edit || card.state === 'submitted';
  const content = contentOf(draft);
  const changed = !readOnly && !isSameContent(content, base.content);
  const checked = useCheck(api, content, !readOnly);
  useLeaving(changed);
  if (item !== base && !changed && !busy) {
    setBase(item);
    if (!isSameContent(content, item.content)) setDraft(contentDraftOf(item.content));
  }

  const beginAnew = (from: AdminItem) => {
    kept.delete(card.id);
    setBase(from);
    setDraft(contentDraftOf(from.content));
    onSaved(from);
  };
  const attempt = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    setTried(false);
    try {
      await work();
    } catch (error) {
      const code = codeOf(error);
      if (code === 'library_faulty')
        await checked.ask().then(
          () => setTried(true),
          () => setFault(code),
        );
      else setFault(code);
    } finally {
      setBusy(false);
    }
  };
  const save = async (after: AdminItem) => {
    const saved = await api.saveDraft({ id: card.id, revision: after.versions[0]?.revision ?? 0 }, content);
    kept.delete(card.id);
    setBase(saved);
    // What was typed meanwhile stays; and so do the steps that are open, where nothing was put right.
    setDraft((now) =>
      now !== draft || isSameContent(contentOf(now), saved.content) ? now : contentDraftOf(saved.content),
    );
    onSaved(saved);
    say(checked.faults.length > 0 ? HALF_DONE : 'Der Entwurf ist gespeichert.');
  };
  return (
    <div className={styles.page}>
      {readOnly && <p className={styles.text}>{whyReadOnly(item)}</p>}
      <ContentEditor
        api={api}
        draft={draft}
        checked={checked}
        readOnly={readOnly}
        mayTry={mayTry}
        onChange={(next) => {
          kept.set(card.id, next);
          setDraft(next);
        }}
      />
      {fault === 'conflict' ? (
        <Overtaken
          onTake={() => void attempt(async () => beginAnew(await api.item(card.id, never)))}
          onKeep={() => void attempt(async () => save(await api.item(card.id, never)))}
        />
      ) : (
        fault !== null && <FaultBar code={fault} />
      )}
      {tried && (
        <p role="alert" className={styles.warning}>
          Es fehlt noch etwas. Was, steht bei den Angaben. Gespeichert wurde nichts.
        </p>
      )}
      {!readOnly && (
        <SaveBar>
          <Button
            appearance="primary"
            disabledFocusable={busy || !changed}
            onClick={() => changed && void attempt(() => save(base))}
          >
            Entwurf speichern
          </Button>
          {changed && <Button onClick={() => beginAnew(base)}>Änderungen verwerfen</Button>}
        </SaveBar>
      )}
    </div>
  );
}

/** Somebody was faster: neither what they wrote nor what is typed here goes unseen. */
function Overtaken({ onTake, onKeep }: { onTake: () => void; onKeep: () => void }) {
  const bars = useBarStyles();
  return (
    <MessageBar className={bars.bar} intent="warning" layout="multiline">
      <MessageBarBody className={bars.body}>
        <span role="alert">
          Jemand hat das inzwischen geändert. Was Sie geschrieben haben, ist noch da und nicht gespeichert.
        </span>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onTake}>
          Neuen Stand laden, meinen verwerfen
        </Button>
        <Button size="small" onClick={onKeep}>
          Meinen Stand darüber speichern
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function whyReadOnly({ card }: AdminItem): string {
  if (card.state === 'submitted') {
    return 'Diese Fassung wartet auf die Freigabe. Ändern können Sie sie wieder, wenn darüber entschieden ist.';
  }
  if (card.origin === 'shipped') {
    return 'Das kommt mit Amtsfeder und ist nur zu lesen. Mit „Kopieren“ machen Sie daraus Ihre eigene Fassung.';
  }
  return 'Das können Sie lesen, aber nicht ändern.';
}
