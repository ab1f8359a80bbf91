import * as z from 'zod';
import { kommuneId, roles } from '../../contract/identity.ts';

const MAX_KOMMUNEN = 50;
const MAX_ISSUERS = 20;
const MAX_TENANTS = 50;
const MAX_VALUES = 500;
const MAX_DEPARTMENTS = 200;
const MAX_TEXT = 200;
const MAX_ADDRESS = 500;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const expects = (what: string) => ({ error: `must be ${what}` });

const text = z
  .string(expects('text; numbers need quotes'))
  .max(MAX_TEXT, `must have at most ${MAX_TEXT} characters`)
  .regex(/^[^\p{C}]*\S[^\p{C}]*$/u, 'must not be empty and must not hold control characters')
  .transform((value) => value.normalize('NFC').trim());
/** Compared letter by letter with what a token says, so nothing is trimmed or put in another form. */
const exact = z
  .string(expects('text; numbers need quotes'))
  .min(1, 'must not be empty')
  .max(MAX_TEXT, `must have at most ${MAX_TEXT} characters`)
  .regex(
    /^[^\p{C}\s](?:[^\p{C}]*[^\p{C}\s])?$/u,
    'must not begin or end with a blank or hold control characters',
  );
/** A scope of RFC 6749 without the characters that divide several. */
const scope = z
  .string(expects('the name of a scope'))
  .max(MAX_TEXT, `must have at most ${MAX_TEXT} characters`)
  .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/, 'must be one scope, without blanks');
const kommune = z
  .string(expects('the id of a Kommune'))
  .refine((value) => kommuneId.safeParse(value).success && value !== 'verbund', {
    error: 'must be the id of a Kommune: 2 to 40 small letters, digits and hyphens',
  });
const guid = z
  .string(expects('an id like 00000000-0000-0000-0000-000000000000'))
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
    error: 'must be an id like 00000000-0000-0000-0000-000000000000',
  })
  .transform((value) => value.toLowerCase());
const path = exact;

const address = z
  .string(expects('an address'))
  .max(MAX_ADDRESS, `must have at most ${MAX_ADDRESS} characters`)
  .refine(isSafeAddress, {
    error: 'must be an https:// address without password, query or fragment (http:// only on this machine)',
  });
const origin = address
  .refine((value) => URL.canParse(value) && new URL(value).pathname === '/', {
    error: 'must be an address without a path',
  })
  .transform((value) => new URL(value).origin);

const claim = z.union([exact.transform((name) => [name] as [string]), z.tuple([exact], exact)], {
  error: 'must be the name of a claim, or the list of names on the way to it',
});
const mapped = <T extends z.ZodType>(value: T) =>
  z
    .record(exact, value, expects('a list of values, each with what it stands for'))
    .refine((values) => Object.keys(values).length <= MAX_VALUES, {
      error: `must have at most ${MAX_VALUES} entries`,
    })
    .transform((values) => new Map(Object.entries(values)));

const kommuneFrom = z.strictObject({ claim, values: mapped(kommune) });
const roleMap = z.strictObject({
  claim,
  values: mapped(z.enum(roles, expects(`one of ${roles.join(', ')}`))),
});
const belonging = { kommune: kommune.optional(), kommuneFrom: kommuneFrom.optional() };
const grants = z.enum(['kommune', 'verbund'], expects('kommune or verbund')).default('kommune');

const common = {
  label: text,
  audience: exact.optional(),
  clients: z
    .union([z.literal('any'), z.array(exact).min(1).max(MAX_TENANTS)], {
      error: 'must be a list of client ids, or any',
    })
    .optional(),
  algorithms: z
    .array(z.enum(['RS256', 'PS256', 'ES256'], expects('RS256, PS256 or ES256')), expects('a list'))
    .min(1, 'must name one at least')
    .max(3)
    .default(['RS256']),
  roles: z
    .union([roleMap.transform((map) => [map]), z.array(roleMap).max(10)], {
      error: 'must hold claim and values (or be a list of such), each value with one of our roles',
    })
    .optional(),
  department: claim.optional(),
};

const entra = z.strictObject({
  kind: z.literal('entra'),
  ...common,
  clientId: guid,
  authority: origin.default('https://login.microsoftonline.com'),
  graph: origin.default('https://graph.microsoft.com'),
  tenants: z
    .array(z.strictObject({ id: guid, ...belonging, grants }), expects('a list of tenants'))
    .min(1, 'must name one tenant at least')
    .max(MAX_TENANTS, `must have at most ${MAX_TENANTS} entries`),
  scope: scope.default('access_as_user'),
  appIdUri: exact.optional(),
  versions: z
    .array(z.enum(['v1', 'v2'], expects('v1 or v2')), expects('a list'))
    .min(1, 'must name one at least')
    .max(2)
    .default(['v2']),
  guests: z.enum(['refused', 'allowed'], expects('refused or allowed')).default('refused'),
  credential: z
    .union([z.strictObject({ secretFile: path }), z.strictObject({ certificateFile: path, keyFile: path })], {
      error: 'must hold secretFile, or certificateFile and keyFile',
    })
    .optional(),
});

const oidc = z.strictObject({
  kind: z.literal('oidc'),
  ...common,
  clientId: exact,
  audience: exact,
  issuer: address,
  jwksUri: address.optional(),
  scope: scope.optional(),
  ...belonging,
  grants,
});

/** What the file may say. */
export const verbundFile = z.strictObject({
  kommunen: z
    .array(
      z.strictObject({
        id: kommune,
        name: text,
        inhabitants: z
          .number(expects('a number'))
          .int('must be a whole number')
          .min(1, 'must be at least 1')
          .max(100_000_000, 'must be at most 100000000'),
        departments: z.array(text, expects('a list of names')).max(MAX_DEPARTMENTS).default([]),
      }),
      expects('a list of Kommunen'),
    )
    .min(1, 'must name one Kommune at least')
    .max(MAX_KOMMUNEN, `must have at most ${MAX_KOMMUNEN} entries`)
    .optional(),
  signIn: z
    .array(
      z.discriminatedUnion('kind', [entra, oidc], expects('of the kind entra or oidc')),
      expects('a list of ways to sign in'),
    )
    .min(1, 'must name one way at least; leave it out for the demo sign-in')
    .max(MAX_ISSUERS, `must have at most ${MAX_ISSUERS} entries`)
    .optional(),
});
export type VerbundFile = z.infer<typeof verbundFile>;
export type IssuerEntry = NonNullable<VerbundFile['signIn']>[number];

function isSafeAddress(value: string): boolean {
  // What the parser of addresses would clean away must not stand there: `iss` is compared letter by letter.
  if (!/^[\x21-\x7E]+$/.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  const isPlain = url.username === '' && url.password === '' && !/[?#\\]/.test(value);
  return isPlain && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)));
}
