import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Asked } from '../use-asked.ts';
import { FaultBar } from './fault-bar.tsx';
import { NoRights } from './no-rights.tsx';

interface Props<T> {
  asked: Asked<T>;
  /** What is being fetched, as the person waits for it. */
  waiting: string;
  children: (value: T) => ReactNode;
}

/** What was asked for once it is there; until then that it is coming, or why it does not. */
export function Loaded<T>({ asked, waiting, children }: Props<T>) {
  const { value, fault, again } = asked;
  if (fault === 'role_missing') return <NoRights />;
  return (
    <>
      {fault !== null && <FaultBar code={fault} onAgain={again} />}
      {value === null ? fault === null && <Spinner size="small" label={waiting} /> : children(value)}
    </>
  );
}
