import { Readable } from 'node:stream';
import { beforeAll, expect, it } from '@jest/globals';
import { KOMMUNE, openTestHouse } from '../knowledge/search/testing/house.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { knowledgeSearchCommand } from './knowledge-search-command.ts';

onBothStores('amtsfeder knowledge search', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
    await openTestHouse(store);
  });
  async function run(line: string[], input: string) {
    let printed = '';
    const code = await knowledgeSearchCommand(
      ['--kommune', KOMMUNE, ...line],
      Readable.from([Buffer.from(input)]),
      (text) => Promise.resolve(void (printed += text)),
      store.env,
    );
    return {
      code,
      lines: printed
        .split('\n')
        .filter(Boolean)
        .map((json) => JSON.parse(json) as unknown),
    };
  }

  it('answers each line, in their order', async () => {
    const asked = Array.from({ length: 30 }, (_, id) =>
      JSON.stringify({ id, frage: id % 2 === 0 ? 'Wie lange ist die Pause?' : 'Xylophonkonzert' }),
    );
    const { code, lines } = await run(
      ['--collection', 'dienstanweisungen', '--top', '1'],
      `${asked.join('\n')}\n\n`,
    );
    expect(code).toBe(0);
    expect(lines.map((line) => (line as { id: number }).id)).toEqual(asked.map((_, id) => id));
    expect(lines[0]).toEqual({
      id: 0,
      hits: [
        {
          document: 'arbeitszeit.md',
          heading: '3 Pausen',
          page: null,
          score: expect.any(Number),
          text: expect.stringContaining('Pause von 30 Minuten'),
        },
      ],
    });
    expect(lines[1]).toEqual({ id: 1, hits: [] });
  });

  it('finds a collection of the Verbund, with pages', async () => {
    const { lines } = await run(
      ['--collection', 'Bibliothek des Verbunds'],
      '{"id":"a","frage":"Telearbeit"}',
    );
    expect(lines).toMatchObject([{ id: 'a', hits: [{ document: 'homeoffice.md', page: 2 }] }]);
  });

  it('says which line is broken, and nothing of it', async () => {
    const input = '{"id":1,"frage":"Hund"}\n{"id":2,"geheim":"Erika"}\n';
    await expect(run(['--collection', 'Dienstanweisungen'], input)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(/^(?!.*Erika).*line 2/),
    });
  });

  it.each([
    [['--collection', 'Gibt es nicht'], /--collection/],
    [[], /--collection/],
    [['--collection', 'Dienstanweisungen', '--top', '0'], /--top/],
    [['--collection', 'Dienstanweisungen', '--kommune', 'x'], /--kommune/],
  ])('refuses %j', async (line, words) => {
    await expect(run(line, '')).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(words),
    });
  });
});
