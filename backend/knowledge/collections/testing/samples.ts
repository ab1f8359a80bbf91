import type { CollectionFields, CollectionRights } from '../../../../contract/knowledge.ts';

/** Everybody reads, the administration writes. */
export const openToAll: CollectionRights = { readRoles: [], readDepartments: [], editDepartments: [] };

/** What is decided about a collection of the tests. */
export function someFields(more: Partial<CollectionFields> = {}): CollectionFields {
  return {
    name: 'Dienstanweisungen',
    description: 'Was im Haus gilt',
    contact: { name: 'Zentrale Dienste', email: 'zentrale-dienste@example.org', phone: '06381 1234' },
    dataClass: 'internal',
    validFrom: '2020-01-01',
    validTo: null,
    reviewMonths: 12,
    keepOldDays: 90,
    rights: openToAll,
    embeddingModel: null,
    ...more,
  };
}
