import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Checkpoint, IsSigned } from './verify.ts';

/** The key of the house for the checkpoints of the protocol; it lies outside of the database. */
export interface AuditKey {
  /** @returns 64 hex digits */
  sign(kommune: string, deleted: Omit<Checkpoint, 'signature'>): string;
  isSigned: IsSigned;
}

/**
 * Signs checkpoints with HMAC-SHA256 (RFC 2104) over the canonical JSON of chain, sequence and hash, under a key made of
 * the secret for this purpose alone.
 * @param secret of the installation, 32 bytes or more
 */
export function auditKey(secret: Uint8Array): AuditKey {
  const key = createHmac('sha256', secret).update('amtsfeder audit checkpoint').digest();
  const sign: AuditKey['sign'] = (kommune, { sequence, hash }) =>
    createHmac('sha256', key).update(canonicalJson({ kommune, sequence, hash }), 'utf8').digest('hex');
  return {
    sign,
    isSigned(kommune, checkpoint) {
      const given = Buffer.from(checkpoint.signature, 'utf8');
      const right = Buffer.from(sign(kommune, checkpoint), 'utf8');
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
