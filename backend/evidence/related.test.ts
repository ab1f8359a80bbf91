import { describe, expect, it } from '@jest/globals';
import { bornByAny, numberedSource } from './among.ts';
import { isRelated } from './related.ts';

describe('a passage on a statement', () => {
  it.each([
    ['a word', 'Der Antrag ist bei der Gemeinde zu stellen.', 'Anträge nimmt die Gemeinde entgegen.'],
    [
      'a part of a compound',
      'Die Frist beginnt mit der Zustellung.',
      'Maßgeblich ist der Zustellungstag des Bescheids.',
    ],
    ['an umlaut', 'Die Bezüge werden nicht gemindert.', 'Die Dienstbezüge bleiben gleich.'],
    ['a figure', 'Gewählt wird alle vier Jahre.', 'Die Amtszeit beträgt vier Jahre.'],
  ])('has %s in common with it', (_, statement, passage) => {
    expect(isRelated(statement, passage)).toBe(true);
  });

  it.each([
    ['Ja, das ist erlaubt.', 'Eine Nebentätigkeit ist zulässig.'],
    ['Nein.', 'Eine Nebentätigkeit ist unzulässig.'],
  ])('cannot be told from another where "%s" says nothing of its own', (statement, passage) => {
    expect(isRelated(statement, passage)).toBe(true);
  });

  it.each([
    ['Die Entscheidung darüber trifft das Rathaus.', 'Wer Tiere hält, hat Lärm zu vermeiden.'],
    ['Alle Beschäftigten erhalten einen Parkplatz.', 'Die Post wird bis 10 Uhr geöffnet.'],
  ])('is another where nothing of "%s" is in it', (statement, passage) => {
    expect(isRelated(statement, passage)).toBe(false);
  });

  it('bears nothing out that it does not speak of, and its heading counts', () => {
    const text = 'Wer Tiere hält, hat Lärm zu vermeiden.';
    const statement = 'Die Entscheidung darüber trifft das Rathaus.';
    const borne = (heading: string) =>
      bornByAny([numberedSource(1, text, heading)], statement, [{ number: 1, text }]);
    expect(borne('Satzung > § 4 Tiere')).toMatchObject({ evidence: { state: 'inexact' }, quoted: false });
    expect(borne('Satzung > § 5 Entscheidungen').evidence.state).toBe('proven');
  });
});
