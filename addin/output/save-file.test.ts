import { describe, expect, it } from '@jest/globals';
import { fileName } from './save-file.ts';

describe('fileName', () => {
  it.each([
    ['Sitzungsvorlage', 'Sitzungsvorlage.docx'],
    ['Brief.pdf', 'Brief.docx'],
    ['AW: Frage / Antwort?', 'AW Frage Antwort.docx'],
    ['../../etc/passwd', 'etc passwd.docx'],
    ['Zeile\n\u0000zwei', 'Zeile zwei.docx'],
    ['…', '….docx'],
    ['...', 'Dokument.docx'],
    ['', 'Dokument.docx'],
  ])('makes of “%s” the name “%s”', (title, name) => {
    expect(fileName(title, 'docx')).toBe(name);
  });

  it('is short enough for any file system', () => {
    expect(fileName('ä'.repeat(5000), 'docx').length).toBeLessThan(120);
  });
});
