import { makeStaticStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { taskName } from '../../contract/tasks/index.ts';
import type { Host } from '../office/host.ts';
import { startHost } from '../office/start.ts';
import { httpBackend } from './backend-http.ts';
import { browserMemory } from './keep.ts';
import { Pane } from './Pane.tsx';
import { type Starting, StartScreen } from './start-screen.tsx';

/** Milliseconds for office.js to load and for Office to answer. */
const START_MS = 15_000;

const useWholePage = makeStaticStyles({ 'html, body, #root': { height: '100%', margin: 0 } });

const backend = httpBackend();
const memory = browserMemory();
const asked = taskName.safeParse(new URLSearchParams(location.search).get('task'));

function Page(): ReactNode {
  useWholePage();
  const [host, setHost] = useState<Host | null>(null);
  const [starting, setStarting] = useState<Starting>({ status: 'starting' });
  useEffect(() => {
    startHost({ timeoutMs: START_MS }).then(
      (started) => (started.status === 'ready' ? setHost(started.host) : setStarting(started)),
      () => setStarting({ status: 'failed' }),
    );
  }, []);
  if (host === null) {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    return <StartScreen starting={starting} dark={dark} onAgain={() => location.reload()} />;
  }
  return (
    <Pane host={host} backend={backend} memory={memory} {...(asked.success && { initialTask: asked.data })} />
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('pane.html has lost its root element.');
createRoot(root).render(<Page />);
