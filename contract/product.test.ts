import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { PRODUCT } from './product.ts';

it('the product says the version of its package', () => {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ version: PRODUCT.version });
});
