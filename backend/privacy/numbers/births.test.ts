import { describe, expect, it } from '@jest/globals';
import { marked, unmarked } from './testing/marked.ts';

describe('dates of birth and death', () => {
  describe('birthdate', () => {
    it.each([
      'geb. [[12.03.1980]]',
      'geb. am [[12.03.1980]] in Kusel',
      'geboren am [[3. März 1978]]',
      'Geburtsdatum: [[1978-03-03]]',
      'Geb.-Datum [[3.3.78]]',
      'Geburtsdatum: [[03031978]]',
      'GEBURTSDATUM: [[03.03.1978]]',
      '(*[[12.03.1980]])',
      'Lena Weber (geb. [[12.03.1980]])',
      'Lena Weber, geboren [[12/03/1980]]',
      'geb. Schäfer, [[12.03.1980]]',
      'geboren in Kaiserslautern am [[12.03.1980]]',
      'Das Kind wurde am [[12.03.2024]] in Kusel geboren.',
      'Der am [[12. Juli 1942]] geborene Kläger',
      'kam am [[3. Mai 2024]] zur Welt',
      'verstorben am [[3.4.2020]]',
      '† [[3.4.2020]]',
      'Sie ist am [[3.4.2020]] verstorben.',
      'Sterbedatum: [[3.4.2020]]',
      'Geburtstag: [[12. 03. 1980]]',
      'geb . am [[12 . 03 . 1980]]',
      'geb. [[12.III.1980]]',
      'geb. am [[1. Jan. 1980]]',
      'Geburtsdatum [[12-03-1980]]',
      'Geburtsdatum\n[[12.03.1980]]',
      'Geburtsdatum und -ort: [[12.03.1980]], Kusel',
      'geb. am: [[12.03.1980]]',
      'Ich bin am [[12.03.1980]] geboren.',
      'Geboren wurde ich am [[12.03.1980]] in Kusel.',
      'Name;Geburtsdatum;Ort\nWeber;[[12.03.1980]];Kusel\nMüller;[[1.4.75]];Ulm',
      'GebDat [[12.03.80]]',
      '**geb.** [[12.03.1980]]',
      'geborener Müller am [[12.03.1980]]',
      '[[12.03.1980]] (geb.)',
      'Name\tgeb.\tOrt\nWeber\t[[12.03.1980]]\tKusel',
      'geb.: [[12. März 1980]]',
      'Kinder: Lena, geb. [[12.03.2015]], und Tom, geb. [[3.4.2017]]',
      'geb.[[12.03.1980]]',
      'geb.am [[12.03.1980]]',
      'Name:          Lena Weber\nGeburtsdatum:  [[12.03.1980]]',
      'GEB. [[12.03.1980]]',
      'Geburtsdaten: [[12.03.2015]] und [[03.04.2017]]',
      'Lena Weber, [[12.03.1980]] in Kusel geboren',
      'Geburtsort/-datum: Kusel, [[12.03.1980]]',
      'Geburtsdatum und -ort: Kusel, [[12.03.1980]]',
      'Geburtsort und -datum: Kusel, [[12.03.1980]]',
      'Name des Kindes: Mia, geb. am: [[3.2.2019]]',
      'geb. den [[3.2.1919]]',
      'geb. [[3. 2. 19]]',
      'Geburtsdaten: Jens [[17.08.1961]], Pia [[03.01.1990]]',
      'geb. [[28.\nJanuar 2007]]',
      '| Name | geb. am | Amt |\n|---|---|---|\n| MÜLLER, Lena | [[12.03.1994]] | FB 2 |',
      'lena weber\n[[4.8.62]]\nam hang 9',
      'born [[24 May 1975]]',
      'Kind\tGeburtsdatum\tAmt\nMia\t[[08.02.1995]] / [[1.10.2017]]\tSozialamt',
      'Vorname,Name,geb.,PLZ Ort\nIngo,Arm,[[21.07.2022]],50667 Köln\nLotte,Winkler,[[27. August 2019]],66862 Kindsbach',
    ])('%s', (expected) => {
      const { text, kinds } = marked(unmarked(expected));
      expect(text).toBe(expected);
      expect(new Set(kinds)).toEqual(new Set(['birthdate']));
    });
  });
});
