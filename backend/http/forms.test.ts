import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { formReport } from '../../contract/forms.ts';
import { CONTRACT_VERSION, MAX_SOURCE_CHARS, MAX_TASK_BYTES } from '../../contract/limits.ts';
import { formRoutes } from './forms.ts';
import { problemHandler } from './problem.ts';
import { apiRouter } from './route.ts';
import { testPerson } from '../testing/fake-house.ts';

let server: Server;
let faults: unknown[];

beforeEach(async () => {
  faults = [];
  const app = express()
    .use(
      '/api',
      apiRouter(formRoutes(), () => Promise.resolve(testPerson)),
    )
    .use(problemHandler((fault) => faults.push(fault)));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function post(body: string): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`http://127.0.0.1:${port}/api/forms`, { method: 'POST', headers, body });
}

const request = (more: object = {}) =>
  JSON.stringify({ version: CONTRACT_VERSION, form: null, text: 'Verfügung\n\n1. Vermerk\n2. Wv.', ...more });

describe('POST /api/forms', () => {
  it('tells what a text lacks and keeps nothing of it', async () => {
    const response = await post(request());
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const report = formReport.parse(await response.json());
    expect(report.form).toBe('order');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['order-resubmission-date']);
  });

  it('says null for a text that is no form', async () => {
    expect(await (await post(request({ text: 'Ein Igel.' }))).json()).toEqual({
      version: CONTRACT_VERSION,
      form: null,
      findings: [],
    });
  });

  it.each([
    ['another version', request({ version: CONTRACT_VERSION + 1 }), 409, 'version_mismatch'],
    ['an unknown form', request({ form: 'poem' }), 400, 'invalid_request'],
    ['no text', request({ text: undefined }), 400, 'invalid_request'],
    ['no JSON', '{', 400, 'invalid_request'],
    ['a text that is too long', request({ text: 'a'.repeat(MAX_SOURCE_CHARS + 1) }), 413, 'too_large'],
    ['a body that is too large', 'a'.repeat(MAX_TASK_BYTES + 1), 413, 'too_large'],
  ])('refuses %s', async (_name, body, status, code) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(faults).toEqual([]);
  });
});
