import type { Me } from '../../../contract/identity.ts';

/** For whom somebody may make a collection, the nearest first. */
export function ownersFor({ kommune, roles }: Me): { value: 'kommune' | 'verbund'; label: string }[] {
  const own = { value: 'kommune' as const, label: kommune.name };
  const verbund = { value: 'verbund' as const, label: 'Verbund: alle Kommunen lesen mit' };
  if (roles.includes('verbund-admin')) return [own, verbund];
  return roles.includes('local-admin') ? [own] : [];
}

export function mayCreate(me: Me): boolean {
  return ownersFor(me).length > 0;
}
