import { describe, expect, it } from '@jest/globals';
import { toXml } from '../output/provenance.ts';
import type { Host, Provenance } from './host.ts';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';

const made: Provenance = {
  tool: 'Amtsfeder 0.1.0',
  task: 'note',
  model: 'ChatGPT',
  provider: 'openai',
  authority: '',
  at: '2026-11-23T09:00:00Z',
  reviewed: null,
};

function opened() {
  const { host, word } = openWord([paragraphOf('')]);
  return { host, word, marks: marksOf(host) };
}

function marksOf({ provenances }: Host) {
  if (provenances === null) throw new Error('no marks');
  return provenances;
}

describe('marks in a document', () => {
  it('are read as they were written, one part for all', async () => {
    const { word, marks } = opened();
    expect(await marks.read()).toEqual([]);
    expect(await marks.write([made])).toEqual({ status: 'done' });
    expect(await marks.write([made, { ...made, task: 'rewrite' }])).toEqual({ status: 'done' });
    expect((await marks.read()).map(({ task }) => task)).toEqual(['note', 'rewrite']);
    expect(word.xml()).toHaveLength(1);
  });

  it('leave other parts of the document alone', async () => {
    const { word, marks } = opened();
    word.addXml('<akte xmlns="urn:kommune:akte"/>');
    await marks.write([made]);
    await marks.write([]);
    expect(word.xml()).toEqual(['<akte xmlns="urn:kommune:akte"/>']);
  });

  it('are read from all parts of ours, and what is none of ours is nothing', async () => {
    const { word, marks } = opened();
    word.addXml(toXml([made]));
    word.addXml('<x xmlns="urn:amtsfeder:provenance:1">unsinn</x>');
    word.addXml(toXml([{ ...made, task: 'reply' }]));
    expect((await marks.read()).map(({ task }) => task)).toEqual(['note', 'reply']);
    await marks.write([made]);
    expect(word.xml()).toEqual([toXml([made])]);
  });

  it('stay as they were where the new part is refused', async () => {
    const { word, marks } = opened();
    await marks.write([made]);
    word.faults.readOnly = true;
    expect(await marks.write([])).toEqual({ status: 'failed', why: 'read-only' });
    word.faults.readOnly = false;
    word.faults.refuse.set('customXmlParts.add', 'GeneralException');
    expect(await marks.write([{ ...made, task: 'reply' }])).toMatchObject({ status: 'failed' });
    expect(await marks.read()).toEqual([made]);
  });

  it('tell when Word does not answer', async () => {
    const { word, marks } = opened();
    word.faults.stall = true;
    await expect(marks.read()).rejects.toMatchObject({ code: 'timeout' });
    expect(await marks.write([made])).toEqual({ status: 'unconfirmed' });
  });

  it('need WordApi 1.4', async () => {
    expect(openWord([paragraphOf('')], { minor: 3 }).host.provenances).toBeNull();
    // A Word that promises more than it has, as the web does.
    const { word, marks } = opened();
    word.faults.refuse.set('customXmlParts.getByNamespace', 'ApiNotFound');
    await expect(marks.read()).rejects.toMatchObject({ code: 'unsupported' });
  });
});
