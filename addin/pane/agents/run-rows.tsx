import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { AgentsApi } from './agents-api.ts';
import { runStateWords, startedText } from './agent-words.ts';
import { useAgentStyles } from './use-agent-styles.ts';
import { useLoaded } from './use-loaded.ts';

/** Runs in sight at first; those that are not done are among them before the others. */
const AT_FIRST = 3;

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    paddingBlock: tokens.spacingVerticalXXS,
  },
  waits: { color: tokens.colorStatusWarningForeground1 },
});

/** The person's own runs, to go back to. */
export function RunRows({ api, onOpen }: { api: AgentsApi; onOpen: (id: string) => void }) {
  const common = useAgentStyles();
  const styles = useStyles();
  const load = useCallback((signal: AbortSignal) => api.runs(signal), [api]);
  // Where they cannot be had, what the library holds is still of use.
  const { value } = useLoaded(load);
  const [shown, setShown] = useState<'first' | 'all'>('first');
  if (value === null || value.length === 0) return null;
  const sorted = value.toSorted(
    (one, other) => Number(one.state === 'done') - Number(other.state === 'done'),
  );
  const rows = shown === 'all' ? sorted : sorted.slice(0, AT_FIRST);
  return (
    <section aria-label="Läufe">
      <h2 className={common.heading}>Läufe</h2>
      <ul className={common.list}>
        {rows.map(({ id, agent, state, startedAt }) => (
          <li key={id} className={styles.row}>
            <Button appearance="transparent" size="small" className={common.link} onClick={() => onOpen(id)}>
              {agent.name}
            </Button>
            <span className={mergeClasses(common.quiet, state === 'waiting' && styles.waits)}>
              {[runStateWords[state], startedText(startedAt)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {rows.length < sorted.length && (
        <Button appearance="transparent" size="small" className={common.link} onClick={() => setShown('all')}>
          {`Alle ${sorted.length} Läufe`}
        </Button>
      )}
    </section>
  );
}
