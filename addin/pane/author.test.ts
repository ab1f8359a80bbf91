import { describe, expect, it } from '@jest/globals';
import type { Me } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noAuthor } from '../../contract/tasks/index.ts';
import { authorOf, knownAuthor, ownOf } from './author.ts';

const me: Me = {
  version: CONTRACT_VERSION,
  name: 'Anke Muster',
  email: 'anke.muster@kreis.example',
  kommune: { id: 'lk-kusel', name: 'Landkreis Kusel' },
  department: 'Soziales',
  roles: ['staff'],
  demo: false,
  mailbox: false,
};
const atHost = { name: 'A. Muster', email: 'muster@host.example' };
const nobody = { name: '', email: '' };

describe('who signs', () => {
  it('is known from the sign-in before the host, and in a demo never by name', () => {
    expect(knownAuthor(me, atHost)).toEqual({
      authority: 'Landkreis Kusel',
      unit: 'Soziales',
      name: 'Anke Muster',
      email: 'anke.muster@kreis.example',
      phone: '',
    });
    expect(knownAuthor({ ...me, demo: true }, atHost)).toMatchObject({
      authority: 'Landkreis Kusel',
      ...atHost,
    });
    expect(knownAuthor({ ...me, demo: true }, nobody)).toMatchObject(nobody);
    expect(knownAuthor(null, nobody)).toEqual(noAuthor);
  });

  it('is first what the person has said, field by field', () => {
    const known = knownAuthor(me, nobody);
    expect(authorOf(null, known)).toEqual(known);
    expect(authorOf({ ...noAuthor, phone: '06381 424-0', unit: 'Jugendamt' }, known)).toEqual({
      ...known,
      phone: '06381 424-0',
      unit: 'Jugendamt',
    });
  });

  it('follows the person to another Kommune but for what is their own', () => {
    const known = knownAuthor(me, nobody);
    const saved = ownOf({ ...authorOf(null, known), phone: '06381 424-0' }, known);
    expect(saved).toEqual({ ...noAuthor, phone: '06381 424-0' });
    const elsewhere = knownAuthor({ ...me, kommune: { id: 'vg-kl', name: 'VG Kaiserslautern' } }, nobody);
    expect(authorOf(saved, elsewhere)).toMatchObject({
      authority: 'VG Kaiserslautern',
      phone: '06381 424-0',
    });
  });
});
