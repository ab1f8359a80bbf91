import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useAgentStyles } from './use-agent-styles.ts';

interface Props {
  title: string;
  onBack: () => void;
  /** Stands beside it. */
  children?: ReactNode;
}

/** The head of a view within the agents, with the way back. Who came by a click that is gone goes on here. */
export function ViewTitle({ title, onBack, children }: Props) {
  const styles = useAgentStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <div className={styles.top}>
      <Button
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        aria-label="Zurück zu den Agenten"
        title="Zurück zu den Agenten"
        onClick={onBack}
      />
      <h2 ref={heading} className={styles.title} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </div>
  );
}
