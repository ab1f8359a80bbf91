import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type ContentReport, libraryKinds, MAX_TEMPLATE_BYTES } from '../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Me } from '../../../contract/identity.ts';
import { DialogFrame } from '../../pane/dialog-frame.tsx';
import type { LibraryApi } from '../api/library-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { useSay } from '../parts/said.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { goTo } from '../use-place.ts';
import { FaultList } from './fault-list.tsx';
import { FileField } from './file-field.tsx';
import { nameOf } from './library-words.ts';
import { OwnerField } from './owner-field.tsx';
import { type LibraryOwner, ownersFor } from './owners.ts';

interface Props {
  api: LibraryApi;
  me: Me;
  onClose: () => void;
}

/** Bytes of a file: a Vorlage in Base64 with what is said about it. */
const MAX_BYTES = Math.ceil((MAX_TEMPLATE_BYTES * 4) / 3) + 100_000;

/** Takes something over from a file that this or another house has exported: read first, then begun as a draft. */
export function ImportDialog({ api, me, onClose }: Props) {
  const styles = usePageStyles();
  const say = useSay();
  const [report, setReport] = useState<ContentReport | null>(null);
  const [owner, setOwner] = useState<LibraryOwner>(ownersFor(me)[0]?.value ?? 'kommune');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const content = report?.content ?? null;

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(codeOf(error));
    } finally {
      setBusy(false);
    }
  };
  const read = (file: File) =>
    attempt(async () => {
      setReport(null);
      if (file.size > MAX_BYTES) setFault('file_too_large');
      else setReport(await api.readFile(file));
    });
  const begin = () =>
    attempt(async () => {
      if (content === null) return;
      const { card } = await api.create(owner, content);
      say(`„${card.name}“ steht als Entwurf in der Bibliothek.`, `library ${card.id}`);
      goTo({ name: 'in-library', id: card.id, tab: 'bearbeiten' });
    });

  return (
    <DialogFrame
      title="Aus Datei übernehmen"
      size="medium"
      onClose={onClose}
      onSubmit={() => void begin()}
      actions={
        <>
          <Button onClick={onClose}>Abbrechen</Button>
          <Button type="submit" appearance="primary" disabledFocusable={busy || content === null}>
            Als Entwurf anlegen
          </Button>
        </>
      }
    >
      <FileField
        label="Datei"
        hint="Eine Datei, die aus einer Bibliothek exportiert wurde (YAML oder JSON)."
        accept=".yaml,.yml,.json"
        onChoose={(file) => void read(file)}
      />
      <div role="status">
        {content !== null && (
          <p className={styles.text}>
            {libraryKinds[content.kind]}: „{nameOf(content)}“. Gespeichert wird erst mit „Als Entwurf
            anlegen“; für andere sichtbar erst nach der Freigabe.
          </p>
        )}
        {report !== null && report.faults.length > 0 && (
          <FaultList title="So kann die Datei nicht übernommen werden" faults={report.faults} />
        )}
      </div>
      {content !== null && <OwnerField me={me} owner={owner} onChange={setOwner} />}
      {fault !== null && <FaultBar code={fault} />}
    </DialogFrame>
  );
}
