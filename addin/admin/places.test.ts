import { expect, it } from '@jest/globals';
import { addressOf, type Place, placeOf } from './places.ts';

const id = '11111111-1111-4111-8111-111111111111';
const inner = '22222222-2222-4222-8222-222222222222';

it.each<Place>([
  { name: 'collections' },
  { name: 'new-collection' },
  { name: 'collection', id, tab: 'pflege' },
  { name: 'document', collection: id, id: inner, file: 'Ordner/Reise & Kosten?#100%.pdf' },
  { name: 'import', collection: id, id: inner },
  { name: 'synonyms', word: '' },
  { name: 'synonyms', word: 'Krankenschein & mehr' },
  { name: 'library' },
  { name: 'new-in-library', kind: 'template' },
  { name: 'in-library', id: 'telefonnotiz', tab: 'freigabe' },
  { name: 'in-library', id, tab: 'fassungen' },
])('an address leads back to its place: %j', (place) => {
  expect(placeOf(addressOf(place))).toEqual(place);
});

it.each([
  ['', { name: 'collections' }],
  ['#/', { name: 'collections' }],
  [`#/sammlungen/${id}`, { name: 'collection', id, tab: 'dokumente' }],
])('%j leads somewhere', (hash, place) => {
  expect(placeOf(hash)).toEqual(place);
});

it.each([
  '#/anderswo',
  '#/sammlungen/../../etc',
  `#/sammlungen/${id}/toString`,
  `#/sammlungen/${id}/pflege/${inner}`,
  `#/sammlungen/${id}/dokumente/<b>`,
  `#/sammlungen/${id}/dokumente/${inner}/mehr`,
  '#/woerterbuch/mehr',
  '#/bibliothek/neu',
  '#/bibliothek/neu/toString',
  '#/bibliothek/<b>',
  `#/bibliothek/${id}/toString`,
  `#/bibliothek/${id}/freigabe/mehr`,
])('%s is nowhere', (hash) => {
  expect(placeOf(hash)).toEqual({ name: 'unknown' });
});
