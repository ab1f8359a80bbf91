import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { noAuthor } from '../../contract/tasks/index.ts';
import { browserMemory } from './keep.ts';

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
  localStorage.clear();
});

describe('the memory of the browser', () => {
  it('adds to the forms of a surface, up to the latest thirty, and leaves those of the others alone', () => {
    const [one, other] = [browserMemory(), browserMemory()];
    one.keepForms('document', { a: { points: '1' } });
    other.keepForms('document', { b: { points: '2' } });
    other.keepForms('mail-read', { c: { points: '3' } });
    expect(browserMemory().forms('document')).toEqual({ a: { points: '1' }, b: { points: '2' } });
    one.keepForms(
      'document',
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`form ${index}`, {}])),
    );
    expect(Object.keys(browserMemory().forms('document'))).toHaveLength(30);
    expect(browserMemory().forms('document')).not.toHaveProperty('a');
    expect(browserMemory().forms('mail-read')).toEqual({ c: { points: '3' } });
  });

  it('keeps who signs, which model was chosen, and that they have begun', () => {
    const chosen = { author: { ...noAuthor, name: 'Karin Maurer' }, model: 'gpt', hasBegun: true };
    browserMemory().remember(chosen);
    expect(browserMemory().remembered()).toMatchObject(chosen);
  });

  it('keeps whether what is sent is shown first, and nothing of what is masked, released or classed', () => {
    const memory = browserMemory();
    memory.remember({
      showsSending: true,
      mask: ['Kowalski'],
      decisions: {
        a: { classChoice: { dataClass: 'internal', reason: 'nur ein Muster' }, release: ['Lena Müller'] },
      },
    });
    expect(memory.remembered().mask).toEqual(['Kowalski']);
    expect(browserMemory().remembered()).toMatchObject({
      showsSending: true,
      mask: [],
      decisions: {},
    });
    const stored = JSON.stringify({ ...localStorage, ...sessionStorage });
    expect(stored).not.toMatch(/Kowalski|Müller|Muster|internal/);
    memory.remember({ showsSending: false });
    expect(browserMemory().remembered().showsSending).toBe(false);
  });

  it('tells every listener of a change, and none that has stopped', () => {
    const memory = browserMemory();
    const heard: (string | null)[] = [];
    const stop = memory.subscribe(() => heard.push(memory.remembered().model));
    const before = memory.remembered();
    expect(memory.remembered()).toBe(before);
    memory.remember({ model: 'gpt' });
    stop();
    memory.remember({ model: 'gem' });
    expect(heard).toEqual(['gpt']);
  });

  it.each(['{', '[]', '{"a":1}', '{"name":7}'])('forgets what it does not understand: %s', (stored) => {
    sessionStorage.setItem('amtsfeder.forms.document', stored);
    localStorage.setItem('amtsfeder.author', stored);
    expect(browserMemory().forms('document')).toEqual({});
    expect(browserMemory().remembered().author).toBeNull();
  });

  it('goes on without where the browser refuses', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    const memory = browserMemory();
    expect(() => memory.keepForms('document', { a: {} })).not.toThrow();
    expect(memory.forms('document')).toEqual({});
    memory.remember({ model: 'gpt' });
    expect(memory.remembered().model).toBe('gpt');
  });
});
