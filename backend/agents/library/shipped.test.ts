import { describe, expect, it } from '@jest/globals';
import { shippedAgents } from '../shipped/shipped.ts';
import { contentFaults } from './content-faults.ts';
import { readContent } from './content.ts';
import { fileOf, readFileText } from './files.ts';
import { suspectedUses } from './screening/suspected.ts';
import { stepTexts } from './screening/texts.ts';
import { findableTerms, rankFound } from './search/rank.ts';

const shipped = shippedAgents().map(({ id, agent }) => ({ id, content: { kind: 'agent', agent } as const }));
const templates = new Set([
  'Vermerk',
  'Antwortschreiben (DIN 5008)',
  'Sitzungsvorlage',
  'Bescheid',
  'E-Mail',
]);

describe.each(shipped)('what is shipped: $id', ({ content }) => {
  it('is no high-risk use by its words', () => {
    expect(suspectedUses(content, '')).toEqual([]);
  });

  it('may be copied: it is kept, goes into a file and comes back the same', async () => {
    expect(readContent(content)).toEqual({ content });
    expect(await contentFaults(content, { templates })).toEqual([]);
    expect(readFileText(Buffer.from(fileOf(content).bytes).toString())).toEqual({ content });
  });
});

describe('what is shipped is found by what it does', () => {
  const things = shipped.map(({ id, content }) => {
    const { name, purpose } = content.agent;
    return [id, findableTerms({ name, purpose, texts: stepTexts(content) })] as const;
  });
  it.each([
    ['Antwort an einen Bürger schreiben', 'buergeranfrage-beantworten'],
    ['jemand hat angerufen', 'telefonnotiz'],
    ['Besprechung mitgeschrieben', 'protokoll-aus-notizen'],
    ['Vorlage für den Gemeinderat', 'sitzungsvorlage-erstellen'],
    ['stimmt die Summe in der Vorlage', 'sitzungsvorlage-pruefen'],
    ['fehlt die Rechtsbehelfsbelehrung?', 'bescheid-formal-pruefen'],
    ['Erlass vom Ministerium', 'rundschreiben-auswerten'],
    ['Rückmeldungen der Fachbereiche sammeln', 'stellungnahmen-zusammenfuehren'],
    ['häufige Fragen aus einer Dienstanweisung', 'faq-aus-dienstanweisung'],
  ])('%s: %s', (question, expected) => {
    expect(rankFound(question, things)[0]).toBe(expected);
  });
});
