import { describe, expect, it } from '@jest/globals';
import { tools as toolNames, type ToolName } from '../../../contract/agents/tools.ts';
import type { DataClass } from '../../../contract/privacy.ts';
import { type FoundSection, type Inquiry, nothingThere } from '../../tasks/knowledge.ts';
import { offersOf, toolArguments } from './tools/offers.ts';
import { MAX_SAID_CHARS, type Refusal, type ToolHouse } from './tools/tool.ts';
import { useTool } from './use-tool.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const every = Object.keys(toolNames) as ToolName[];

function house(more: Partial<ToolHouse> = {}): ToolHouse {
  return {
    reading: { kind: 'nothing' },
    knowledge: { find: () => Promise.resolve(nothingThere) },
    dataClass: 'internal',
    templates: [],
    textBlocks: [],
    today: '2026-11-27',
    ...more,
  };
}
const use = (tool: string, given: unknown, of = house(), allowed: readonly ToolName[] = every) =>
  useTool(
    { id: 'a', tool, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
    allowed,
    of,
  );

describe('a call that is refused', () => {
  it.each([
    ['a tool that there is none of', 'mail_senden', {}, 'unknown', 'unbekannt'],
    ['a name of every object', 'constructor', {}, 'unknown', 'unbekannt'],
    ['a tool that the agent may not use', 'wissen', { frage: 'Was?' }, 'not_allowed', 'wissen'],
    ['no JSON', 'rechnen', '{"ausdruck": ', 'arguments', 'rechnen'],
    ['an argument too many', 'rechnen', { ausdruck: '1', kommune: 'lk-kusel' }, 'arguments', 'rechnen'],
    ['an argument too few', 'dokument', { was: 'teil' }, 'arguments', 'dokument'],
    ['an argument too long', 'rechnen', { ausdruck: '1'.repeat(501) }, 'arguments', 'rechnen'],
  ] as const)('%s', async (_what, tool, given, why, recorded) => {
    const refusals: Refusal[] = [];
    const knowledge = { find: () => Promise.reject(new Error('asked')) };
    const onRefused = (refusal: Refusal) => {
      refusals.push(refusal);
      return Promise.resolve();
    };
    const allowed = every.filter((name) => name !== 'wissen');
    const used = await use(tool, given, house({ knowledge, onRefused }), allowed);
    expect(used).toMatchObject({ refused: true, said: expect.stringMatching(/^Abgewiesen: /) });
    expect(refusals).toEqual([{ tool: recorded, why }]);
    expect(JSON.stringify(used)).not.toContain('mail_senden');
  });
});

describe('what a model is offered', () => {
  it('are schemas of objects that say no more than they mean', () => {
    const offers = offersOf(every);
    expect(offers.map(({ name }) => name)).toEqual(every);
    for (const { parameters, description } of offers) {
      expect(parameters).toMatchObject({ type: 'object', additionalProperties: false });
      expect(parameters).not.toHaveProperty('$schema');
      expect(description.length).toBeGreaterThan(20);
    }
    expect(offersOf(['wissen', 'wissen'])).toHaveLength(1);
  });

  it('has examples that hold', async () => {
    for (const name of ['rechnen', 'datum'] as const) {
      const texts = [
        offersOf([name])[0]?.description ?? '',
        toolArguments[name].shape.ausdruck.description ?? '',
      ];
      const example = /Zum Beispiel: (.+)/.exec(texts[1] ?? '')?.[1] ?? '';
      expect(await use(name, { ausdruck: example })).toMatchObject({ said: expect.stringContaining(' = ') });
    }
    for (const ausdruck of ['summe([1.0, 2.5])', 'runden(2.4)', 'euro(12.50)', 'prozent(euro(100), 19)'])
      expect((await use('rechnen', { ausdruck })).said).toContain(' = ');
    for (const ausdruck of [
      'tage_spaeter(heute, 14)',
      'frist(datum("2026-11-27"), 4, "wochen")',
      'jahr(heute)',
    ])
      expect((await use('datum', { ausdruck })).said).toContain(' = ');
  });
});

describe('rechnen and datum', () => {
  it('reckon as German letters write it', async () => {
    expect(await use('rechnen', { ausdruck: 'euro(1250) + prozent(euro(1250), 19)' })).toEqual({
      said: 'euro(1250) + prozent(euro(1250), 19) = 1.487,50 Euro',
      asked: 'Rechnen: euro(1250) + prozent(euro(1250), 19)',
      refused: false,
    });
    expect((await use('datum', { ausdruck: 'frist(datum("2026-10-31"), 1, "monate")' })).said).toMatch(
      / = 30\.11\.2026$/,
    );
    expect((await use('datum', { ausdruck: 'tage_zwischen(heute, datum("2026-12-01"))' })).said).toMatch(
      / = 4$/,
    );
  });

  it.each(['1 +', 'process.exit()', 'heute', '"x".matches("(a+)+$")', '1 / 0', 'x'])(
    'say that %s can not be reckoned, and reach nothing',
    async (ausdruck) => {
      const { said, refused } = await use('rechnen', { ausdruck });
      expect(said).toMatch(/^Der Ausdruck /);
      expect(refused).toBe(false);
    },
  );
});

describe('dokument', () => {
  const chapter = (name: string, words: string) => `## ${name}\n\n${words}`;
  const reading = {
    kind: 'document' as const,
    title: 'Satzung',
    part: 'whole' as const,
    text: [
      'Vorwort.',
      chapter('Gebühren', `Die Gebühr beträgt 12,00 €. ${'Wort '.repeat(1_500)}`),
      chapter('Fristen', 'Anträge sind bis 2027 zu stellen. Die Anträge sind formlos.'),
    ].join('\n\n'),
  };
  const of = house({ reading });

  it('lists its parts, the long ones cut', async () => {
    const { said } = await use('dokument', { was: 'gliederung' }, of);
    expect(said.split('\n')).toEqual([
      '4 Teile:',
      '1. Satzung (8 Zeichen)',
      expect.stringMatching(/^2\. Satzung: Gebühren \(\d+ Zeichen\)$/),
      expect.stringMatching(/^3\. Satzung: Gebühren \(\d+ Zeichen\)$/),
      expect.stringMatching(/^4\. Satzung: Fristen \(\d+ Zeichen\)$/),
    ]);
  });

  it('gives each part whole', async () => {
    const parts = await Promise.all([1, 2, 3, 4].map((teil) => use('dokument', { was: 'teil', teil }, of)));
    const words = parts.map(({ said }) => said.slice(said.indexOf('\n\n') + 2)).join(' ');
    const letters = (text: string) => text.replace(/\s+/gu, '');
    expect(letters(words) === letters(reading.text)).toBe(true);
    expect((await use('dokument', { was: 'teil', teil: 5 }, of)).said).toBe('Es gibt nur die Teile 1 bis 4.');
  });

  it('finds words in any form, and years', async () => {
    const { said } = await use('dokument', { was: 'suche', worte: 'Antrag' }, of);
    expect(said).toMatch(/^Teil 4: … .*Anträge sind bis 2027.* …$/);
    expect((await use('dokument', { was: 'suche', worte: '2027' }, of)).said).toContain('Teil 4');
    expect((await use('dokument', { was: 'suche', worte: 'Wort' }, of)).said.length).toBeLessThanOrEqual(
      MAX_SAID_CHARS,
    );
    expect((await use('dokument', { was: 'suche', worte: 'Zaunkönig' }, of)).said).toBe(
      'Diese Wörter stehen nicht darin.',
    );
  });

  it('reads a mail with what it quotes and its files', async () => {
    const mail = {
      kind: 'mail' as const,
      subject: 'Frage',
      from: { name: '', email: '' },
      to: [],
      cc: [],
      date: null,
      newest: 'Guten Tag.',
      notices: '',
      thread: 'Früher.',
      attachments: [{ name: 'Liste.docx', text: 'Eins.' }],
    };
    const { said } = await use('dokument', { was: 'gliederung' }, house({ reading: mail }));
    expect(said).toContain('Nachricht „Frage“');
    expect(said).toContain('Verlauf');
    expect(said).toContain('Anlage „Liste.docx“');
  });

  it('says where nothing is open', async () => {
    expect((await use('dokument', { was: 'gliederung' })).said).toBe('Es ist nichts geöffnet.');
  });
});

describe('wissen', () => {
  const section = (number: number, text: string, dataClass: DataClass = 'internal'): FoundSection => ({
    card: {
      number,
      section: number,
      collection: { id: ID, name: 'Haus', verbund: false },
      document: {
        id: ID,
        version: ID,
        name: 'da.md',
        title: 'Dienstanweisung',
        kind: 'regulation',
        validFrom: '2026-01-01',
        validTo: null,
        old: false,
      },
      path: ['§ 1'],
      pages: null,
      text,
      marks: [],
    },
    dataClass,
    before: '',
    after: '',
  });
  const knowing = (...sections: FoundSection[]) => {
    const asked: Inquiry[] = [];
    const find = (inquiry: Inquiry) => {
      asked.push(inquiry);
      return Promise.resolve({ sections, enough: true, enoughUnread: true, contacts: [] });
    };
    return { asked, of: house({ knowledge: { find } }) };
  };

  it('asks what the person may read, and says where it stands', async () => {
    const { asked, of } = knowing(section(1, 'Dreißig Cent je Kilometer.'));
    const { said, asked: words } = await use('wissen', { frage: 'Was gibt es je Kilometer?' }, of);
    expect(said).toMatch(/^\[1\] .*Dienstanweisung[^\n]*\nDreißig Cent je Kilometer\.$/);
    expect(words).toBe('Im internen Wissen nachschlagen: „Was gibt es je Kilometer?“');
    expect(asked).toEqual([
      {
        question: 'Was gibt es je Kilometer?',
        words: '',
        scope: { collections: null, kinds: null, on: null, old: false },
      },
    ]);
  });

  it('keeps back what is stricter than the run, so that no model gets it by this way', async () => {
    const { of } = knowing(section(1, 'Sozialgeheim.', 'social'), section(2, 'Offen.', 'public'));
    const { said } = await use('wissen', { frage: 'Was gilt?' }, of);
    expect(said).not.toContain('Sozialgeheim');
    expect(said).toMatch(/Offen\.[^]*strenger eingestuft/);
  });

  it('is bounded', async () => {
    const { of } = knowing(
      ...Array.from({ length: 8 }, (_none, index) => section(index + 1, 'Wort '.repeat(900))),
    );
    expect((await use('wissen', { frage: 'Was gilt?' }, of)).said.length).toBeLessThanOrEqual(MAX_SAID_CHARS);
  });

  it('says that there is nothing', async () => {
    expect((await use('wissen', { frage: 'Was gilt?' })).said).toMatch(/keine Fundstelle/);
  });
});

describe('vorlagen', () => {
  const of = house({
    templates: [{ name: 'Antwortschreiben', text: '' }],
    textBlocks: [
      { label: 'Rechtsbehelf', text: 'Gegen diesen Bescheid kann Widerspruch erhoben werden.' },
      { label: 'Datenschutz', text: 'Hinweise nach Art. 13 DSGVO.' },
    ],
  });

  it('lists the names, and gives those with certain words in full', async () => {
    expect((await use('vorlagen', {}, of)).said.split('\n')).toEqual([
      '- Vorlage „Antwortschreiben“',
      '- Textbaustein „Rechtsbehelf“',
      '- Textbaustein „Datenschutz“',
    ]);
    expect((await use('vorlagen', { worte: 'Widersprüche' }, of)).said).toBe(
      'Textbaustein „Rechtsbehelf“:\nGegen diesen Bescheid kann Widerspruch erhoben werden.',
    );
    expect((await use('vorlagen', { worte: 'Zaunkönig' }, of)).said).toMatch(/keine Vorlage/);
  });
});
