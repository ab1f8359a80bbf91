import { Button, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { stepKinds } from '../../../../contract/agents/definition.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { partOf, titleOf, useBuilding } from './building.ts';
import { allSteps, type DraftStep, listsIn, moveStep, neighbourOf, removeStep } from './draft.ts';
import { StepForm } from './step-form.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  wrong: shorthands.borderColor(tokens.colorStatusDangerBorder2),
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  name: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: 'flex-start',
    paddingInline: tokens.spacingHorizontalXS,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  tools: { display: 'flex', flexShrink: 0 },
  faults: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    color: tokens.colorStatusDangerForeground3,
    overflowWrap: 'anywhere',
  },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS}`,
  },
});

interface Props {
  step: DraftStep;
  /** Its place in its list, from 0. */
  at: number;
  /** Steps of its list. */
  count: number;
  depth: number;
  /** Id of the button that adds a step to its list. */
  list: string;
}

/** A step: its name with what can be done with it, what is wrong with it, and its form where it is open. */
export function StepCard({ step, at, count, depth, list }: Props) {
  const styles = useStyles();
  const page = usePageStyles();
  const building = useBuilding();
  const { draft, onChange, faultsOf, isOpen, toggle, focusOn, announce } = building;
  const { uid, kind } = step;
  const title = titleOf(step);
  const open = isOpen(uid);
  // Those of steps inside are shown at them, once they are to be seen.
  const inner = open ? [] : listsIn(step).flatMap(allSteps);
  const faults = [
    ...faultsOf(step.id),
    ...inner.flatMap((one) => faultsOf(one.id).map((fault) => `„${titleOf(one)}“: ${fault}`)),
  ];
  const move = (by: -1 | 1) => {
    onChange(moveStep(draft, uid, by));
    // A browser takes the focus from what is moved.
    focusOn(partOf(building, uid, by === -1 ? 'up' : 'down'));
    announce(`„${title}“ ist jetzt Schritt ${at + by + 1} von ${count}.`);
  };
  const remove = () => {
    const next = neighbourOf(draft.steps, uid);
    onChange(removeStep(draft, uid));
    focusOn(next === null ? list : partOf(building, next, 'head'));
    announce(`Schritt „${title}“ entfernt.`);
  };
  return (
    <li className={mergeClasses(styles.card, faults.length > 0 && styles.wrong)}>
      <div className={styles.head}>
        <Button
          id={partOf(building, uid, 'head')}
          className={styles.name}
          appearance="subtle"
          size="small"
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          onClick={() => toggle(uid)}
        >
          {`${at + 1}. ${stepKinds[kind]}: ${title}`}
        </Button>
        <div className={styles.tools}>
          <Button
            id={partOf(building, uid, 'up')}
            appearance="subtle"
            size="small"
            icon={<ArrowUpRegular />}
            aria-label={`„${title}“ nach oben`}
            disabledFocusable={at === 0}
            onClick={() => at > 0 && move(-1)}
          />
          <Button
            id={partOf(building, uid, 'down')}
            appearance="subtle"
            size="small"
            icon={<ArrowDownRegular />}
            aria-label={`„${title}“ nach unten`}
            disabledFocusable={at === count - 1}
            onClick={() => at < count - 1 && move(1)}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<DeleteRegular />}
            aria-label={`„${title}“ entfernen`}
            onClick={remove}
          />
        </div>
      </div>
      {faults.length > 0 && (
        <ul className={styles.faults} aria-label={`Fehler in „${title}“`}>
          {faults.map((fault, number) => (
            <li key={number}>{fault}</li>
          ))}
        </ul>
      )}
      {open && (
        <div className={styles.form}>
          <StepForm step={step} depth={depth} />
          <p className={page.note}>In Ausdrücken: {step.id}</p>
        </div>
      )}
    </li>
  );
}
