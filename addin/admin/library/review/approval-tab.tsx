import type { AdminItem } from '../../../../contract/agents/library.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { ReportTables, reportText } from '../trial/report-table.tsx';
import { DecisionForm } from './decision-form.tsx';
import { SubmissionFacts } from './submission-facts.tsx';
import { SubmitForm } from './submit-form.tsx';

interface Props {
  api: LibraryApi;
  item: AdminItem;
  /** Whether the form holds something that is not saved. */
  hasUnsaved: boolean;
  onChanged: (item: AdminItem) => void;
  /** Somebody else has changed it. */
  onReload: () => void;
}

/** How something gets to those who use it: handed in by one person, decided about by another. */
export function ApprovalTab({ api, item, hasUnsaved, onChanged, onReload }: Props) {
  const styles = usePageStyles();
  const { card, versions } = item;
  const [newest] = versions;
  if (newest === undefined) {
    return <p className={styles.text}>Das kommt mit Amtsfeder und ist ohne Freigabe da.</p>;
  }
  return (
    <div className={styles.page}>
      {newest.state === 'draft' && newest.reason !== '' && (
        <p className={styles.text}>Zur letzten Änderung: „{newest.reason}“</p>
      )}
      {newest.state === 'draft' &&
        (card.may.edit ? (
          <SubmitForm
            api={api}
            item={item}
            newest={newest}
            hasUnsaved={hasUnsaved}
            onChanged={onChanged}
            onReload={onReload}
          />
        ) : (
          <p className={styles.text}>Dieser Entwurf ist noch nicht eingereicht.</p>
        ))}
      {newest.state !== 'draft' && <SubmissionFacts version={newest} />}
      {newest.state !== 'draft' && newest.examples !== null && (
        <section className={styles.part} aria-label="Beispiele">
          <h2 className={styles.heading}>Beispiele, als es eingereicht wurde</h2>
          <p className={styles.text}>{reportText(newest.examples)}</p>
          <ReportTables reports={newest.examples} />
        </section>
      )}
      {newest.state === 'submitted' && (
        <DecisionForm api={api} item={item} newest={newest} onChanged={onChanged} onReload={onReload} />
      )}
    </div>
  );
}
