import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { type KommuneId, type Role, roles } from '../../contract/identity.ts';
import { ConfigError } from '../config.ts';
import { readOperatorFile } from '../operator-file.ts';
import type { Belonging, ClaimMap, EntraIssuer, Issuer, Verbund, VerbundKommune } from './verbund.ts';
import { westpfalz } from './verbund.ts';
import { type IssuerEntry, verbundFile } from './verbund-file.ts';

/** The Verbund as an operator described it, and everything that is wrong with it, in English and without any value. */
export interface VerbundSettings {
  verbund: Verbund;
  /** Where there is one, the installation must not start: `verbund` then holds the default. */
  problems: string[];
}

const VARIABLE = 'AMTSFEDER_VERBUND_FILE';
const FILE_LIMIT = { chars: 1024 * 1024, problem: 'the file is longer than 1 MB' };

/** Where Entra ID and most others put roles: the app roles that were given to a person, named as ours are. */
const appRoles: ClaimMap<Role> = { claim: ['roles'], values: new Map(roles.map((role) => [role, role])) };

/**
 * Reads the file that AMTSFEDER_VERBUND_FILE names, YAML or JSON: `kommunen` and `signIn`. Without the variable, or
 * without one of the two, the KI-Verbund Westpfalz and the demo sign-in hold.
 * @param readFile returns the text of a file, throws where it cannot
 */
export function readVerbund(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): VerbundSettings {
  const path = env[VARIABLE]?.trim() ?? '';
  if (path === '') return { verbund: westpfalz, problems: [] };
  const file = readOperatorFile(() => readFile(path), FILE_LIMIT);
  if (!file.ok) return refused([`${VARIABLE}: ${file.problem}`]);
  // As after a failed mount: nobody meant the demo sign-in by that.
  if (file.value === undefined) return refused([`${VARIABLE}: the file is empty`]);
  const parsed = verbundFile.safeParse(file.value ?? {});
  if (!parsed.success) return refused([...new Set(parsed.error.issues.map(problemOf))]);
  const kommunen: readonly VerbundKommune[] = parsed.data.kommunen ?? westpfalz.kommunen;
  const entries = parsed.data.signIn ?? [];
  const ids = new Set(kommunen.map(({ id }) => id));
  const problems = [
    ...duplicates(kommunen.map(({ id }) => id)).map(
      (index) => `${VARIABLE}, kommunen, entry ${index + 1}: its id stands there twice`,
    ),
    ...entries.flatMap((entry, index) =>
      entryProblems(entry, ids).map((what) => `${VARIABLE}, signIn, entry ${index + 1}: ${what}`),
    ),
    ...duplicates(entries.flatMap(issuersOf)).map(
      () => `${VARIABLE}, signIn: two entries speak of the same issuer or tenant`,
    ),
  ];
  if (problems.length > 0) return refused(problems);
  const [first, ...others] = kommunen;
  const [issuer, ...issuers] = entries.map(issuerOf);
  if (first === undefined) return refused([`${VARIABLE}: names no Kommune`]);
  return {
    verbund: {
      kommunen: [first, ...others],
      signIn: issuer === undefined ? { kind: 'demo' } : { kind: 'issuers', issuers: [issuer, ...issuers] },
    },
    problems: [],
  };
}

/**
 * The Verbund of this environment.
 * @throws ConfigError with everything that is wrong with its description
 */
export function verbundOf(env: Readonly<Record<string, string | undefined>>): Verbund {
  const { verbund, problems } = readVerbund(env, (path) => readFileSync(path, 'utf8'));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return verbund;
}

function refused(problems: string[]): VerbundSettings {
  return { verbund: westpfalz, problems };
}

function problemOf(issue: z.core.$ZodIssue): string {
  const where = [VARIABLE, ...(issue.path.length > 0 ? [pathOf(issue.path)] : [])].join(', ');
  if (issue.code === 'unrecognized_keys') return `${where}: has a field that is not known`;
  if (issue.code === 'invalid_key') return `${where}: one of its values is not valid`;
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return `${where}: must hold fields with names`;
  return `${where}: ${issue.message}`;
}

/** `signIn, entry 2, tenants, entry 1, kommune`; what stands beyond `values` came from the file and is left out. */
function pathOf(path: readonly PropertyKey[]): string {
  const end = path.indexOf('values');
  return path
    .slice(0, end === -1 ? undefined : end + 1)
    .map((part) => (typeof part === 'number' ? `entry ${part + 1}` : String(part)))
    .join(', ');
}

/** Indexes of the entries that stood before. */
function duplicates(names: readonly string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

/** What no two entries may both answer for. */
function issuersOf(entry: IssuerEntry): string[] {
  return entry.kind === 'oidc' ? [entry.issuer] : entry.tenants.map(({ id }) => id);
}

type BelongingEntry = Pick<Extract<IssuerEntry, { kind: 'oidc' }>, 'kommune' | 'kommuneFrom' | 'grants'>;

function entryProblems(entry: IssuerEntry, ids: ReadonlySet<KommuneId>): string[] {
  const problems =
    entry.kind === 'oidc'
      ? belongingProblems(entry, ids)
      : entry.tenants.flatMap((tenant, index) =>
          belongingProblems(tenant, ids).map((what) => `tenants, entry ${index + 1}: ${what}`),
        );
  const mayGrant = (entry.kind === 'oidc' ? [entry] : entry.tenants).some(
    ({ grants }) => grants === 'verbund',
  );
  const maps = entry.roles?.some(({ values }) => [...values.values()].includes('verbund-admin')) ?? false;
  if (maps && !mayGrant) {
    problems.push('roles: give verbund-admin, but nobody here has "grants: verbund"');
  }
  if (entry.kind === 'oidc' && entry.scope === undefined && entry.audience === entry.clientId) {
    problems.push(
      'audience: is the clientId, so that an ID token could pass for an access token; name another audience, or a scope',
    );
  }
  return problems;
}

function belongingProblems({ kommune, kommuneFrom }: BelongingEntry, ids: ReadonlySet<KommuneId>): string[] {
  if ((kommune === undefined) === (kommuneFrom === undefined)) {
    return ['needs either kommune or kommuneFrom'];
  }
  const named = kommune === undefined ? [...(kommuneFrom?.values.values() ?? [])] : [kommune];
  return named.every((id) => ids.has(id)) ? [] : ['names a Kommune that is not in kommunen'];
}

function belongingOf({ kommune, kommuneFrom }: BelongingEntry): Belonging {
  if (kommuneFrom !== undefined) return { by: 'claim', ...kommuneFrom };
  return { by: 'issuer', kommune: kommune ?? '' };
}

function issuerOf(entry: IssuerEntry): Issuer {
  const common = {
    label: entry.label,
    clientId: entry.clientId,
    audience: entry.audience ?? entry.clientId,
    clients: entry.clients ?? [entry.clientId],
    algorithms: entry.algorithms,
    roles: entry.roles ?? [appRoles],
    department: entry.department ?? null,
  };
  if (entry.kind === 'oidc') {
    return {
      ...common,
      kind: 'oidc',
      issuer: entry.issuer,
      jwksUri: entry.jwksUri ?? null,
      scope: entry.scope ?? null,
      belonging: belongingOf(entry),
      grants: entry.grants,
    };
  }
  const tenants = entry.tenants.map((tenant) => ({
    id: tenant.id,
    belonging: belongingOf(tenant),
    grants: tenant.grants,
  }));
  return {
    ...common,
    kind: 'entra',
    authority: entry.authority,
    graph: entry.graph,
    tenants: tenants as [(typeof tenants)[number], ...typeof tenants],
    scope: entry.scope,
    appIdUri: entry.appIdUri ?? `api://${common.audience}`,
    versions: entry.versions,
    guests: entry.guests,
    credential: credentialOf(entry.credential),
  };
}

function credentialOf(
  credential: Extract<IssuerEntry, { kind: 'entra' }>['credential'],
): EntraIssuer['credential'] {
  if (credential === undefined) return null;
  return 'secretFile' in credential
    ? { kind: 'secret', file: credential.secretFile }
    : { kind: 'certificate', certificateFile: credential.certificateFile, keyFile: credential.keyFile };
}
