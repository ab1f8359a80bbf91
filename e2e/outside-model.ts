import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Settings of a product with a model outside of the house and one inside, both answered by the same provider.
 * @param openaiURL address of a provider that speaks OpenAI's protocol
 * @param label how the one outside is called
 */
export async function outsideModel(openaiURL: string, label: string): Promise<Record<string, string>> {
  const file = join(await mkdtemp(join(tmpdir(), 'models-')), 'models.json');
  const model = { provider: 'openai', model: 'scripted', baseURL: openaiURL };
  const models = [
    { ...model, id: 'outside', label, place: 'extern' },
    { ...model, id: 'house', label: 'Hausmodell', place: 'intern' },
  ];
  await writeFile(file, JSON.stringify(models));
  return { AMTSFEDER_MODELS_FILE: file };
}
