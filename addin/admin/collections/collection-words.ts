import type { CollectionFields, CollectionReport } from '../../../contract/knowledge.ts';
import { classLabels } from '../../pane/privacy/privacy-words.ts';
import { countText, dayText } from '../words.ts';

/** Whose a collection is. */
export function ownerText(
  { kommune }: Pick<CollectionReport, 'kommune'>,
  own: { id: string; name: string },
): string {
  if (kommune === null) return 'Verbund';
  return kommune === own.id ? own.name : kommune;
}

/** Why somebody can only read a collection; null where they may change it. */
export function readOnlyText({
  kommune,
  mayEdit,
}: Pick<CollectionReport, 'kommune' | 'mayEdit'>): string | null {
  if (mayEdit) return null;
  return kommune === null
    ? 'Diese Sammlung gehört dem Verbund. Sie können sie lesen; ändern kann sie die Verbundadministration.'
    : 'Sie können diese Sammlung lesen; ändern können sie die Fachadministration und die zuständigen Fachbereiche.';
}

/** What a collection holds, in one line. */
export function factsText(report: CollectionReport, own: { id: string; name: string }): string {
  return [
    ownerText(report, own),
    classLabels[report.fields.dataClass],
    countText(report.documents, 'Dokument', 'Dokumente'),
    countText(report.sections, 'Abschnitt', 'Abschnitte'),
    ...(report.fields.validTo === null ? [] : [`gilt bis ${dayText(report.fields.validTo)}`]),
  ].join(' · ');
}

export const fieldWords: Record<keyof CollectionFields, string> = {
  name: 'Name',
  description: 'Beschreibung',
  contact: 'Ansprechstelle',
  dataClass: 'Datenklasse',
  validFrom: 'Gilt ab',
  validTo: 'Gilt bis',
  reviewMonths: 'Prüfung',
  keepOldDays: 'Abgelöste Fassungen',
  rights: 'Rechte',
  embeddingModel: 'Modell für die Suche nach Bedeutung',
};
