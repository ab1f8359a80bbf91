import { describe, expect, it } from '@jest/globals';
import { roles } from '../../contract/identity.ts';
import { ProblemError } from '../http/problem.ts';
import { reach } from './reach.ts';

describe('reach', () => {
  it.each(roles)('leads a %s to their own Kommune', (role) => {
    expect(reach({ kommune: 'lk-kusel', roles: [role] }, 'lk-kusel')).toBe('lk-kusel');
  });

  it('leads the administration of the Verbund to every Kommune', () => {
    expect(reach({ kommune: 'lk-kusel', roles: ['verbund-admin'] }, 'donnersbergkreis')).toBe(
      'donnersbergkreis',
    );
  });

  it.each(roles.filter((role) => role !== 'verbund-admin'))('leads a %s nowhere else', (role) => {
    for (const other of [
      'donnersbergkreis',
      'LK-KUSEL',
      'lk-kusel ',
      '',
      '*',
      '../lk-kusel',
      undefined,
      ['lk-kusel'],
      {},
    ]) {
      expect(() => reach({ kommune: 'lk-kusel', roles: [role] }, other)).toThrow(
        new ProblemError(404, 'not_found'),
      );
    }
  });

  it('takes no text that is no id, from nobody', () => {
    for (const other of ['', '*', 'x; drop table', '../..', 1, null]) {
      expect(() => reach({ kommune: 'lk-kusel', roles: ['verbund-admin'] }, other)).toThrow(ProblemError);
    }
  });
});
