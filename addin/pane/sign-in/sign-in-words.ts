import { type ErrorCode, errorText } from '../../../contract/errors.ts';
import type { Role } from '../../../contract/identity.ts';
import type { DemoChoice } from './ask-backend.ts';
import type { DemoWay } from './demo-memory.ts';
import type { IssuerWay } from './issuer.ts';
import type { Trouble } from './token.ts';

/** Everything the pane says about signing in. */

export const roleLabels: Record<Role, string> = {
  staff: 'Sachbearbeitung',
  'local-admin': 'Fachadministration',
  'verbund-admin': 'Verbundadministration',
  'data-protection': 'Datenschutz',
  auditor: 'Prüfung',
};

/** What became of the window, or of the issuer's page in it; everything else is in the contract. */
const windowWords: Record<Exclude<Trouble, ErrorCode>, string> = {
  window_blocked:
    'Das Fenster für die Anmeldung wurde gesperrt. Bitte erlauben Sie Pop-up-Fenster für diese Seite und versuchen Sie es erneut.',
  window_busy:
    'Es ist noch ein anderes Fenster eines Add-ins offen. Bitte schließen Sie es und versuchen Sie es erneut.',
  window_closed: 'Die Anmeldung wurde abgebrochen. Bitte melden Sie sich an, um weiterzuarbeiten.',
  window_silent: 'Aus dem Fenster für die Anmeldung kam keine Antwort. Bitte versuchen Sie es erneut.',
  issuer_refused:
    'Die Anmeldung wurde abgelehnt. Bitte versuchen Sie es mit einem anderen Konto oder wenden Sie sich an Ihre IT.',
};

export function troubleText(trouble: Trouble): string {
  return isOfWindow(trouble) ? windowWords[trouble] : errorText(trouble);
}

function isOfWindow(trouble: Trouble): trouble is keyof typeof windowWords {
  return trouble in windowWords;
}

export const ASK = 'Bitte melden Sie sich mit dem Konto Ihrer Verwaltung an.';
export const WORKING = 'Sie werden angemeldet …';
export const WAITING = 'Bitte melden Sie sich in dem Fenster an, das sich geöffnet hat.';

/** What the button says that leads to an issuer; where there is but one, there is nothing to tell apart. */
export function wayText(way: IssuerWay, ways: readonly IssuerWay[]): string {
  return ways.length === 1 ? 'Anmelden' : `Mit ${way.label} anmelden`;
}

/** Who somebody is in the demo sign-in. */
export function choiceWords({ kommune, role }: DemoChoice, { kommunen }: DemoWay) {
  return { kommune: kommunen.find(({ id }) => id === kommune)?.name ?? kommune, role: roleLabels[role] };
}
