import { describe, expect, it } from '@jest/globals';
import { marked, unmarked } from './testing/marked.ts';

describe('accounts, taxes, insurances, papers and vehicles, however their numbers are labelled', () => {
  it.each([
    ['id-document', 'Dokument-Nr. [[2026/088213]]'],
    ['id-document', 'Seriennr.: [[SN88213345]]'],
    ['other', 'IMEI: [[490154203237518]]'],
    ['account', 'Sparbuch Nr. [[3008821334]]'],
    ['social-security', 'VS-Nr. [[40-8821345]]'],
    ['account', 'Kto. [[4488213]], Sparkasse'],
    ['account', 'Kto-Nr.: [[4488213]]'],
    ['account', 'Konto-Nr. [[44 88 213]]'],
    ['account', 'Kontoverbindung: [[4488213]]'],
    ['account', 'Girokonto [[4488213]]'],
    ['account', 'Karten-Nr.: [[4111 1111 1111 1111]]'],
    ['account', 'Kreditkarte [[4111 1111 1111 1111]]'],
    ['account', 'Kreditkartennr. [[5500-0000-0000-0004]]'],
    ['tax-id', 'Steuernr. [[26/123/45678]]'],
    ['tax-id', 'St.-Nr.: [[26/123/45678]]'],
    ['tax-id', 'StNr [[26/123/45678]]'],
    ['tax-id', 'St.Nr. [[26 123 45678]]'],
    ['tax-id', 'W-IdNr.: [[DE123456788-00001]]'],
    ['tax-id', 'USt-ID [[DE123456788]]'],
    ['tax-id', 'IdNr. [[65929970489]]'],
    ['tax-id', 'St-ID: [[65929970489]]'],
    ['social-security', 'SV-Nr. [[12190584K008]]'],
    ['social-security', 'SV-Nummer: [[12 190584 K 008]]'],
    ['social-security', 'RVNR [[12 190584 K 008]]'],
    ['social-security', 'RV-Nr.: [[12190584K008]]'],
    ['social-security', 'VSNR: [[12190584K008]]'],
    ['social-security', 'Vers.-Nr. [[T482913376]]'],
    ['social-security', 'Versicherten-Nr.: [[T482913376]]'],
    ['social-security', 'KVNR [[T482913376]]'],
    ['social-security', 'KV-Nr.: [[T482913376]]'],
    ['social-security', 'Krankenvers.-Nr. [[T482913376]]'],
    ['social-security', 'eGK-Nr. [[T482913376]]'],
    ['social-security', 'Sozialvers.-Nr.: [[12 190584 K 008]]'],
    ['id-document', 'Ausw.-Nr. [[L8H41KX27]]'],
    ['id-document', 'PA-Nr.: [[L8H41KX27]]'],
    ['id-document', 'PA [[L8H41KX27]]'],
    ['id-document', 'Perso-Nr. [[L8H41KX27]]'],
    ['id-document', 'Personalausweis Nr. [[L8H41KX27]]'],
    ['id-document', 'BPA-Nr.: [[L8H41KX27]]'],
    ['id-document', 'Reisepass-Nr. [[C8H41KX27]]'],
    ['id-document', 'Pass: [[P 8842133]]'],
    ['id-document', 'Passnr. [[U 8842133]]'],
    ['id-document', 'RP-Nr.: [[C8H41KX27]]'],
    ['id-document', 'Nationalpass Nr. [[EP 884213]]'],
    ['id-document', 'Aufenthaltstitel Nr. [[YZ8842133]]'],
    ['id-document', 'AT-Nr.: [[Y8H41KX27]]'],
    ['id-document', 'eAT-Nr. [[Y8H41KX27]]'],
    ['id-document', 'Duldung Nr. [[D 8842133]]'],
    ['id-document', 'Führerschein-Nr. [[B072RRE2I55]]'],
    ['id-document', 'FS-Nr. [[B0720RRE2I5]]'],
    ['id-document', 'FS-Nr.: [[B072RRE2I55]]'],
    ['id-document', 'FE-Nr. [[B072RRE2I55]]'],
    ['id-document', 'Seriennummer des Ausweises: [[L8H41KX27]]'],
    ['id-document', 'Dokumenten-Nr. des Passes [[C8H41KX27]]'],
    ['id-document', 'Ausweis Nr. [[L8H41KX27]]'],
    ['id-document', 'SB-Ausweis Nr. [[26/88213]]'],
    ['id-document', 'Schwerbehindertenausweis-Nr.: [[26-88213]]'],
    ['id-document', 'Kinderreisepass [[E8842133]]'],
    ['plate', 'amtl. Kennz. [[KUS-AK 705]]'],
    ['plate', 'Kennz.: [[KUS AK 705]]'],
    ['plate', 'Kz.: [[KL-ZX 88]]'],
    ['plate', 'Kz [[KUS-AK 705]]'],
    ['plate', 'Pkw [[KUS-AK 705]]'],
    ['plate', 'Pkw mit dem Kennzeichen [[KH LR 188]]'],
    ['plate', 'polizeil. Kennzeichen: [[KH-LR188]]'],
    ['id-document', 'FIN [[WVWZZZ1KZ6W088213]]'],
    ['id-document', 'FIN: [[WVWZZZ1KZ6W088213]]'],
    ['id-document', 'Fahrgestellnr.: [[WVWZZZ1KZ6W088213]]'],
    ['id-document', 'Fahrz.-Ident.-Nr. [[WVWZZZ1KZ6W088213]]'],
    ['id-document', 'FZ-ID [[WVWZZZ1KZ6W088213]]'],
  ])('%s: %s', (kind, text) => {
    expect(marked(unmarked(text))).toEqual({ text, kinds: [kind] });
  });

  it.each([
    'Zulassungsbescheinigung Teil II Nr. [[CX882133]]',
    'ZB II Nr.: [[CX882133]]',
    'ZB I-Nr. [[CX882133]]',
    'Fahrzeugbrief-Nr. [[CX882133]]',
    'eVB-Nummer: [[A8K4X2Z]]',
    'eVB [[A8K4X2Z]]',
    'HSN/TSN: 0603/ADJ, Sicherheitscode',
    'Zahlbar unter Angabe des Kassenzeichens [[1200.334.17]]',
    'Verwendungszweck: [[1200.334.17]]',
    'Verw.-Zweck: [[KZ 120033417]]',
    'Grundbuch von Odenbach [[Blatt 882]]',
    'Grundbuch von Medard, [[Blatt 882]], Flur 3',
    '[[Gemarkung Medard, Flur 3, Flurstück 88/12]]',
    '[[Gem. Medard Fl. 3 Nr. 88/12]]',
    'Flurstück-Nr. [[88/12]]',
    'GB Odenbach [[Bl. 882]]',
  ])('%s', (text) => {
    expect(marked(unmarked(text)).text).toBe(text);
  });

  describe('labels in one line, values in the next', () => {
    it.each([
      'Ihr Zeichen   Ihre Nachricht vom   Unser Zeichen   Datum\nKB/26   03.11.2026   [[32-511/26]]   10.11.2026',
      'Unser Zeichen\tIhr Zeichen\tDatum\n[[32-511/26]]\t\t10.11.2026',
      '| Aktenzeichen | Kundennr. | Betrag |\n|---|---|---|\n| [[32-511/26]] | [[33417]] | 120,00 EUR |',
      'Kundennummer\n[[33417]]',
      'Aktenzeichen:\n\n[[32-511/26]]',
      'Kassenzeichen      [[120033417]]',
      'AZR                 [[190788210083]]',
      'Aktenzeichen .......... [[32-511/26]]',
    ])('%s', (text) => {
      const source = unmarked(text);
      const out = marked(source).text;
      for (const value of text.matchAll(/\[\[(.+?)\]\]/gu)) expect(out).toContain(value[0]);
    });
  });
});
