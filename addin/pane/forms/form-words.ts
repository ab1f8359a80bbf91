import type { FormName } from '../../../contract/forms.ts';

/** The forms of the house by their German names. */
export const formLabels: Record<FormName, string> = {
  letter: 'Brief',
  note: 'Vermerk',
  order: 'Verfügung',
  'council-paper': 'Sitzungsvorlage',
  decision: 'Bescheid',
  mail: 'E-Mail',
};

/** What the check came to, in a sentence. */
export function reportText(form: FormName | null, lacking: number, advice: number): string {
  if (form === null) {
    return 'Der Text lässt sich keiner Form zuordnen. Bitte wählen Sie, wonach geprüft werden soll.';
  }
  const name = formLabels[form];
  if (lacking === 0 && advice === 0) return `${name}: Nichts zu beanstanden.`;
  const parts = [
    lacking > 0 && `${lacking} ${lacking === 1 ? 'Mangel' : 'Mängel'}`,
    advice > 0 && `${advice} ${advice === 1 ? 'Hinweis' : 'Hinweise'}`,
  ].filter(Boolean);
  return `${name}: ${parts.join(' · ')}`;
}
