import type { DataClass } from '../../contract/privacy.ts';
import { type Knowledge, noKnowledge } from '../tasks/knowledge.ts';

const COLLECTION = '77777777-7777-4777-8777-777777777777';
const DOCUMENT = '88888888-8888-4888-8888-888888888888';
const VERSION = '99999999-9999-4999-8999-999999999999';

/** A knowledge that has one section, which bears whatever is asked. */
export function knowledgeOfOne(text: string, dataClass: DataClass = 'internal'): Knowledge {
  const card = {
    number: 1,
    section: 1,
    collection: { id: COLLECTION, name: 'Dienstanweisungen', verbund: false },
    document: {
      id: DOCUMENT,
      version: VERSION,
      name: 'fristen.docx',
      title: 'Dienstanweisung Fristen',
      kind: 'regulation' as const,
      validFrom: '2026-01-01',
      validTo: null,
      old: false,
    },
    path: ['§ 3 Fristen'],
    pages: null,
    text,
    marks: [],
  };
  const found = { card, dataClass, before: '', after: '' };
  return {
    ...noKnowledge,
    find: () => Promise.resolve({ sections: [found], enough: true, enoughUnread: true, contacts: [] }),
  };
}
