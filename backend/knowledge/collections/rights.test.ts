import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../contract/identity.ts';
import type { CollectionRights } from '../../../contract/knowledge.ts';
import { mayAdminister, mayEdit, mayRead, maySee, type Guarded } from './rights.ts';
import { openToAll } from './testing/samples.ts';

const HERE = 'lk-kusel';
const person = (roles: Role[], department = 'Bauen', kommune = HERE) => ({ roles, department, kommune });
const of = (kommune: string | null, rights: Partial<CollectionRights> = {}): Guarded => ({
  kommune,
  fields: { rights: { ...openToAll, ...rights } },
});

const own = of(HERE);
const foreign = of('donnersbergkreis');
const verbund = of(null);
const ofBauen = of(HERE, { readDepartments: ['Bauen'] });
const ofLeaders = of(HERE, { readRoles: ['local-admin', 'auditor'] });
const ofBoth = of(HERE, { readRoles: ['staff'], readDepartments: ['Soziales'] });
const byBauen = of(HERE, { readDepartments: ['Personal'], editDepartments: ['Hauptamt', 'Bauen'] });
const verbundByBauen = of(null, { editDepartments: ['Bauen'] });

const staff = person(['staff']);
const admin = person(['local-admin']);
const verbundAdmin = person(['verbund-admin']);
const watcher = person(['data-protection']);
const auditor = person(['auditor']);

describe('what a person may do with a collection', () => {
  it.each([
    // see, read, edit, administer
    ['staff', 'an open one', staff, own, 'see read'],
    ['staff', 'one of another Kommune', staff, foreign, ''],
    ['staff', 'one of the Verbund', staff, verbund, 'see read'],
    ['staff', 'one of their Fachbereich', staff, ofBauen, 'see read'],
    ['staff', 'one of other roles', staff, ofLeaders, ''],
    ['staff', 'one of their role but another Fachbereich', staff, ofBoth, ''],
    ['staff of both', 'one of a role and a Fachbereich', person(['staff'], 'Soziales'), ofBoth, 'see read'],
    [
      'another role of the Fachbereich',
      'one of a role and a Fachbereich',
      person(['auditor'], 'Soziales'),
      ofBoth,
      'see',
    ],
    ['staff of an editing Fachbereich', 'it, though another one reads', staff, byBauen, 'see read edit'],
    [
      'staff of an editing Fachbereich elsewhere',
      'it',
      person(['staff'], 'Bauen', 'donnersbergkreis'),
      byBauen,
      '',
    ],
    ['staff of a reading Fachbereich', 'it', person(['staff'], 'Personal'), byBauen, 'see read'],
    ['a watcher of an editing Fachbereich', 'it', person(['data-protection'], 'Bauen'), byBauen, 'see'],
    ['staff of a Fachbereich', 'one of the Verbund that names it', staff, verbundByBauen, 'see read'],
    ['staff without a Fachbereich', 'one of a Fachbereich', person(['staff'], ' '), ofBauen, ''],
    ['the local administration', 'any of its own', admin, ofBoth, 'see read edit administer'],
    ['the local administration', 'one of another Kommune', admin, foreign, ''],
    ['the local administration', 'one of the Verbund', admin, verbund, 'see read'],
    [
      'the administration of the Verbund',
      'one of the Verbund',
      verbundAdmin,
      verbundByBauen,
      'see read edit administer',
    ],
    ['the administration of the Verbund', 'an open one at home', verbundAdmin, own, 'see read'],
    ['the administration of the Verbund', 'one of others at home', verbundAdmin, ofBauen, 'see read'],
    ['the administration of the Verbund', 'one of other roles at home', verbundAdmin, ofLeaders, ''],
    ['the administration of the Verbund', 'one of another Kommune', verbundAdmin, foreign, ''],
    ['data protection', 'one that it may not read', watcher, ofLeaders, 'see'],
    ['data protection', 'one of another Kommune', watcher, foreign, ''],
    ['audit', 'one of its role', auditor, ofLeaders, 'see read'],
    ['audit', 'one of the Verbund', auditor, verbund, 'see read'],
    ['nobody in particular', 'one of a role', person([]), ofLeaders, ''],
  ] as const)('%s: %s', (_who, _what, who, collection, rights) => {
    const may = [
      maySee(who, collection) && 'see',
      mayRead(who, collection) && 'read',
      mayEdit(who, collection) && 'edit',
      mayAdminister(who, collection) && 'administer',
    ].filter((right) => right !== false);
    expect(may.join(' ')).toBe(rights);
  });

  it.each([
    ['bauen und umwelt', true],
    ['  Bauen  und Umwelt ', true],
    ['BAUEN UND UMWELT', true],
    ['Bauen und U\u0308mwelt', false],
    ['Bauen', false],
    ['', false],
  ])('takes a Fachbereich as it is meant: %j', (department, expected) => {
    const collection = of(HERE, { readDepartments: ['Bauen und Umwelt '] });
    expect(mayRead(person(['staff'], department), collection)).toBe(expected);
  });

  it('takes letters as they are read, not as they are composed', () => {
    const collection = of(HERE, { editDepartments: ['Büro des Landrats'] });
    expect(mayEdit(person(['staff'], 'Bu\u0308ro des Landrats'), collection)).toBe(true);
  });
});
