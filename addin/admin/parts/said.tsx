import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

/** Says it on the page that is shown, or on the one that is shown next. */
type SayIt = (text: string, page?: string) => void;

const Say = createContext<SayIt>(() => undefined);

/** Says what was done: seen at the top of the page, and read aloud. */
export function useSay(): SayIt {
  return useContext(Say);
}

/**
 * What was done last, above what it is told to.
 * @param props.page name of the page that is shown; what was said on another one is no news
 */
export function Said({ page, children }: { page: string; children: ReactNode }) {
  const styles = useStyles();
  const [said, setSaid] = useState({ text: '', times: 0, page });
  const say = useCallback<SayIt>(
    (text, at = page) => setSaid(({ times }) => ({ text, times: times + 1, page: at })),
    [page],
  );
  return (
    <Say value={say}>
      {/* Always there: a live region that comes together with its words is not read. */}
      <div role="status" aria-live="polite">
        {said.text !== '' && said.page === page && (
          <MessageBar key={said.times} intent="success" layout="multiline" className={styles.bar}>
            <MessageBarBody>{said.text}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label="Meldung schließen"
                  onClick={() => say('')}
                />
              }
            />
          </MessageBar>
        )}
      </div>
      {children}
    </Say>
  );
}
