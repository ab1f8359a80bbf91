import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { buildTemplates } from '../../templates/make.ts';
import { partOf, partsOf } from './testing/word.ts';
import { allW, childrenOf, valW } from './xml.ts';

const files = await buildTemplates();

describe('our Vorlagen', () => {
  it.each([...files])('%s is what the script builds, byte for byte', async (id, bytes) => {
    const kept = await readFile(new URL(`../../templates/${id}/vorlage.docx`, import.meta.url));
    expect(Buffer.compare(kept, Buffer.from(bytes))).toBe(0);
  });

  it.each([...files])('%s names nobody and is German', async (_id, bytes) => {
    const parts = await partsOf(bytes);
    const all = [...parts.values()].map(String).join('\n');
    expect(all).not.toMatch(/creator|lastModifiedBy|rsid/);
    expect(String(parts.get('word/styles.xml'))).toContain('<w:lang w:val="de-DE"');
  });

  it.each([...files])(
    '%s has controls in the order of the schema, each with an id of its own',
    async (_id, bytes) => {
      const ids: string[] = [];
      for (const [name, part] of await partsOf(bytes)) {
        if (!/^word\/(?:document|header1)\.xml$/.test(name)) continue;
        for (const sdt of allW(await partOf(bytes, name), 'sdt')) {
          expect(childrenOf(sdt).map(({ localName }) => localName)).toEqual(['sdtPr', 'sdtContent']);
          const [properties] = childrenOf(sdt);
          const names = properties ? childrenOf(properties).map(({ localName }) => localName) : [];
          expect(names.slice(0, 4)).toEqual(['alias', 'tag', 'id', 'showingPlcHdr']);
          ids.push(...allW(sdt, 'id').map((id) => valW(id)));
        }
        expect(part.length).toBeGreaterThan(0);
      }
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('puts the address field of the letter 45 mm below the edge (DIN 5008 form B)', async () => {
    const bytes = files.get('antwortschreiben') ?? new Uint8Array();
    const header = await partOf(bytes, 'word/header1.xml');
    const [margins] = allW(await partOf(bytes), 'pgMar');
    const [height] = allW(header, 'trHeight');
    const twips = Number(valW(margins ?? null, 'header')) + Number(valW(height ?? null)) + 40;
    expect(twips / (1440 / 25.4)).toBeCloseTo(45, 1);
    expect(valW(height ?? null, 'hRule')).toBe('exact');
    expect(valW(margins ?? null, 'left')).toBe('1417');
  });
});
