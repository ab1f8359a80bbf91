import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminItem } from '../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Me } from '../../../contract/identity.ts';
import { fileName, saveFile } from '../../output/save-file.ts';
import type { LibraryApi } from '../api/library-api.ts';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { FaultBar } from '../parts/fault-bar.tsx';
import { RemovalDialog } from '../parts/removal-dialog.tsx';
import { useSay } from '../parts/said.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { goTo } from '../use-place.ts';
import { kindTexts } from './library-words.ts';
import { OwnerField } from './owner-field.tsx';
import { ownersFor } from './owners.ts';

interface Props {
  api: LibraryApi;
  me: Me;
  item: AdminItem;
  onChanged: (item: AdminItem) => void;
  /** What was typed for the draft is of no use any more. */
  onDropped: () => void;
}

/** What can be done with something in the library as a whole. */
export function ItemActions({ api, me, item, onChanged, onDropped }: Props) {
  const styles = usePageStyles();
  const say = useSay();
  const { card, versions } = item;
  const [asking, setAsking] = useState<'copy' | 'drop' | 'withdraw' | 'restore' | null>(null);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const newest = versions[0];
  const close = () => setAsking(null);
  const save = async () => {
    setFault(null);
    try {
      const number = newest?.number ?? card.approved ?? 1;
      saveFile(
        window,
        await api.exported(card.id, number),
        fileName(card.name, card.kind === 'template' ? 'docx' : 'yaml'),
      );
    } catch (error) {
      setFault(codeOf(error));
    }
  };
  const mayDrop = card.may.edit && newest?.state === 'draft';
  const mayRestore = card.origin === 'shipped' && card.state === 'withdrawn' && card.may.approve;
  return (
    <>
      <div className={styles.buttons}>
        {card.may.copy && <Button onClick={() => setAsking('copy')}>Kopieren …</Button>}
        <Button onClick={() => void save()}>Exportieren</Button>
        {mayDrop && <Button onClick={() => setAsking('drop')}>Entwurf löschen …</Button>}
        {mayRestore && <Button onClick={() => setAsking('restore')}>Wieder bereitstellen …</Button>}
        {card.may.withdraw && <Button onClick={() => setAsking('withdraw')}>Zurückziehen …</Button>}
      </div>
      {fault !== null && <FaultBar code={fault} />}
      {asking === 'copy' && <CopyDialog api={api} me={me} item={item} onClose={close} />}
      {asking === 'drop' && newest !== undefined && (
        <AskDialog
          title={`Entwurf von „${card.name}“ löschen?`}
          verb="Entwurf löschen"
          work={async () => {
            await api.dropDraft({ id: card.id, revision: newest.revision });
            onDropped();
            if (card.approved === null) {
              say(`Der Entwurf „${card.name}“ ist gelöscht.`, 'library');
              goTo({ name: 'library' });
            } else {
              onChanged(await api.item(card.id, new AbortController().signal));
              say('Der Entwurf ist gelöscht.');
            }
          }}
          onDone={close}
          onClose={close}
        >
          <p className={styles.text}>
            {card.approved === null
              ? 'Er wurde nie freigegeben und ist dann ganz weg.'
              : `Fassung ${card.approved} bleibt, wie sie ist.`}
          </p>
        </AskDialog>
      )}
      {asking === 'restore' && (
        <RemovalDialog
          title={`„${card.name}“ wieder bereitstellen?`}
          verb="Wieder bereitstellen"
          remove={async (reason) =>
            onChanged(await api.decide({ id: card.id, revision: newest?.revision ?? 0 }, 'approve', reason))
          }
          onRemoved={() => {
            close();
            say(`„${card.name}“ steht wieder bereit.`);
          }}
          onClose={close}
        >
          <p className={styles.text}>{kindTexts[card.kind].this} steht dann wieder allen zur Verfügung.</p>
        </RemovalDialog>
      )}
      {asking === 'withdraw' && (
        <RemovalDialog
          title={`„${card.name}“ zurückziehen?`}
          verb="Zurückziehen"
          remove={async (reason) => onChanged(await api.withdraw(card.id, reason))}
          onRemoved={() => {
            close();
            say(`„${card.name}“ ist zurückgezogen.`);
          }}
          onClose={close}
        >
          <p className={styles.text}>
            {kindTexts[card.kind].this} steht dann niemandem mehr zur Verfügung. Die Fassungen bleiben hier zu
            sehen.
          </p>
        </RemovalDialog>
      )}
    </>
  );
}

function CopyDialog({
  api,
  me,
  item: { card },
  onClose,
}: Omit<Props, 'onChanged' | 'onDropped'> & { onClose: () => void }) {
  const styles = usePageStyles();
  const say = useSay();
  const [owner, setOwner] = useState(ownersFor(me)[0]?.value ?? 'kommune');
  // The Verbund's own is copied by a Kommune only.
  const isFree = card.origin === 'shipped';
  return (
    <AskDialog
      title={`„${card.name}“ kopieren?`}
      verb="Kopieren"
      work={async () => {
        const made = await api.copy(card.id, isFree ? owner : 'kommune');
        say(
          `„${made.card.name}“ ist als Entwurf kopiert. Bitte tragen Sie ein, wer dafür verantwortlich ist.`,
          `library ${made.card.id}`,
        );
        goTo({ name: 'in-library', id: made.card.id, tab: 'bearbeiten' });
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <p className={styles.text}>
        Es entsteht ein eigener Entwurf, den Sie ändern können. Hat das Original später eine neuere Fassung,
        steht das dabei.
      </p>
      {isFree && <OwnerField me={me} owner={owner} onChange={setOwner} />}
    </AskDialog>
  );
}
