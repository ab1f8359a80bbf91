import { makeStyles, tokens } from '@fluentui/react-components';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { expressionHelp } from './expression-words.ts';
import type { Here } from './nameable.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { fontFamily: tokens.fontFamilyMonospace },
  says: { margin: 0 },
});

/** What can be named at a place, and what the expression language knows; folded until somebody looks. */
export function NameHelp({ here: { names } }: { here: Here }) {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <details>
      <summary className={styles.summary}>Was Sie hier einsetzen können</summary>
      <dl className={styles.list}>
        {names.map(({ name, says }) => (
          <Pair key={name} write={name} means={says} />
        ))}
      </dl>
      <p className={page.note}>[…] steht für den einzelnen Eintrag einer Liste.</p>
      <dl className={styles.list}>
        {expressionHelp.map(({ write, means }) => (
          <Pair key={write} write={write} means={means} />
        ))}
      </dl>
    </details>
  );
}

function Pair({ write, means }: { write: string; means: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{write}</dt>
      <dd className={styles.says}>{means}</dd>
    </>
  );
}
