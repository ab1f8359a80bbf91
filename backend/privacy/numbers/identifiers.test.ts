import { describe, expect, it } from '@jest/globals';
import { marked, unmarked } from './testing/marked.ts';

describe('numbers of persons, accounts and vehicles', () => {
  describe('iban', () => {
    it.each([
      'IBAN: [[DE89 3704 0044 0532 0130 00]]',
      '[[DE89370400440532013000]]',
      'IBAN [[DE89 3704 0044\n0532 0130 00]]',
      '[[de89 3704 0044 0532 0130 00]]',
      'IBAN: [[DE89-3704-0044-0532-0130-00]]',
      'IBAN [[DE89 37O4 OO44 O532 O13O OO]]',
      'IBAN: [[AT61 1904 3002 3457 3201]]',
      '[[GB82 WEST 1234 5698 7654 32]]',
      'IBAN [[FR14 2004 1010 0505 0001 3M02 606]]',
      '[[DE12 3456 7890 1234 5678 90]]',
      'IBAN: [[NL91 ABNA 0417 1643 00]]',
      '| IBAN | [[DE89 3704 0044 0532 0130 00]] |',
      '[[DE 5454 5613 1000 1234 5678]]',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['iban']));
    });
  });
  describe('account', () => {
    it.each([
      'Kto.-Nr. [[1234567890]]',
      'Konto-Nr.: [[123 456 78]]',
      'BLZ [[540 502 20]]',
      'Bankleitzahl: [[54050220]]',
      'Konto [[12345678]]',
      'BIC: [[MALADE51KUS]]',
      'Kreditkarte [[4111 1111 1111 1111]]',
      '[[4111111111111111]]',
      'Konto-Nr. [[1234567]], BLZ [[54050220]]',
      'Kto. [[1234567]] bei der Kreissparkasse Kusel (BLZ [[540 515 50]])',
      'Kontonummer: [[0012345678]]',
      'Konto [[33 44 55]] (BLZ [[54051550]])',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['account']));
    });
  });
  describe('tax-id', () => {
    it.each([
      'Steuer-ID: [[12 345 678 901]]',
      'IdNr. [[65929970489]]',
      'Meine Steuer-Identifikationsnummer ist [[65 929 970 489]].',
      '[[65929970489]]',
      'Steuernummer: [[12/345/67890]]',
      'St.-Nr. [[123/4567/8901]]',
      'Steuernummer beim Finanzamt Kusel-Landstuhl: [[19 123 4567 8]]',
      'Steuernummer [[2712 0815 0815 3]]',
      'USt-IdNr.: [[DE136695976]]',
      'USt-ID [[DE 136 695 976]]',
      'USt-IdNr. [[ATU12345678]]',
      'Steuerliche Identifikationsnummer [[65 929 970 489]]',
      'steuerlichen Identifikationsnummer: [[65929970489]]',
      'Steuer-ID [[12-345-678-901]]',
      'Die Steuer-ID von Frau Weber lautet [[12345678901]].',
      'Meine IdNr. ist [[65 929 970\n489]], danke',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['tax-id']));
    });
  });
  describe('social-security', () => {
    it.each([
      'SV-Nummer: [[65 170839 J 003]]',
      'Sozialversicherungsnummer [[65170839J003]]',
      '[[65170839J003]]',
      'Rentenversicherungsnummer: [[65 17 08 39 J 003]]',
      'KVNR: [[A000500015]]',
      'Krankenversichertennummer [[A 000 500 015]]',
      '[[A000500015]]',
      'Versichertennummer: [[M123456789]]',
      'KV-Nr. [[A000500015]]',
      'VSNR [[12 150780 J 003]]',
      'Nr. der Krankenversicherung [[A000500015]]',
      'eGK-Nr. [[H987654321]]',
      'lautet [[65 170839\nJ 003]].',
      'KV-Nummer Kind: [[U345678901]]',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['social-security']));
    });
  });
  describe('id-document', () => {
    it.each([
      'Personalausweis-Nr.: [[L01X00T471]]',
      'Personalausweis [[L01X00T47]]',
      'Ausweisnummer [[T22000129]]',
      '[[T220001293]]',
      'Reisepass Nr. [[C01X0006H1]]',
      'Führerscheinnummer: [[B072RRE2I55]]',
      'Aufenthaltstitel Nr. [[Y1234567X]]',
      'FIN: [[WVWZZZ1JZXW000001]]',
      'Fahrgestellnummer [[WDB9066331S123456]]',
      'Seriennummer des Ausweises: [[L01X00T47]]',
      '[[IDD<<T220001293<<<<<<<<<<<<<<<]]',
      'Führerschein ([[B072RRE2I55]])',
      'personalausweis [[l01x00t47]]',
      'Pass-Nr.: [[C01X0006H]]',
      'mein Pass ([[C4V8K1X27]])',
      'Personalausweis-Nr.: [[P2V2NCVRH]]',
      'den Reisepass Nr. [[GGMVT9WYX]] im Original',
      'Pass Ihrer Mutter, Nr. [[TG0X6CT3R]], läuft ab',
      'ZB II Nr. [[EU118842]]',
      'Aufenthaltserlaubnis nach § 24 AufenthG, Nr. [[YK1234567]]',
      'Führerschein Kl. B, Nr. [[N0704AB12C3]], ausgestellt am 12.03.2011',
      'Aufenthaltsgestattung (Nr. [[A 0441 8820]]) gilt',
      'Führerschein Weber: [[K1180RX4471]]. Zeuge',
      'Personalausweisnummer: [[LZ63 T14X 7]]',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['id-document']));
    });
  });
  describe('plate', () => {
    it.each([
      'Kennzeichen: [[KUS-AB 123]]',
      '[[KUS-AB 123]]',
      '[[KUS – AB 123]]',
      'Kfz-Kennzeichen [[KL AB 123]]',
      'Fahrzeug [[KL-AB 123E]]',
      'mit dem Pkw [[KIB X 4711]] gefahren',
      'amtliches Kennzeichen [[ROK-AB 12 H]]',
      '[[DÜW-XY 99]]',
      'amtl. Kennzeichen: [[kus-ab 123]]',
      'Kennzeichen [[KUSAB123]]',
      '[[KUS-AB-123]]',
      'mein kennzeichen ist [[kl-ab 123]]',
      'so:\n[[kl mh 462]]\n\nden',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['plate']));
    });
  });
});
