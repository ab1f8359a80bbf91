import type { KommuneId } from '../../../contract/identity.ts';
import type { Person } from '../../identity/person.ts';

/** What of a person counts for their rights. */
export type Keeper = Pick<Person, 'kommune' | 'roles'>;
/** Whom something of the library belongs to; null is the Verbund. */
export interface Owned {
  kommune: KommuneId | null;
}

/** Whether a person writes things of this owner: the Fachadministration of a Kommune, the administration of the Verbund. */
export function mayEdit({ kommune, roles }: Keeper, owned: Owned): boolean {
  return owned.kommune === null
    ? roles.includes('verbund-admin')
    : owned.kommune === kommune && roles.includes('local-admin');
}

/** Whether a person writes anything at all. */
export function isEditor({ roles }: Keeper): boolean {
  return roles.includes('local-admin') || roles.includes('verbund-admin');
}

/**
 * Whether a person may approve something of this owner. What may be a high-risk use (KI-VO, Anhang III) or takes effect
 * without a person (Art. 22 DSGVO) is up to the Datenschutz alone: that of the Kommune, and for what belongs to the Verbund
 * that of any member, so that whoever writes for all never decides about it.
 */
export function mayApprove(person: Keeper, owned: Owned, guarded: boolean): boolean {
  return guarded ? isGuardian(person, owned) : mayEdit(person, owned);
}

/** Whether a person may send something back: who could approve it, and who writes there. */
export function mayReturn(person: Keeper, owned: Owned): boolean {
  return mayEdit(person, owned) || isGuardian(person, owned);
}

/** Whether a person may withdraw something of this owner. The Datenschutz of a Kommune may stop what runs there. */
export function mayWithdraw(person: Keeper, owned: Owned): boolean {
  return mayEdit(person, owned) || (owned.kommune !== null && isGuardian(person, owned));
}

/** Whether a person sees drafts of the Verbund: who writes them, and who may have to decide about them. */
export function seesVerbund({ roles }: Keeper): boolean {
  return roles.includes('verbund-admin') || roles.includes('data-protection');
}

function isGuardian({ kommune, roles }: Keeper, owned: Owned): boolean {
  return roles.includes('data-protection') && (owned.kommune === null || owned.kommune === kommune);
}
