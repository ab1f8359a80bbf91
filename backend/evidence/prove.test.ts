import { describe, expect, it } from '@jest/globals';
import { indexSource, prove } from './prove.ts';
import { MAX_WORK, Work } from './work.ts';

const SOURCE = `# Neue Vordrucke

Die Meldebehörden haben die „neuen“ Vordrucke bis zum 30.06.2026 einzuführen. Die Kosten von
1.200 € trägt das Land. Der Antrag ist bei der zuständigen Verbandsgemeindever-
waltung zu stellen; er bedarf der Schriftform.

- Die **Gemeinden** werden gebeten, zwei Personen zu benennen.
- Rückfragen beantwortet das Referat 17 im Ministerium des Innern und für Sport.`;

const source = indexSource(SOURCE);
const found = (passage: string) => {
  const proof = prove(source, passage);
  return proof.state === 'none'
    ? { state: proof.state }
    : { state: proof.state, text: SOURCE.slice(proof.start, proof.end) };
};

describe('prove', () => {
  it.each([
    ['word for word', 'Die Kosten von\n1.200 € trägt das Land.'],
    [
      'other quotation marks',
      'Die Meldebehörden haben die "neuen" Vordrucke bis zum 30.06.2026 einzuführen.',
    ],
    ['quotation marks around it', '„Die Kosten von 1.200 € trägt das Land“'],
    ['no-break spaces and line ends', 'Die Kosten\u00a0von\u202f1.200\u00a0€\r\nträgt das Land.'],
    ['hyphenation undone', 'bei der zuständigen Verbandsgemeindeverwaltung zu stellen'],
    ['hyphenation of its own', 'Die Melde-\nbehörden haben die „neuen“ Vor\u00addrucke'],
    ['Markdown of its own', '> **Die** Gemeinden *werden* gebeten'],
    ['another sign at its end', 'bei der zuständigen Verbandsgemeindeverwaltung zu stellen.'],
    ['an ellipsis', 'Die Meldebehörden haben … bis zum 30.06.2026 einzuführen.'],
    ['an ellipsis in brackets', 'Der Antrag ist [...] zu stellen; er bedarf der Schriftform.'],
    ['ellipses around it', '… werden gebeten, zwei Personen (…) zu benennen …'],
    ['a short value', '30.06.2026'],
  ])('finds %s', (_, passage) => {
    expect(found(passage).state).toBe('exact');
  });

  it('returns a piece of the source, in whole words', () => {
    expect(found('bei der Verbandsgemeindeverwaltung zu stelen')).toEqual({ state: 'none' });
    expect(found('bei der zuständigen Verbandsgemeindeverwaltung zu stelen')).toEqual({
      state: 'near',
      text: 'bei der zuständigen Verbandsgemeindever-\nwaltung zu stellen',
    });
    expect(found('Der Antrag ist … bedarf der Schriftform')).toEqual({
      state: 'exact',
      text: 'Der Antrag ist bei der zuständigen Verbandsgemeindever-\nwaltung zu stellen; er bedarf der Schriftform',
    });
  });

  it.each([
    ['slips of a scan', 'Rückfragen bcantwortet das Referat 17 im Minislerium des lnnern und für Sport.'],
    ['a word left out', 'Die Meldebehörden die „neuen“ Vordrucke bis zum 30.06.2026 einzuführen.'],
    ['another figure', 'Die Meldebehörden haben die neuen Vordrucke bis zum 30.09.2026 einzuführen.'],
    ['a cut number', '200 € trägt das Land. Der Antrag ist bei der'],
    ['a slip beside an ellipsis', 'Rückfragen beantwortet das Refarat 17 … und für Sport.'],
    ['crumbs between ellipses', 'Die … Gemeinden … benennen'],
  ])('finds nearly: %s', (_, passage) => {
    expect(found(passage).state).toBe('near');
  });

  it.each([
    ['nothing', ''],
    ['signs alone', '** … **'],
    ['an invention', 'Die Kreise müssen die Vordrucke bis zum Jahresende kostenfrei ausgeben.'],
    ['a short invention', 'trägt der Bund'],
    ['parts in another order', 'bis zum 30.06.2026 … haben die „neuen“ Vordrucke'],
    ['a part that is not there', 'Die Meldebehörden haben … im Internet zu veröffentlichen.'],
    ['half a word', 'meindever'],
    ['too long a passage', SOURCE.repeat(9)],
  ])('does not find %s', (_, passage) => {
    expect(found(passage)).toEqual({ state: 'none' });
  });

  it('does not put a sentence together from far ends of a text', () => {
    const far = indexSource(
      `Der Antrag wird abgelehnt. ${'Füllwort. '.repeat(900)}Die Gebühr wird erlassen.`,
    );
    expect(prove(far, 'Der Antrag … wird erlassen').state).toBe('none');
  });

  it('looks for later parts from each place of the first one', () => {
    const gap = 'Füllwort. '.repeat(900);
    const text = indexSource(`Der Antrag ruht. ${gap}Der Antrag der Stadt wird genehmigt.`);
    expect(prove(text, 'Der Antrag … wird genehmigt')).toMatchObject({ state: 'exact' });
  });

  it('takes the place that is most alike', () => {
    const text = 'Die Gebühr für den Ausweis beträgt 22 Euro. Die Gebühr für den Ausweis beträgt 37 Euro.';
    const proof = prove(indexSource(text), 'Die Gebür für den Ausweis beträgt 37 Euro.');
    expect(proof).toMatchObject({ state: 'near', start: 44 });
  });

  it('ends on texts that repeat themselves', () => {
    const same = indexSource('a'.repeat(300_000));
    expect(prove(same, 'a'.repeat(1_999)).state).toBe('near');
    expect(prove(same, 'b'.repeat(1_999)).state).toBe('none');
    expect(prove(indexSource('ab '.repeat(100_000)), `${'ab … '.repeat(300)}cd`).state).toBe('none');
  });
});

describe('what an ellipsis leaves out', () => {
  const state = (text: string, passage: string) => prove(indexSource(text), passage).state;

  it.each([
    'nicht',
    'in keinem Fall',
    'niemals',
    'nie',
    'ohne Antrag nicht',
    'weder heute noch morgen',
    'nur wenn gefordert',
    'außer bei Vereinen',
  ])('is no proof where it says: %s', (word) => {
    expect(state(`Die Abgabe ist ${word} erforderlich.`, 'Die Abgabe ist … erforderlich.')).toBe('near');
  });

  it('prefers a place without a negation', () => {
    const text = 'Die Abgabe ist nicht erforderlich. Die Abgabe ist stets erforderlich.';
    expect(state(text, 'Die Abgabe ist … erforderlich.')).toBe('exact');
    expect(state('Die Abgabe ist, wie genannt, erforderlich.', 'Die Abgabe ist … erforderlich.')).toBe(
      'exact',
    );
  });

  it('is bounded and stays in its paragraph', () => {
    const passage = 'Die Abgabe ist … erforderlich.';
    expect(state(`Die Abgabe ist ${'sehr '.repeat(50)}erforderlich.`, passage)).toBe('exact');
    expect(state(`Die Abgabe ist ${'sehr '.repeat(70)}erforderlich.`, passage)).toBe('none');
    expect(state('Die Abgabe ist frei.\n\nEin Antrag ist erforderlich.', passage)).toBe('none');
    expect(
      state('Die Gemeinden werden gebeten,\n\n1. zu melden.', 'Die Gemeinden werden gebeten, … zu melden.'),
    ).toBe('exact');
  });
});

describe('work', () => {
  it('is bounded for all passages together', () => {
    const work = new Work(SOURCE.length * 3);
    const passage = 'Die Kosten von 1.200 € trägt das Land.';
    expect(prove(source, passage, work).state).toBe('exact');
    for (let i = 0; i < 3; i++) prove(source, 'Davon steht hier gar nichts geschrieben.', work);
    expect(prove(source, passage, work).state).toBe('none');
    expect(prove(source, passage).state).toBe('exact');
  });

  it('counts the search for a passage that repeats itself once, however often it nearly fits', () => {
    const text = 'ab '.repeat(100_000);
    const work = new Work();
    expect(prove(indexSource(text), `x${'ab '.repeat(600)}`, work).state).toBe('none');
    expect(MAX_WORK - work.left).toBeLessThan(10 * text.length);
  });

  it('runs out on passages of one letter, and finds nothing more then', () => {
    const repeating = indexSource('a'.repeat(300_000));
    const work = new Work();
    const states = Array.from({ length: 5 }, () => prove(repeating, `${'a'.repeat(1_899)}b`, work).state);
    expect(states.slice(-2)).toEqual(['none', 'none']);
    expect(work.left).toBe(0);
  });
});
