import { describe, expect, it } from '@jest/globals';
import { marginsOf } from './docx-margins.ts';

const p = (inner: string) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${inner}</w:p>`;
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('marginsOf', () => {
  it('joins the pieces of a line, and tells lines apart', () => {
    expect(marginsOf([p(t('VS – Nur für den ') + t('Dienstgebrauch')) + p(t('Seite'))])).toBe(
      'VS – Nur für den Dienstgebrauch\nSeite',
    );
  });

  it('names what several parts have in common once', () => {
    expect(marginsOf([p(t('Kreis Kusel')), p(t('Kreis Kusel')) + p(t('intern'))])).toBe(
      'Kreis Kusel\nintern',
    );
  });

  it('reads tabs, line breaks and entities', () => {
    const line = `${t('Az. 1')}<w:r><w:tab/></w:r>${t('M&#xfc;ller &amp; S&#246;hne &#x110000;')}`;
    expect(marginsOf([p(line)])).toBe('Az. 1 Müller & Söhne &#x110000;');
  });
});
