import type { SummariseInput } from '../../contract/tasks/summarise.ts';

type Form = SummariseInput['form'];

interface Field {
  /** As it stands above its statements. */
  name: string;
  /** Other names that models give it; compared in small letters. */
  also?: readonly string[];
  /** A single value and not a list. */
  single?: true;
}

/** Summary of a Rundschreiben: its fields in their order. */
export const CIRCULAR: readonly Field[] = [
  { name: 'Absender', single: true },
  { name: 'Az.', also: ['az', 'aktenzeichen', 'geschäftszeichen'], single: true },
  { name: 'Datum', single: true },
  { name: 'Betreff', single: true },
  { name: 'Ersetzt/ändert', also: ['ersetzt oder ändert', 'ersetzt / ändert', 'ersetzt'] },
  { name: 'Betroffene' },
  { name: 'Kernaussagen' },
  { name: 'Fristen', also: ['frist'] },
  { name: 'Handlungsbedarf' },
  { name: 'Zuständigkeit', also: ['zuständigkeiten'] },
  { name: 'Rechtsgrundlagen', also: ['rechtsgrundlage'] },
  { name: 'Anlagen', also: ['anlage'] },
  { name: 'Offene Fragen' },
];

/** Said where the source has nothing on a field. */
export const NOT_GIVEN = 'nicht angegeben';

/** The field that a heading or label of a model names, whatever signs and numbers it wears; null for any other. */
export function fieldOf(label: string): Field | null {
  const plain = label
    .replace(/[*_:#]/gu, '')
    .replace(/^\s*\d{1,2}[.)]\s/u, '')
    .trim()
    .toLowerCase();
  return (
    CIRCULAR.find(({ name, also }) => name.toLowerCase() === plain || also?.includes(plain) === true) ?? null
  );
}

/** How the statements of a form are laid out. */
export function layoutOf(form: Form): 'fields' | 'faq' | 'paragraph' {
  return form === 'faq' || form === 'paragraph' ? form : 'fields';
}

/** Whether a text says that the source has nothing on the matter. */
export function saysNothing(text: string): boolean {
  return (
    text.length < 60 &&
    /^[*_\s]{0,4}(?:nicht angegeben|nicht genannt|keine angaben?)[.*_\s]{0,4}$/iu.test(text)
  );
}
