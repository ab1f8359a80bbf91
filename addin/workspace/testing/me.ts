import type { Me } from '../../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';

/** Somebody of the Sachbearbeitung, signed in. */
export const me: Me = {
  version: CONTRACT_VERSION,
  name: 'Anke Muster',
  email: 'anke.muster@kreis.example',
  kommune: { id: 'lk-kusel', name: 'Landkreis Kusel' },
  department: 'Soziales',
  roles: ['staff'],
  demo: false,
  mailbox: false,
};
