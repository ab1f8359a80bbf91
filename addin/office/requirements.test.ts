import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { needsText, outlookFeatures, outlookHas, wordFeatures, wordHas } from './requirements.ts';
import { versionsTable } from './requirements-table.ts';

const minorOf = (version: string) => Number(version.split('.')[1]);

describe('requirements', () => {
  it('asks the program for the set of the feature', () => {
    const asked: string[] = [];
    const supports = (set: string, version: string) => {
      asked.push(`${set} ${version}`);
      return version === '1.4';
    };
    expect(wordHas(supports, 'comments')).toBe(true);
    expect(wordHas(supports, 'reject-changes')).toBe(false);
    expect(outlookHas((version) => supports('Mailbox', version), 'attachments')).toBe(false);
    expect(asked).toEqual(['WordApi 1.4', 'WordApi 1.6', 'Mailbox 1.8']);
  });

  // On the web versions are compared as numbers, and 1.10 is less than 1.4.
  it('needs no version of WordApi with two digits behind the point', () => {
    for (const { version } of Object.values(wordFeatures)) expect(version).toMatch(/^1\.\d$/);
  });

  it.each([
    ['manifest.xml', 'WordApi', wordFeatures.pane],
    ['manifest.outlook.xml', 'Mailbox', outlookFeatures.pane],
  ])('starts with what %s lets in', (file, set, needs) => {
    const manifest = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
    const lowest = new RegExp(`Set Name="${set}" MinVersion="(1\\.\\d+)"`).exec(manifest)?.[1];
    expect(needsText(needs)).toBe(`${set} ${lowest}`);
  });

  it('lets no one in whom the manifest of Exchange on-premises would keep out', () => {
    expect(minorOf(outlookFeatures.pane.version)).toBeLessThanOrEqual(5);
  });
});

/** Cells of the row of a feature, by the heads of the columns. */
function rowOf(feature: string): Record<string, string> {
  const lines = versionsTable().split('\n');
  const at = lines.findIndex((line) => line.startsWith(`| ${feature} |`));
  const head = lines.slice(0, at).findLast((line) => line.startsWith('| Funktion |')) ?? '';
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  const values = cells(lines[at] ?? '');
  return Object.fromEntries(cells(head).map((name, index) => [name, values[index] ?? '']));
}

describe('the table for administrators', () => {
  it('says where there is a fallback and where there is nothing', () => {
    expect(rowOf(wordFeatures['tracked-changes'].name)).toMatchObject({
      'Microsoft 365': 'ja',
      'LTSC 2024': 'ja',
      'LTSC 2021': 'ersatzweise',
      Web: 'ja',
      Mac: 'ja',
    });
    expect(rowOf(wordFeatures.comments.name)).toMatchObject({ 'LTSC 2021': 'nein' });
    expect(rowOf(outlookFeatures.attachments.name)).toMatchObject({
      'LTSC 2021': 'ja',
      'Exchange on-premises': 'nein',
    });
  });

  it('takes 1.14 for newer than 1.9', () => {
    expect(rowOf(outlookFeatures['theme-change'].name)).toMatchObject({
      'LTSC 2024': 'ja',
      'LTSC 2021': 'ersatzweise',
    });
    expect(rowOf(outlookFeatures['reply-confirmed'].name)).toMatchObject({ 'LTSC 2024': 'ja' });
  });

  it('stands in docs/versionen.md as it is made here', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/versionen.md'), 'utf8');
    if (page.includes(versionsTable())) return;
    throw new Error(
      'docs/versionen.md is out of date: replace its tables with what "npx node addin/office/print-versions.ts" prints',
    );
  });
});
