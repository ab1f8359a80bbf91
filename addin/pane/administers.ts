import type { Me } from '../../contract/identity.ts';

/** Whether a person's roles let them administer something of their Kommune or of the Verbund. */
export function administers({ roles }: Pick<Me, 'roles'>): boolean {
  return roles.includes('local-admin') || roles.includes('verbund-admin');
}
