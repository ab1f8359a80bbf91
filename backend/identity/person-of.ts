import { type KommuneId, type Role, roles } from '../../contract/identity.ts';
import type { Person } from './person.ts';
import { TokenRefused } from './refusal.ts';
import type { TokenSource } from './sources.ts';
import { type JsonObject, valueAt, valueOf } from './strict-json.ts';
import type { Belonging, ClaimMap, VerbundKommune } from './verbund.ts';
import type { VerifiedToken } from './verify.ts';

const MAX_NAME_CHARS = 120;
/** RFC 5321, 4.5.3.1.3. */
const MAX_EMAIL_CHARS = 254;
const MAX_DEPARTMENT_CHARS = 120;
/** OpenID Connect Core 1.0, 2. */
const MAX_SUBJECT_CHARS = 255;
/** More groups than any issuer names in a token. */
const MAX_LISTED = 2_000;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who a verified token speaks of. Values of an unexpected kind count as absent, so they never give more.
 * @throws TokenRefused `person` where nobody is named, `kommune` where none or several Kommunen are
 */
export function personOf({ claims, source }: VerifiedToken, kommunen: readonly VerbundKommune[]): Person {
  const kommune = kommuneOf(claims, source.belonging);
  const described = kommunen.find(({ id }) => id === kommune);
  if (described === undefined) throw new TokenRefused('kommune');
  const id = idOf(claims, source);
  const email = emailOf(claims);
  return {
    id,
    kommune: described.id,
    department: departmentOf(claims, source, described),
    roles: rolesOf(claims, source),
    name: cleaned(valueOf(claims, 'name'), MAX_NAME_CHARS) || email,
    email,
  };
}

function idOf(claims: JsonObject, { entra, iss }: TokenSource): string {
  if (entra) {
    const oid = valueOf(claims, 'oid');
    if (typeof oid !== 'string' || !GUID.test(oid)) throw new TokenRefused('person');
    return `entra ${entra.tenant} ${oid}`;
  }
  const sub = valueOf(claims, 'sub');
  if (typeof sub !== 'string' || sub.length > MAX_SUBJECT_CHARS || !/^[\x21-\x7E]+$/.test(sub)) {
    throw new TokenRefused('person');
  }
  // An address holds no blank, so no two pairs look the same.
  return `oidc ${iss} ${sub}`;
}

function kommuneOf(claims: JsonObject, belonging: Belonging): KommuneId {
  if (belonging.by === 'issuer') return belonging.kommune;
  const [kommune, ...others] = mappedOf(claims, belonging);
  // Of two Kommunen neither can answer for what the person does.
  if (kommune === undefined || others.length > 0) throw new TokenRefused('kommune');
  return kommune;
}

function rolesOf(claims: JsonObject, source: TokenSource): Role[] {
  const given = new Set(source.roles.flatMap((map) => mappedOf(claims, map)));
  if (source.grants === 'kommune') given.delete('verbund-admin');
  const known = roles.filter((role) => given.has(role));
  return known.length > 0 ? known : ['staff'];
}

/** What the values of a claim stand for, each once. */
function mappedOf<T>(claims: JsonObject, { claim, values }: ClaimMap<T>): T[] {
  const value = valueAt(claims, claim);
  const listed: unknown[] = Array.isArray(value) ? value.slice(0, MAX_LISTED) : [value];
  const found = listed.flatMap((each) => {
    const meaning = typeof each === 'string' ? values.get(each) : undefined;
    return meaning === undefined ? [] : [meaning];
  });
  return [...new Set(found)];
}

function departmentOf(claims: JsonObject, { department }: TokenSource, kommune: VerbundKommune): string {
  if (department === null) return '';
  const named = cleaned(valueAt(claims, department), MAX_DEPARTMENT_CHARS);
  const isKnown = kommune.departments.length === 0 || kommune.departments.includes(named);
  return isKnown ? named : '';
}

function emailOf(claims: JsonObject): string {
  for (const name of ['email', 'preferred_username', 'upn']) {
    const address = cleaned(valueOf(claims, name), MAX_EMAIL_CHARS);
    if (/^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) return address;
  }
  return '';
}

/** One line without anything that is not seen or turns the direction of writing; empty for what is no text. */
function cleaned(value: unknown, limit: number): string {
  if (typeof value !== 'string') return '';
  const line = value
    // The rest is cut away below; this keeps the work small.
    .slice(0, limit * 8)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\s\u2028\u2029]+/gu, ' ')
    .trim();
  return [...line].slice(0, limit).join('').trim();
}
