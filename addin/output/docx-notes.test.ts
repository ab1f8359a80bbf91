import { expect, it } from '@jest/globals';
import { toDocx } from './docx.ts';
import { unzip } from './testing/unzip.ts';

it('writes real footnotes, and no part for them where there are none', async () => {
  const runs = [
    { text: 'Genehmigt die Leitung.', marks: [], note: 'DA <Reisen>, § 4' },
    { text: ' Sonst nicht.', marks: [], note: 'DA Reisen, § 5' },
  ];
  const parts = await unzip(await toDocx([{ type: 'paragraph', runs }], { title: '' }));
  const references = parts.xml('word/document.xml').getElementsByTagName('w:footnoteReference');
  expect([...references].map((one) => one.getAttribute('w:id'))).toEqual(['1', '2']);
  expect(parts.xml('word/footnotes.xml').documentElement.textContent).toContain('DA <Reisen>, § 4');
  expect(parts.html).toContain('DA &lt;Reisen&gt;, § 4');
});
