import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

async function mask(input: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, 'mask'], { env: { PATH: process.env.PATH, ...env } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  const lines = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
  return { lines, err, code };
}

const line = (id: string | number, text: string) => `${JSON.stringify({ id, text })}\n`;

describe('amtsfeder mask', () => {
  it('masks each line for itself, with offsets in the text as it was given', async () => {
    const first =
      'Sehr geehrte Frau Zwiebelhuber, Ihre IBAN DE02120300000000202051 und Frau\u00a0Zwie\u00adbelhubers Brief';
    const { lines, code } = await mask(`${line('a', first)}\n${line(2, 'Die Sitzung ist um 17 Uhr.')}`);
    expect(code).toBe(0);
    expect(lines[1]).toEqual({ id: 2, masked: 'Die Sitzung ist um 17 Uhr.', items: [] });
    const { masked, items } = lines[0] as {
      masked: string;
      items: { start: number; end: number; kind: string; placeholder: string }[];
    };
    expect(items.map(({ kind, start, end }) => [kind, first.slice(start, end)])).toEqual([
      ['person', 'Zwiebelhuber'],
      ['iban', 'DE02120300000000202051'],
      ['person', 'Zwie\u00adbelhubers'],
    ]);
    let made = '';
    let from = 0;
    for (const { start, end, placeholder } of items) {
      made += first.slice(from, start) + placeholder;
      from = end;
    }
    expect(made + first.slice(from)).toBe(masked);
  });

  it('follows the terms of the house', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'privacy-')), 'privacy.yaml');
    await writeFile(file, 'mask: [Storchennest]\nkeep: [Frau Hausherrin]\n');
    const { lines } = await mask(line(1, 'Frau Hausherrin leitet Storchennest.'), {
      AMTSFEDER_PRIVACY_FILE: file,
    });
    expect(lines).toEqual([expect.objectContaining({ masked: 'Frau Hausherrin leitet [ANGABE_1].' })]);
  });

  it('reads what other programs write: a byte order mark, CR LF, line ends of Unicode in strings', async () => {
    const { lines, code } = await mask(
      '\ufeff{"id":1,"text":"eins\u2028zwei"}\r\n\r\n{"id":2,"text":"drei\u2029vier"}',
    );
    expect(code).toBe(0);
    expect(lines).toEqual([
      { id: 1, masked: 'eins\u2028zwei', items: [] },
      { id: 2, masked: 'drei\u2029vier', items: [] },
    ]);
  });

  it('names the line that it cannot read, and repeats nothing of it', async () => {
    const { code, err, lines } = await mask(`${line(1, 'Gut.')}{"text": "Frau Zwiebelhuber"}\n`);
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(err).toContain('line 2');
    expect(err).not.toContain('Zwiebelhuber');
  });
});
