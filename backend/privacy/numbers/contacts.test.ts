import { describe, expect, it } from '@jest/globals';
import { marked, unmarked } from './testing/marked.ts';

describe('ways to reach somebody', () => {
  describe('phone', () => {
    it.each([
      'Tel. [[06381 424-0]]',
      'Telefon: [[(06381) 424-123]]',
      'Telefon: [[06381/424-123]], Telefax: [[06381/424-50123]]',
      'Tel.: [[0 63 81 / 42 41 23]]',
      'Tel [[+49 6381 424 123]]',
      '[[+49 (0) 6381 / 42 41-23]]',
      '[[+49(0)6381-424123]]',
      '[[0049 (0)6381 424123]]',
      'Mobil: [[0151-23456789]]',
      'mobil [[0171 / 2 34 56 78]]',
      'Handy [[015123456789]]',
      'Fon [[06381.424.123]]',
      'Fax.: [[06381 424 - 250]]',
      'Sie erreichen mich unter [[0631 / 3624512]] oder mobil unter [[0160 1234567]].',
      'Durchwahl: -[[123]]',
      'Durchwahl -[[123]]',
      'App. [[4711]]',
      'Telefon [[06381 424-0]], Apparat [[123]]',
      'Bitte rufen Sie mich zurück: [[0175/1234567]]',
      '[[06381-4240]]',
      '[[063814240]]',
      'Tel. [[06381 424-123]] oder -[[124]]',
      'Tel.: [[06381 424-123 / 424-124]]',
      'Tel. (privat): [[06381 12345]]',
      'Telefon (dienstlich): [[06381 12345]]',
      'Tel. p.: [[06381 12345]]',
      '[[+41 44 123 45 67]]',
      '[[+33 1 23 45 67 89]] und [[+352 26 12 34 56]]',
      'Telefonnummer lautet [[0631 12345]]',
      'telefonisch unter [[424-123]] erreichbar',
      '**Telefon:** [[06381 424-123]]',
      '| Telefon | [[06381 424-123]] |',
      'Rufnummer [[06381 424123]] (Zentrale)',
      '[[0631-12345]] (Tel.)',
      'Tel.:[[0631/12345]]',
      'TEL: [[0631/12345]]',
      'Tel: [[06381‑424‑123]]',
      'Tel. [[0 63 81-4 24-1 23]]',
      'Tel.: [[06381 / 424 - 123]] .',
      'Handynummer meiner Tochter: [[0151 23456789]]',
      'Hotline [[0800 1234567]]',
      'Telefon\n[[06381 424-123]]',
      'Frau Weber, [[06381/424-123]], Zimmer 12',
      '([[06381/424-123]])',
      'Tel.: [[06381-424123]]; 12.03.2024',
      'Tel. [[06381 424-123]] 66869 Kusel',
      'Tel. [[06381 424-123]] Mo-Fr 8-12 Uhr',
      'Festnetz [[06381 9 23 45]] Mobil [[0151 2345678]]',
      'fax [[06381 424 250]] mail',
      'Tel: [[+49-6381-424-123]]',
      '[[+49.6381.424123]]',
      '[[+49/6381/424123]]',
      '[[(+49) 6381 424123]]',
      '[[0049-6381-424123]]',
      '[[+49 151 23456789]]',
      '[[+49151/23456789]]',
      'T [[06381 424-0]] | F [[06381 424-250]]',
      '[[(0 63 81) 42 41 23]]',
      '[[0 63 81 / 4 24-1 23]]',
      '[[06381 - 42 41 23]]',
      '[[06381/424-0]] oder -[[124]]',
      'Vorwahl [[06381]], Rufnummer [[424123]]',
      'Telefon [[06381/42-4123]] (8 bis 12 Uhr)',
      'Tel. [[06381/424-123]] 8-12 Uhr',
      'Tel. [[06381 424-123]] 1. OG',
      'Tel . : [[06381 / 424 - 123]]',
      'Telefonisch: [[0631 -\n36 44 81]], nach 18 Uhr',
      'Rückfragen an [[0621-\n5500 1873]].',
      'telefonisch ([[(0 26 1) 90 481]]) Bedenken',
      'nicht unter Ihrer Nummer [[06381 / 470 18]].',
      'Tel.: [[06381/9122-17]], -[[18]] und -[[19]]',
      '[[06381/9122-17]], -[[18]] und -[[19]]',
      'Tel. privat [[06381/77665]], dienstl. [[9122-17]]',
      'erreichbar [[06371 – 88 10 2]].',
      'Durchwahl [[06 31-\n55 18 24]]. Das',
      'Vorname,Name,Ort,Kontakt,Handy\nIngo,Arm,50667 Köln,Armin,[[06361 36471-178]]\nLotte,Winkler,66862 Kindsbach,Anna,[[0172 429 30 40]]',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['phone']));
    });
  });
  describe('email', () => {
    it.each([
      '[[lena.weber@web.de]]',
      '<[[lena.weber@web.de]]>',
      '[[lena.weber (at) web.de]]',
      '[[lena.weber [at] web [dot] de]]',
      '[[lena.weber @ web.de]] .',
      'mailto:[[lena.weber@web.de]].',
      '[[LENA.WEBER@WEB.DE]]',
      '[[lena+amt@sub.example.co.uk]], danke',
      'E-Mail: [[müller@gemeinde-öhringen.de]].Danke',
      '[[lena.weber at web.de]]',
      '**[[lena@web.de]]**',
      "[[o'brien@web.de]]",
      '[[lena . weber @ web . de]]',
      '[[info@hollerbach-bau.de]]',
      '[[s.klein@kv-musterkreis.example]]',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['email']));
    });
  });
  describe('url', () => {
    it.each([
      '[[https://www.linkedin.com/in/lena-weber]]',
      '[[www.facebook.com/lena.weber.12]]',
      '[[https://www.uni-kl.de/~lweber/]]',
      '[[https://lweber:geheim@nas.example.de/daten]]',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['url']));
    });
  });
  describe('other', () => {
    it.each([
      'IP-Adresse: [[10.0.0.12]]',
      '[[192.168.178.23]]',
      'MAC [[00:1A:2B:3C:4D:5E]]',
      '[[2001:db8:85a3::8a2e:370:7334]]',
      'Passwort: [[Sommer2024!]]',
      'PIN: [[4711]]',
      'Koordinaten: [[49.5385, 7.4062]]',
      'IMEI: [[490154203237518]]',
      'skype: [[jens.hollerbach]]',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['other']));
    });
  });
});
