import { Button, makeStyles, Overflow, OverflowItem, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { actionLabels } from './german.ts';
import { MoreMenu } from './more-menu.tsx';
import type { UseName } from './work.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', overflow: 'hidden' },
  // Padding and not a gap: the row counts the widths of its items.
  item: { flexShrink: 0, paddingRight: tokens.spacingHorizontalS },
  button: { minWidth: 0, whiteSpace: 'nowrap' },
});

interface Props {
  /** The best first. */
  actions: UseName[];
  /** Whether the first of them is the one best thing to do. */
  first: 'primary' | 'secondary';
  /** While one is under way no other begins. */
  busy: boolean;
  onAct: (action: UseName) => void;
}

/** What can be done with a result: the one best action first, what has no room in a menu. */
export function ResultActions({ actions, first, busy, onAct }: Props) {
  const styles = useStyles();
  return (
    <Overflow minimumVisible={1} padding={0}>
      <div className={styles.row} role="group" aria-label="Ergebnis verwenden">
        {actions.map((action, place) => (
          <OverflowItem key={action} id={action} priority={actions.length - place}>
            <div className={styles.item}>
              <Button
                appearance={place === 0 ? first : 'secondary'}
                className={styles.button}
                disabledFocusable={busy}
                onClick={() => onAct(action)}
              >
                {actionLabels[action]}
              </Button>
            </div>
          </OverflowItem>
        ))}
        <MoreMenu
          button={{
            appearance: 'subtle',
            icon: <MoreHorizontalRegular />,
            'aria-label': 'Weitere Möglichkeiten',
            title: 'Weitere Möglichkeiten',
          }}
          all={actions.map((action) => ({ key: action, label: actionLabels[action] }))}
          onChoose={(key) => {
            const action = actions.find((name) => name === key);
            if (action !== undefined && !busy) onAct(action);
          }}
        />
      </div>
    </Overflow>
  );
}
