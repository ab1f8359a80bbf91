import { expect, it } from '@jest/globals';
import { metadataOf } from './issuer.ts';

it.each([
  ['oidc', 'https://login.example/realms/kusel', 'https://login.example/realms/kusel'],
  ['oidc', 'https://login.example/', 'https://login.example'],
  ['entra', 'https://login.microsoftonline.com/tenant', 'https://login.microsoftonline.com/tenant/v2.0'],
  [
    'entra',
    'https://login.microsoftonline.com/tenant/v2.0/',
    'https://login.microsoftonline.com/tenant/v2.0',
  ],
] as const)('an issuer (%s, %s) describes itself below %s', (kind, authority, issuer) => {
  expect(metadataOf({ kind, authority })).toBe(`${issuer}/.well-known/openid-configuration`);
});
