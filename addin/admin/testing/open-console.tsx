import '../../pane/testing/browser.ts';
import { cleanup, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Me } from '../../../contract/identity.ts';
import { createTheme } from '../../pane/theme-choice.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { Console } from '../Console.tsx';
import { createUploads } from '../imports/uploads.ts';
import { admin, fakeApi } from './fakes.ts';

configure({ asyncUtilTimeout: 5_000 });

/** The console at an address, over a fake backend. */
export function openConsole(hash: string, change: Partial<ConsoleApi> = {}, me: Me = admin) {
  cleanup();
  window.location.hash = hash;
  const user = userEvent.setup();
  const { api, said } = fakeApi(change);
  const uploads = createUploads({ api, pause: () => Promise.resolve() });
  render(<Console me={me} api={api} uploads={uploads} theme={createTheme(window)} />);
  return { user, said, uploads };
}
