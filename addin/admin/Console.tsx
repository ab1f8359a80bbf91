import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import type { Me } from '../../contract/identity.ts';
import { administers } from '../pane/administers.ts';
import { ErrorBoundary } from '../pane/error-boundary.tsx';
import type { ThemeStore } from '../pane/theme-choice.ts';
import { themes } from '../pane/themes.ts';
import { useMedia } from '../pane/use-media.ts';
import type { ConsoleApi } from './api/console-api.ts';
import { CollectionList } from './collections/collection-list.tsx';
import { CollectionPage } from './collections/collection-page.tsx';
import { NewCollection } from './collections/new-collection.tsx';
import { Bar } from './frame/bar.tsx';
import { Navigation } from './frame/navigation.tsx';
import type { KeptDrafts } from './library/content-draft.ts';
import { ItemPage } from './library/item-page.tsx';
import { LibraryList } from './library/library-list.tsx';
import { NewItem } from './library/new-item.tsx';
import { seesLibrary } from './library/owners.ts';
import { UploadLine } from './imports/upload-line.tsx';
import type { Uploads } from './imports/uploads.ts';
import { FaultBar } from './parts/fault-bar.tsx';
import { PageHead } from './parts/page-head.tsx';
import { Said } from './parts/said.tsx';
import { usePageStyles } from './parts/use-page-styles.ts';
import type { Place } from './places.ts';
import { DictionaryPage } from './synonyms/dictionary-page.tsx';
import { usePlace } from './use-place.ts';

const useRootStyles = makeStaticStyles({ 'html, body, #root': { height: '100%', margin: '0' } });

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  room: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 899px)': { flexDirection: 'column', overflowY: 'auto' },
  },
  main: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} 48px`,
    overflowY: 'auto',
    '@media (max-width: 899px)': {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 48px`,
      overflowY: 'visible',
    },
  },
});

// Not a class: Fluent gives those of the provider to what menus open in, which would then cover the page.
const wholeHeight = { height: '100%' };
const NAVIGATION = 'navigation';

export interface ConsoleProps {
  me: Me;
  api: ConsoleApi;
  uploads: Uploads;
  theme: ThemeStore;
  /** Stands below the bar. */
  top?: ReactNode;
}

/** The console of the Verbund: navigation on the left, the page it leads to beside it. */
export function Console({ me, api, uploads, theme, top }: ConsoleProps) {
  useRootStyles();
  const styles = useStyles();
  const place = usePlace();
  const colours = useSyncExternalStore(theme.subscribe, theme.theme);
  const narrow = useMedia('(max-width: 899px)');
  const [open, setOpen] = useState(false);
  const person = `${me.kommune.id} ${me.email} ${me.roles.join(' ')}`;
  // Of one person only, and gone with the page: they may hold texts.
  const kept = useMemo<PersonsDrafts>(() => ({ person, drafts: new Map() }), [person]).drafts;
  const menu = narrow ? { id: NAVIGATION, open, onToggle: () => setOpen(!open) } : null;
  return (
    <FluentProvider theme={themes[colours]} style={wholeHeight} lang="de">
      <div className={styles.page}>
        <Bar me={me} menu={menu} />
        {top}
        <UploadLine uploads={uploads} />
        <div className={styles.room}>
          <Navigation
            id={NAVIGATION}
            place={place}
            hidden={narrow && !open}
            dictionary={administers(me)}
            library={seesLibrary(me)}
            onChoose={() => setOpen(false)}
          />
          <main className={styles.main}>
            {/* What one person sees is nothing for the next. */}
            <Said key={person} page={pageOf(place)}>
              <ErrorBoundary
                key={pageOf(place)}
                fallback={(again) => <FaultBar code="internal" onAgain={again} />}
              >
                <Page place={place} me={me} api={api} uploads={uploads} kept={kept} />
              </ErrorBoundary>
            </Said>
          </main>
        </div>
      </div>
    </FluentProvider>
  );
}

interface PersonsDrafts {
  person: string;
  drafts: KeptDrafts;
}

interface PageProps extends Pick<ConsoleProps, 'me' | 'api' | 'uploads'> {
  place: Place;
  kept: KeptDrafts;
}

function Page({ place, me, api, uploads, kept }: PageProps) {
  const styles = usePageStyles();
  switch (place.name) {
    case 'collections':
      return <CollectionList api={api} me={me} />;
    case 'new-collection':
      return <NewCollection api={api} me={me} />;
    case 'collection':
    case 'document':
    case 'import':
      return <CollectionPage api={api} me={me} uploads={uploads} place={place} />;
    case 'synonyms':
      return <DictionaryPage api={api} me={me} wanted={place.word} />;
    case 'library':
      return <LibraryList api={api.library} me={me} />;
    case 'new-in-library':
      return <NewItem api={api.library} me={me} kind={place.kind} kept={kept} />;
    case 'in-library':
      return <ItemPage api={api.library} me={me} id={place.id} tab={place.tab} kept={kept} />;
    case 'unknown':
      return (
        <div className={styles.page}>
          <PageHead
            title="Diese Seite gibt es nicht"
            up={{ label: 'Sammlungen', address: '#/sammlungen' }}
            facts="Vielleicht ist die Adresse unvollständig, oder die Sammlung wurde gelöscht."
          />
        </div>
      );
  }
}

/** What stays mounted while one goes from one of its parts to another. */
function pageOf(place: Place): string {
  switch (place.name) {
    case 'collection':
      return place.id;
    case 'document':
    case 'import':
      return place.collection;
    case 'in-library':
      return `library ${place.id}`;
    case 'new-in-library':
      return `new ${place.kind}`;
    case 'collections':
    case 'new-collection':
    case 'synonyms':
    case 'library':
    case 'unknown':
      return place.name;
  }
}
