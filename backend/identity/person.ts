import type { KommuneId, Role } from '../../contract/identity.ts';

/** Who asks, as a verified token says. Lives as long as the request. */
export interface Person {
  /**
   * Unique over all issuers (`oid` and `tid` of Entra ID, `iss` and `sub` of others). Never written to the store or a log
   * as it is: see `pseudonym`.
   */
  id: string;
  kommune: KommuneId;
  /** Fachbereich; empty where the token does not tell. */
  department: string;
  roles: readonly Role[];
  name: string;
  email: string;
}
