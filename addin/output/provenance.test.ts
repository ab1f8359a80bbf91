import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Provenance } from '../office/host.ts';
import { fromXml, toXml, visibleNote } from './provenance.ts';

const made: Provenance = {
  tool: 'Amtsfeder 0.1.0',
  task: 'rewrite',
  model: 'ChatGPT',
  provider: 'openai',
  authority: 'Verbandsgemeinde Kusel-Altenglan',
  at: '2026-11-23T09:00:00Z',
  reviewed: null,
};

const wrapped = (inner: string, namespace = 'urn:amtsfeder:provenance:1') =>
  `<provenances xmlns="${namespace}">${inner}</provenances>`;
const entry = '<provenance tool="Amtsfeder" at="2026-11-23"/>';

describe('marks as XML', () => {
  it('come back as they were', () => {
    const all = [made, { ...made, reviewed: { by: 'A. Klein <"&\'>', at: '2026-11-24' } }];
    expect(fromXml(toXml(all))).toEqual(all);
  });

  it('come back whatever stands in a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (name) => {
        const [back] = fromXml(toXml([{ ...made, model: name }]));
        expect(back).toMatchObject({ tool: made.tool, at: made.at });
        expect(toXml(back === undefined ? [] : [back])).toBe(toXml([{ ...made, model: name }]));
      }),
    );
  });

  it('hold the newest where they are too many', () => {
    const all = Array.from({ length: 205 }, (_, index) => ({ ...made, task: `t${index}` }));
    const back = fromXml(toXml(all));
    expect([back.length, back[0]?.task, back.at(-1)?.task]).toEqual([200, 't5', 't204']);
  });

  it('have no declaration, which Word refuses', () => {
    expect(toXml([])).toBe('<provenances xmlns="urn:amtsfeder:provenance:1"></provenances>');
  });
});

describe('XML of anybody', () => {
  it.each([
    ['nothing', ''],
    ['no XML', 'Amtsfeder'],
    ['XML that breaks off', wrapped(entry).slice(0, -5)],
    ['another namespace', wrapped(entry, 'urn:other')],
    ['another root', '<x xmlns="urn:amtsfeder:provenance:1"/>'],
    ['a document type', `<!DOCTYPE provenances [<!ENTITY a "b">]>${wrapped(entry)}`],
    ['a part too long', wrapped(entry + ' '.repeat(1_000_000))],
    ['an entry without a time', wrapped('<provenance tool="Amtsfeder"/>')],
    ['a time that is none', wrapped('<provenance tool="Amtsfeder" at="2026-13-45"/>')],
    ['an entry without a tool', wrapped('<provenance at="2026-11-23"/>')],
  ])('is nothing: %s', (_, xml) => {
    expect(fromXml(xml)).toEqual([]);
  });

  it('keeps what is valid beside what is not', () => {
    const back = fromXml(wrapped(`<x/>${entry}<provenance tool="" at=""/>`));
    expect(back).toEqual([
      {
        tool: 'Amtsfeder',
        task: '',
        model: '',
        provider: '',
        authority: '',
        at: '2026-11-23',
        reviewed: null,
      },
    ]);
  });

  it('believes no review without a name or a time', () => {
    const xml = wrapped(
      '<provenance tool="A" at="2026-11-23"><reviewed by="" at="2026-11-23"/></provenance>',
    );
    expect(fromXml(xml)[0]?.reviewed).toBeNull();
  });

  it('cuts long names and drops what cannot be seen', () => {
    const xml = wrapped(`<provenance tool="${'x'.repeat(5000)}" model="a&#x202e;b&#10;c" at="2026-11-23"/>`);
    const [back] = fromXml(xml);
    expect([back?.tool.length, back?.model]).toEqual([1000, 'ab c']);
  });
});

describe('the note for people', () => {
  it('names the product, the model and the day in Germany', () => {
    expect(visibleNote({ ...made, at: '2026-11-22T23:30:00Z' })).toBe(
      'Mit Unterstützung von KI erstellt (Amtsfeder, ChatGPT), 23.11.2026.',
    );
  });

  it('names who has checked it', () => {
    const reviewed = { by: 'Anna Klein', at: '2026-12-01' };
    expect(visibleNote({ ...made, model: '', reviewed })).toBe(
      'Mit Unterstützung von KI erstellt (Amtsfeder), 23.11.2026. Geprüft durch Anna Klein am 01.12.2026.',
    );
  });
});
