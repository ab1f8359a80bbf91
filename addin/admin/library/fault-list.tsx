import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ContentReport } from '../../../contract/agents/library.ts';
import { useBarStyles } from '../../pane/use-bar-styles.ts';
import { faultText } from './fault-words.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL } });

interface Props {
  title: string;
  faults: ContentReport['faults'];
}

/** What is wrong with a content, all of it at one place. */
export function FaultList({ title, faults }: Props) {
  const styles = useStyles();
  const bars = useBarStyles();
  return (
    <MessageBar className={bars.bar} intent="error" layout="multiline">
      <MessageBarBody className={bars.body}>
        {title}
        <ul className={styles.list}>
          {faults.map(({ step, text }, at) => (
            <li key={at}>
              {step !== null && `${step}: `}
              {faultText(text)}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
