import { expect, it } from '@jest/globals';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ModelInfo } from '../../../contract/models.ts';
import { collection } from '../testing/fakes.ts';
import { type CollectionForm, formOf } from './form.ts';
import { MeaningField } from './meaning-field.tsx';

const house: ModelInfo = { id: 'e5-haus', label: 'E5', provider: 'openai', place: 'intern' };

function show(models: ModelInfo[], embeddingModel = '', readOnly = false) {
  const chosen: CollectionForm[] = [];
  const form = { ...formOf(collection().fields), embeddingModel };
  render(
    <FluentProvider theme={webLightTheme}>
      <MeaningField
        api={{ embeddingModels: () => Promise.resolve(models) }}
        collection="x"
        form={form}
        readOnly={readOnly}
        onChange={(next) => chosen.push(next)}
      />
    </FluentProvider>,
  );
  return chosen;
}

it('offers the models that are approved, each with its place', async () => {
  const chosen = show([house]);
  const choice = await screen.findByRole('combobox', { name: 'Suche nach Bedeutung' });
  await userEvent.selectOptions(choice, 'E5 (im Haus)');
  expect(chosen.map(({ embeddingModel }) => embeddingModel)).toEqual(['e5-haus']);
});

it('keeps a model in sight that is approved no more', async () => {
  show([], 'altes');
  expect(await screen.findByRole('option', { name: 'altes (nicht mehr freigegeben)' })).toBeTruthy();
});

it('is not there where nothing can be chosen', async () => {
  show([]);
  show([house], '', true);
  await Promise.resolve();
  expect(screen.queryByRole('combobox')).toBeNull();
});
