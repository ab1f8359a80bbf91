import { Button } from '@fluentui/react-components';
import { lazy, type ReactElement, Suspense, useState } from 'react';

export interface MenuChoice {
  key: string;
  label: string;
  /** Set where the menu shows one choice out of several. */
  checked?: boolean;
}

interface MenuButton {
  appearance?: 'subtle' | 'transparent';
  size?: 'small';
  className?: string;
  icon?: ReactElement;
  iconPosition?: 'after';
  children?: string;
  'aria-label'?: string;
  title?: string;
}

export interface MenuProps {
  button: MenuButton;
  choices: MenuChoice[];
  onChoose: (key: string) => void;
}

const loadMenu = () => import('./menu.tsx');
const OpenMenu = lazy(loadMenu);

/** A button with a menu. The menu is fetched when the button is first reached, so that the pane starts faster. */
export function LazyMenu(props: MenuProps) {
  const [wanted, setWanted] = useState(false);
  const closed = (
    <Button
      {...props.button}
      aria-haspopup="menu"
      aria-expanded={wanted}
      onFocus={warm}
      onPointerEnter={warm}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenMenu {...props} />
    </Suspense>
  );
}

function warm(): void {
  // Only a head start: whether it worked shows when the menu is wanted.
  loadMenu().catch(() => undefined);
}
