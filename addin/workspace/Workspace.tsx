import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Me } from '../../contract/identity.ts';
import { browserHost, type BrowserServices } from '../office/browser.ts';
import type { Host, Surface } from '../office/host.ts';
import { Tabs } from '../pane/tabs.tsx';
import { themes } from '../pane/themes.ts';
import { Bar, DESK_ID } from './Bar.tsx';
import { takeBack, turnTo, wouldLose } from './desk.ts';
import type { DeskStore } from './desk-store.ts';
import { Desktop } from './Desktop.tsx';
import { GapQuestion } from './GapQuestion.tsx';
import { OpeningLine } from './OpeningLine.tsx';
import { fetchSamples, type Sample } from './samples.ts';
import type { ThemeStore } from '../pane/theme-choice.ts';
import { useConsole } from './use-console.ts';
import { useF6 } from './use-f6.ts';
import { useFiles } from './use-files.ts';
import { useMedia } from '../pane/use-media.ts';
import { useOpening } from './use-opening.ts';
import { useSaving } from './use-saving.ts';

const useRootStyles = makeStaticStyles({ 'html, body, #root': { height: '100%', margin: '0' } });

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tabs: { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  room: { display: 'flex', flexGrow: 1, minHeight: '0', position: 'relative' },
  desk: {
    boxSizing: 'border-box',
    flexGrow: 1,
    minWidth: '0',
    overflowY: 'auto',
    padding: `0 ${tokens.spacingHorizontalL} 48px`,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (max-width: 599px)': { padding: '0', backgroundColor: tokens.colorNeutralBackground1 },
    '&[hidden]': { display: 'none' },
  },
  pane: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: '400px',
    minWidth: '0',
    overflow: 'auto',
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 899px)': { width: '100%', borderLeft: 'none' },
    '&[hidden]': { display: 'none' },
  },
  window: { height: '100%', '&[hidden]': { display: 'none' } },
});

// Not a class: Fluent gives those of the provider to what menus open in, which would then cover the page.
const wholeHeight = { height: '100%' };

const PANE_ID = 'pane';
const surfaces: Surface[] = ['document', 'mail-read', 'mail-compose'];

export interface WorkspaceProps {
  /** Who is signed in. */
  me: Me;
  store: DeskStore;
  theme: ThemeStore;
  services: BrowserServices;
  fetcher: typeof fetch;
  /** Stands below the bar, on every surface. */
  top?: ReactNode;
  /** The task pane for a host: the very one that Word and Outlook load. */
  pane: (host: Host) => ReactNode;
}

function useSamples(fetcher: typeof fetch): Sample[] {
  const [samples, setSamples] = useState<Sample[]>([]);
  useEffect(() => {
    let gone = false;
    void fetchSamples(fetcher).then((list) => {
      if (!gone) setSamples(list);
    });
    return () => {
      gone = true;
    };
  }, [fetcher]);
  return samples;
}

/** The surfaces that were looked at: each has a pane of its own, as each window of Office has, and it works on unseen. */
function useVisited(surface: Surface): ReadonlySet<Surface> {
  const [visited, setVisited] = useState<ReadonlySet<Surface>>(new Set([surface]));
  if (visited.has(surface)) return visited;
  const next = new Set([...visited, surface]);
  setVisited(next);
  return next;
}

/** Asks before the page is left while something that was written would be lost. */
function useLeaving(store: DeskStore): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (wouldLose(store.current())) event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [store]);
}

/** The page that stands in for Office: what is worked on at the left, the task pane at the right. */
export function Workspace({ me, store, theme, services, fetcher, top, pane }: WorkspaceProps) {
  useRootStyles();
  const classes = useStyles();
  const desk = useSyncExternalStore(store.subscribe, store.current);
  const colours = useSyncExternalStore(theme.subscribe, theme.theme);
  const choice = useSyncExternalStore(theme.subscribe, theme.choice);
  const narrow = useMedia('(max-width: 899px)');
  const compact = useMedia('(max-width: 1099px)');
  const [seen, setSeen] = useState<'desk' | 'pane'>('desk');
  const saving = useSaving(store, services);
  const samples = useSamples(fetcher);
  const leadsToConsole = useConsole(me, fetcher);
  const opening = useOpening(store, fetcher);
  const hosts = useMemo(
    () => surfaces.map((surface) => browserHost(surface, store, services)),
    [store, services],
  );

  const chooser = useRef<HTMLInputElement>(null);
  const deskPlace = useRef<HTMLElement>(null);
  const panePlace = useRef<HTMLElement>(null);
  useEffect(() => store.onShow(() => setSeen('desk')), [store]);
  useFiles(panePlace, opening.openFile);
  useF6(deskPlace, panePlace, setSeen);
  useLeaving(store);

  const { surface } = desk;
  const visited = useVisited(surface);
  const savable = surface === 'mail-compose' || (surface === 'document' && desk.document !== null);
  return (
    <FluentProvider theme={themes[colours]} style={wholeHeight} lang="de">
      <div className={classes.page}>
        <Bar
          surface={surface}
          samples={samples}
          putAway={desk.putAway}
          theme={choice}
          compact={compact}
          leadsToConsole={leadsToConsole}
          onSave={savable ? saving.save : null}
          onOpen={() => chooser.current?.click()}
          onSample={opening.openSample}
          onSurface={(next) => store.change((now) => turnTo(now, next))}
          onTakeBack={(id) => store.change((now, live) => takeBack(now, id, live))}
          onTheme={theme.choose}
        />
        {top}
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Datei öffnen"
          accept=".docx,.pdf,.eml,.txt,.md,text/plain,message/rfc822,application/pdf"
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file can be chosen again after it was changed elsewhere.
            target.value = '';
            if (file) opening.openFile(file);
          }}
        />
        <OpeningLine
          state={opening.state}
          problem={saving.problem}
          onDismiss={opening.dismiss}
          onDismissProblem={saving.dismissProblem}
        />
        {saving.gaps > 0 && (
          <GapQuestion
            gaps={saving.gaps}
            onSave={saving.saveAnyway}
            onShow={saving.showFirstGap}
            onCancel={saving.cancel}
          />
        )}
        {narrow && (
          <nav className={classes.tabs}>
            <Tabs
              label="Bereich"
              tabs={[
                { value: 'desk', label: surface === 'document' ? 'Dokument' : 'E-Mail' },
                { value: 'pane', label: 'Amtsfeder' },
              ]}
              chosen={seen}
              panel={seen === 'desk' ? DESK_ID : PANE_ID}
              onChoose={setSeen}
            />
          </nav>
        )}
        <main className={classes.room}>
          <section
            id={DESK_ID}
            ref={deskPlace}
            className={classes.desk}
            hidden={narrow && seen !== 'desk'}
            aria-label="Arbeitsfläche"
          >
            <Desktop
              store={store}
              desk={desk}
              samples={samples}
              onOpen={() => chooser.current?.click()}
              onSample={opening.openSample}
            />
          </section>
          <section
            id={PANE_ID}
            ref={panePlace}
            className={classes.pane}
            hidden={narrow && seen !== 'pane'}
            aria-label="Amtsfeder"
          >
            {hosts
              .filter((host) => visited.has(host.surface))
              .map((host) => (
                <div key={host.surface} className={classes.window} hidden={host.surface !== surface}>
                  {pane(host)}
                </div>
              ))}
          </section>
        </main>
      </div>
    </FluentProvider>
  );
}
