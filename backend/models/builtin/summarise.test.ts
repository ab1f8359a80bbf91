import { describe, expect, it } from '@jest/globals';
import { answer, documentOf, mailOf } from './testing/answer.ts';
import { summaryHearing } from '../../tasks/summary-hearing.ts';
import { proofsFor } from '../../tasks/summary-proofs.ts';
import { summaryOf } from './testing/summary.ts';
import { hasShared, shared } from '../../text/testing/real-texts.ts';

const CIRCULAR = `Ministerium des Innern und für Sport

Az.: 17-204/2026
Mainz, 02.03.2026

Betreff: Neue Vordrucke für das Meldewesen

Sehr geehrte Damen und Herren,

das Rundschreiben vom 01.02.2020 wird aufgehoben. Diese Regelung gilt für alle Meldebehörden im Land. Die Meldebehörden haben die neuen Vordrucke bis zum 30.06.2026 einzuführen. Rechtsgrundlage ist § 23 Abs. 1 BMG. Zuständig ist das Referat 17 im Ministerium. Die Kosten von 1.200 € trägt das Land. Ob die Software angepasst wird, ist noch offen.

Anlagen:
Vordruck A
Vordruck B
`;

describe('summarise', () => {
  it('fills every field of a circular with words of the text', async () => {
    const { text } = await summaryOf('circular', documentOf(CIRCULAR, 'Rundschreiben'));
    const field = (name: string) => text.split(`## ${name}\n\n`)[1]?.split('\n\n## ')[0] ?? '';
    expect(field('Absender')).toBe('Ministerium des Innern und für Sport');
    expect(field('Az.')).toBe('17-204/2026');
    expect(field('Datum')).toBe('02.03.2026');
    expect(field('Betreff')).toBe('Neue Vordrucke für das Meldewesen');
    expect(field('Ersetzt/ändert')).toContain('das Rundschreiben vom 01.02.2020 wird aufgehoben.');
    expect(field('Betroffene')).toContain('Diese Regelung gilt für alle Meldebehörden im Land.');
    expect(field('Fristen')).toContain('**30.06.2026**');
    expect(field('Handlungsbedarf')).toContain('Die Meldebehörden haben die neuen Vordrucke');
    expect(field('Zuständigkeit')).toContain('Zuständig ist das Referat 17');
    expect(field('Rechtsgrundlagen')).toContain('**§ 23 Abs. 1 BMG**');
    expect(field('Anlagen')).toBe('- Vordruck A\n- Vordruck B');
    expect(field('Offene Fragen')).toContain('ist noch offen');
  });

  it('says "nicht angegeben" and invents nothing', async () => {
    const { text } = await summaryOf('circular', documentOf('Der Hof ist gesperrt. Das gilt.'));
    for (const name of ['Az.', 'Datum', 'Fristen', 'Anlagen', 'Rechtsgrundlagen', 'Zuständigkeit']) {
      expect(text).toContain(`## ${name}\n\nnicht angegeben`);
    }
  });

  it('reads the usual forms of a letterhead and its end', async () => {
    const source = `Landkreis Kusel · Dienstanweisung

Kreisverwaltung Kusel
Az.: 10-024 · Stand: 1. Oktober 2026

An die
Verwaltungen im Landkreis

Bearbeitung: Herr Dr. Adler, Tel. 06381 424-0

# 1 Zuständigkeit

Fragen zum Portal beantwortet die Stabsstelle. Die Gemeinden haben Ansprechpersonen an x@y.example zu melden.

| Fachbereich | Zeiten | Ort |
| --- | --- | --- |
| Bürgerdienste | 8 Uhr | Kusel |

Im Auftrag

Dr. Eva Adler

Anlagen
1 Ablaufplan
2 Vordrucke

[1] Die Vordrucke stehen ab heute im Intranet des Landkreises.
`;
    const { text } = await summaryOf('circular', documentOf(source, 'scan'));
    const field = (name: string) => text.split(`## ${name}\n\n`)[1]?.split('\n\n## ')[0] ?? '';
    expect(field('Absender')).toBe('Kreisverwaltung Kusel');
    expect(field('Az.')).toBe('10-024');
    expect(field('Datum')).toBe('1\\. Oktober 2026');
    expect(field('Betreff')).toBe('1 Zuständigkeit');
    expect(field('Betroffene')).toBe('- „An die Verwaltungen im Landkreis“');
    expect(field('Zuständigkeit')).toBe(
      '- Herr Dr. Adler, Tel. 06381 424-0\n- „Fragen zum Portal beantwortet die Stabsstelle.“',
    );
    expect(field('Anlagen')).toBe('- 1 Ablaufplan\n- 2 Vordrucke');
    expect(field('Kernaussagen')).not.toContain('Vordrucke stehen');
  });

  it('prefers duties and new rules to background, from beginning to end', async () => {
    const filler = (about: string) => `${about} war in den Jahren ein Thema der Berichte des Landkreises.`;
    const source = `# Hintergrund\n\n${filler('Das Portal')} ${filler('Der Antrag')} ${filler('Die Akte')}\n\n# Regeln\n\nPrivate Geräte dürfen nicht mehr verwendet werden. ${filler('Das Gerät')}\n\n# Kosten\n\nDie Kommunen müssen 400 € bis zum 5. Januar 2027 zahlen. ${filler('Das Geld')}`;
    const { text } = await summaryOf('key-points', documentOf(source));
    const points = text.split('## Kernaussagen\n\n')[1]?.split('\n\n')[0] ?? '';
    expect(points).toContain('Private Geräte dürfen nicht mehr verwendet werden.');
    expect(points).toContain('Die Kommunen müssen 400 €');
  });

  it('asks what readers ask', async () => {
    const source =
      '# 1 Anlass\n\nAb dem 1. Januar 2027 wird das neue Portal eingeführt. Bisher war viel Papier nötig.\n\n# 2 Was sich ändert\n\nPapier nimmt die Gemeinde an.\n\n# 3 Fristen\n\nDie Frist endet am 5. Januar 2027.\n\n## § 4 Erreichbarkeit im Haus\n\nDie Leitung ist vormittags im Haus zu finden.';
    const { text } = await summaryOf('faq', documentOf(source));
    expect(text.match(/^## .+$/gmu)).toEqual([
      '## Worum geht es?',
      '## Welche Fristen gelten?',
      '## Was ist zu tun?',
      '## Warum ist das nötig?',
      '## Was ändert sich?',
    ]);
    expect(text).toContain('## Welche Fristen gelten?\n\nDie Frist endet am 5. Januar 2027.');
  });

  it('summarises the newest message and says so', async () => {
    const mail = mailOf(
      'Hallo,\n\nder Termin am 3.12.2026 fällt aus. Wir suchen einen neuen Tag.\n\nGruß\nEva Adler',
      {
        thread: 'Der alte Termin kostet 500 €.',
      },
    );
    const { text } = await summaryOf('key-points', mail);
    expect(text).toContain('der Termin am 3.12.2026 fällt aus.');
    expect(text).not.toContain('500 €');
    expect(text).not.toContain('Eva Adler');
    expect(text).toContain('der Verlauf ist nicht ausgewertet');
  });

  it('hears the focus, or says that nothing speaks of it', async () => {
    const many = Array.from(
      { length: 30 },
      (_, i) => `Die Verwaltung plant Vorhaben Nummer ${i} im Kreis Kusel.`,
    );
    const source = documentOf([...many, 'Der Spielplatz bekommt eine Rutsche aus Holz.'].join(' '));
    const { text: heard } = await summaryOf('key-points', source, 'Spielplatz');
    expect(heard).toContain('Der Spielplatz bekommt eine Rutsche aus Holz.');
    const { text: unheard } = await summaryOf('paragraph', source, 'Hundesteuer');
    expect(unheard).toContain('Zu „Hundesteuer“ wurde im Text nichts gefunden.');
  });

  it('does not let a text format the answer', async () => {
    const { text } = await summaryOf(
      'paragraph',
      documentOf('Er sagte \\*ja\\* zu \\[x\\](http://y.example) heute.'),
    );
    expect(text).toContain('\\*ja\\*');
    expect(text).toContain('\\](');
  });

  it('gives each statement the words of the text that it is made of', async () => {
    const source = `Kusel, den 23.11.2026

Die Gemeinden werden gebeten,

1. zwei Personen bis zum 4. Dezember 2026 zu melden,
2. die Aushänge in den Verwal-
   tungen anzupassen.

Anträge nimmt die Gemeinde an. Sie sind binnen zwei Wochen weiterzuleiten.

| Was | Bis wann | Wer |
| --- | --- | --- |
| Bericht an den Rat | 31. März 2027 | alle |`;
    const { statements, dueDates } = await summaryOf('circular', documentOf(source));
    expect(statements.filter(({ evidence }) => !['proven', 'absent'].includes(evidence.state))).toEqual([]);
    expect(dueDates.map(({ date, what }) => [date, what])).toEqual([
      [
        '2026-12-04',
        '4. Dezember 2026: „Die Gemeinden werden gebeten, zwei Personen bis zum 4. Dezember 2026 zu melden.“',
      ],
      [
        '2026-12-07',
        'binnen zwei Wochen: „Anträge nimmt die Gemeinde an. Sie sind binnen zwei Wochen weiterzuleiten.“',
      ],
      ['2027-03-31', '31. März 2027: „Bericht an den Rat“ (alle)'],
    ]);
  });

  it('makes no statement of what it says about itself', async () => {
    const reading = documentOf('Der Hof ist ab heute gesperrt.');
    const { statements, text } = await summaryOf('paragraph', reading, 'Hundesteuer');
    expect(statements.map((one) => one.text)).toEqual(['Der Hof ist ab heute gesperrt.']);
    expect(text).toContain('*Zu „Hundesteuer“ wurde');
    expect((await summaryOf('faq', documentOf('—'))).statements).toEqual([]);
  });

  it('keeps its proofs when it is refined', async () => {
    const words = ['Rathaus', 'Schwimmbad', 'Spielplatz', 'Friedhof', 'Bauhof', 'Feuerwehr', 'Bücherei'].map(
      (what, i) => `Die Gemeinde ${'ABCDEFG'.charAt(i)}dorf plant ${what} und ${what}garten im Jahr 203${i}.`,
    );
    const reading = documentOf(words.join(' '));
    const first = await summaryOf('key-points', reading);
    const turns = [{ answer: first.text, wish: 'kürzer' }];
    const again = await answer('summarise', { form: 'key-points', focus: '' }, reading, { turns });
    const hearing = summaryHearing('key-points', proofsFor(reading));
    hearing.hear(again);
    const { summary } = (await hearing.end()).result;
    expect(summary?.statements.length).toBeLessThan(first.statements.length);
    expect(summary?.statements.map(({ evidence }) => evidence.state)).toContain('proven');
    expect(summary?.statements.filter(({ evidence }) => evidence.state !== 'proven')).toEqual([]);
  });

  it('does not fail on a text without sentences', async () => {
    const { text } = await summaryOf('key-points', documentOf('—'));
    expect(text).toContain('keine ganzen Sätze');
  });

  describe.each(['key-points', 'circular', 'faq', 'paragraph'] as const)(
    '%s of the council paper',
    (form) => {
      (hasShared ? it : it.skip)('is verbatim and honest (needs ../shared)', async () => {
        const source = shared('texts/sitzungsvorlage-ki-verbund.txt');
        const plain = (text: string) => text.replace(/[\s:·„“]+/gu, ' ');
        const { text, statements, dueDates } = await summaryOf(form, documentOf(source, 'Sitzungsvorlage'));
        expect(text).toMatch(/\*Ohne Sprachmodell – wörtliche Auszüge aus Ihrem Text\.\*$/u);
        expect(statements.length).toBeGreaterThan(2);
        for (const { text: words, evidence } of statements) {
          expect({ words, state: evidence.state }).toEqual({
            words,
            state: words === 'nicht angegeben' ? 'absent' : 'proven',
          });
          // What it puts in quotation marks, or else all of it, stands in the source word for word.
          const [quoted = words.replace(/[.]$/u, '')] = words.match(/(?<=„)[^“]{20,}(?=“)/u) ?? [];
          if (!/\*\*|\(Sitzung\)|^nicht/u.test(quoted)) expect(plain(source)).toContain(plain(quoted).trim());
        }
        const days = dueDates.map(({ date }) => date);
        if (form === 'circular' || form === 'key-points') expect(days).toEqual(['2026-06-15']);
        if (form === 'paragraph') return;
        for (const needed of ['15.06.2026', '314.065,00 €', '6.250 €', '58 %', 'wird zugestimmt']) {
          if (form !== 'circular' || !needed.includes('€')) expect(text).toContain(needed);
        }
      });
    },
  );

  (hasShared ? it : it.skip)('key points are three to seven (needs ../shared)', async () => {
    for (const name of ['705_1', '455_1', '414_1', '796_0', '513_0']) {
      const { text } = await summaryOf('key-points', mailOf(shared(`emails/${name}.txt`)));
      const points = text.split('## Kernaussagen\n\n')[1]?.split('\n\n')[0]?.split('\n') ?? [];
      expect(points.length).toBeGreaterThanOrEqual(3);
      expect(points.length).toBeLessThanOrEqual(7);
    }
  });
});
