import { makeStyles, Overflow, OverflowItem, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import type { TaskName } from '../../contract/tasks/index.ts';
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

interface Props {
  tasks: Task[];
  chosen: TaskName;
  /** Id of the place that shows the chosen one. */
  panel: string;
  onChoose: (task: TaskName) => void;
}

/** The tasks as tabs; what does not fit stands under "Mehr", the chosen one never. */
export function TaskTabs({ tasks, chosen, panel, onChoose }: Props) {
  const styles = useStyles();
  return (
    <Overflow minimumVisible={1} padding={4}>
      <div className={styles.row}>
        <Tabs
          label="Aufgaben"
          tabs={tasks.map(({ name, words }, index) => ({
            value: name,
            label: words.label,
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
          all={tasks.map(({ name, words }) => ({ key: name, label: words.label }))}
          onChoose={(key) => {
            const task = tasks.find(({ name }) => name === key);
            if (task !== undefined) onChoose(task.name);
          }}
        />
      </div>
    </Overflow>
  );
}
