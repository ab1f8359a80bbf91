import { createHmac } from 'node:crypto';
import type { Person } from './person.ts';

/**
 * What stands for a person where something must be kept about them.
 * @param purpose what it is kept for: pseudonyms of two purposes cannot be joined
 * @returns 43 letters, digits, `-` and `_`; the same for the same person, purpose and installation
 */
export type Pseudonym = (purpose: string, person: Pick<Person, 'id'>) => string;

/**
 * Pseudonyms by HMAC-SHA256 (RFC 2104), with a key of its own for each purpose. Without the secret nobody can tell, even
 * by trying all persons there are, whose pseudonym one is (Art. 4 Nr. 5 DSGVO).
 * @param secret of the installation, 32 bytes or more
 */
export function createPseudonym(secret: Uint8Array): Pseudonym {
  return (purpose, { id }) => {
    const key = createHmac('sha256', secret).update(`amtsfeder pseudonym ${purpose}`).digest();
    return createHmac('sha256', key).update(id).digest('base64url');
  };
}
