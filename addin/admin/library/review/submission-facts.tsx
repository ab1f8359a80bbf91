import { makeStyles, tokens } from '@fluentui/react-components';
import { highRiskUses, type LibraryVersion } from '../../../../contract/agents/library.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { momentText } from '../../words.ts';
import { actorText, stateLabels } from '../library-words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  uses: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** What was said when a version was handed in, and what was found about it. */
export function SubmissionFacts({ version }: { version: LibraryVersion }) {
  const styles = useStyles();
  const page = usePageStyles();
  const { number, state, changedAt, author, approver, reason, screening, suspected } = version;
  return (
    <section className={page.part} aria-label="Angaben zur Freigabe">
      <h2 className={page.heading}>
        Fassung {number}: {stateLabels[state]}
      </h2>
      <dl className={styles.list}>
        <Fact term="Geschrieben von">{actorText(author)}</Fact>
        {approver !== null && <Fact term="Entschieden von">{actorText(approver)}</Fact>}
        <Fact term="Zuletzt geändert">{momentText(changedAt)}</Fact>
        <Fact term="Grund">{reason || '–'}</Fact>
        {screening !== null && (
          <>
            <Fact term="Hochrisiko nach KI-Verordnung">
              {screening.uses.length === 0 ? 'nach Angabe nein' : <Uses uses={screening.uses} />}
            </Fact>
            <Fact term="Ein Mensch prüft jedes Ergebnis">{screening.checkedByPerson ? 'ja' : 'nein'}</Fact>
            <Fact term="Wofür und wofür nicht">{screening.remark || '–'}</Fact>
          </>
        )}
      </dl>
      {suspected.length > 0 && (
        <div>
          <p className={page.warning}>Der Text selbst spricht für:</p>
          <Uses uses={suspected} />
        </div>
      )}
    </section>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

function Uses({ uses }: { uses: LibraryVersion['suspected'] }) {
  const styles = useStyles();
  return (
    <ul className={styles.uses}>
      {uses.map((use) => (
        <li key={use}>{highRiskUses[use]}</li>
      ))}
    </ul>
  );
}
