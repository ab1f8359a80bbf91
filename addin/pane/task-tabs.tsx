import { makeStyles, Overflow, OverflowItem, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import type { DeskTaskName } from '../../contract/tasks/index.ts';
import type { Task } from '../tasks/task.ts';
import { MoreMenu } from './more-menu.tsx';
import { Tabs } from './tabs.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexShrink: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingInline: tokens.spacingHorizontalXS,
    overflow: 'hidden',
  },
  more: { alignSelf: 'center', marginLeft: 'auto' },
  moreButton: { minWidth: 0, fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
});

/** A task, the check of the form, which needs no model and no task, or the agents. */
export type TabName = DeskTaskName | 'check' | 'agents';

interface Props {
  tasks: Task[];
  /** Whether what is open can be checked. */
  checks: boolean;
  chosen: TabName;
  /** Id of the place that shows the chosen one. */
  panel: string;
  onChoose: (tab: TabName) => void;
}

/** The tasks as tabs; what does not fit stands under "Mehr", the chosen one never. */
export function TaskTabs({ tasks, checks, chosen, panel, onChoose }: Props) {
  const styles = useStyles();
  const tabs: { name: TabName; label: string }[] = [
    ...tasks.map(({ name, words }) => ({ name, label: words.label })),
    ...(checks ? [{ name: 'check' as const, label: 'Prüfen' }] : []),
    { name: 'agents', label: 'Agenten' },
  ];
  return (
    <Overflow minimumVisible={1} padding={4}>
      <div className={styles.row}>
        <Tabs
          label="Aufgaben"
          tabs={tabs.map(({ name, label }, index) => ({
            value: name,
            label,
            keys: `Alt+${index + 1}`,
          }))}
          chosen={chosen}
          panel={panel}
          onChoose={onChoose}
          wrap={(tab, name) => (
            <OverflowItem key={name} id={name} priority={name === chosen ? 2 : 1}>
              {tab}
            </OverflowItem>
          )}
        />
        <MoreMenu
          className={styles.more}
          button={{
            appearance: 'subtle',
            icon: <ChevronDownRegular />,
            iconPosition: 'after',
            className: styles.moreButton,
            children: 'Mehr',
            'aria-label': 'Mehr Aufgaben',
          }}
          all={tabs.map(({ name, label }) => ({ key: name, label }))}
          onChoose={(key) => {
            const tab = tabs.find(({ name }) => name === key);
            if (tab !== undefined) onChoose(tab.name);
          }}
        />
      </div>
    </Overflow>
  );
}
