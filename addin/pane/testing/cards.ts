import type { Answer } from '../../../contract/answer.ts';
import type { DocumentPart, SourceCard } from '../../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { Statement } from '../../../contract/summary.ts';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

/** A section of a Dienstanweisung about travelling. */
export function card(number: number, change: Partial<SourceCard> = {}): SourceCard {
  const text = 'Die Dienstreise genehmigt die Fachbereichsleitung vor Antritt.';
  return {
    number,
    section: 10 + number,
    collection: { id: id(1), name: 'Personal', verbund: false },
    document: {
      id: id(2),
      version: id(3),
      name: 'reisen.pdf',
      title: 'Dienstanweisung Dienstreisen',
      kind: 'regulation',
      validFrom: '2024-03-01',
      validTo: null,
      old: false,
    },
    path: ['Dienstanweisung Dienstreisen', '§ 4 Genehmigung'],
    pages: { first: 7, last: 7 },
    text,
    marks: [{ start: text.indexOf('Dienstreise'), end: text.indexOf(' genehmigt') }],
    ...change,
  };
}

export const said: Statement = {
  id: 0,
  section: '',
  text: 'Dienstreisen genehmigt die Fachbereichsleitung.',
  evidence: { state: 'proven', passage: 'genehmigt die Fachbereichsleitung vor Antritt' },
  card: 1,
};

export function answerOf(change: Partial<Answer> = {}): Answer {
  return {
    outcome: 'answered',
    statements: [said],
    cards: [card(1)],
    conflicts: [],
    contacts: [],
    ...change,
  };
}

export function partOf(one: SourceCard, change: Partial<DocumentPart> = {}): DocumentPart {
  const { document, collection, section, path, pages, text } = one;
  return {
    version: CONTRACT_VERSION,
    document,
    collection,
    format: 'pdf',
    sections: [{ section, number: 3, path, pages, text }],
    total: 9,
    ...change,
  };
}
