import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type KommuneId, type Role, roles } from '../../contract/identity.ts';
import { localKeys } from './keys.ts';
import { oidcSource, type TokenSource } from './sources.ts';
import type { VerbundKommune } from './verbund.ts';

const ISSUER = 'urn:amtsfeder:demo';
const AUDIENCE = 'amtsfeder';
const SCOPE = 'demo';
const ALGORITHM = 'RS256';
const SECONDS = 8 * 3600;

const roleNames: Record<Role, string> = {
  staff: 'Sachbearbeitung',
  'local-admin': 'Fachadministration',
  'verbund-admin': 'Verbundadministration',
  'data-protection': 'Datenschutz',
  auditor: 'Prüfung',
};

/** The demo sign-in: whoever asks is who they want to be. Its tokens go the way of all others. */
export interface Demo {
  source: TokenSource;
  /**
   * A token for the person of this Kommune and role, and the seconds that it lasts.
   * @returns undefined where the Kommune does not belong to the Verbund
   */
  sign(kommune: KommuneId, role: Role): Promise<{ token: string; seconds: number } | undefined>;
}

/**
 * Makes a demo sign-in with a key of its own, which lives as long as the process.
 * @param now milliseconds since 1970
 */
export async function createDemo(kommunen: readonly VerbundKommune[], now: () => number): Promise<Demo> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
  const kid = randomUUID();
  const keys = localKeys({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' }] });
  const source = oidcSource(
    {
      kind: 'oidc',
      label: 'Demo',
      issuer: ISSUER,
      jwksUri: null,
      clientId: AUDIENCE,
      audience: AUDIENCE,
      clients: [AUDIENCE],
      algorithms: [ALGORITHM],
      scope: SCOPE,
      belonging: {
        by: 'claim',
        claim: ['kommune'],
        values: new Map(kommunen.map(({ id }) => [id, id])),
      },
      grants: 'verbund',
      roles: [{ claim: ['roles'], values: new Map(roles.map((role) => [role, role])) }],
      department: ['department'],
    },
    keys,
  );
  return {
    source,
    async sign(kommune, role) {
      const described = kommunen.find(({ id }) => id === kommune);
      if (described === undefined) return undefined;
      const seconds = Math.floor(now() / 1000);
      const token = await new SignJWT({
        azp: AUDIENCE,
        scope: SCOPE,
        kommune: described.id,
        roles: [role],
        name: `Demo ${roleNames[role]}, ${described.name}`,
        email: `${role}@${described.id}.example`,
        department: described.departments[0] ?? '',
      })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subjectOf(described.id, role))
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + SECONDS)
        .sign(privateKey);
      return { token, seconds: SECONDS };
    },
  };
}

/** The same person after every start, so that what is kept about them stays theirs. */
function subjectOf(kommune: KommuneId, role: Role): string {
  return createHash('sha256').update(`${kommune} ${role}`).digest('base64url');
}
