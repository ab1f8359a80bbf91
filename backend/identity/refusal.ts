/**
 * Why a token does not count. For the operator's log: a closed list of words, and nothing of the token.
 */
export type RefusalReason =
  | 'missing'
  | 'several'
  | 'oversized'
  | 'malformed'
  | 'header'
  | 'algorithm'
  | 'type'
  | 'version'
  | 'issuer'
  | 'key'
  | 'signature'
  | 'audience'
  | 'client'
  | 'time'
  | 'tenant'
  | 'scope'
  | 'application'
  | 'bound'
  | 'guest'
  | 'person'
  | 'kommune';

/** The token does not count; who sent it is nobody. */
export class TokenRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.name = 'TokenRefused';
    this.reason = reason;
  }
}

/** Whether the token counts cannot be told, since its issuer does not answer. */
export class IssuerUnavailable extends Error {
  override name = 'IssuerUnavailable';
}
