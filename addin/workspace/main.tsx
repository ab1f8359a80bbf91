import { createRoot } from 'react-dom/client';
import { httpBackend } from '../pane/backend-http.ts';
import { browserMemory } from '../pane/keep.ts';
import { Pane } from '../pane/Pane.tsx';
import { createDesk } from './desk-store.ts';
import { browserServices } from './services.ts';
import { createTheme } from './theme.ts';
import { Workspace } from './Workspace.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root element.');

/** Until the person has said in the pane who they are. */
const nobody = { name: '', email: '' };

const theme = createTheme(window);
const backend = httpBackend();
const memory = browserMemory();

createRoot(root).render(
  <Workspace
    store={createDesk()}
    theme={theme}
    services={browserServices(window, theme, () => memory.remembered().author ?? nobody)}
    fetcher={(...args) => fetch(...args)}
    pane={(host) => <Pane host={host} backend={backend} memory={memory} />}
  />,
);
