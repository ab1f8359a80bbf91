import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;
const PURPOSE = 'amtsfeder agent runs';

/** Where a sealed record belongs, part by part: one that is put in another place does not open. */
export type Place = readonly string[];

/** A record that was changed, belongs elsewhere, or was sealed with another secret. Says nothing of what is in it. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

/** Closes and opens what runs keep in the store. */
export interface Seal {
  close(place: Place, content: unknown): Uint8Array;
  /** @throws SealBroken */
  open(place: Place, sealed: Uint8Array): unknown;
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce for each record, under a key that HKDF-SHA-256 (RFC 5869) makes of the
 * secret for this purpose alone. The place of a record is authenticated with it. Random nonces are sound for 2^32 records.
 * @param secret of the installation, 32 bytes or more
 */
export function createSeal(secret: Uint8Array): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), PURPOSE, 32));
  return {
    close(place, content) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(placeBytes(place));
      const body = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
    },
    open(place, sealed) {
      if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw new SealBroken();
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(placeBytes(place));
      decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
      try {
        const body = Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
        return JSON.parse(body.toString('utf8')) as unknown;
      } catch {
        // Node's own fault is of no use to anybody, and JSON's would repeat the text.
        throw new SealBroken();
      }
    },
  };
}

/** As JSON, so that no two lists of parts are the same bytes. */
function placeBytes(place: Place): Buffer {
  return Buffer.from(JSON.stringify(place), 'utf8');
}
