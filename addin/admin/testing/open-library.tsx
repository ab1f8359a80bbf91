import type { Me } from '../../../contract/identity.ts';
import type { LibraryApi } from '../api/library-api.ts';
import { admin } from './fakes.ts';
import { fakeLibrary } from './library-fakes.ts';
import { openConsole } from './open-console.tsx';

/** The console at an address of the library, which answers as the test says; every change is noted down. */
export function openLibrary(hash: string, change: Partial<LibraryApi> = {}, me: Me = admin) {
  const said: unknown[][] = [];
  const library = fakeLibrary((answer, ...what) => {
    said.push(what);
    return Promise.resolve(answer);
  });
  return { ...openConsole(hash, { library: { ...library, ...change } }, me), said };
}
