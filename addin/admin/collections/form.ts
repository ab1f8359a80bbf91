import { type CollectionFields, collectionFields } from '../../../contract/knowledge.ts';
import type { Role } from '../../../contract/identity.ts';
import type { DataClass } from '../../../contract/privacy.ts';

/** What stands in the fields of the form, as it was typed. */
export interface CollectionForm {
  name: string;
  description: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  dataClass: DataClass;
  validFrom: string;
  /** Empty for no end. */
  validTo: string;
  /** Empty for never. */
  reviewMonths: string;
  keepOldDays: string;
  readRoles: readonly Role[];
  /** One Fachbereich in each line. */
  readDepartments: string;
  editDepartments: string;
  /** Empty for none. */
  embeddingModel: string;
}

export type FormField = keyof CollectionForm;
export type FormFaults = Partial<Record<FormField, string>>;

/** What a new collection begins with. */
export function newForm(today: string): CollectionForm {
  return {
    name: '',
    description: '',
    contactName: '',
    contactEmail: '',
    contactPhone: '',
    dataClass: 'internal',
    validFrom: today,
    validTo: '',
    reviewMonths: '12',
    keepOldDays: '365',
    readRoles: [],
    readDepartments: '',
    editDepartments: '',
    embeddingModel: '',
  };
}

export function formOf({ contact, rights, ...fields }: CollectionFields): CollectionForm {
  return {
    name: fields.name,
    description: fields.description,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    dataClass: fields.dataClass,
    validFrom: fields.validFrom,
    validTo: fields.validTo ?? '',
    reviewMonths: fields.reviewMonths === null ? '' : String(fields.reviewMonths),
    keepOldDays: String(fields.keepOldDays),
    readRoles: rights.readRoles,
    readDepartments: rights.readDepartments.join('\n'),
    editDepartments: rights.editDepartments.join('\n'),
    embeddingModel: fields.embeddingModel ?? '',
  };
}

/** @returns the fields, or in words what is wrong with which */
export function fieldsOf(
  form: CollectionForm,
): { status: 'right'; fields: CollectionFields } | { status: 'wrong'; faults: FormFaults } {
  const checked = collectionFields.safeParse({
    name: form.name,
    description: form.description,
    contact: { name: form.contactName, email: form.contactEmail, phone: form.contactPhone },
    dataClass: form.dataClass,
    validFrom: form.validFrom,
    validTo: form.validTo || null,
    reviewMonths: form.reviewMonths.trim() === '' ? null : Number(form.reviewMonths),
    keepOldDays: form.keepOldDays.trim() === '' ? Number.NaN : Number(form.keepOldDays),
    rights: {
      readRoles: form.readRoles,
      readDepartments: linesOf(form.readDepartments),
      editDepartments: linesOf(form.editDepartments),
    },
    embeddingModel: form.embeddingModel.trim() || null,
  });
  const faults: FormFaults = {};
  for (const { path } of checked.error?.issues ?? []) {
    const field = fieldAt(path.map(String).slice(0, 2).join('.'));
    if (field !== undefined) faults[field] = faultWords[field];
  }
  if (form.validTo !== '' && form.validTo < form.validFrom) faults.validTo = BEFORE;
  return checked.success && Object.keys(faults).length === 0
    ? { status: 'right', fields: checked.data }
    : { status: 'wrong', faults };
}

/**
 * The form after somebody else has changed the collection: what the person changed stays, of everything else what holds
 * now is taken.
 * @param base what the form began with
 */
export function onto(form: CollectionForm, base: CollectionFields, newest: CollectionFields): CollectionForm {
  const before = formOf(base);
  const now = formOf(newest);
  const own = Object.entries(form).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as FormField]),
  );
  return { ...now, ...Object.fromEntries(own) };
}

/** Fields that differ between two states of a collection. */
export function differing(one: CollectionFields, other: CollectionFields): (keyof CollectionFields)[] {
  return (Object.keys(one) as (keyof CollectionFields)[]).filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  );
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

const BEFORE = 'Das Ende liegt vor dem Beginn. Bitte geben Sie einen späteren Tag an.';

const PLAIN = 'Bitte verwenden Sie einfachen Text ohne Schlüssel oder Kennwörter.';
const faultWords: Record<FormField, string> = {
  name: 'Bitte geben Sie einen Namen mit höchstens 120 Zeichen an, ohne Schlüssel oder Kennwörter.',
  description: PLAIN,
  contactName: PLAIN,
  contactEmail: PLAIN,
  contactPhone: PLAIN,
  dataClass: 'Bitte wählen Sie eine Datenklasse.',
  validFrom: 'Bitte geben Sie einen Tag an.',
  validTo: 'Bitte geben Sie einen Tag an oder lassen Sie das Feld leer.',
  reviewMonths: 'Bitte geben Sie 1 bis 120 Monate an oder lassen Sie das Feld leer.',
  keepOldDays: 'Bitte geben Sie 0 bis 3.653 Tage an.',
  readRoles: 'Bitte wählen Sie Rollen aus der Liste.',
  readDepartments: 'Bitte geben Sie höchstens 200 Fachbereiche mit je höchstens 200 Zeichen an.',
  editDepartments: 'Bitte geben Sie höchstens 200 Fachbereiche mit je höchstens 200 Zeichen an.',
  embeddingModel: 'Bitte geben Sie die Kennung so an, wie sie in der Konfiguration steht.',
};

const nested: Record<string, FormField> = {
  'contact.name': 'contactName',
  'contact.email': 'contactEmail',
  'contact.phone': 'contactPhone',
  'rights.readRoles': 'readRoles',
  'rights.readDepartments': 'readDepartments',
  'rights.editDepartments': 'editDepartments',
};

function fieldAt(path: string): FormField | undefined {
  return nested[path] ?? (Object.hasOwn(faultWords, path) ? (path as FormField) : undefined);
}
