import { describe, expect, it } from '@jest/globals';
import { marked, personsIn, plain } from './testing/marked.ts';

const finds = (texts: readonly string[]) =>
  it.each(texts)('%s', (text) => expect(marked(plain(text))).toBe(text));

describe('bare names behind roles', () => {
  finds([
    '1. Beig. ⟦Dachs⟧ und der Bedienstete ⟦Ofen⟧ erklärten das.',
    'Vorgestellt von OAR ⟦Fels⟧. Messbeamter ⟦Grell⟧, Landwirt ⟦Dachs⟧ möchte mehr.',
    'Das Gutachten des Dipl.-Psych. ⟦Rabe⟧ (Seite 3)',
    'Der ältere Bruder ⟦Bosse⟧ streitet, die Schwester ⟦Fee⟧ ist da.',
    'Praxis Dres. ⟦Wolf⟧, ⟦Löwe⟧ & ⟦Kollmer⟧',
    'Der Chef (⟦von Zarnitz⟧) meint das. Familie ⟦Damm⟧ zieht um.',
    'Sachbearbeiterin Wohngeld, Leiter Finanzen, dem Antragsteller Auskunft geben',
    'Vorsitzender Richter am Amtsgericht',
    'Sie ist seine Frau. Uhrzeit nach Absprache.',
    'Er zog mit Frau ⟦Berg⟧ her, Zi. 114',
  ]);
});

describe('bare names as actors', () => {
  finds([
    'Rückruf an ⟦Wurm⟧. ⟦Wurm⟧ will bis Freitag liefern.',
    '⟦Dachs⟧ regt an, den Plan zu ändern. Bei ⟦Wurms⟧ war keiner daheim.',
    'Glückwunsch dir und ⟦Chike⟧! Unser ⟦Bertl⟧ geht in Rente, die ⟦Trixi⟧ lässt grüßen.',
    'der alte ⟦Mayer⟧, und dem jungen ⟦Steuerwald⟧ hab ich das gesagt',
    'Die Polizei sagt nein. Wasser kommt aus der Leitung.',
  ]);
});

describe('names that stand by their place', () => {
  finds([
    'Der Antrag liegt seit gestern vollständig vor und kann nun beschieden werden, wie besprochen.\n\n⟦Krieger⟧\nOberamtsrat',
    'Sachlich richtig: ⟦E. Quirin⟧\nRechnerisch richtig: ⟦Unkel⟧',
    '⟦TINA⟧ (Leitung): Kommt alle?\n⟦ACHIM⟧: Ja.\n⟦LEMM⟧ (kommt): Nein.\n⟦ACHIM⟧: Gut.',
    'Stammdaten\n\nFamilienname        ⟦Tesfay⟧\nRufname             ⟦Selam⟧\ngeboren             1991',
    '⟦Bauer Markus⟧, ⟦Reis Jürgen⟧',
    'Herr ⟦Tjarks-Bauer⟧ fragt, oder geht auch ⟦Bauer⟧ allein? Der Bauer pflügt.',
    'Herr ⟦Klein⟧ kam; die ⟦Klein⟧ habe gebremst. Ein klein wenig.',
  ]);
});

describe('texts in small letters throughout', () => {
  finds([
    'hallo, der nachbar ⟦kevin schuster⟧ hat schon dreimal angerufen, der ⟦holger⟧ von der zeitung auch, bei frau ⟦schön⟧ von der gemeinde',
    'mit mir arbeitet nur mein schwager ⟦ionut⟧ manchmal, das wetter ist schön und der weg ist lang',
  ]);
});

describe('what the facts say', () => {
  it.each([
    ['Ihr Sohn Lukas kommt.', { given: 'Lukas', surname: '', gender: 'male' }],
    ['Hallo Lena,', { given: 'Lena', surname: '' }],
    ['Eheleute Peter und Beate Bauer', { given: 'Peter', surname: '' }],
    ['Familie Bauer', { given: '', surname: 'Bauer', plural: true }],
    ['bei Wurms ist', { given: '', plural: true }],
  ])('%s', (text, person) => expect(personsIn(text)[0]?.person).toMatchObject(person));
});
