import type { LibraryCreation } from '../../../contract/agents/library.ts';
import type { Me } from '../../../contract/identity.ts';

export type LibraryOwner = LibraryCreation['owner'];

/** For whom somebody may begin something in the library, the nearest first. */
export function ownersFor({ kommune, roles }: Me): { value: LibraryOwner; label: string }[] {
  const own = { value: 'kommune' as const, label: kommune.name };
  const verbund = { value: 'verbund' as const, label: 'Verbund: alle Kommunen nutzen es mit' };
  return [
    ...(roles.includes('local-admin') ? [own] : []),
    ...(roles.includes('verbund-admin') ? [verbund] : []),
  ];
}

/** Whether somebody sees the library here: they write for it, decide about uses of high risk, or audit it. */
export function seesLibrary(me: Me): boolean {
  return ownersFor(me).length > 0 || me.roles.includes('data-protection') || me.roles.includes('auditor');
}
