import { describe, expect, it } from '@jest/globals';
import { sentMessage } from '../testing/fakes.ts';
import { sectionsOf, slicesOf } from './sections.ts';

const nonce = 'a'.repeat(32);
const fenced = (label: string, text: string) =>
  `<material-${nonce} art="${label}">\n${text}\n</material-${nonce}>`;
const question = sentMessage(
  'user',
  [
    'Entwerfen Sie das Antwortschreiben.',
    fenced('Neueste Nachricht', 'Von: {[PERSON_1]|Lena Müller}\n\nBitte um Auskunft.'),
    'Das soll drinstehen:\n- Frist bis 15.12.',
    'Absender:\n{[PERSON_2]|Karin Maurer}',
    'So schreiben Sie: kurz.',
  ].join('\n\n'),
);

describe('what is sent, for reading', () => {
  const messages = [
    sentMessage('system', 'Regeln'),
    question,
    sentMessage('assistant', 'Sehr geehrte {[PERSON_1]|Lena Müller}'),
    sentMessage('user', 'Überarbeiten Sie den Text.\n\nWunsch: mit Gruß'),
  ];
  const { material, frame } = sectionsOf(messages, ['- Frist bis 15.12.', 'mit Gruß', 'x']);

  it('shows the material and what is the person’s first', () => {
    expect(material.map(({ title, text }) => [title, text])).toEqual([
      ['Neueste Nachricht', 'Von: [PERSON_1]\n\nBitte um Auskunft.'],
      ['Ihre Angaben', 'Das soll drinstehen:\n- Frist bis 15.12.\n\nAbsender:\n[PERSON_2]'],
      ['Früherer Entwurf', 'Sehr geehrte [PERSON_1]'],
      ['Ihre Angaben', 'Wunsch: mit Gruß'],
    ]);
  });

  it('leaves no letter of the rest out', () => {
    expect(frame.map(({ text }) => text)).toEqual([
      'Regeln',
      question.text.replace('Von: [PERSON_1]\n\nBitte um Auskunft.', '… Neueste Nachricht: steht oben …'),
      'Überarbeiten Sie den Text.\n\nWunsch: mit Gruß',
    ]);
  });

  it('keeps every mark where it stands', () => {
    for (const { text, marks } of [...material, ...frame]) {
      for (const { start, end } of marks) expect(text.slice(start, end)).toMatch(/^\[PERSON_\d\]$/);
    }
    expect(material.map(({ marks }) => marks.map(({ original }) => original))).toEqual([
      ['Lena Müller'],
      ['Karin Maurer'],
      ['Lena Müller'],
      [],
    ]);
  });

  it('takes marks of a fence with another number for text, and one that never ends, too', () => {
    const other = `<material-${'b'.repeat(32)} art="x">`;
    const text = fenced('Dokument', `a\n${other}\n</material-${'b'.repeat(32)}>`);
    expect(sectionsOf([sentMessage('user', text)], []).material).toMatchObject([
      { title: 'Dokument', text: `a\n${other}\n</material-${'b'.repeat(32)}>` },
    ]);
    expect(sectionsOf([sentMessage('user', `${other}\noffen`)], []).material).toEqual([]);
  });
});

describe('a long text', () => {
  it('is cut between lines, never within a mark, and nothing is lost', () => {
    const line = 'Ein Absatz mit {[PERSON_1]|Lena Müller} darin.\n';
    const piece = sentMessage('user', line.repeat(8_000));
    const slices = slicesOf(piece);
    expect(slices.length).toBeGreaterThan(10);
    expect(slices.map(({ start, end }) => piece.text.slice(start, end)).join('')).toBe(piece.text);
    for (const { start, end } of slices) {
      expect(piece.marks.some((mark) => mark.start < end && mark.end > end)).toBe(false);
      expect(piece.marks.filter((mark) => mark.start >= start && mark.end <= end).length).toBeLessThanOrEqual(
        400,
      );
    }
  });

  it('is cut where it has no lines, and never through a character', () => {
    const text = '𝒜'.repeat(150_000);
    const slices = slicesOf({ text: `x${text}`, marks: [] });
    expect(slices.length).toBeGreaterThan(10);
    for (const { end } of slices) expect(`x${text}`.charCodeAt(end) & 0xfc00).not.toBe(0xdc00);
    expect(slicesOf({ text: 'kurz', marks: [] })).toEqual([{ start: 0, end: 4 }]);
    expect(slicesOf({ text: '', marks: [] })).toEqual([]);
  });
});
