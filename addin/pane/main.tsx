import { makeStaticStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { deskTaskName } from '../../contract/tasks/index.ts';
import type { Host } from '../office/host.ts';
import { startHost } from '../office/start.ts';
import { browserMemory } from './keep.ts';
import { Pane } from './Pane.tsx';
import { pageSession } from './sign-in/create-session.ts';
import { officePlace } from './sign-in/places.ts';
import { SignInGate } from './sign-in/sign-in-gate.tsx';
import { SignInLine } from './sign-in/sign-in-line.tsx';
import { type Starting, StartScreen } from './start-screen.tsx';

/** Milliseconds for office.js to load and for Office to answer. */
const START_MS = 15_000;

const useWholePage = makeStaticStyles({ 'html, body, #root': { height: '100%', margin: 0 } });

const started = startHost({ timeoutMs: START_MS });
const session = pageSession(
  window,
  started.then((start) => {
    if (start.status === 'ready') return officePlace(start.signIn, location.href);
    throw new Error('Without Office there is nobody to sign in.');
  }),
);
// How to sign in is asked while Office is getting ready.
session.start();
const memory = browserMemory();
const asked = deskTaskName.safeParse(new URLSearchParams(location.search).get('task'));

function Page(): ReactNode {
  useWholePage();
  const [host, setHost] = useState<Host | null>(null);
  const [starting, setStarting] = useState<Starting>({ status: 'starting' });
  useEffect(() => {
    started.then(
      (start) => (start.status === 'ready' ? setHost(start.host) : setStarting(start)),
      () => setStarting({ status: 'failed' }),
    );
  }, []);
  if (host === null) {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    return <StartScreen starting={starting} dark={dark} onAgain={() => location.reload()} />;
  }
  return (
    <SignInGate session={session} theme={host.theme()}>
      {({ me, backend }) => (
        <Pane
          host={host}
          backend={backend}
          memory={memory}
          me={me}
          top={<SignInLine session={session} />}
          {...(asked.success && { initialTask: asked.data })}
        />
      )}
    </SignInGate>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('pane.html has lost its root element.');
createRoot(root).render(<Page />);
