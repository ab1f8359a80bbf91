import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

const useStyles = makeStyles({
  // As large as the formatted text, so that nothing jumps when that arrives.
  plain: {
    margin: 0,
    fontFamily: 'inherit',
    fontSize: '15px',
    lineHeight: '1.5',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

const load = () => import('./answer.tsx');
const Answer = lazy(load);

/** Fetches what shows an answer before there is one, so that the first words do not appear bare. */
export function preloadAnswer(): void {
  // Where it cannot be had, the answer is shown as bare text, and loading is tried again then.
  load().catch(() => undefined);
}

/** An answer as formatted text; as bare text until that is loaded, or where it cannot be shown. */
export function AnswerText(props: { text: string; growing: boolean; doubts: readonly string[] }) {
  const { text } = props;
  const styles = useStyles();
  const plain = <pre className={styles.plain}>{text}</pre>;
  return (
    <ErrorBoundary fallback={() => plain}>
      <Suspense fallback={plain}>
        <Answer {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
