import { describe, expect, it } from '@jest/globals';
import type { RegisteredModel, Standing } from '../../contract/register.ts';
import { StoreError } from '../store/store.ts';
import { modelsCheck, signInCheck } from './house-checks.ts';

const isThere = (check: () => Promise<void>) =>
  check().then(
    () => true,
    () => false,
  );

describe('models', () => {
  const model = (standing: Standing | null, provider: 'openai' | 'builtin' = 'openai'): RegisteredModel => ({
    id: 'haus',
    configured:
      standing === null
        ? null
        : { id: 'haus', label: 'Haus', provider, place: 'intern', model: 'm', host: 'ki.example.de' },
    entry: null,
    mark: null,
    standing,
    differences: [],
    missing: [],
    price: null,
  });
  const builtin = model('built-in', 'builtin');

  it.each([
    ['one of two is approved', [model('approved'), model('lapsed'), builtin], true],
    ['approved for a demo', [model('provisional'), builtin], true],
    ['only the built-in one is configured', [builtin, model(null)], true],
    ['none is in the register', [model('not-registered'), builtin], false],
    ['all were withdrawn', [model('withdrawn'), model('differs'), builtin], false],
  ])('%s', async (_name, models, expected) => {
    expect(await isThere(modelsCheck(() => Promise.resolve({ models })).check)).toBe(expected);
  });
});

it('models are not said to be missing where the database is', async () => {
  const away = new StoreError('unreachable', false, undefined);
  expect(await isThere(modelsCheck(() => Promise.reject(away)).check)).toBe(true);
});

describe('the keys of the sign-in', () => {
  it('are missing for a minute after an issuer did not answer', async () => {
    let now = 0;
    const { check, note } = signInCheck(() => now);
    expect(await isThere(check.check)).toBe(true);
    note('signature');
    expect(await isThere(check.check)).toBe(true);
    note('unavailable');
    expect(await isThere(check.check)).toBe(false);
    now = 60_000;
    expect(await isThere(check.check)).toBe(true);
  });
});
