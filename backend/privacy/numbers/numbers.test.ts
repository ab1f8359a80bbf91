import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasShared, shared, SHARED } from '../../text/testing/real-texts.ts';
import type { Candidate } from '../span.ts';
import { tokensOf } from '../tokens.ts';
import { viewOf } from '../view.ts';
import { filesAndUrls, recogniseNumbers } from './numbers.ts';
import { marked } from './testing/marked.ts';

function found(source: string): Candidate[] {
  const view = viewOf(source);
  return recogniseNumbers(view, tokensOf(view.text));
}

describe('what is found in a text', () => {
  it('lies in order and apart', () => {
    const pieces = [
      ...[
        'Az.: 3.1-542/2024',
        'Tel. 06381 424-123',
        'DE89 3704 0044 0532 0130 00',
        'geb. 12.03.1980',
        'KUS-AB 123',
      ],
      ...[
        'lena@web.de',
        '65929970489',
        'A000500015',
        'Flur 3, Flurstück 117/4',
        '\n',
        ' ',
        ' | ',
        'Konto',
        '4711',
        '+49',
      ],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const { start, end } of found(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('prefers what is proven to what is only announced', () => {
    expect(found('Kundennummer: DE89 3704 0044 0532 0130 00').map(({ kind }) => kind)).toEqual(['iban']);
    expect(found('Kundennummer 65929970489').map(({ kind, weight }) => [kind, weight])).toEqual([
      ['tax-id', 3],
    ]);
  });

  it('is found again without its label', () => {
    expect(marked('Az.: 32-17/24. Zu 32-17/24 schreiben wir; 132-17/245 ist etwas anderes.').text).toBe(
      'Az.: [[32-17/24]]. Zu [[32-17/24]] schreiben wir; 132-17/245 ist etwas anderes.',
    );
    expect(marked('Kundennummer 280751 … bitte 280751, nicht 2807510 und nicht 1.280751').text).toBe(
      'Kundennummer [[280751]] … bitte [[280751]], nicht 2807510 und nicht 1.280751',
    );
  });

  it('is found through soft hyphens, no-break spaces and zero-width characters', () => {
    expect(marked('IBAN DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000').text).toContain('[[DE89');
    expect(marked('Kunden\u00adnummer 280\u200b751').text).toBe('Kunden\u00adnummer [[280\u200b751]]');
    expect(marked('Geburts-\ndatum: 12.03.1980').text).toBe('Geburts-\ndatum: [[12.03.1980]]');
  });
});

describe('names of files and web addresses', () => {
  it.each([
    ['siehe Mueller_Antrag_2024.pdf und Scan-Weber.docx.', ['Mueller_Antrag_2024.pdf', 'Scan-Weber.docx']],
    [
      'unter https://www.example.de/team/lena-weber.html (Stand heute)',
      ['https://www.example.de/team/lena-weber.html'],
    ],
    ['www.kanzlei-weber.de, praxis-weber.com/kontakt', ['www.kanzlei-weber.de', 'praxis-weber.com/kontakt']],
    ['C:\\Users\\lweber\\Antrag.docx', ['C:\\Users\\lweber\\Antrag.docx']],
    ['\\\\server\\daten\\weber', ['\\\\server\\daten\\weber']],
    ['lena@web.de ist keine Datei', []],
    ['Das gilt z. B. für Nr. 3.', []],
  ])('%s', (text, expected) => {
    const view = viewOf(text);
    expect(filesAndUrls(view).map(({ start, end }) => view.text.slice(start, end))).toEqual(expected);
  });
});

describe('hostile texts of 200,000 characters are read to their end', () => {
  it.each(
    [
      ...[
        'a',
        '1',
        '0',
        '-',
        '(',
        '\n',
        '@',
        '<',
        '|',
        ':',
        '*',
        '~',
        '0 ',
        '06',
        '(0',
        '+49 ',
        'a.',
        'a@a.',
        'at ',
      ],
      ...[
        '1.',
        '1/',
        'A-',
        '00:',
        '::1',
        '://',
        '/~a',
        'www.',
        'a.de/',
        '.pdf',
        'x.com/',
        'DE89 ',
        'IBAN D',
        'Nr. ',
      ],
      ...['Az. ', 'Az. 1', 'Az.\n', 'Az.: 12/24 ', '| Az. | 1234 |\n', 'Az.;1;Az.;2\n', 'Ihr Zeichen  '],
      ...[
        'Tel. 06381 ',
        'geb. A ',
        'geb. am 1.1.80 ',
        '1. Januar ',
        'KUS AB 1 Pkw',
        'KUS-AB ',
        'Flurstück 1 und ',
      ],
      ...['Gemarkung A ', 'Grundbuch ', '12345 ', 'Konto 123456\n', 'Kundennummer a ', 'BGH Az. 4 C 1/2 '],
      ...['Kundennummern 1234, 1234 und ', 'Passwort: ', '3.1-542/', '65170839J', 'A12345678'],
    ].map((unit) => [unit]),
  )('%j', (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const view = viewOf(text);
    expect(recogniseNumbers(view, tokensOf(view.text)).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
    expect(filesAndUrls(view).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
  });
});

describe('texts that nobody here wrote', () => {
  (hasShared ? it : it.skip)('leaves laws as they are (needs ../shared)', () => {
    const kinds: string[] = [];
    for (const name of readdirSync(new URL('gesetze', SHARED))) {
      kinds.push(...found(shared(`gesetze/${name}`)).map(({ kind }) => kind));
    }
    expect(kinds).toEqual([]);
  });

  (hasShared ? it : it.skip)('finds next to nothing in court decisions (needs ../shared)', () => {
    const words = shared('ner/legal-entity-recognition-dev.conll')
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    const text = words.map((word) => (word === '' ? '\n' : word)).join(' ');
    expect(found(text).length).toBeLessThanOrEqual(12);
  });
});
