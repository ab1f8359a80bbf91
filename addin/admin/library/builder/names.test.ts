import { describe, expect, it } from '@jest/globals';
import { key } from '../../../../contract/agents/value.ts';
import { circular } from '../../testing/library-fakes.ts';
import { addStep, allSteps, draftOf, newDraft } from './draft.ts';
import { nameableAt, nameableAtEnd } from './nameable.ts';
import { labelled, nameFrom, namesIn, referencedIn, titled } from './names.ts';

const none = new Set<string>();
const draft = draftOf(circular);
const step = (id: string) => {
  const found = allSteps(draft.steps).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no step ${id}.`);
  return found;
};

describe('names', () => {
  it.each([
    ['Frist für die Antwort', 'frist_fuer_die_antwort'],
    ['1. Prüfen!', 'pruefen'],
    ['Straße & Café', 'strasse_cafe'],
    ['…', 'schritt'],
    ['Heute', 'heute_2'],
    ['In', 'in_2'],
  ])('are made of titles: %s', (title, name) => {
    expect(nameFrom(title, none, 'schritt')).toBe(name);
  });

  it('are never too long and never twice, however many there are', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 120; count++) {
      const name = nameFrom('Ein sehr langer Titel, der in keinen Namen ganz hineinpasst', taken, 'schritt');
      expect(key.safeParse(name).success).toBe(true);
      expect(taken.has(name)).toBe(false);
      taken.add(name);
    }
  });

  it('follow the title as long as nothing uses them', () => {
    const named = (id: string, title: string) =>
      allSteps(titled(draft, step(id), title).steps).find((one) => one.title === title)?.id;
    expect(named('vermerk', 'Neuer Titel')).toBe('vermerk');
    expect(named('zustimmung', 'Ja dazu')).toBe('ja_dazu');
    expect(named('zustimmung', 'Vermerk ')).toBe('vermerk_2');
    expect(labelled(draft, { name: 'frist', label: 'Frist', kind: 'datum' }, 'Termin', none).name).toBe(
      'frist',
    );
    expect(labelled(draft, { name: 'ort', label: 'Ort', kind: 'text' }, 'Stadt', none).name).toBe('stadt');
  });

  it('of the first text that is written is what the agent ends with, whatever it is called', () => {
    const [begun, uid] = addStep(
      newDraft({ name: 'A' }, '2027-01-01'),
      { of: 'work' },
      'schreiben',
      'schreiben',
    );
    expect(begun.outcome.from).toBe('schreiben');
    const written = allSteps(begun.steps).find((one) => one.uid === uid);
    if (written === undefined) throw new Error('The step is gone.');
    expect(titled(begun, written, 'Notiz').outcome.from).toBe('notiz');
    expect(addStep(begun, { of: 'work' }, 'schreiben', 'mail')[0].outcome.from).toBe('schreiben');
  });

  it('that are used are found in rules, in texts, in what is drawn on and in examples', () => {
    const used = referencedIn(draft);
    for (const name of ['angaben', 'frist', 'auftrag', 'tage', 'vermerk', 'dokument'])
      expect(used).toContain(name);
    expect(namesIn(draft)).toContain('auftrag');
  });
});

describe('what can be named', () => {
  const names = (id: string) => nameableAt(draft, step(id).uid).names.map(({ name }) => name);

  it('is what stands before, with the fields of what was read', () => {
    expect(names('angaben')).toEqual(['heute']);
    expect(names('tage')).toContain('angaben.frist');
    expect(names('tage')).not.toContain('vermerk');
  });

  it('is in a loop its thing, and behind it no more', () => {
    expect(names('eilt')).toContain('auftrag.was');
    expect(names('tage')).not.toContain('auftrag');
    expect(names('tage')).toContain('pruefungen[…].eilt');
  });

  it('is at the end all of the outermost list', () => {
    expect(nameableAtEnd(draft).roots.map(({ name }) => name)).toEqual([
      'dokument',
      ...draft.steps.map(({ id }) => id),
    ]);
  });
});
