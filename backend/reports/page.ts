import type { Column, Document, Sheet, Value } from './sheet.ts';

const STYLE = `body{font:11pt/1.4 "Segoe UI",Arial,sans-serif;margin:2cm;color:#000;background:#fff}
h1{font-size:16pt}h2{font-size:12pt;margin-top:1.5em}
table{border-collapse:collapse;width:100%}thead{display:table-header-group}tr{break-inside:avoid}
th,td{border:1px solid #666;padding:.3em .5em;text-align:left;vertical-align:top}
.figure{text-align:right;font-variant-numeric:tabular-nums}
@page{size:A4 landscape;margin:1.5cm}@media print{body{margin:0}}`;

/** What the page may do: show itself. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const german = (digits: number) =>
  new Intl.NumberFormat('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = german(0);
const money = german(2);
const percent = german(1);

/** A report as a page to print, for example as an annex of the Verwendungsnachweis. Without script, all texts escaped. */
export function pageOf({ title, notes, sheets }: Document): string {
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${sheets.map(tableOf).join('\n')}
${notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
</body></html>
`;
}

function tableOf({ title, columns, rows }: Sheet): string {
  const header = columns.map((column) => cell('th scope="col"', column, escaped(column.label)));
  const lines = rows.map((row) =>
    columns.map((column, index) => cell('td', column, escaped(shown(row[index] ?? null, column)))),
  );
  return `<h2>${escaped(title)}</h2>
<table><thead><tr>${header.join('')}</tr></thead>
<tbody>${lines.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n')}</tbody></table>`;
}

function cell(tag: string, { kind }: Column, content: string): string {
  const [name = ''] = tag.split(' ');
  return `<${tag}${kind === 'text' ? '' : ' class="figure"'}>${content}</${name}>`;
}

function shown(value: Value, { kind }: Column): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  switch (kind) {
    case 'cents':
      return `${money.format(value / 100)} €`;
    case 'euro':
      return `${whole.format(value)} €`;
    case 'percent':
      return `${percent.format(value)} %`;
    case 'text':
    case 'count':
      return whole.format(value);
  }
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
  return text.replace(/[&<>"']/g, (sign) => `&${names[sign] ?? ''};`);
}
