import { dialogPage } from '../../office/dialog-page.ts';
import { isIssuer, tellOpener, visitOf } from './window-page.ts';
import type { WindowMessage } from './window-message.ts';

/** Set in a window that Office opened; it lasts as long as the window. */
const BY_OFFICE = 'amtsfeder.by-office';

const words = document.getElementById('words');
if (words === null) throw new Error('sign-in.html has lost its words.');

function say(text: string): void {
  if (words !== null) words.textContent = text;
}

const FAILED =
  'Die Anmeldung ließ sich nicht öffnen. Bitte schließen Sie dieses Fenster und versuchen Sie es erneut.';
const DONE = 'Die Anmeldung ist abgeschlossen. Sie können dieses Fenster schließen.';

async function run(): Promise<void> {
  const visit = visitOf(location.href);
  switch (visit.kind) {
    case 'waiting':
      return;
    case 'leaving':
      sessionStorage.setItem(BY_OFFICE, '1');
      if (!(await isIssuer(visit.to, fetch, `${location.origin}${location.pathname}`))) return say(FAILED);
      // Office must have seen its page before the window leaves for another, or it can't say anything when it is back.
      await dialogPage(window);
      return location.replace(visit.to);
    case 'back': {
      const message: WindowMessage = { amtsfeder: 'signed-in', address: visit.address };
      if (sessionStorage.getItem(BY_OFFICE) === null) {
        tellOpener(window, visit.address);
        say(DONE);
        return window.close();
      }
      const tellPane = await dialogPage(window);
      if (tellPane === null) return say(FAILED);
      tellPane(JSON.stringify(message), location.origin);
      return say(DONE);
    }
  }
}

run().catch(() => say(FAILED));
