import { describe, expect, it } from '@jest/globals';
import { collection } from '../testing/fakes.ts';
import { type CollectionForm, differing, fieldsOf, formOf, newForm, onto } from './form.ts';

const { fields } = collection();
const right = { ...newForm('2026-11-27'), name: 'Dienstanweisungen' };

describe('the form of a collection', () => {
  it('gives back what it was filled with', () => {
    expect(fieldsOf(formOf(fields))).toEqual({ status: 'right', fields });
    const other = { ...fields, validTo: '2027-12-31', reviewMonths: null, embeddingModel: 'e5-haus' };
    expect(fieldsOf(formOf(other))).toEqual({ status: 'right', fields: other });
  });

  it('takes each line for a Fachbereich, and none twice', () => {
    const checked = fieldsOf({ ...right, readDepartments: ' Soziales \n\nBauen\nSoziales' });
    expect(checked).toMatchObject({ fields: { rights: { readDepartments: ['Soziales', 'Bauen'] } } });
  });

  it.each<[keyof CollectionForm, Partial<CollectionForm>]>([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(121) }],
    ['description', { description: 'Schlüssel sk-abcdefghijklmnop' }],
    ['contactEmail', { contactEmail: '\u0000' }],
    ['validFrom', { validFrom: '' }],
    ['validTo', { validTo: '2026-11-26' }],
    ['reviewMonths', { reviewMonths: '0' }],
    ['reviewMonths', { reviewMonths: 'bald' }],
    ['reviewMonths', { reviewMonths: '1.5' }],
    ['keepOldDays', { keepOldDays: '' }],
    ['keepOldDays', { keepOldDays: '99999' }],
    ['editDepartments', { editDepartments: 'x'.repeat(201) }],
    ['embeddingModel', { embeddingModel: 'mit Leerzeichen' }],
  ])('says what is wrong with %s', (field, change) => {
    const checked = fieldsOf({ ...right, ...change });
    expect(checked.status === 'wrong' && Object.keys(checked.faults)).toEqual([field]);
  });
});

it('keeps what a person changed when somebody else has changed the rest', () => {
  const newest = { ...fields, name: 'Neuer Name', keepOldDays: 30 };
  const form = { ...formOf(fields), name: 'Mein Name' };
  expect(onto(form, fields, newest)).toEqual({ ...formOf(newest), name: 'Mein Name' });
  expect(differing(fields, newest)).toEqual(['name', 'keepOldDays']);
});
