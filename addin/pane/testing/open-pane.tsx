import './browser.ts';
import { act, configure, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Me } from '../../../contract/identity.ts';
import type { DeskTaskName } from '../../../contract/tasks/index.ts';
import type { Host, Surface } from '../../office/host.ts';
import { Pane } from '../Pane.tsx';
import { fakeBackend, fakeHost, fakeMemory } from './fakes.ts';

// Parts of the pane are loaded when they are first needed, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });

/** The pane over a fake host and a fake backend, ready to be used. */
export async function openPane(
  surface: Surface,
  initialTask: DeskTaskName = 'reply',
  overview = {},
  skills: Partial<Host> = {},
  me?: Me,
) {
  const user = userEvent.setup();
  const office = fakeHost(surface, overview, skills);
  const server = fakeBackend();
  const memory = fakeMemory();
  render(
    <Pane
      host={office.host}
      backend={server.backend}
      initialTask={initialTask}
      memory={memory}
      {...(me && { me })}
    />,
  );
  await screen.findByRole('combobox', { name: 'Modell' });
  await screen.findByText(/Liest(: | keinen Text)/);
  return { user, ...office, ...server, memory };
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const points = () => screen.getByRole('textbox', { name: 'Was soll drinstehen?' });
export const result = () => screen.getByRole('region', { name: /^Ergebnis:/ });
/** Lets everything that has been sent arrive. */
export const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
