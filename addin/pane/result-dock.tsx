import { makeStyles, tokens } from '@fluentui/react-components';
import { findGaps } from '../../contract/gaps.ts';
import { GapList } from './gap-list.tsx';
import { authorshipText, outcomeText } from './german.ts';
import { Refine } from './refine.tsx';
import { ResultActions } from './result-actions.tsx';
import type { PaneState } from './use-pane.ts';
import { useResult } from './use-result.ts';
import type { Version } from './work.ts';

const useStyles = makeStyles({
  outcome: { paddingTop: tokens.spacingVerticalS },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  trouble: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusDangerForeground3 },
});

interface Props {
  pane: PaneState;
  version: Version;
  onRefine: (wish: string) => void;
  /** Leads to a gap in the result. */
  onJump: (gap: number) => void;
}

/** What can be done with the version in sight. */
export function ResultDock({ pane, version, onRefine, onJump }: Props) {
  const styles = useStyles();
  const { host, work, send } = pane;
  const { actions, acting, act, reveal } = useResult(pane, version);
  const { used } = version;
  return (
    <>
      <GapList
        gaps={findGaps(version.text)}
        onJump={(gap) => {
          void reveal(gap).then((shown) => {
            if (!shown) onJump(gap);
          });
        }}
      />
      <div>
        <ResultActions actions={actions} busy={acting} onAct={act} />
        <div role="status" className={used?.outcome.status === 'done' ? styles.quiet : styles.trouble}>
          {used !== null && !acting && (
            <div className={styles.outcome}>{outcomeText(used.action, used.outcome, host.name)}</div>
          )}
        </div>
      </div>
      <Refine value={work.wish} onType={(wish) => send({ type: 'wish-typed', wish })} onRefine={onRefine} />
      <div className={styles.quiet}>{authorshipText(version)}</div>
    </>
  );
}
