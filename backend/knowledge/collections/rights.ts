import type { Person } from '../../identity/person.ts';
import type { Collection } from './collection.ts';

/** What of a person counts for their rights. */
export type Reader = Pick<Person, 'kommune' | 'roles' | 'department'>;
/** What of a collection does. */
export type Guarded = Pick<Collection, 'kommune'> & { fields: Pick<Collection['fields'], 'rights'> };

/**
 * Whether a person may search and open what is in a collection: one of their Kommune or of the Verbund, as far as its roles
 * and its Fachbereiche both allow it. Whoever may change it may read it.
 */
export function mayRead(person: Reader, collection: Guarded): boolean {
  if (!isNear(person, collection)) return false;
  const { readRoles, readDepartments } = collection.fields.rights;
  const byRole = readRoles.length === 0 || readRoles.some((role) => person.roles.includes(role));
  const byDepartment = readDepartments.length === 0 || isOf(person, readDepartments);
  return (byRole && byDepartment) || mayEdit(person, collection);
}

/** Whether a person may change what is in a collection: who administers it, and the Fachbereiche that it names. */
export function mayEdit(person: Reader, collection: Guarded): boolean {
  if (mayAdminister(person, collection)) return true;
  // Those of a Kommune only read what belongs to the Verbund, whatever their Fachbereich is called.
  return (
    collection.kommune === person.kommune &&
    person.roles.includes('staff') &&
    isOf(person, collection.fields.rights.editDepartments)
  );
}

/** Whether a person may change a collection itself: its rights, its owner, its end. */
export function mayAdminister({ kommune, roles }: Reader, collection: Pick<Collection, 'kommune'>): boolean {
  return collection.kommune === null
    ? roles.includes('verbund-admin')
    : collection.kommune === kommune && roles.includes('local-admin');
}

/** Whether a person sees that there is such a collection and what rules it has, though perhaps not what is in it. */
export function maySee(person: Reader, collection: Guarded): boolean {
  const watches = person.roles.includes('data-protection') || person.roles.includes('auditor');
  return (watches && isNear(person, collection)) || mayRead(person, collection);
}

function isNear({ kommune }: Reader, collection: Pick<Collection, 'kommune'>): boolean {
  return collection.kommune === null || collection.kommune === kommune;
}

function isOf({ department }: Reader, departments: readonly string[]): boolean {
  const own = plain(department);
  return own !== '' && departments.some((name) => plain(name) === own);
}

/** Directories write a Fachbereich in capitals or with blanks around it as it comes. */
function plain(department: string): string {
  return department.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('de');
}
