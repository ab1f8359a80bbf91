import { describe, expect, it } from '@jest/globals';
import { stepOf } from '../testing/fake-agents.ts';
import { loopsAround, loopsThrough } from './step-groups.ts';

const loop = stepOf({ path: 'fristen', kind: 'je', state: 'done', result: { kind: 'je', count: 2 } });
const check = (path: string, holds: boolean) =>
  stepOf({ path, kind: 'pruefen', state: 'done', result: { kind: 'pruefen', holds, says: '' } });
const after = stepOf({ path: 'vermerk', kind: 'schreiben' });

describe('the rounds of a loop', () => {
  it('stand within all the loops around them', () => {
    expect(loopsAround('a#0/b#12/c')).toEqual(['a', 'a#0/b']);
    expect(loopsAround('vermerk')).toEqual([]);
  });

  it('fold once the run is past them, and count what was found', () => {
    const inside = [check('fristen#0/noch', true), check('fristen#1/noch', false)];
    expect(loopsThrough([loop, ...inside])).toEqual(new Map());
    expect(loopsThrough([loop, ...inside, after])).toEqual(new Map([['fristen', { lacking: 1 }]]));
  });

  it('stay in sight while one of them is not done, and where there are none', () => {
    const failed = stepOf({ path: 'fristen#0/noch', state: 'failed' });
    expect(loopsThrough([loop, failed, after])).toEqual(new Map());
    expect(loopsThrough([loop, after])).toEqual(new Map());
  });
});
