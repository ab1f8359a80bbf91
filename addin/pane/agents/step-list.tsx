import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState } from 'react';
import type { RunView, StepForm } from '../../../contract/agents/run.ts';
import type { Following } from './run-state.ts';
import { type Loop, loopsAround, loopsThrough } from './step-groups.ts';
import { type Rounds, StepAhead, StepItem, type StepUse } from './step-item.tsx';
import { useAgentStyles } from './use-agent-styles.ts';

/** Of a step that neither reads nor asks. */
const NO_FORM: StepForm = { fields: [], many: false };

interface Props {
  run: RunView;
  writing: Following['writing'];
  use: StepUse;
}

/** The steps of a run, as they come; once there is a result, it has the room, and they fold into a line below it. */
export function StepList({ run, writing, use }: Props) {
  const styles = useAgentStyles();
  const [unfolded, setUnfolded] = useState(false);
  const list = useId();
  const folds = run.outcome !== null;
  const [unfoldedLoops, setUnfoldedLoops] = useState<readonly string[]>([]);
  const loops = loopsThrough(run.steps);
  const isHidden = (path: string) =>
    loopsAround(path).some((loop) => loops.has(loop) && !unfoldedLoops.includes(loop));
  const toggle = (path: string) =>
    setUnfoldedLoops((before) =>
      before.includes(path) ? before.filter((one) => one !== path) : [...before, path],
    );
  return (
    <div>
      {folds && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.link}
          iconPosition="after"
          icon={unfolded ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={unfolded}
          aria-controls={list}
          onClick={() => setUnfolded(!unfolded)}
        >
          {foldText(run.steps.length)}
        </Button>
      )}
      <ol id={list} className={styles.list} aria-label="Schritte" hidden={folds && !unfolded}>
        {run.steps
          .filter(({ path }) => !isHidden(path))
          .map((step) => (
            <StepItem
              key={step.path}
              rounds={roundsOf(loops.get(step.path), unfoldedLoops.includes(step.path), () =>
                toggle(step.path),
              )}
              step={step}
              form={step.form ?? NO_FORM}
              writing={writing?.path === step.path ? writing.text : null}
              use={use}
            />
          ))}
        {run.ahead.map(({ kind, title }, at) => (
          <StepAhead key={`${at} ${title}`} kind={kind} title={title} />
        ))}
      </ol>
    </div>
  );
}

function roundsOf(loop: Loop | undefined, shown: boolean, toggle: () => void): Rounds | null {
  return loop === undefined ? null : { ...loop, shown, toggle };
}

function foldText(count: number): string {
  return count === 1 ? 'So kam es zustande: 1 Schritt' : `So kam es zustande: ${count} Schritte`;
}
