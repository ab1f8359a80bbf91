import { Button, FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { errorText } from '../../contract/errors.ts';
import type { Me } from '../../contract/identity.ts';
import type { DeskTaskName } from '../../contract/tasks/index.ts';
import type { Host } from '../office/host.ts';
import { ownOf } from './author.ts';
import type { Backend } from './backend.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Header } from './header.tsx';
import type { Memory } from './keep.ts';
import { themes } from './themes.ts';
import { TaskTabs } from './task-tabs.tsx';
import { TaskView } from './task-view.tsx';
import { usePane, useTheme } from './use-pane.ts';

const useStyles = makeStyles({
  pane: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    position: 'relative',
    height: '100%',
    minWidth: 0,
    overflowX: 'hidden',
    overflowY: 'hidden',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    '@media (max-height: 480px)': { overflowY: 'auto' },
  },
  broken: { padding: tokens.spacingHorizontalM },
});

// Not a class: Fluent gives those of the provider to what menus open in, which would then cover the pane.
const wholeHeight = { height: '100%' };

const AgentsView = lazy(() => import('./agents/agents-view.tsx'));
const FormCheckView = lazy(() => import('./forms/form-check-view.tsx'));
const SettingsDialog = lazy(() => import('./settings-dialog.tsx'));

export interface PaneProps {
  host: Host;
  backend: Backend;
  /** The task that is in sight first, where it applies to the host. */
  initialTask?: DeskTaskName;
  /** One for all panes of a page. */
  memory: Memory;
  /** Who is signed in. */
  me?: Me;
  /** Stands above everything else, also where the pane has broken. */
  top?: ReactNode;
}

/** The task pane: the same in Word, in Outlook and in the workspace. */
export function Pane(props: PaneProps) {
  const theme = useTheme(props.host);
  // Another surface has other tasks and other forms.
  return (
    <FluentProvider theme={themes[theme]} style={wholeHeight} lang="de">
      <PaneOnSurface key={props.host.surface} {...props} />
    </FluentProvider>
  );
}

function PaneOnSurface({ host, backend, initialTask, memory, me, top }: PaneProps) {
  const styles = useStyles();
  const pane = usePane(host, backend, memory, me ?? null, initialTask);
  const [settings, setSettings] = useState<'closed' | 'open'>('closed');
  const root = useRef<HTMLDivElement>(null);
  const panel = useId();
  // The state is kept above the boundary: what was typed outlives a fault in what is shown.
  return (
    <div ref={root} className={styles.pane} tabIndex={-1}>
      {top}
      <ErrorBoundary
        fallback={(again) => (
          <div className={styles.broken} role="alert">
            <p>{errorText('internal')}</p>
            <Button onClick={again}>Erneut versuchen</Button>
          </div>
        )}
      >
        <Header
          authority={me?.kommune.name ?? pane.author.authority}
          onSettings={() => setSettings('open')}
        />
        <TaskTabs
          tasks={pane.tasks}
          checks={pane.checks}
          chosen={pane.tab}
          panel={panel}
          onChoose={pane.chooseTab}
        />
        <Suspense>
          {pane.tab === 'check' ? (
            <FormCheckView id={panel} pane={pane} root={root} />
          ) : pane.tab === 'agents' ? (
            <AgentsView id={panel} pane={pane} root={root} onSettings={() => setSettings('open')} />
          ) : (
            <TaskView id={panel} pane={pane} root={root} onSettings={() => setSettings('open')} />
          )}
        </Suspense>
        {settings === 'open' && (
          <Suspense>
            <SettingsDialog
              author={pane.author}
              showsSending={pane.remembered.showsSending}
              me={me ?? null}
              onSave={({ author, showsSending }) =>
                pane.remember({ author: ownOf(author, pane.knownAuthor), showsSending })
              }
              onClose={() => setSettings('closed')}
            />
          </Suspense>
        )}
      </ErrorBoundary>
    </div>
  );
}
