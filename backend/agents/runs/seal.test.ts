import { describe, expect, it } from '@jest/globals';
import { createSeal, SealBroken } from './seal.ts';

const seal = createSeal(Buffer.alloc(32, 'secret one'));
const content = { text: 'Frau Müller, Az. III/7', list: [1, null, 'ü'] };
const place = ['step', 'run-1', 'angaben', 'done'];

describe('what a run keeps', () => {
  it('opens as it was closed', () => {
    expect(seal.open(place, seal.close(place, content))).toEqual(content);
  });

  it('is never the same bytes, and shows nothing of what is in it', () => {
    const [one, two] = [seal.close(place, content), seal.close(place, content)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
    expect(Buffer.from(one).toString('latin1')).not.toContain('III/7');
  });

  it('opens with the same secret in another process', () => {
    expect(createSeal(Buffer.alloc(32, 'secret one')).open(place, seal.close(place, content))).toEqual(
      content,
    );
  });

  it('does not open with any bit changed', () => {
    const sealed = seal.close(place, content);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => seal.open(place, changed)).toThrow(SealBroken);
    }
  });

  it.each([0, 1, 12, 28, 29, 40])('does not open when only %i bytes are left', (length) => {
    const sealed = seal.close(place, content).subarray(0, length);
    expect(() => seal.open(place, sealed)).toThrow(SealBroken);
  });

  it.each([
    [['step', 'run-2', 'angaben', 'done']],
    [['step', 'run-1', 'frist', 'done']],
    [['step', 'run-1', 'angaben', 'failed']],
    [['terms', 'run-1', 'angaben', 'done']],
    [['step', 'run-1', 'angaben"', '"done']],
    [['step', 'run-1angaben', 'done']],
    [[]],
  ])('does not open in another place: %j', (other) => {
    expect(() => seal.open(other, seal.close(place, content))).toThrow(SealBroken);
  });

  it('does not open with another secret, and the fault repeats nothing', () => {
    const other = createSeal(Buffer.alloc(32, 'secret two'));
    let fault: unknown;
    try {
      other.open(place, seal.close(place, content));
    } catch (caught) {
      fault = caught;
    }
    expect(fault).toBeInstanceOf(SealBroken);
    expect(String(fault)).toBe('SealBroken');
  });
});
