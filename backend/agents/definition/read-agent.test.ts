import { describe, expect, it } from '@jest/globals';
import { MAX_AGENT_CHARS, readAgent, writeAgent } from './read-agent.ts';

const text = `
format: amtsfeder/agent/1
name: Telefonnotiz
purpose: Macht aus Stichworten eine Notiz.
owner: { name: Fachbereich 1 }
dataClass: internal
models: null
reviewOn: 2027-12-31
inputs:
  - { kind: feld, field: { name: stichworte, label: Stichworte, kind: text } }
work:
  kind: ablauf
  steps:
    - id: notiz
      title: Notiz schreiben
      kind: schreiben
      form: vermerk
      drawsOn: [stichworte]
      how: { kind: text, text: "Notiz vom {{heute}}: {{stichworte}}" }
  outcome: { from: notiz, as: vermerk }
`;
const faultsOf = (changed: string) => {
  const reading = readAgent(changed);
  return reading.ok ? [] : reading.faults;
};

describe('an agent', () => {
  it('is read from YAML, and comes back the same from the YAML that it is written as', () => {
    const reading = readAgent(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    expect([...(reading.plan?.places.keys() ?? [])]).toEqual(['notiz']);
    expect(readAgent(writeAgent(reading.agent))).toMatchObject({ ok: true, agent: reading.agent });
  });

  it.each([
    ['no YAML', '{', null, /weder gültiges YAML/],
    ['something else', 'Hallo', null, /^Agent: /],
    ['nothing', '', null, /^Agent: /],
    [
      'a word that is no part of it',
      text.replace('models: null', 'models: null\nskript: rm'),
      null,
      /die es nicht gibt/,
    ],
    [
      'a step of an unknown kind',
      text.replace('kind: schreiben', 'kind: zaubern'),
      'notiz',
      /keine der erlaubten/,
    ],
    ['a name with other letters', text.replace('id: notiz', 'id: Notiz-1'), null, /Form/],
    ['an expression that does not fit', text.replace('{{heute}}', '{{morgen}}'), 'notiz', /„morgen“ gibt es/],
    ['an alias', 'a: &a [1]\nb: *a', null, /weder gültiges YAML/],
    ['too much', `${text}${'# Anmerkung\n'.repeat(MAX_AGENT_CHARS / 12)}`, null, /zu lang/],
  ])('is refused where it is %s', (_what, changed, step, said) => {
    expect(faultsOf(changed)[0]).toMatchObject({ step });
    expect(faultsOf(changed)[0]?.text).toMatch(said);
  });

  it('is refused, and breaks nothing, however deep it is', () => {
    const deep = (brackets: number) => `${'['.repeat(brackets)}${']'.repeat(brackets)}`;
    expect(faultsOf(deep(90_000))).toHaveLength(1);
    const steps = (depth: number): string =>
      depth === 0
        ? '[]'
        : `[{id: a${depth}, title: x, kind: entscheiden, cases: [{when: "true", steps: ${steps(depth - 1)}}]}]`;
    expect(
      faultsOf(text.replace(/steps:[\s\S]*?(?= {2}outcome)/, `steps: ${steps(1_500)}\n`)).length,
    ).toBeGreaterThan(0);
  });

  it('of the free kind has an order that fits its inputs, each with a name of its own', () => {
    const free = (order: string, input = '') =>
      `${text.slice(0, text.indexOf('work:')).trimEnd()}
${input}work:
  kind: frei
  order: "${order}"
  tools: [dokument]
  most: { calls: 3, microEuro: 10000 }
  as: vermerk
`;
    expect(readAgent(free('Fassen Sie {{stichworte}} zusammen.'))).toMatchObject({ ok: true, plan: null });
    expect(faultsOf(free('Fassen Sie {{stichwort}} zusammen.'))[0]?.text).toMatch(/^Auftrag: /);
    expect(faultsOf(free('x', '  - { kind: offen, name: stichworte, label: x }\n'))[0]?.text).toMatch(
      /mehrmals/,
    );
  });

  it('is told what is wrong without a word of its own', () => {
    const secret = 'Geheimnis-4711';
    for (const place of ['Telefonnotiz', 'internal', 'schreiben', 'vermerk', '2027-12-31']) {
      expect(JSON.stringify(faultsOf(text.replaceAll(place, secret)))).not.toContain(secret);
    }
  });
});
