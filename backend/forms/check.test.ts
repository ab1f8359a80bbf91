import { describe, expect, it } from '@jest/globals';
import { type FormFinding, formFinding, type FormName, formName } from '../../contract/forms.ts';
import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { hasShared, shared } from '../text/testing/real-texts.ts';
import { checkForm, type FormCheck } from './check.ts';
import { GOOD } from './testing/examples.ts';

const forms = formName.options;
const check = (text: string, form: FormName | null): Promise<FormCheck> =>
  checkForm(text, form, () => undefined);

describe('a good text', () => {
  it.each(forms)('of the form %s is recognised and has no finding', async (form) => {
    expect(await check(GOOD[form], null)).toEqual({ form, findings: [] });
  });
});

describe('the form', () => {
  it('is null for a text that is none, and then only leftovers count', async () => {
    const { form, findings } = await check(
      'Der Igel frisst z.B. Käfer und [[Bitte ergänzen: noch etwas]].',
      null,
    );
    expect(form).toBeNull();
    expect(findings.map(({ rule }) => rule)).toEqual(['gap-left']);
  });

  it('is not a Bescheid because a letter is about one', async () => {
    const letter = GOOD.letter.replace(
      'Ihr Antrag auf einen Stellplatz in der Lindenstraße',
      'Ihr Bescheid vom 02.11.2026',
    );
    expect((await check(letter, null)).form).toBe('letter');
  });

  it('is the one that was asked for', async () => {
    expect((await check(GOOD.mail, 'letter')).form).toBe('letter');
  });
});

/** What stands in a document without the signs of Markdown. */
const shown = (text: string) => text.replaceAll(/[*#]/gu, '');

describe('a finding', () => {
  const broken: Record<FormName, string> = {
    letter: GOOD.letter.replace('Sommer,', 'Sommer').replace('d. h.', 'd.h.').replace('Grüßen', 'Grüßen,'),
    note: GOOD.note.replace('Am 12.11.2026 fand', 'Leider fand').replace('30.11.2026', ''),
    order: GOOD.order.replace('Wv. 15.12.2026', 'Wv. 26.12.2026'),
    'council-paper': GOOD['council-paper'].replace('| Summe | 48.500,00 €', '| Summe | 48.500,01 €'),
    decision: GOOD.decision.replace(
      'Eine einfache E-Mail genügt nicht.',
      'Er kann auch per E-Mail erhoben werden.',
    ),
    mail: GOOD.mail.replace(' vom 9. November 2026', '').replace('um 9 Uhr', 'um 9 Uhr, z.B. im Rathaus'),
  };

  it.each(forms)(
    'of the form %s keeps the contract and names a place that stands in the text',
    async (form) => {
      const { findings } = await check(broken[form], form);
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(formFinding.safeParse(finding).success).toBe(true);
        if (finding.place !== null) expect(shown(broken[form])).toContain(finding.place);
        if (finding.mend?.kind === 'replace') expect(shown(broken[form])).toContain(finding.mend.find);
      }
    },
  );

  it('goes away with its mend', async () => {
    const mended = (text: string, { mend }: FormFinding): string => {
      if (mend?.kind === 'replace') return text.replace(mend.find, () => mend.text);
      return mend === null || mend.after === null
        ? text
        : text.replace(mend.after, (words) => words + mend.text);
    };
    const text = (await check(broken.letter, 'letter')).findings.reduce(mended, broken.letter);
    expect((await check(text, 'letter')).findings).toEqual([]);
  });
});

(hasShared ? describe : describe.skip)('the real council paper', () => {
  it('has what its people left empty and wrote without a blank', async () => {
    const { form, findings } = await check(shared('texts/sitzungsvorlage-ki-verbund.txt'), null);
    expect(form).toBe('council-paper');
    expect(findings.map(({ rule, place }) => [rule, place])).toEqual([
      ['council-reference', 'AZ'],
      ['council-cosigned-empty', 'Mitzeichnung:'],
      ['abbreviation-blank', expect.stringContaining('z.B. Dienstsanweisungen')],
      ['abbreviation-blank', expect.stringContaining('z.B. Rundschreiben')],
      ['abbreviation-blank', expect.stringContaining('z.B. Antwortschreiben')],
      ['abbreviation-blank', expect.stringContaining('z.B. mit Hilfe')],
    ]);
  });
});

describe('a long text', () => {
  const SIZE = 500_000;
  const fill = (piece: string) => piece.repeat(Math.floor(SIZE / piece.length));
  const long: [string, string][] = [
    ['one word', 'a'.repeat(SIZE)],
    ['one line', fill('Am 3.11.2026 kostete es z.B. 1200€ in der Anlage 7. ')],
    ['many lines', fill('Az.: · Az.: · Sachverhalt:\nWv. 3.4.\n')],
    ['tables', fill('| Summe | 1,00 |\n')],
    ['signs', fill('**[[ „ | i.')],
  ];

  it('may be as long as any source', async () => {
    const text = 'Az.: · Sachverhalt:\nWv. 3.4.\n'.repeat(MAX_SOURCE_CHARS / 40);
    expect((await check(text, 'council-paper')).findings.length).toBeLessThan(400);
  });

  it.each(long)('of %s ends with a bounded list in every form', async (_name, text) => {
    for (const form of forms) expect((await check(text, form)).findings.length).toBeLessThan(400);
  });
});
