import { describe, expect, it } from '@jest/globals';
import { addresseesOf } from './addressees.ts';
import { fieldsOf } from '../../text/fields.ts';
import { subjectOf } from './subject.ts';
import { createStemmer } from '../../text/words.ts';
import { documentOf } from './testing/answer.ts';
import { digestNow } from '../../text/testing/real-texts.ts';

async function subject(text: string, title = 'anschreiben'): Promise<string> {
  const from = await digestNow(text);
  const reading = documentOf(text, title);
  const desk = {
    reading,
    passages: [],
    today: new Date(),
    stemmer: createStemmer(),
    breathe: () => undefined,
  };
  return subjectOf(from, fieldsOf(from), desk);
}

const HEAD = 'Holzbau GmbH\nSägeweg 8\n66997 Dorf\n\nDatum: 19. November 2026\n\n';
const REST = '\n\nSehr geehrter Herr Haus,\n\nwir bauen.\n\nMit freundlichen Grüßen\nEva Adler';

describe('subject', () => {
  it('is the line above the salutation', async () => {
    expect(await subject(`${HEAD}**Bauantrag Halle – Bitte um Verlängerung der Frist**${REST}`)).toBe(
      'Bauantrag Halle – Bitte um Verlängerung der Frist',
    );
    expect(await subject(`${HEAD}Antrag auf Bewohnerparken${REST}`)).toBe('Antrag auf Bewohnerparken');
  });

  it('is never a file name, an address or a date', async () => {
    expect(await subject(`${HEAD}Dorf, 02.11.2026${REST}`)).toBe('');
    expect(await subject(`Eva Adler\nWeg 1\n66997 Dorf${REST}`)).toBe('');
    expect(await subject('Nur ein Text.', 'Scan_0017')).toBe('');
  });

  it('is a labelled one, the title that stands in the text, or the first heading', async () => {
    expect(await subject(`Betreff: Parken${REST}`)).toBe('Parken');
    expect(await subject('# Vorwort\n\n# Regeln zum Parken\n\nText.', 'Regeln zum Parken')).toBe(
      'Regeln zum Parken',
    );
    expect(await subject('# Regeln\n\nText.', 'Scan_0017')).toBe('Regeln');
  });
});

describe('addressees', () => {
  it('are the lines from "An die" to the empty line', async () => {
    const text =
      'Kreisverwaltung\n\nAn die\nVerwaltungen im Landkreis\n– Bürgerbüros –\n\nAz.: 5\n\nAn die Arbeit geht es heute.';
    expect(addresseesOf(await digestNow(text))).toBe('An die Verwaltungen im Landkreis – Bürgerbüros –');
    expect(addresseesOf(await digestNow('An die Arbeit geht es heute.'))).toBe('');
  });
});
