import { afterEach, expect, it } from '@jest/globals';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { CollectionReport } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { clerk as me } from '../pane/sign-in/testing/fake-session.ts';
import { useConsole } from './use-console.ts';

afterEach(cleanup);

const collection = (mayEdit: boolean): CollectionReport => ({
  id: '6f1c1f6e-0f4e-4a53-9a55-0a5a3a3b1c01',
  kommune: 'lk-kusel',
  revision: 1,
  fields: {
    name: 'Soziales',
    description: '',
    contact: { name: 'Fachbereich 5', email: '', phone: '' },
    dataClass: 'internal',
    validFrom: '2026-01-01',
    validTo: null,
    reviewMonths: null,
    keepOldDays: 30,
    rights: { readRoles: [], readDepartments: [], editDepartments: ['Soziales'] },
    embeddingModel: null,
  },
  documents: 0,
  sections: 0,
  overdue: 0,
  mayEdit,
});

/** A backend that gives these collections, and counts how often it was asked. */
function asked(answer: () => Promise<unknown>) {
  const answers: Promise<unknown>[] = [];
  const fetcher = (() => {
    const given = answer();
    answers.push(given);
    return Promise.resolve({ ok: true, json: () => given });
  }) as unknown as typeof fetch;
  return { fetcher, answers };
}
const lists = (...collections: CollectionReport[]) =>
  asked(() => Promise.resolve({ version: CONTRACT_VERSION, collections }));

it('is for those whose Fachbereich keeps a collection', async () => {
  const { fetcher } = lists(collection(false), collection(true));
  const { result } = renderHook(() => useConsole(me, fetcher));
  await waitFor(() => expect(result.current).toBe(true));
});

it.each([
  ['only reads', lists(collection(false))],
  ['gets no list', asked(() => Promise.resolve('<html>'))],
  ['gets no answer', asked(() => Promise.reject(new Error('offline')))],
])('is not for one who %s', async (_what, { fetcher, answers }) => {
  const { result } = renderHook(() => useConsole(me, fetcher));
  await waitFor(() => expect(answers).toHaveLength(1));
  await Promise.allSettled(answers);
  await new Promise((resolve) => setTimeout(resolve));
  expect(result.current).toBe(false);
});

it('is for those who administer, without a question', () => {
  const { fetcher, answers } = lists();
  const { result } = renderHook(() => useConsole({ ...me, roles: ['verbund-admin'] }, fetcher));
  expect(result.current).toBe(true);
  expect(answers).toEqual([]);
});
