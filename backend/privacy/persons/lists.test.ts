import { describe, expect, it } from '@jest/globals';
import { marked, plain } from './testing/marked.ts';

const finds = (texts: readonly string[]) =>
  it.each(texts)('%s', (text) => expect(marked(plain(text))).toBe(text));

describe('rows under a heading', () => {
  finds([
    'Nr;Name;Rufname;geb\n1;⟦Herbst⟧;⟦Liane⟧;14.08.1990\n2;⟦de Jong⟧;⟦Maarten⟧;02.12.1968',
    'Vorname\tName\tOrt\n⟦Inken Ursula⟧\t⟦Schwarzer⟧\tTrippstadt\n⟦Sebastian⟧\t⟦Rahmani⟧\tMedard\nKursleitung\t⟦Gutheil⟧',
    'Gast       Zimmer     Träger\n⟦Fass, Egidius⟧       12       Sozialamt',
    '| Antragsteller | ⟦Malin Zeitz⟧ |\n| Hund | Dackel |',
  ]);
});

describe('lists', () => {
  finds([
    'Anwesend:\nVorsitz: Bürgermeister ⟦Winfried Stumpf⟧\nCDU: ⟦Koch⟧, ⟦Schneider⟧, Dr. ⟦Ehrenfried Zimmermann⟧\nFWG: ⟦Klein⟧',
    '4. Verteiler:\n   - ⟦L. von Osler⟧, FB 1\n   - Frau ⟦Hase⟧, Bauhof',
    'Hausmeister: ⟦Barz⟧\nHausverwaltung: ⟦M. Hase⟧ / ⟦Dietz⟧',
    'Halter/in: ⟦Ernst Mees-Storch⟧',
    'To: "⟦Anna zur Hausen⟧" <anna@example.org>',
    'Von: ⟦heiko stemler⟧ <h.stemler@example.org>',
  ]);
});

describe('texts in small letters', () => {
  finds([
    'servus,\n\nich bin die ⟦ivonne gebhard⟧, der hund ist von meinem ex (⟦ronny speth⟧). der ⟦ronny⟧ ist weg',
    'moin,\n\n⟦marlies hoffstadt⟧\n4.8.62',
    'lg\n\n⟦leon kauf⟧',
    'das wetter ist gut, die maria hilf kirche steht noch, rosa ist schön',
  ]);
});

describe('letters of physicians', () => {
  finds([
    'wir berichten über unseren Patienten Herrn ⟦Ottokar Brinkschulte⟧, geb. 04.05.1951',
    'Kontrolle bei Fr. Dr. ⟦Kessler-Oyelaran⟧, OP durch Dr. ⟦Brandl⟧/Dr. ⟦Toth⟧',
    'Die Pat. kommt in Begleitung ihrer Tochter ⟦Resi⟧. ⟦Sabine H.⟧ lebt allein.',
    'Murphy neg., Lasègue neg., GFR nach Cockcroft-Gault 41, Candida albicans, Z. n. Billroth II',
  ]);
});
