import type { KommuneId } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noChoice } from '../../contract/privacy.ts';
import { noAuthor } from '../../contract/tasks/index.ts';
import { someFields } from '../knowledge/collections/testing/samples.ts';

/** What `isolation.test.ts` asks each route for. */

export const OWN: KommuneId = 'lk-kusel';
export const OTHER: KommuneId = 'lk-kaiserslautern';
/** Stands in everything that belongs to a Kommune, and nowhere else. */
export const canary = (kommune: KommuneId) => `Kanarienvogel von ${kommune}`;

export const change = (kommune: KommuneId) => ({
  version: CONTRACT_VERSION,
  expectedVersion: 0,
  reason: `Grund: ${canary(kommune)}`,
});
const source = { kind: 'document', title: '', part: 'whole', text: 'Die Frist endet am 15.12.2026.' };
export const task = {
  version: CONTRACT_VERSION,
  model: null,
  author: noAuthor,
  turns: [],
  privacy: noChoice,
  input: { source, instruction: 'Welche Frist gilt?' },
};
export const policy = (kommune: KommuneId) => ({ ...change(kommune), value: { keep: [canary(kommune)] } });
export const budget = (kommune: KommuneId) => ({
  ...change(kommune),
  department: canary(kommune),
  model: null,
  period: 'month',
  amountCents: 5_000,
  onExhausted: 'stop',
});

const knowledge = (more: object) => ({ version: CONTRACT_VERSION, reason: change(OWN).reason, ...more });

/** An Anweisung of the library. */
export const prompt = (kommune: KommuneId) => ({
  kind: 'prompt',
  name: canary(kommune),
  purpose: '',
  text: canary(kommune),
  variables: [],
});

/** What is sent to each route that takes a body; a new one without an entry here fails `isolation.test.ts`. */
export const bodies: Record<string, unknown> = {
  'post /tasks/:task': task,
  'post /preview/:task': task,
  'post /data-class': { version: CONTRACT_VERSION, source },
  'post /documents': {},
  'post /forms': { version: CONTRACT_VERSION, form: null, text: 'Verfügung' },
  'post /templates/:id': {},
  'post /conversation': { version: CONTRACT_VERSION, of: { by: 'conversation', id: 'AAQk' } },
  'put /admin/policy/verbund': change(OWN),
  'post /admin/policy/verbund/versions/:number/restore': change(OWN),
  'put /admin/policy/:kommune': policy(OWN),
  'post /admin/policy/:kommune/versions/:number/restore': change(OWN),
  'put /admin/models/:model': change(OWN),
  'post /admin/models/:model/approval': change(OWN),
  'delete /admin/models/:model/approval': change(OWN),
  'put /admin/budgets/verbund': budget(OWN),
  'delete /admin/budgets/verbund/:budget': change(OWN),
  'put /admin/budgets/:kommune': budget(OWN),
  'delete /admin/budgets/:kommune/:budget': { ...change(OWN), expectedVersion: 1 },
  'post /admin/persons/export': {
    version: CONTRACT_VERSION,
    person: `demo#${OTHER}/local-admin`,
    reason: change(OWN).reason,
  },
  'post /admin/persons/erase': {
    version: CONTRACT_VERSION,
    person: `demo#${OTHER}/local-admin`,
    reason: change(OWN).reason,
  },
  'put /admin/reports/plan': change(OWN),
  'post /knowledge/search': {
    version: CONTRACT_VERSION,
    question: 'Kanarienvogel',
    scope: { collections: null, kinds: null, on: null, old: true },
    limit: 50,
  },
  'post /knowledge/faq': {
    version: CONTRACT_VERSION,
    collection: '11111111-1111-4111-8111-111111111111',
    title: 'x',
    entries: [{ question: 'x', answer: 'x', passages: [] }],
  },
  'post /admin/knowledge/examples': { version: CONTRACT_VERSION },
  'post /admin/knowledge/collections': knowledge({
    owner: 'kommune',
    fields: someFields({ name: canary(OWN) }),
  }),
  'put /admin/knowledge/collections/:id': knowledge({ revision: 1, fields: someFields() }),
  'delete /admin/knowledge/collections/:id': knowledge({}),
  'put /admin/knowledge/documents/:id': knowledge({
    revision: 1,
    kind: 'other',
    reviewOn: null,
    validFrom: '2026-01-01',
    validTo: null,
  }),
  'delete /admin/knowledge/documents/:id': knowledge({}),
  'post /admin/knowledge/collections/:id/imports': knowledge({ kind: 'other', validFrom: '2026-01-01' }),
  'post /admin/knowledge/collections/:id/sharepoint': knowledge({
    kind: 'other',
    validFrom: '2026-01-01',
    address: 'https://example.sharepoint.com/x',
  }),
  'post /admin/knowledge/imports/:id/close': knowledge({}),
  'put /admin/knowledge/synonyms/verbund': knowledge({ revision: 0, synonyms: [] }),
  'put /admin/knowledge/synonyms/:kommune': knowledge({ revision: 0, synonyms: [] }),
  'post /admin/knowledge/faq/:id': knowledge({
    state: 'approved',
    entry: { question: 'x', answer: 'x', passages: [] },
  }),
  'post /agents/runs': {
    version: CONTRACT_VERSION,
    agent: { kind: 'library', id: 'telefonnotiz' },
    model: null,
    author: noAuthor,
    privacy: noChoice,
    inputs: {},
  },
  'post /agents/runs/:id/answer': { version: CONTRACT_VERSION, path: 'x', answer: { kind: 'agreed' } },
  'post /agents/runs/:id/correct': {
    version: CONTRACT_VERSION,
    path: 'x',
    result: { kind: 'pruefen', holds: true, says: '' },
  },
  'post /agents/runs/:id/stop': { version: CONTRACT_VERSION },
  'post /agents/runs/:id/go-on': { version: CONTRACT_VERSION },
  'post /library/own': { version: CONTRACT_VERSION, content: prompt(OWN) },
  'put /library/own/:id': { version: CONTRACT_VERSION, content: prompt(OWN) },
  'delete /library/own/:id': { version: CONTRACT_VERSION },
  'put /library/:id/favourite': { version: CONTRACT_VERSION },
  'delete /library/:id/favourite': { version: CONTRACT_VERSION },
  'post /admin/library': { version: CONTRACT_VERSION, owner: 'kommune', content: prompt(OWN) },
  'post /admin/library/read': { version: CONTRACT_VERSION, text: canary(OWN) },
  'post /admin/library/check': { version: CONTRACT_VERSION, content: prompt(OWN) },
  'post /admin/library/examples': { version: CONTRACT_VERSION, agent: {}, model: null },
  'put /admin/library/:id/draft': { version: CONTRACT_VERSION, revision: 1, content: prompt(OWN) },
  'delete /admin/library/:id/draft': { version: CONTRACT_VERSION, revision: 1 },
  'post /admin/library/:id/submit': knowledge({
    revision: 1,
    screening: { uses: [], checkedByPerson: true, remark: '' },
  }),
  'post /admin/library/:id/decision': knowledge({ revision: 1, decision: 'approve' }),
  'post /admin/library/:id/withdraw': knowledge({}),
  'post /admin/library/:id/copy': { version: CONTRACT_VERSION, owner: 'kommune' },
};
export const queries: Record<string, string> = {
  'post /documents': '?name=x.txt',
  'get /admin/policy/:kommune/versions/:number': '?against=0',
  'post /admin/knowledge/imports/:id/files': '?name=x.txt',
};
export const REPORT_QUERY = '?from=2026-01&to=2026-03&by=department';

/** What a route without `:kommune` is asked about. */
export const params: Record<string, string> = {
  task: 'instruct',
  id: 'vermerk',
  number: '1',
  model: 'openai',
};
