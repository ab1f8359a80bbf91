import { describe, expect, it } from '@jest/globals';
import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import type { Source } from '../../contract/source.ts';
import { type DeskTaskName, taskInputs } from '../../contract/tasks/index.ts';
import type { Surface } from '../office/host.ts';
import { tasks, tasksFor } from './index.ts';

const names = Object.keys(tasks) as DeskTaskName[];
const surfaces: Surface[] = ['document', 'mail-read', 'mail-compose'];
const document: Source = { kind: 'document', title: 'Brief', part: 'whole', text: 'Sehr geehrte Damen' };
const nothing: Source = { kind: 'nothing' };
const filled: Record<DeskTaskName, Record<string, string>> = {
  reply: {},
  note: {},
  rewrite: {},
  summarise: {},
  lookup: { question: 'Wer genehmigt eine Dienstreise?' },
  instruct: { instruction: 'Fristen auflisten' },
};

describe('every task', () => {
  it.each(names)('%s makes an input that the contract accepts from its first values', (name) => {
    const task = tasks[name];
    const ask = task.toAsk({ ...task.initial('document'), ...filled[name] }, document);
    expect(ask).toMatchObject({ task: name, input: { source: document } });
    if ('refused' in ask) throw new Error(ask.refused);
    expect(taskInputs[name].safeParse(ask.input).success).toBe(true);
  });

  it.each(names)('%s has an example that fits its form and needs nothing more', (name) => {
    const task = tasks[name];
    const values = { ...task.initial('document'), ...task.words.teach.example.values };
    expect(task.accepts(values)).toBe(true);
    expect(task.missing(values, 'nothing')).toBeNull();
  });

  it.each(names)('%s refuses a text beyond all measure and one without a word', (name) => {
    const task = tasks[name];
    const values = { ...task.initial('document'), ...filled[name] };
    expect(task.toAsk(values, { ...document, text: 'x'.repeat(MAX_SOURCE_CHARS + 1) })).toEqual({
      refused: 'too_large',
    });
    expect(task.toAsk(values, { ...document, text: ' \n' })).toEqual({ refused: 'empty_source' });
  });

  it.each(names)('%s can do something with its result wherever it applies', (name) => {
    for (const surface of surfaces) {
      for (const from of tasks[name].from[surface] ?? []) {
        expect(tasks[name].actions(surface, from).length).toBeGreaterThan(0);
      }
    }
  });

  it.each(names)('%s falls back to its first values where kept ones are of another make', (name) => {
    const task = tasks[name];
    expect(task.accepts({ old: 'form' })).toBe(false);
    expect(() => task.settings({ old: 'form' })).not.toThrow();
  });
});

describe('the tasks', () => {
  it('leave out what makes no sense on a surface', () => {
    expect(tasksFor('mail-read').map(({ name }) => name)).not.toContain('rewrite');
    expect(tasksFor('mail-compose').map(({ name }) => name)).not.toContain('summarise');
    expect(tasksFor('document')).toHaveLength(6);
  });

  it('work without a text only where the words of the person are enough', () => {
    expect(tasks.reply.toAsk(tasks.reply.initial('document'), nothing)).toEqual({ refused: 'empty_source' });
    expect(tasks.note.toAsk(tasks.note.initial('document'), nothing)).toEqual({ refused: 'empty_source' });
    expect(
      tasks.note.toAsk({ ...tasks.note.initial('document'), points: 'Telefonat' }, nothing),
    ).toMatchObject({
      task: 'note',
    });
  });

  it('replace only what was marked in a mail that is being written', () => {
    expect(tasks.instruct.actions('mail-compose', 'whole')).not.toContain('replace');
    expect(tasks.instruct.actions('mail-compose', 'selection')[0]).toBe('replace');
  });
});
