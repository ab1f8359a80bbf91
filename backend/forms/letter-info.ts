import type { FormFinding } from '../../contract/forms.ts';
import { advice, gap, insert, lacking, placeOf, type Rule } from './finding.ts';
import { headOf, type FormText } from './form-text.ts';
import { isFilled, type Parts, partsOf } from './parts.ts';

type InfoItem = 'theirs' | 'theirLetter' | 'ours' | 'name' | 'phone' | 'mail' | 'date';

/** The Informationsblock of DIN 5008. */
const ITEMS: Record<InfoItem, { label: string; rule: string; pattern: RegExp; blankAllowed: boolean }> = {
  theirs: {
    label: 'Ihr Zeichen',
    rule: 'letter-info-your-reference',
    pattern: /Ihr(?:e)? Zeichen/iu,
    blankAllowed: true,
  },
  theirLetter: {
    label: 'Ihre Nachricht vom',
    rule: 'letter-info-your-message',
    pattern: /Ihre? (?:Nachricht|Schreiben) vom/iu,
    blankAllowed: true,
  },
  ours: {
    label: 'Unser Zeichen',
    rule: 'letter-info-our-reference',
    pattern: /(?:Unser|Mein)e? Zeichen|Aktenzeichen|Az\.?/iu,
    blankAllowed: false,
  },
  name: {
    label: 'Name',
    rule: 'letter-info-name',
    pattern:
      /Name|Ansprech(?:partner(?:in)?|person)|(?:Sach)?[Bb]earbeit(?:er|erin|ung)|Auskunft erteilt|Kontakt/u,
    blankAllowed: false,
  },
  phone: {
    label: 'Telefon',
    rule: 'letter-info-phone',
    pattern: /Tel(?:efon|\.)?|Durchwahl/iu,
    blankAllowed: false,
  },
  mail: { label: 'E-Mail', rule: 'letter-info-mail', pattern: /E-?Mail/iu, blankAllowed: false },
  date: { label: 'Datum', rule: 'letter-info-date', pattern: /Datum/iu, blankAllowed: false },
};

const NAMES = Object.fromEntries(
  Object.entries(ITEMS).map(([item, { pattern }]) => [item, pattern]),
) as Record<InfoItem, RegExp>;

/** The items of the Informationsblock that a letter has. */
export function infoOf(text: FormText): Parts<InfoItem> {
  return partsOf(headOf(text), NAMES);
}

const DAY_LINE = /^(?:\p{Lu}[\p{L} -]{1,40},\s(?:den\s)?)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{4}$/u;

function isPresent(text: FormText, info: Parts<InfoItem>, item: InfoItem): boolean {
  if (info[item]) return true;
  // A date may stand alone: "Kusel, 23. November 2026".
  return item === 'date' && headOf(text).some((line) => line.kind !== 'row' && DAY_LINE.test(line.text));
}

/** Items of the Informationsblock that are not there or say nothing; a first letter has no "Ihr Zeichen" to name. */
export const infoBlock: Rule = (text) => {
  const info = infoOf(text);
  const found: FormFinding[] = [];
  const lastLine = Object.values(info)
    .map(({ title }) => title)
    .filter(({ kind }) => kind === 'text')
    .sort((a, b) => a.at - b.at)
    .at(-1);
  for (const [item, { label, rule, blankAllowed }] of Object.entries(ITEMS) as [
    InfoItem,
    (typeof ITEMS)[InfoItem],
  ][]) {
    const part = info[item];
    if (!isPresent(text, info, item)) {
      const make = blankAllowed ? advice : lacking;
      const after = lastLine && lastLine.text.includes(':') ? lastLine.text : null;
      const line = `\n${label}: ${gap(label)}`;
      found.push(
        make(rule, `Im Informationsblock fehlt „${label}“.`, {
          mend: after === null ? null : insert(after, line),
        }),
      );
    } else if (part && !blankAllowed && !isFilled({ ...part, below: [] })) {
      found.push(
        lacking(rule, `Im Informationsblock steht bei „${label}“ nichts.`, {
          place: placeOf(part.title.cells.find((cell) => ITEMS[item].pattern.test(cell)) ?? part.title.text),
        }),
      );
    }
  }
  return found;
};
