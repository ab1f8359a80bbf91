import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../../contract/privacy.ts';
import { BY_HAND } from '../terms.ts';
import { foundIn, type Searched } from './found.ts';
import { FILLER } from './testing/readings.ts';

const NAME = 'Klaus Zwiebelhuber';

/** A text in which every place of the name was found. */
function searched(text: string, name = NAME): Searched {
  const starts = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => index);
  return {
    text,
    items: starts.map((start) => ({
      start,
      end: start + name.length,
      kind: 'person',
      rule: 'person.single',
    })),
  };
}
const besideSigners = (text: string) => foundIn([searched(text)]).besideSigners;

describe('what was found', () => {
  const of = (kind: ItemKind, rule = 'rule'): Searched => ({
    text: 'abc',
    items: [{ start: 0, end: 3, kind, rule }],
  });

  it('is told apart by where it stands', () => {
    const { source, beyond } = foundIn([of('place'), of('iban')], [of('phone')]);
    expect([...source]).toEqual(['place', 'iban']);
    expect([...beyond]).toEqual(['phone']);
  });

  it('is not what somebody chose to mask', () => {
    const { source, beyond, besideSigners: others } = foundIn([of('other', BY_HAND)], [of('other', BY_HAND)]);
    expect([source.size, beyond.size, others]).toEqual([0, 0, false]);
  });
});

describe('persons besides signers', () => {
  it.each([
    `Herr ${NAME} bezieht eine Leistung und hat Schulden.`,
    `Antrag auf Hilfe des ${NAME}`,
    `${NAME} hat Schulden`,
    `| Name | Betrag |\n| ${NAME} | 563 € bewilligt |`,
    `${FILLER}\n\n${NAME}\n\n${FILLER}`,
  ])('are those whom a text is about: %s', (text) => {
    expect(besideSigners(`Merkblatt\n\n${text}`)).toBe(true);
  });

  it('are those beside whom a secret term stands in the same paragraph', () => {
    expect(besideSigners(`Merkblatt\n\nBürgergeld\nHerr ${NAME}\n\n${FILLER}`)).toBe(true);
    expect(besideSigners(`Merkblatt\n\nAnsprechpartner: ${NAME}, Schuldnerberatung`)).toBe(true);
    expect(besideSigners(`Merkblatt\n\nBürgergeld\n\nHerr ${NAME}`)).toBe(false);
  });

  it.each([
    `gez. ${NAME}`,
    `Im Auftrag\n${NAME}`,
    `i. A. ${NAME}`,
    `Dr. ${NAME}, Leiter des Amtes für Kultur`,
    `Ansprechpartner: Herr ${NAME}, Zimmer 12`,
    `Auskunft erteilt: ${NAME}`,
    `Bei Rückfragen hilft ${NAME} gern weiter.`,
    `| Bearbeiter | ${NAME} |`,
  ])('are not those who sign or can be asked: %s', (text) => {
    expect(besideSigners(`Merkblatt\n\n${FILLER}\n\n${text}`)).toBe(false);
    expect(besideSigners(`${text}\n\n${FILLER}`)).toBe(false);
  });

  it('are none where nobody was found', () => {
    expect(foundIn([{ text: FILLER, items: [] }]).besideSigners).toBe(false);
  });

  it('are looked for in every paragraph', () => {
    const text = `gez. ${NAME}\n\n${FILLER}\n \n${NAME} fragt nach.`;
    expect(besideSigners(text)).toBe(true);
    expect(foundIn([searched(`gez. ${NAME}`), searched(text)]).besideSigners).toBe(true);
  });

  it.each([`gez. ${NAME}\n`, `${NAME} `, `gez. ${NAME}\n\n`])('are found in hostile texts: %j', (unit) => {
    const text = unit.repeat(400_000 / unit.length);
    expect(typeof besideSigners(text)).toBe('boolean');
  });
});
