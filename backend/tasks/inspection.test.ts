import { describe, expect, it } from '@jest/globals';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noChoice } from '../../contract/privacy.ts';
import { noAuthor, type TaskCall } from '../../contract/tasks/index.ts';
import { RecogniserError } from '../privacy/recogniser-thread.ts';
import { testHouse, testPrivacy } from '../testing/fake-house.ts';
import { fakeModel, saying } from '../testing/fake-model.ts';
import { inspectSource } from './inspection.ts';
import { previewTask } from './preview.ts';

const documentOf = (text: string) => ({ kind: 'document' as const, title: '', part: 'whole' as const, text });
const MEETING = 'Die Sitzung beginnt um 17 Uhr.';
const PRESS = documentOf(`Pressemitteilung\n\n${MEETING}`);

function instruct(source: TaskCall['input']['source'], instruction: string, turns: TaskCall['turns'] = []) {
  return {
    task: 'instruct',
    version: CONTRACT_VERSION,
    model: null,
    author: {
      ...noAuthor,
      name: 'Lena Quendelkamp',
      phone: '06131 555123',
      email: 'lena@quendelkamp.example',
    },
    input: { source, instruction },
    turns,
    privacy: noChoice,
  } as TaskCall;
}

async function suggested(call: TaskCall, keep: string[] = []) {
  const model = fakeModel(() => saying('x'));
  const house = testHouse(() => [model], { privacy: testPrivacy({ keep }) });
  const { verdict } = await previewTask(call, house, new AbortController().signal);
  return verdict.suggestion;
}
const classOf = async (call: TaskCall, keep?: string[]) => (await suggested(call, keep)).dataClass;

describe('a marking', () => {
  const PASTED = 'VS - NUR FÜR DEN DIENSTGEBRAUCH\n\nLagebericht zum Wasserwerk. Bitte zusammenfassen.';

  it('counts where it was typed or pasted, with a source or without', async () => {
    expect(await classOf(instruct({ kind: 'nothing' }, PASTED))).toBe('restricted');
    expect(await classOf(instruct(documentOf(MEETING), PASTED))).toBe('restricted');
  });

  it('counts in earlier answers and wishes', async () => {
    for (const turn of [
      { answer: PASTED, wish: 'kürzer' },
      { answer: 'Entwurf.', wish: PASTED },
    ]) {
      expect(await classOf(instruct(documentOf(MEETING), 'kürzen', [turn]))).toBe('restricted');
    }
  });

  it('counts also where nobody could look for what is personal, and the text stays in the house', async () => {
    const inside = fakeModel(() => saying('x'), { place: 'intern' });
    const recognise = () => Promise.reject(new RecogniserError('masking_failed'));
    const house = testHouse(() => [inside], { privacy: testPrivacy({ recognise }) });
    const { signal } = new AbortController();
    const { verdict } = await previewTask(instruct({ kind: 'nothing' }, PASTED), house, signal);
    expect(verdict).toMatchObject({ dataClass: 'restricted', treatment: 'plain' });
  });
});

describe('a text for everybody', () => {
  const typed = 'IBAN DE89 3704 0044 0532 0130 00, lena.zwiebelhuber@gmx.de, Lindenweg 7';

  it('stays one beside the details of the clerk', async () => {
    expect(await classOf(instruct(PRESS, 'kürzen'))).toBe('public');
  });

  it('is none with what was typed or answered', async () => {
    expect(await classOf(instruct(PRESS, typed))).toBe('personal');
    expect(await classOf(instruct(PRESS, 'kürzen', [{ answer: typed, wish: 'kürzer' }]))).toBe('personal');
    expect(await classOf(instruct(PRESS, 'Rückruf unter 0171 2345678'))).toBe('personal');
  });

  it('is none with the addresses and accounts of somebody, unless they are those of the house', async () => {
    const text = `${PRESS.text} Lindenweg 7, 55116 Mainz, IBAN DE89 3704 0044 0532 0130 00`;
    expect(await classOf(instruct(documentOf(text), 'kürzen'))).toBe('personal');
    const keep = ['Lindenweg 7', 'DE89 3704 0044 0532 0130 00'];
    expect(await classOf(instruct(documentOf(text), 'kürzen'), keep)).toBe('public');
  });

  it('is no öffentliche Zustellung', async () => {
    const text =
      'Öffentliche Bekanntmachung\n\nÖffentliche Zustellung\n\nDer Bescheid an die Schuldnerin, zuletzt wohnhaft Lindenweg 7, 55116 Mainz, kann eingesehen werden.';
    expect(await classOf(instruct(documentOf(text), 'kürzen'))).toBe('personal');
    expect(await classOf(instruct(documentOf(text), 'kürzen'), ['Lindenweg 7'])).toBe('internal');
  });
});

describe('social data', () => {
  it('are seen in earlier answers and in what was typed', async () => {
    const said = 'Frau Zwiebelhuber bezieht Bürgergeld.';
    for (const source of [PRESS, documentOf(MEETING), { kind: 'nothing' as const }]) {
      expect(await classOf(instruct(source, said))).toBe('social');
      expect(await classOf(instruct(source, 'x', [{ answer: said, wish: 'kürzer' }]))).toBe('social');
    }
  });

  it.each([
    'Merkblatt\n\nHerr Klaus Zwiebelhuber bezieht Bürgergeld und hat Schulden.',
    'Rundschreiben\n\nAntrag auf Sozialhilfe der Gerlinde Zwiebelhuber, Lindenweg 7, 55116 Mainz',
    'Merkblatt\n\nFamilie Zwiebelhuber kommt.\n\nInobhutnahme',
  ])('are no leaflet whatever the head says: %j', async (text) => {
    expect(await classOf(instruct(documentOf(text), 'kürzen'))).toBe('social');
    const signal = new AbortController().signal;
    expect((await inspectSource(documentOf(text), testPrivacy(), signal)).dataClass).toBe('social');
  });

  it('are none where a leaflet is only signed', async () => {
    const text = 'Merkblatt\n\nWohngeld wird auf Antrag bewilligt.\n\ngez. Gerlinde Zwiebelhuber';
    expect(await suggested(instruct(documentOf(text), 'kürzen'))).toEqual({
      dataClass: 'personal',
      because: ['Namen'],
    });
  });
});
