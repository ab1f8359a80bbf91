import JSZip from 'jszip';
import { csvOf } from './csv.ts';
import { pageOf } from './page.ts';
import type { Document } from './sheet.ts';
import { workbookOf } from './workbook.ts';

const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', 'a;b', 'sagt "ja"', 'zwei\nZeilen'];
const document: Document = {
  title: 'Nutzung <b>',
  notes: ['Hinweis & mehr'],
  sheets: [
    {
      name: 'Nutzung/[2026]: sehr langer Name eines Blatts',
      title: 'Nach Modell',
      columns: [
        { label: 'Modell', kind: 'text' },
        { label: 'Aufrufe', kind: 'count' },
        { label: 'Kosten', kind: 'cents' },
        { label: 'Prozent', kind: 'percent' },
        { label: 'Budget', kind: 'euro' },
      ],
      rows: [
        ...hostile.map((name) => [name, 1_234_567, -123_405, 58.04, 314_065]),
        ['<script>alert(1)</script>\u0007\uD800', null, 0, null, null],
      ],
    },
  ],
};

test('CSV: mark, semicolons, decimal commas, CR LF, and no formula', () => {
  const csv = csvOf(document);
  expect(csv.startsWith('\uFEFFNutzung <b>\r\nHinweis & mehr\r\n\r\nNach Modell\r\nModell;')).toBe(true);
  expect(csv).toContain("'=1+1;1234567;-1234,05;58,0;314065\r\n");
  expect(csv).toContain("'@SUM(A1);");
  expect(csv).toContain("'＝1;");
  expect(csv).toContain('"\'\rx";');
  expect(csv).toContain('"a;b";');
  expect(csv).toContain('"sagt ""ja""";');
  expect(csv).toContain('"zwei\nZeilen";');
  const beginnings = csv.split(/[;\n]/).map((cell) => cell.replace(/^"/, ''));
  expect(beginnings.filter((cell) => /^[=+@\t\r＝]/.test(cell) && cell !== '\r')).toEqual([]);
  // A figure below zero is a figure.
  expect(beginnings.filter((cell) => cell.startsWith('-')).every((cell) => /^-\d+,\d\d$/.test(cell))).toBe(
    true,
  );
});

test('XLSX: figures are numbers, texts are texts, names are ones that Excel opens', async () => {
  const zip = await JSZip.loadAsync(await workbookOf(document));
  const read = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
  const workbook = await read('xl/workbook.xml');
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Nutzung  2026   sehr langer Nam',
    'Hinweise',
  ]);
  const sheet = await read('xl/worksheets/sheet1.xml');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<v>-1234.05</v>');
  expect(sheet).toContain('<v>1234567</v>');
  const strings = await read('xl/sharedStrings.xml');
  expect(`${sheet}${strings}`).toContain('=1+1');
  expect(`${sheet}${strings}`).not.toContain('\u0007');
  expect(`${sheet}${strings}`).not.toContain('<script');
});

test('HTML: escaped, without script, figures as Germans write them', () => {
  const page = pageOf(document);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('<h1>Nutzung &lt;b&gt;</h1>');
  expect(page).toContain('>-1.234,05 €</td>');
  expect(page).toContain('>1.234.567</td>');
  expect(page).toContain('>–</td>');
  expect(page).toContain('<th scope="col">Modell</th>');
});
