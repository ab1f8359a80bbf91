import { Field, Select } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { ModelInfo } from '../../../contract/models.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { useAsked } from '../use-asked.ts';
import type { CollectionForm } from './form.ts';

interface Props {
  api: Pick<ConsoleApi, 'embeddingModels'>;
  collection: string;
  form: CollectionForm;
  readOnly: boolean;
  onChange: (form: CollectionForm) => void;
}

const PLACES: Record<ModelInfo['place'], string> = {
  intern: 'im Haus',
  eu: 'in der EU',
  extern: 'außerhalb der EU',
};

/** Which model orders the collection by meaning; not there where none is configured and approved. */
export function MeaningField({ api, collection, form, readOnly, onChange }: Props) {
  const styles = usePageStyles();
  const ask = useCallback(
    // Whoever may only read is not told what could be chosen.
    (signal: AbortSignal) => (readOnly ? Promise.resolve([]) : api.embeddingModels(collection, signal)),
    [api, collection, readOnly],
  );
  const models = useAsked(ask).value ?? [];
  const { embeddingModel } = form;
  if (models.length === 0 && embeddingModel === '') return null;
  const isKnown = embeddingModel === '' || models.some(({ id }) => id === embeddingModel);
  return (
    <Field
      label="Suche nach Bedeutung"
      hint="Findet auch Stellen, die es mit anderen Worten sagen. Dafür gehen die Texte dieser Sammlung und die Fragen an das gewählte Modell, Personenbezogenes nach Ihren Regeln maskiert; die Kosten stehen in der Abrechnung."
    >
      <Select
        className={styles.select}
        value={embeddingModel}
        disabled={readOnly}
        onChange={(_event, { value }) => onChange({ ...form, embeddingModel: value })}
      >
        <option value="">Ohne, nur nach Wörtern</option>
        {models.map(({ id, label, place }) => (
          <option key={id} value={id}>
            {label} ({PLACES[place]})
          </option>
        ))}
        {!isKnown && <option value={embeddingModel}>{embeddingModel} (nicht mehr freigegeben)</option>}
      </Select>
    </Field>
  );
}
