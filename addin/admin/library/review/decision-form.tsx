import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { AdminItem, LibraryVersion } from '../../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../../contract/errors.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { FaultBar } from '../../parts/fault-bar.tsx';
import { ReasonField, reasonFault } from '../../parts/reason-field.tsx';
import { useSay } from '../../parts/said.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { codeOf } from '../../use-asked.ts';
import { whyNotApprove } from './why-not.ts';

interface Props {
  api: LibraryApi;
  item: AdminItem;
  newest: LibraryVersion;
  onChanged: (item: AdminItem) => void;
  onReload: () => void;
}

/** Where another person approves what was handed in, or gives it back. */
export function DecisionForm({ api, item, newest, onChanged, onReload }: Props) {
  const styles = usePageStyles();
  const say = useSay();
  const whyId = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const whyNot = whyNotApprove(item.card, newest);
  const decide = async (decision: 'approve' | 'return') => {
    setTried(true);
    if (busy || reasonFault(reason) !== null) return;
    setBusy(true);
    setFault(null);
    try {
      const decided = await api.decide(
        { id: item.card.id, revision: newest.revision },
        decision,
        reason.trim(),
      );
      say(
        decision === 'approve'
          ? `Fassung ${newest.number} ist freigegeben und steht jetzt allen zur Verfügung, für die sie gedacht ist.`
          : 'Die Fassung ist zurückgegeben und kann wieder bearbeitet werden.',
      );
      onChanged(decided);
    } catch (error) {
      const code = codeOf(error);
      setFault(code);
      if (code === 'conflict') onReload();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label="Entscheiden"
      onSubmit={(event) => event.preventDefault()}
    >
      <h2 className={styles.heading}>Entscheiden</h2>
      <p className={styles.text}>
        Was sich geändert hat, zeigt „Fassungen“; ausprobieren können Sie die Fassung unter „Bearbeiten“.
      </p>
      <ReasonField reason={reason} shown={tried} onChange={setReason} />
      {whyNot !== null && (
        <p id={whyId} className={styles.text}>
          {whyNot}
        </p>
      )}
      {fault !== null && <FaultBar code={fault} />}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || whyNot !== null}
          {...(whyNot !== null && { 'aria-describedby': whyId })}
          onClick={() => whyNot === null && void decide('approve')}
        >
          Freigeben
        </Button>
        <Button disabledFocusable={busy} onClick={() => void decide('return')}>
          Zurückgeben
        </Button>
      </div>
    </form>
  );
}
