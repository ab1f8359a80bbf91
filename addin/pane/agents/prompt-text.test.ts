import { describe, expect, it } from '@jest/globals';
import { fieldsFor, filledIn, variablesIn } from './prompt-text.ts';

describe('an instruction with variables', () => {
  const text = 'Verlängern Sie die Frist bis {{ frist }} wegen {{grund}}; {{ frist }} gilt.';

  it('names each once, and what is no name', () => {
    expect(variablesIn(text)).toEqual({ names: ['frist', 'grund'], wrong: [] });
    expect(variablesIn('{{ Straße }} {{ }}')).toEqual({ names: [], wrong: ['Straße', ''] });
  });

  it('keeps what was said of a variable as long as the text has it', () => {
    const frist = { name: 'frist', label: 'Neue Frist', kind: 'datum' as const };
    expect(fieldsFor(text, [frist, { ...frist, name: 'alt' }])).toEqual([
      frist,
      { name: 'grund', label: 'Grund', kind: 'text' },
    ]);
  });

  it('is filled in with German words, and what is filled in is not filled in again', () => {
    const values = {
      frist: { kind: 'datum', date: '2027-01-15' },
      grund: { kind: 'text', text: 'Krankheit {{ frist }}' },
    } as const;
    expect(filledIn(text, values)).toBe(
      'Verlängern Sie die Frist bis 15.01.2027 wegen Krankheit {{ frist }}; 15.01.2027 gilt.',
    );
    expect(filledIn('{{ fehlt }}', {})).toBe('{{ fehlt }}');
  });
});
