import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { pages } from './pages.ts';

const HASHED = 'pane.0123456789abcdef.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsfeder-pages-'));
  for (const name of ['pane.html', 'launch.html', 'sign-in.html', 'index.html', 'launch.js', HASHED]) {
    await writeFile(join(folder, name), '');
  }
});
afterAll(() => rm(folder, { recursive: true }));

const get = (path: string, issuers: string[] = []) =>
  request(express().use(pages(folder, issuers)))
    .get(path)
    .expect(200);

describe('the pages', () => {
  it.each(['/pane.html', '/launch.html', '/sign-in.html'])(
    '%s may load office.js and stand in Outlook',
    async (path) => {
      const policy = (await get(path)).headers['content-security-policy'];
      expect(policy).toContain('https://appsforoffice.microsoft.com');
      expect(policy).toContain('*.office.com');
    },
  );

  it('of our own load nothing from elsewhere', async () => {
    const policy = (await get('/index.html')).headers['content-security-policy'];
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('ask only us, and those who sign persons in', async () => {
    const issuers = [
      'https://login.example/kreis/v2.0',
      'https://login.example/stadt',
      'http://127.0.0.1:8080/',
    ];
    for (const path of ['/index.html', '/pane.html', '/sign-in.html']) {
      const policyWith = async (those: string[]) =>
        (await get(path, those)).headers['content-security-policy'];
      expect(await policyWith([])).toMatch(/; connect-src 'self'$/);
      expect(await policyWith(issuers)).toMatch(
        /; connect-src 'self' https:\/\/login\.example http:\/\/127\.0\.0\.1:8080$/,
      );
    }
  });

  it('are asked for again, scripts with a hash in their name are not', async () => {
    const cacheOf = async (path: string) => (await get(path)).headers['cache-control'];
    expect(await cacheOf('/launch.html')).toBe('no-cache');
    expect(await cacheOf(`/${HASHED}`)).toContain('immutable');
    // Its name stands in the manifest and stays the same when it changes.
    expect(await cacheOf('/launch.js')).not.toContain('immutable');
  });
});
