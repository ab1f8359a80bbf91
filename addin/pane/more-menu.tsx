import { useOverflowMenu, useOverflowVisibility } from '@fluentui/react-components';
import { LazyMenu, type MenuChoice, type MenuProps } from './lazy-menu.tsx';

interface Props extends Omit<MenuProps, 'choices'> {
  /** Everything in the row, in its order; what has no room is offered. */
  all: MenuChoice[];
  className?: string;
}

/** The menu at the end of a row, for what does not fit into it. Stands inside an `Overflow`. */
export function MoreMenu({ all, className, ...menu }: Props) {
  const { ref, isOverflowing } = useOverflowMenu<HTMLDivElement>();
  const { itemVisibility } = useOverflowVisibility();
  if (!isOverflowing) return null;
  return (
    <div ref={ref} className={className}>
      <LazyMenu {...menu} choices={all.filter(({ key }) => itemVisibility[key] === false)} />
    </div>
  );
}
