import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement, Ref } from 'react';

const useStyles = makeStyles({
  tabs: { display: 'flex', minWidth: '0' },
  tab: {
    boxSizing: 'border-box',
    flexShrink: 0,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderTop: `${tokens.strokeWidthThicker} solid transparent`,
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    // Forced colours would draw the border that keeps the room for the chosen one's.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas', borderTopColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground2BrandHover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  // Bold text is wider: the room for it is there from the start, so that nothing moves when another tab is chosen.
  wide: {
    '::after': {
      content: 'attr(data-label)',
      display: 'block',
      height: '0',
      overflow: 'hidden',
      visibility: 'hidden',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
});

export interface TabItem<Value extends string> {
  value: Value;
  label: string;
  /** Key combination that chooses it, as ARIA writes it: "Alt+1". */
  keys?: string;
}

interface TabsProps<Value extends string> {
  label: string;
  tabs: readonly TabItem<Value>[];
  chosen: Value;
  /** Id of what the chosen tab shows. */
  panel: string;
  onChoose: (value: Value) => void;
  /** Puts something around a tab, such as what watches whether it has room. */
  wrap?: (tab: ReactElement, value: Value) => ReactElement;
}

/**
 * Tabs after the pattern of the ARIA Authoring Practices: one stop of the Tab key, arrows choose among those in sight.
 * Not Fluent's TabList, which puts hidden elements that take the focus around itself (axe `aria-hidden-focus`).
 */
export function Tabs<Value extends string>({
  label,
  tabs,
  chosen,
  panel,
  onChoose,
  wrap = (tab) => tab,
}: TabsProps<Value>) {
  const { tabs: className } = useStyles();
  return (
    <div role="tablist" aria-label={label} className={className}>
      {tabs.map(({ value, ...words }) =>
        wrap(
          <Tab
            key={value}
            {...words}
            chosen={value === chosen}
            panel={panel}
            onChoose={() => onChoose(value)}
          />,
          value,
        ),
      )}
    </div>
  );
}

interface TabProps extends Omit<TabItem<string>, 'value'> {
  chosen: boolean;
  panel: string;
  onChoose: () => void;
  /** Whoever wraps a tab takes hold of it here. */
  ref?: Ref<HTMLButtonElement>;
}

function Tab({ label, keys, chosen, panel, onChoose, ref }: TabProps) {
  const classes = useStyles();
  return (
    <button
      ref={ref}
      type="button"
      role="tab"
      data-label={label}
      aria-selected={chosen}
      aria-controls={chosen ? panel : undefined}
      aria-keyshortcuts={keys}
      title={keys && `${label} (${keys})`}
      tabIndex={chosen ? 0 : -1}
      className={mergeClasses(classes.tab, classes.wide, chosen && classes.chosen)}
      onClick={onChoose}
      onKeyDown={move}
    >
      {label}
    </button>
  );
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function move(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const inSight = [
    ...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []),
  ].filter(
    // Fluent's Overflow marks what has no room.
    (tab) => !tab.hasAttribute('data-overflowing'),
  );
  const at = inSight.findIndex((tab) => tab === event.currentTarget);
  const next = inSight[(at + step + inSight.length) % inSight.length];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}
