import { createRoot } from 'react-dom/client';
import { pageSession } from '../pane/sign-in/create-session.ts';
import { browserPlace } from '../pane/sign-in/places.ts';
import { SignInGate } from '../pane/sign-in/sign-in-gate.tsx';
import { SignInLine } from '../pane/sign-in/sign-in-line.tsx';
import { createTheme } from '../pane/theme-choice.ts';
import { httpApi } from './api/http-api.ts';
import { Console } from './Console.tsx';
import { createUploads } from './imports/uploads.ts';
import { pause } from './imports/pause.ts';

const root = document.getElementById('root');
if (!root) throw new Error('admin.html has lost its root element.');

const theme = createTheme(window);
const session = pageSession(window, Promise.resolve(browserPlace(window)));
session.start();
const api = httpApi(session.fetch);
// Beside the pages: an import goes on while somebody looks at another one.
const uploads = createUploads({ api, pause });

createRoot(root).render(
  <SignInGate session={session} theme={theme.theme()}>
    {({ me }) => (
      <Console me={me} api={api} uploads={uploads} theme={theme} top={<SignInLine session={session} />} />
    )}
  </SignInGate>,
);
