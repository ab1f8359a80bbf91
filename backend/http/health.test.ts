import { describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { createClosing } from '../closing.ts';
import { healthRoutes, type ReadinessCheck } from './health.ts';

const there = () => Promise.resolve();
const failing = () => Promise.reject(new Error('postgres://amtsfeder:secret@db/amtsfeder'));
const hanging = () => new Promise<void>(() => {});

function askOf(checks: ReadinessCheck[], monotonicMs = () => 0) {
  const closing = createClosing();
  const app = express().use(healthRoutes(closing, checks, { checkMs: 50, freshMs: 1_000, monotonicMs }));
  return { closing, get: (path: string) => supertest(app).get(path) };
}

describe('/readyz', () => {
  it('is ready where all is there', async () => {
    const { get } = askOf([
      { name: 'store', without: 'nothing', check: there },
      { name: 'models', without: 'less', check: there },
    ]);
    const answer = await get('/readyz');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ status: 'ready' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('names what is missing or does not answer, and nothing more', async () => {
    const { get } = askOf([
      { name: 'store', without: 'nothing', check: failing },
      { name: 'migrations', without: 'nothing', check: there },
      { name: 'sign-in keys', without: 'less', check: hanging },
    ]);
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({ status: 'missing', missing: ['store', 'sign-in keys'] });
    expect(answer.text).not.toContain('secret');
  });

  it('still takes work where only a part of the house is missing', async () => {
    const { get } = askOf([
      { name: 'store', without: 'nothing', check: there },
      { name: 'models', without: 'less', check: failing },
    ]);
    const answer = await get('/readyz');
    expect([answer.status, answer.body]).toEqual([200, { status: 'limited', missing: ['models'] }]);
  });

  it('tells of the end without a look, while the process still lives', async () => {
    let looks = 0;
    const { closing, get } = askOf([
      {
        name: 'store',
        without: 'nothing',
        check: () => {
          looks += 1;
          return there();
        },
      },
    ]);
    closing.drain();
    const answer = await get('/readyz');
    expect([answer.status, answer.body, looks]).toEqual([503, { status: 'closing' }, 0]);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('looks once for all who ask at the same time, and again a second later', async () => {
    let now = 0;
    let looks = 0;
    let isThere = false;
    const check = () => {
      looks += 1;
      return isThere ? there() : failing();
    };
    const { get } = askOf([{ name: 'store', without: 'nothing', check }], () => now);
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/readyz')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 503));
    expect(looks).toBe(1);
    isThere = true;
    now = 1_000;
    expect((await get('/readyz')).status).toBe(200);
    expect(looks).toBe(2);
  });
});
