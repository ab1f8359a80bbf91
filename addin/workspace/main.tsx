import { createRoot } from 'react-dom/client';
import { authorOf, knownAuthor } from '../pane/author.ts';
import { browserMemory } from '../pane/keep.ts';
import { Pane } from '../pane/Pane.tsx';
import { pageSession } from '../pane/sign-in/create-session.ts';
import { browserPlace } from '../pane/sign-in/places.ts';
import { SignInGate } from '../pane/sign-in/sign-in-gate.tsx';
import { SignInLine } from '../pane/sign-in/sign-in-line.tsx';
import { createDesk } from './desk-store.ts';
import { browserServices } from './services.ts';
import { createTheme } from '../pane/theme-choice.ts';
import { Workspace } from './Workspace.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root element.');

const theme = createTheme(window);
const session = pageSession(window, Promise.resolve(browserPlace(window)));
session.start();
const memory = browserMemory();
const store = createDesk();
const services = browserServices(window, theme, () => {
  const me = session.state().signedIn?.me ?? null;
  return authorOf(memory.remembered().author, knownAuthor(me, { name: '', email: '' }));
});

createRoot(root).render(
  <SignInGate session={session} theme={theme.theme()}>
    {({ me, backend }) => (
      <Workspace
        me={me}
        store={store}
        theme={theme}
        services={services}
        fetcher={session.fetch}
        top={<SignInLine session={session} />}
        pane={(host) => <Pane host={host} backend={backend} memory={memory} me={me} />}
      />
    )}
  </SignInGate>,
);
