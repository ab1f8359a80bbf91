import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { importReport, importReports, type ImportReport } from '../../contract/knowledge.ts';
import { createGraph } from '../identity/graph.ts';
import type { SignedIn } from '../identity/identity.ts';
import { FILES, json, startMicrosoft, type TestMicrosoft } from '../identity/testing/microsoft.ts';
import { TENANT, verbundOf } from '../identity/testing/world.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { admin, HERE, knowledgeApp, staff, stranger } from './testing/knowledge-app.ts';

const AUTHORITY = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com';
const ADDRESS = `${FILES}/sites/Personal/Dienstanweisungen`;

/** What lies in SharePoint: folders hold others, files hold text. */
interface Tree {
  [name: string]: string | Tree;
}

const tree: Tree = {
  'DA Reisen.md': '# Dienstanweisung Reisen\n\nDienstreisen sind vorher anzuzeigen.',
  '~$offen.docx': 'gesperrt',
  Ordner: {
    'Parken.md': '# Parken\n\nDas Parkdeck ist nachts geschlossen.',
    Tief: { 'Schlüssel.txt': 'Schlüssel gibt es beim Pförtner.' },
  },
  'Zu groß.pdf': 'x',
  'Zuletzt.txt': 'Feuerlöscher werden jährlich geprüft.',
};

/** Answers as Graph does, with pages of two; the ids of things are their paths. */
function graphOf(
  root: Tree,
  at: (path: string) => ((response: ServerResponse) => boolean) | undefined = () => undefined,
) {
  const nodeAt = (path: string): string | Tree | undefined =>
    path
      .split('/')
      .filter(Boolean)
      .reduce<string | Tree | undefined>(
        (node, name) => (typeof node === 'object' ? node[name] : undefined),
        root,
      );
  const itemOf = (path: string, node: string | Tree) => ({
    id: Buffer.from(`/${path}`).toString('base64url'),
    name: path.split('/').at(-1) ?? '',
    size: path.endsWith('.pdf') ? 26 * 1024 * 1024 : 10,
    webUrl: `${ADDRESS}/${path.split('/').map(encodeURIComponent).join('/')}`,
    parentReference: { driveId: 'b!drive' },
    ...(typeof node === 'string' ? { file: {} } : { folder: { childCount: 1 } }),
  });
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', GRAPH);
    const share = /^\/v1\.0\/shares\/u!([^/]+)\/driveItem$/.exec(url.pathname)?.[1];
    if (share !== undefined) {
      const known = Buffer.from(share, 'base64url').toString() === ADDRESS;
      json(
        known ? { ...itemOf('', root), name: 'Dienstanweisungen' } : { error: { code: 'itemNotFound' } },
        known ? 200 : 404,
      )(request, response);
      return;
    }
    const [, id = '', what] =
      /^\/v1\.0\/drives\/b!drive\/items\/([^/]+)\/(children|content)$/.exec(
        decodeURIComponent(url.pathname),
      ) ?? [];
    const path = Buffer.from(id, 'base64url').toString().slice(1);
    if (at(`${what} ${path}`)?.(response) === true) return;
    const node = nodeAt(path);
    if (what === 'content') {
      response.writeHead(302, { location: `${FILES}/download?path=${encodeURIComponent(path)}` }).end();
      return;
    }
    const children = Object.entries(typeof node === 'object' ? node : {});
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const next =
      from + 2 < children.length
        ? { '@odata.nextLink': `${GRAPH}${url.pathname}?$skiptoken=${from + 2}` }
        : {};
    const value = children
      .slice(from, from + 2)
      .map(([name, child]) => itemOf([path, name].filter(Boolean).join('/'), child));
    json({ value, ...next })(request, response);
  };
}

const download = (request: IncomingMessage, response: ServerResponse) => {
  const path = new URL(request.url ?? '', FILES).searchParams.get('path') ?? '';
  const found = path
    .split('/')
    .reduce<string | Tree | undefined>(
      (node, name) => (typeof node === 'object' ? node[name] : undefined),
      tree,
    );
  response.writeHead(200).end(typeof found === 'string' ? found : '');
};

onBothStores('the import of a folder of SharePoint', (open) => {
  let store: TestStore;
  let microsoft: TestMicrosoft;
  let app: ReturnType<typeof knowledgeApp>;
  let id: string;
  let signedInBy: SignedIn['entra'];
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    microsoft = await startMicrosoft();
    microsoft.onToken = json({ token_type: 'Bearer', access_token: 'graph-token', expires_in: 3600 });
    microsoft.onGraph = graphOf(tree);
    microsoft.onFile = download;
    const { signIn } = verbundOf({ authority: AUTHORITY }, null);
    if (signIn.kind !== 'issuers') throw new Error('There is no issuer.');
    const [issuer] = signIn.issuers;
    if (issuer.kind !== 'entra') throw new Error('It is none of Entra ID.');
    const connected = { ...issuer, credential: { kind: 'secret' as const, file: '/secret' } };
    signedInBy = { tenant: TENANT, version: 'v2', issuer: connected };
    const graph = createGraph(
      { signIn: { kind: 'issuers', issuers: [connected] } },
      { fetch: microsoft.fetch, readFile: () => 'Geheim~4711' },
    );
    const person = { id: 'x', kommune: HERE, department: '', roles: [], name: '', email: '' };
    const identity = {
      signedIn: () => Promise.resolve({ person, token: 'person-token', entra: signedInBy }),
    };
    app = knowledgeApp(store, { graph, identity });
    ({ id } = await app.create(admin, 'kommune', { name: crypto.randomUUID() }));
  });
  afterEach(async () => {
    await app.sharepoint.close();
    await app.importer.close();
    await microsoft.close();
  });

  const begin = (address = ADDRESS, who = admin) =>
    app.ask(who, 'post', `/admin/knowledge/collections/${id}/sharepoint`, {
      kind: 'regulation',
      validFrom: '2026-01-01',
      address,
    });
  const ended = async (run: string): Promise<ImportReport> => {
    for (;;) {
      const report = importReport.parse(
        (await app.ask(admin, 'get', `/admin/knowledge/imports/${run}`)).body,
      );
      if (report.state === 'done') return report;
      await app.importer.finished(run);
    }
  };
  const imported = async (address?: string) => {
    const { status, body } = await begin(address);
    expect(status).toBe(201);
    return ended((body as { id: string }).id);
  };
  const outcomes = ({ files }: ImportReport) =>
    Object.fromEntries(
      files.map(({ name, outcome }) => [name, outcome.state === 'failed' ? outcome.code : outcome.state]),
    );
  const whole = {
    'DA Reisen.md': 'added',
    'Ordner/Parken.md': 'added',
    'Ordner/Tief/Schlüssel.txt': 'added',
    'Zu groß.pdf': 'file_too_large',
    'Zuletzt.txt': 'added',
  };

  it('brings everything below it, page by page, as the person', async () => {
    expect(outcomes(await imported())).toEqual(whole);
    expect(
      (await app.find(staff, 'Wer hat den Schlüssel?', [id])).map(({ document }) => document.name),
    ).toContain('Ordner/Tief/Schlüssel.txt');
    expect(microsoft.forms.map((form) => [form.get('assertion'), form.get('scope')?.split(' ')[0]])).toEqual([
      ['person-token', `${GRAPH}/Files.Read.All`],
    ]);
    expect(new Set(microsoft.asked.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer graph-token']),
    );
    // Where the files lie, the token of the person has no business.
    expect(new Set(microsoft.fileTokens)).toEqual(new Set([undefined]));
    const [act] = await store.tamper(
      `select details from amtsfeder.audit_line where kind = 'import.started' and subject = $1`,
      [id],
    );
    expect(JSON.stringify(act)).toContain('sharepoint');
  });

  it('brings what is new only, the second time', async () => {
    await imported();
    expect(outcomes(await imported())).toEqual({
      ...Object.fromEntries(Object.keys(whole).map((name) => [name, 'unchanged'])),
      'Zu groß.pdf': 'file_too_large',
    });
  });

  it('finds the folder by the address that a browser shows', async () => {
    const shown = `${FILES}/sites/Personal/Forms/AllItems.aspx?viewid=1&id=${encodeURIComponent('/sites/Personal/Dienstanweisungen')}`;
    expect(outcomes(await imported(shown))).toEqual(whole);
  });

  it('waits where Graph asks it to', async () => {
    let times = 0;
    microsoft.onGraph = graphOf(tree, (what) =>
      what.startsWith('children Ordner') && times++ < 2
        ? (response) => Boolean(response.writeHead(429, { 'retry-after': '0' }).end())
        : undefined,
    );
    expect(outcomes(await imported())).toEqual(whole);
  });

  it('goes on where a folder or a file may not be read, and says so', async () => {
    const refuse = (response: ServerResponse) => Boolean(response.writeHead(403).end());
    microsoft.onGraph = graphOf(tree, (what) =>
      what === 'children Ordner/Tief' || what === 'content Zuletzt.txt' ? refuse : undefined,
    );
    expect(outcomes(await imported())).toEqual({
      'DA Reisen.md': 'added',
      'Ordner/Parken.md': 'added',
      'Ordner/Tief': 'sharepoint_refused',
      'Zu groß.pdf': 'file_too_large',
      'Zuletzt.txt': 'sharepoint_refused',
    });
  });

  it('leaves out what has a way up for its name, and brings what lies beside it', async () => {
    const child = (name: string, id: string) => ({
      id: Buffer.from(id).toString('base64url'),
      name,
      size: 10,
      webUrl: `${ADDRESS}/x`,
      file: {},
    });
    const value = [child('x/../../geheim.md', '/DA Reisen.md'), child('\u200bZuletzt.txt', '/Zuletzt.txt')];
    microsoft.onGraph = graphOf(tree, (what) =>
      what === 'children Ordner'
        ? (response) =>
            Boolean(
              response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value })),
            )
        : undefined,
    );
    expect(outcomes(await imported())).toEqual({
      'DA Reisen.md': 'added',
      'Ordner/Zuletzt.txt': 'added',
      Ordner: 'sharepoint_refused',
      'Zu groß.pdf': 'file_too_large',
      'Zuletzt.txt': 'added',
    });
  });

  it.each([
    [
      'the next page',
      'children ',
      (response: ServerResponse) =>
        Boolean(
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ value: [], '@odata.nextLink': 'https://evil.example/v1.0/x' })),
        ),
    ],
    [
      'the sign-in',
      'content Ordner/Parken.md',
      (response: ServerResponse) => Boolean(response.writeHead(401).end()),
    ],
  ])('ends where %s leads elsewhere or ends, with the folder named', async (_what, place, answer) => {
    microsoft.onGraph = graphOf(tree, (what) => (what === place ? answer : undefined));
    const told = outcomes(await imported());
    expect(told).toEqual(
      place === 'children '
        ? { Dienstanweisungen: 'sharepoint_unavailable' }
        : { 'DA Reisen.md': 'added', Dienstanweisungen: 'import_interrupted' },
    );
  });

  it.each(['http://169.254.169.254/latest', 'https://evil.example/x', '//', ''])(
    'follows no download to %s',
    async (location) => {
      microsoft.onGraph = graphOf(tree, (what) =>
        what === 'content DA Reisen.md'
          ? (response) => Boolean(response.writeHead(302, { location }).end())
          : undefined,
      );
      expect(outcomes(await imported())).toEqual({ ...whole, 'DA Reisen.md': 'sharepoint_unavailable' });
    },
  );

  it('says what is missing where the product is stopped in the middle', async () => {
    let reached: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (reached = resolve));
    microsoft.onFile = () => reached();
    const { body } = await begin();
    await hanging;
    await app.sharepoint.close();
    expect(outcomes(await ended((body as { id: string }).id))).toEqual({
      Dienstanweisungen: 'import_interrupted',
    });
  });

  it('refuses before anything begins', async () => {
    const refused = (...asked: Parameters<typeof begin>) => app.refused(begin(...asked));
    expect(await refused(ADDRESS, stranger)).toBe('404 not_found');
    expect(await refused(ADDRESS, staff)).toBe('403 role_missing');
    expect(microsoft.asked).toEqual([]);
    expect(await refused(`${FILES}/sites/Nirgends`)).toBe('404 sharepoint_missing');
    expect(await refused('kein Ordner')).toBe('404 sharepoint_missing');
    microsoft.onToken = json({ error: 'invalid_grant', error_description: 'AADSTS65001: consent' }, 400);
    expect(await refused()).toBe('403 sharepoint_refused');
    const told = async () =>
      importReports.parse((await app.ask(admin, 'get', `/admin/knowledge/collections/${id}/imports`)).body);
    expect(await told()).toMatchObject({ sharepoint: true, imports: [] });
    signedInBy = null;
    expect(await refused()).toBe('409 sharepoint_not_connected');
    expect(await told()).toMatchObject({ sharepoint: false, imports: [] });
  });
});
