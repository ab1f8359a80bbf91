import express from 'express';
import request from 'supertest';
import type { Agent } from '../../../contract/agents/definition.ts';
import type { ExampleReport } from '../../../contract/agents/example.ts';
import {
  adminItem,
  type AdminItem,
  adminList,
  libraryItem,
  libraryList,
  type LibraryContent,
  type Screening,
} from '../../../contract/agents/library.ts';
import { problem } from '../../../contract/errors.ts';
import type { Role } from '../../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { createLibrary, type Library } from '../../agents/library/library.ts';
import type { Shipped } from '../../agents/library/parts.ts';
import type { Person } from '../../identity/person.ts';
import { createPseudonym } from '../../identity/pseudonym.ts';
import type { TestStore } from '../../store/testing/both-stores.ts';
import { libraryAdminRoutes } from '../library-admin.ts';
import { libraryRoutes } from '../library.ts';
import { problemHandler } from '../problem.ts';
import { apiRouter, type Route } from '../route.ts';

type Method = 'get' | 'put' | 'post' | 'delete';

/** Who asks in the tests: roles, Kommune, and which of several persons with them. */
export const HERE = 'lk-kusel';
export const anna = `local-admin@${HERE}@anna`;
export const bert = `local-admin@${HERE}@bert`;
export const dsb = `data-protection@${HERE}@dana`;
export const staff = `staff@${HERE}@sina`;
export const vera = `verbund-admin@${HERE}@vera`;
export const viktor = 'verbund-admin@donnersbergkreis@viktor';
export const stranger = 'local-admin@donnersbergkreis@frida';
export const strangerStaff = 'staff@donnersbergkreis@stefan';
export const reason = 'Beschluss vom 3. Mai 2026';
export const harmless: Screening = { uses: [], checkedByPerson: true, remark: 'Für Vermerke.' };

export const libraryPseudonym = createPseudonym(Buffer.alloc(32, 'a secret of the tests'));

/** A small agent that asks no model. */
export function someAgent(more: Partial<Agent> = {}): Agent {
  return {
    format: 'amtsfeder/agent/1',
    name: 'Aktennotiz',
    purpose: 'Macht aus Stichworten eine Aktennotiz.',
    owner: { name: 'Bauamt' },
    dataClass: 'internal',
    models: null,
    reviewOn: '2099-01-01',
    inputs: [{ kind: 'feld', field: { name: 'inhalt', label: 'Inhalt', kind: 'text' } }],
    work: {
      kind: 'ablauf',
      steps: [
        {
          id: 'notiz',
          title: 'Notiz',
          kind: 'schreiben',
          form: 'vermerk',
          drawsOn: [],
          how: { kind: 'text', text: 'Notiz: {{ inhalt }}' },
        },
      ],
      outcome: { from: 'notiz', as: 'vermerk' },
    },
    ...more,
  };
}

export const agentContent = (more: Partial<Agent> = {}): LibraryContent => ({
  kind: 'agent',
  agent: someAgent(more),
});
export const promptOf = (name: string, text = 'Fasse {{ thema }} zusammen.'): LibraryContent => ({
  kind: 'prompt',
  name,
  purpose: 'Fasst etwas zusammen',
  text,
  variables: [{ name: 'thema', label: 'Thema', kind: 'text' }],
});
export const textBlockOf = (name: string, text = 'Wir verarbeiten Ihre Daten.'): LibraryContent => ({
  kind: 'textblock',
  name,
  purpose: '',
  use: 'privacy',
  text,
});

/** The person that `local-admin+data-protection@lk-kusel@anna` names. */
export function personOf(who: string): Person {
  const [roles = '', kommune = '', name = ''] = who.split('@');
  const id = `entra t1 ${name}`;
  return {
    id,
    kommune,
    department: 'Bauen',
    roles: roles.split('+') as Role[],
    name: `Frau ${name}`,
    email: '',
  };
}

/** All routes of a library on a store, with one shipped agent and examples that turn out as they are told to. */
export function libraryApp(store: TestStore) {
  const shipped: Shipped[] = [
    {
      id: 'telefonnotiz',
      number: 1,
      agent: someAgent({ name: 'Telefonnotiz', purpose: 'Notiz zu einem Anruf' }),
    },
  ];
  const runs = { reports: [] as ExampleReport[], asked: 0, before: () => Promise.resolve() };
  const library: Library = createLibrary({
    store,
    pseudonym: libraryPseudonym,
    shipped,
    houseTemplates: [{ id: 'vermerk', label: 'Vermerk' }],
    ownerName: (kommune) => kommune ?? 'KI-Verbund',
    async runExamples() {
      runs.asked += 1;
      await runs.before();
      return runs.reports;
    },
  });
  const routes: Route[] = [...libraryRoutes(library.desk), ...libraryAdminRoutes(library)];
  const app = express()
    .use(
      '/api',
      apiRouter(routes, ({ headers }) => Promise.resolve(personOf(String(headers['x-who'])))),
    )
    .use(
      problemHandler((fault) => {
        throw fault;
      }),
    );
  const ask = (who: string, method: Method, path: string, body: object = {}) =>
    request(app)
      [method](`/api${path}`)
      .set('x-who', who)
      .send(method === 'get' ? undefined : { version: CONTRACT_VERSION, ...body });
  /** An answer that is an item; where it is none, the test shows what it is. */
  const item = async (asked: ReturnType<typeof ask>): Promise<AdminItem> => {
    const { body } = await asked;
    const parsed = adminItem.safeParse(body);
    if (!parsed.success) throw new Error(JSON.stringify(body));
    return parsed.data;
  };
  const revisionOf = ({ versions }: AdminItem) => versions[0]?.revision ?? 0;
  const at = ({ card }: AdminItem) => `/admin/library/${card.id}`;
  const house = {
    ...{ library, shipped, runs, routes, ask, item, revisionOf, at },
    /** Status and code of what is refused. */
    async refused(asked: ReturnType<typeof ask>): Promise<string> {
      const { status, body } = await asked;
      return `${status} ${problem.parse(body).code}`;
    },
    create: (who: string, content: LibraryContent, owner: 'kommune' | 'verbund' = 'kommune') =>
      item(ask(who, 'post', '/admin/library', { owner, content })),
    view: (who: string, of: AdminItem) => item(ask(who, 'get', at(of))),
    save: (who: string, of: AdminItem, content: LibraryContent) =>
      ask(who, 'put', `${at(of)}/draft`, { revision: revisionOf(of), content }),
    submit: (who: string, of: AdminItem, screening = harmless) =>
      ask(who, 'post', `${at(of)}/submit`, { revision: revisionOf(of), screening, reason }),
    decide: (who: string, of: AdminItem, decision: 'approve' | 'return' = 'approve') =>
      ask(who, 'post', `${at(of)}/decision`, { revision: revisionOf(of), decision, reason }),
    withdraw: (who: string, of: AdminItem) => ask(who, 'post', `${at(of)}/withdraw`, { reason }),
    copy: (who: string, id: string, owner: 'kommune' | 'verbund' = 'kommune') =>
      ask(who, 'post', `/admin/library/${id}/copy`, { owner }),
    /** Something that is approved already. */
    async approved(
      content: LibraryContent,
      writer = anna,
      approver = bert,
      owner?: 'verbund',
    ): Promise<AdminItem> {
      const draft = await house.create(writer, content, owner);
      const handed = await item(house.submit(writer, draft));
      return item(house.decide(approver, handed));
    },
    async cards(who: string) {
      return adminList.parse((await ask(who, 'get', '/admin/library')).body).items;
    },
    /** What somebody may use, by name. */
    async names(who: string, words = '') {
      const { body } = await ask(who, 'get', `/library?suche=${encodeURIComponent(words)}`);
      return libraryList.parse(body).items.map(({ name }) => name);
    },
    async used(who: string, id: string) {
      return libraryItem.parse((await ask(who, 'get', `/library/${id}`)).body);
    },
  };
  return house;
}
