import { isHeadWord, isPersonalLabel, type Label, labelOf } from './label-words.ts';
import { isPersonCue } from './cues.ts';
import type { Hit } from './hit.ts';
import { addressParts, housePart, placePart, streetPart } from './values.ts';
import { GAP, goesOn, isTown, kindAt, lowerAt, type Page } from './page.ts';

const MEETING = new Set(
  'uhrzeit beginn zeit sitzung termin treffpunkt veranstaltung tagesordnung einladung ende'.split(' '),
);
const MAX_RUN = 10;
const NEAR = 24;

/** Streets and places behind their labels: `Straße, Nr.: …`, `PLZ/Ort: …`, `Anschrift der Mieterin:` with the lines below. */
export function labelledPlaces(page: Page): Hit[] {
  const hits: Hit[] = [];
  for (let index = 0; index < page.words.length; index++) {
    if (kindAt(page, index) !== 'word') continue;
    const label = labelOf(lowerAt(page, index));
    if (label === null) continue;
    const { value, labels } = behindLabel(page, index, label);
    if (value === null) continue;
    hits.push(...valueHits(page, value, labels, index));
    index = value - 1;
  }
  return hits;
}

/** Where the value begins behind a label; null where there is none, so that the word is no label. */
function behindLabel(page: Page, index: number, first: Label): { value: number | null; labels: Set<Label> } {
  const labels = new Set<Label>([first]);
  const opens = page.cell[index] === 1 || lowerAt(page, index - 1) === '-';
  // Only labels so far: such a line may have its value in the next one.
  let plain = true;
  for (let at = index + 1; at < index + MAX_RUN && at < page.words.length; at++) {
    const word = lowerAt(page, at);
    if (page.gap[at] !== GAP.none) {
      const below = opens && plain && page.gap[at] === GAP.line && isNumbered(page, at);
      return { value: below ? at : null, labels };
    }
    if (word === '|' || page.cell[at] === 1) {
      const next = word === '|' ? at + 1 : at;
      const own = opens && page.gap[next] === GAP.none && !isHead(page, next);
      const value = own && (isFirst(page, index) || isNumbered(page, next)) ? next : null;
      return { value, labels };
    }
    if (word === ':') {
      let value = at + 1;
      while (page.gap[value] === GAP.none && (lowerAt(page, value) === '|' || lowerAt(page, value) === '.'))
        value++;
      return { value: value < page.words.length && page.gap[value] !== GAP.blank ? value : null, labels };
    }
    if (word === '!' || word === '?' || word === ';') return { value: null, labels };
    const direct =
      (opens || at === index + 1) &&
      kindAt(page, at) === 'number' &&
      /^\d{5}$/u.test(word) &&
      labels.has('postcode');
    if (direct) return { value: at, labels };
    const more = labelOf(word);
    if (more !== null) labels.add(more);
    else if (kindAt(page, at) === 'word' && word !== 'nr' && word !== 'und') plain = false;
  }
  return { value: null, labels };
}

/** The first cell of a row. */
function isFirst(page: Page, index: number): boolean {
  return (
    page.gap[index] !== GAP.none || (lowerAt(page, index - 1) === '|' && page.gap[index - 1] !== GAP.none)
  );
}

/** A number stands among the words of this line or cell, which are few. */
function isNumbered(page: Page, index: number): boolean {
  for (let at = index; at < index + 6; at++) {
    if (at > index && (!goesOn(page, at) || lowerAt(page, at) === '|')) return false;
    if (kindAt(page, at) === 'number') return at > index || lowerAt(page, at).length === 5;
  }
  return false;
}

/** A value in a table ends with its row; elsewhere an address goes on in the lines below. */
function isCell(page: Page, value: number): boolean {
  return lowerAt(page, value - 1) === '|';
}

/** The next cell is a label, too: the row is the head of a table. */
function isHead(page: Page, index: number): boolean {
  const word = lowerAt(page, index);
  return labelOf(word) !== null || isHeadWord(word);
}

function valueHits(page: Page, value: number, labels: ReadonlySet<Label>, index: number): Hit[] {
  const one = (hit: Hit | null) => (hit === null ? [] : [hit]);
  if (labels.has('address')) return addressParts(page, value, isCell(page, value));
  if (labels.has('street')) {
    const street = streetPart(page, value);
    if (street === null) return labels.has('postcode') || labels.has('town') ? addressParts(page, value) : [];
    if (labels.has('postcode') || labels.has('town')) return [street, ...addressParts(page, street.to)];
    return [street, ...one(numberBelow(page, street.to))];
  }
  if (labels.has('number')) return one(housePart(page, value));
  if (labels.has('postcode')) return withTown(page, placePart(page, value));
  if (labels.has('birthplace') || lowerAt(page, index) === 'wohnort') return one(placePart(page, value));
  return isPersonalForm(page, index) ? one(placePart(page, value)) : [];
}

/** `Nr.: 5` in the line below a street. */
function numberBelow(page: Page, index: number): Hit | null {
  if (lowerAt(page, index) !== 'nr' || page.gap[index] !== GAP.line) return null;
  let at = index + 1;
  while (['.', ':'].includes(lowerAt(page, at)) && at < index + 3) at++;
  return goesOn(page, at) ? housePart(page, at) : null;
}

/** `PLZ 66869, Ort Kusel`: the next label needs no colon. */
function withTown(page: Page, postcode: Hit | null): Hit[] {
  if (postcode === null) return [];
  const label = lowerAt(page, postcode.to) === ',' ? postcode.to + 1 : postcode.to;
  const town =
    ['ort', 'wohnort'].includes(lowerAt(page, label)) && goesOn(page, label + 1) && isTown(page, label + 1);
  const hit = town ? placePart(page, label + 1) : null;
  return hit === null ? [postcode] : [postcode, hit];
}

/** `Ort:` stands in invitations as well: only beside the labels of a person's form does it say where somebody lives. */
function isPersonalForm(page: Page, index: number): boolean {
  let personal = false;
  for (let at = Math.max(index - NEAR, 0); at < index + NEAR && at < page.words.length; at++) {
    const word = lowerAt(page, at);
    if (at === index || kindAt(page, at) !== 'word') continue;
    const headed = lowerAt(page, at + 1) === ':' || lowerAt(page, at + 1) === '|' || !goesOn(page, at + 1);
    if (MEETING.has(word) && headed) return false;
    const label = labelOf(word);
    if ((label !== null && label !== 'town' && headed) || isPersonalLabel(word) || isPersonCue(page, at))
      personal = true;
  }
  return personal;
}
