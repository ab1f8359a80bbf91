import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type LibraryKind, libraryKinds } from '../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Me } from '../../../contract/identity.ts';
import type { LibraryApi } from '../api/library-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { NoRights } from '../parts/no-rights.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useSay } from '../parts/said.tsx';
import { useLeaving } from '../parts/use-leaving.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { goTo } from '../use-place.ts';
import { today } from '../words.ts';
import { contentOf, type KeptDrafts, newContent } from './content-draft.ts';
import { ContentEditor } from './content-editor.tsx';
import { kindTexts } from './library-words.ts';
import { OwnerField } from './owner-field.tsx';
import { ownersFor } from './owners.ts';
import { SaveBar } from './save-bar.tsx';
import { useCheck } from './use-check.ts';

interface Props {
  api: LibraryApi;
  me: Me;
  kind: LibraryKind;
  kept: KeptDrafts;
}

/** The page on which something new is begun; it becomes a draft that nobody else sees yet. */
export function NewItem(props: Props) {
  const styles = usePageStyles();
  return (
    <div className={styles.page}>
      <PageHead
        title={kindTexts[props.kind].begin}
        up={{ label: 'Bibliothek', address: '#/bibliothek' }}
        facts="Andere sehen es erst, wenn eine zweite Person es freigegeben hat."
      />
      {ownersFor(props.me).length === 0 ? <NoRights /> : <Begun {...props} />}
    </div>
  );
}

function Begun({ api, me, kind, kept }: Props) {
  const styles = usePageStyles();
  const say = useSay();
  const place = `new ${kind}`;
  const [draft, setDraft] = useState(() => kept.get(place) ?? newContent(kind, me, today()));
  const [owner, setOwner] = useState(ownersFor(me)[0]?.value ?? 'kommune');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const [touched, setTouched] = useState(kept.has(place));
  useLeaving(touched && !busy);
  // A form that nobody has touched yet is not wrong.
  const checked = useCheck(api, contentOf(draft), touched);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    setTried(false);
    try {
      const { card } = await api.create(owner, contentOf(draft));
      kept.delete(place);
      say(`„${card.name}“ ist als Entwurf gespeichert.`, `library ${card.id}`);
      return goTo({ name: 'in-library', id: card.id, tab: 'bearbeiten' });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'library_faulty') {
        setTouched(true);
        await checked.ask().then(
          () => setTried(true),
          () => setFault(code),
        );
      } else {
        setFault(code);
      }
    }
    setBusy(false);
  };
  return (
    <>
      <OwnerField me={me} owner={owner} onChange={setOwner} />
      <ContentEditor
        api={api}
        draft={draft}
        checked={touched ? checked : { ...checked, content: null }}
        readOnly={false}
        mayTry
        onChange={(changed) => {
          kept.set(place, changed);
          setTouched(true);
          setDraft(changed);
        }}
      />
      {fault !== null && <FaultBar code={fault} />}
      {tried && (
        <p role="alert" className={styles.warning}>
          Es fehlt noch etwas. Was, steht bei den Angaben. Gespeichert wurde nichts.
        </p>
      )}
      <SaveBar>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void save()}>
          {`${libraryKinds[kind]} als Entwurf speichern`}
        </Button>
        <Button as="a" href="#/bibliothek">
          Zur Bibliothek
        </Button>
      </SaveBar>
    </>
  );
}
