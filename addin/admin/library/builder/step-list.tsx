import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { MAX_DEPTH, type StepKind, stepKinds } from '../../../../contract/agents/definition.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { useBuilding } from './building.ts';
import { addStep, type DraftStep, keyOf, type Within } from './draft.ts';
import { nameFrom, namesIn } from './names.ts';
import { StepCard } from './step-card.tsx';
import { stepTexts } from './step-words.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  menu: { maxWidth: 'min(420px, 90vw)' },
  says: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface Props {
  /** What the list is of, as it is read aloud. */
  label: string;
  steps: readonly DraftStep[];
  within: Within;
  /** 1 for the outermost. */
  depth: number;
}

/** Steps in their order, and the button that adds one at the end. */
export function StepList({ label, steps, within, depth }: Props) {
  const styles = useStyles();
  const page = usePageStyles();
  const building = useBuilding();
  const { draft, onChange, goToNew, announce, prefix } = building;
  const add = (kind: StepKind) => {
    const id = nameFrom('', namesIn(draft), kind === 'je' ? 'je_eintrag' : kind);
    const [next, uid] = addStep(draft, within, kind, id);
    onChange(next);
    goToNew(uid);
    announce(`Schritt „${stepKinds[kind]}“ hinzugefügt.`);
  };
  const kinds = (Object.keys(stepKinds) as StepKind[]).filter(
    (kind) => depth <= MAX_DEPTH || (kind !== 'entscheiden' && kind !== 'je'),
  );
  return (
    <div className={page.part}>
      {steps.length > 0 && (
        <ol className={styles.list} aria-label={label}>
          {steps.map((step, at) => (
            <StepCard
              key={step.uid}
              step={step}
              at={at}
              count={steps.length}
              depth={depth}
              list={addId(prefix, within)}
            />
          ))}
        </ol>
      )}
      <div className={page.buttons}>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton id={addId(prefix, within)} size="small" aria-label={`Schritt hinzufügen: ${label}`}>
              Schritt hinzufügen
            </MenuButton>
          </MenuTrigger>
          <MenuPopover className={styles.menu}>
            <MenuList>
              {kinds.map((kind) => (
                <MenuItem key={kind} onClick={() => add(kind)} aria-label={stepKinds[kind]}>
                  {stepKinds[kind]}
                  <div className={styles.says}>{stepTexts[kind]}</div>
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </div>
  );
}

function addId(prefix: string, within: Within): string {
  return `${prefix}-add-${keyOf(within).replace(/ /g, '-')}`;
}
