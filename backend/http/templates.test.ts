import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { templateList } from '../../contract/forms.ts';
import { MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { Block } from '../../contract/rich.ts';
import { paragraphsOf, partOf } from '../templates/testing/word.ts';
import { list, p, requestFor } from '../templates/testing/blocks.ts';
import { readTemplates } from '../templates/read-templates.ts';
import { problemHandler } from './problem.ts';
import { apiRouter } from './route.ts';
import { testPerson } from '../testing/fake-house.ts';
import { templateRoutes } from './templates.ts';

const templates = await readTemplates(fileURLToPath(new URL('../../templates', import.meta.url)));
const app = express()
  .use(
    apiRouter(
      templateRoutes(
        () => Promise.resolve(templates),
        () => new Date('2026-03-09'),
      ),
      () => Promise.resolve(testPerson),
    ),
  )
  .use(problemHandler(() => undefined));

const fill = (body: unknown, id = 'vermerk') =>
  request(app)
    .post(`/templates/${id}`)
    .set('Content-Type', 'application/json')
    .send(JSON.stringify(body))
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
const codeOf = async (answer: ReturnType<typeof fill>) => {
  const { status, body } = await answer;
  return [status, (JSON.parse(String(body)) as { code: string }).code];
};

describe('GET /templates', () => {
  it('lists the Vorlagen and Textbausteine, and nothing of their files', async () => {
    const { body, headers } = await request(app).get('/templates');
    const list = templateList.parse(body);
    expect(list.templates).toContainEqual({ id: 'bescheid', label: 'Bescheid', form: 'decision' });
    expect(list.textBlocks).toHaveLength(4);
    expect(Object.keys((body as { templates: object[] }).templates[0] ?? {})).toEqual([
      'id',
      'label',
      'form',
    ]);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('POST /templates/:id', () => {
  it('answers with the filled document', async () => {
    const { status, headers, body } = await fill(requestFor([p('Ein Satz.')]));
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/wordprocessingml\.document$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-disposition']).toBe('attachment; filename="Antwort an Frau Weber.docx"');
    expect(paragraphsOf(await partOf(body as Buffer))).toContain('Ein Satz.');
  });

  it.each([
    ['../../a\\b"c\r\nX: 1', 'b c X 1'],
    ['', 'Vermerk'],
    ['...', 'Vermerk'],
    ['x'.repeat(MAX_LINE_CHARS), 'x'.repeat(80)],
  ])('makes a safe name of %j', async (title, name) => {
    const { headers } = await fill(requestFor([], { title }));
    expect(headers['content-disposition']).toMatch(new RegExp(`filename="?[^"/\\\\]*${name}\\.docx"?$`));
  });

  it.each([['nichts'], ['..%2f..%2fetc'], ['__proto__']])('knows no Vorlage %s', async (id) => {
    expect(await codeOf(fill(requestFor([]), id))).toEqual([404, 'not_found']);
  });

  it('refuses another version and a malformed body', async () => {
    expect(await codeOf(fill({ ...requestFor([]), version: 1 }))).toEqual([409, 'version_mismatch']);
    expect(await codeOf(fill({ ...requestFor([]), blocks: [{ type: 'image' }] }))).toEqual([
      400,
      'invalid_request',
    ]);
    expect(await codeOf(fill([]))).toEqual([400, 'invalid_request']);
  });

  it('refuses a body that is too large or too deep', async () => {
    expect(await codeOf(fill(requestFor([p('x'.repeat(1_000_001))])))).toEqual([413, 'too_large']);
    expect(await codeOf(fill(requestFor([], { title: 'x'.repeat(MAX_LINE_CHARS + 1) })))).toEqual([
      413,
      'too_large',
    ]);
    const deep = `${'{"type":"quote","blocks":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    const body = JSON.stringify(requestFor([])).replace('"blocks":[]', `"blocks":[${deep}]`);
    const answer = await request(app)
      .post('/templates/vermerk')
      .set('Content-Type', 'application/json')
      .send(body);
    expect(answer.status).toBe(400);
  });

  const ragged = (columns: number, rows: number): Block => ({
    type: 'table',
    header: false,
    rows: [Array.from({ length: columns }, () => []), ...Array.from({ length: rows }, () => [])],
  });
  const times = (count: number, block: Block) => Array.from({ length: count }, () => block);

  it.each<[string, Block[]]>([
    ['500 columns over 500 empty rows', [ragged(500, 500)]],
    ['800 columns over 800 empty rows', [ragged(800, 800)]],
    ['a column more than Word has', [ragged(64, 1)]],
    ['63 columns over 1,000 empty rows', [ragged(63, 1_000)]],
    ['the same in many tables', times(100, ragged(63, 10))],
    ['the same out of sight', [{ type: 'quote', blocks: [list(false, [[ragged(500, 500)]])] }]],
    ['20,000 paragraphs', times(20_000, p('a'))],
    ['12,000 numbered lists', times(12_000, list(true, ['a']))],
    ['100,000 line breaks', [p('\n'.repeat(100_000))]],
  ])('refuses what would become too large: %s', async (_name, blocks) => {
    expect(await codeOf(fill(requestFor(blocks)))).toEqual([413, 'too_large']);
  });

  it.each<[string, Block[]]>([
    ['as many columns as Word has', [ragged(63, 20)]],
    [
      'a document of a hundred pages',
      [...times(3_000, p('Ein Satz. '.repeat(12))), ...times(300, list(true, ['a', 'b', 'c']))],
    ],
  ])('fills in %s', async (_name, blocks) => {
    expect((await fill(requestFor(blocks))).status).toBe(200);
  });
});
