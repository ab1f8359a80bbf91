import { describe, expect, it } from '@jest/globals';
import { answer, documentOf, mailOf } from './testing/answer.ts';
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
    const text = await answer(
      'summarise',
      { form: 'circular', focus: '' },
      documentOf(CIRCULAR, 'Rundschreiben'),
    );
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
    const text = await answer(
      'summarise',
      { form: 'circular', focus: '' },
      documentOf('Der Hof ist gesperrt. Das gilt.'),
    );
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
    const text = await answer('summarise', { form: 'circular', focus: '' }, documentOf(source, 'scan'));
    const field = (name: string) => text.split(`## ${name}\n\n`)[1]?.split('\n\n## ')[0] ?? '';
    expect(field('Absender')).toBe('Kreisverwaltung Kusel');
    expect(field('Az.')).toBe('10-024');
    expect(field('Datum')).toBe('1. Oktober 2026');
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
    const text = await answer('summarise', { form: 'key-points', focus: '' }, documentOf(source));
    const points = text.split('## Kernaussagen\n\n')[1]?.split('\n\n')[0] ?? '';
    expect(points).toContain('Private Geräte dürfen nicht mehr verwendet werden.');
    expect(points).toContain('Die Kommunen müssen 400 €');
  });

  it('asks what readers ask', async () => {
    const source =
      '# 1 Anlass\n\nAb dem 1. Januar 2027 wird das neue Portal eingeführt. Bisher war viel Papier nötig.\n\n# 2 Was sich ändert\n\nPapier nimmt die Gemeinde an.\n\n# 3 Fristen\n\nDie Frist endet am 5. Januar 2027.\n\n## § 4 Erreichbarkeit im Haus\n\nDie Leitung ist vormittags im Haus zu finden.';
    const text = await answer('summarise', { form: 'faq', focus: '' }, documentOf(source));
    expect(text.match(/^## .+$/gmu)).toEqual([
      '## Worum geht es?',
      '## Welche Fristen gelten?',
      '## Was ist zu tun?',
      '## Warum ist das nötig?',
      '## Was ändert sich?',
    ]);
    expect(text).toContain('> Die Frist endet am 5. Januar 2027.');
  });

  it('summarises the newest message and says so', async () => {
    const mail = mailOf(
      'Hallo,\n\nder Termin am 3.12.2026 fällt aus. Wir suchen einen neuen Tag.\n\nGruß\nEva Adler',
      {
        thread: 'Der alte Termin kostet 500 €.',
      },
    );
    const text = await answer('summarise', { form: 'key-points', focus: '' }, mail);
    expect(text).toContain('der Termin am 3.12.2026 fällt aus.');
    expect(text).not.toContain('500 €');
    expect(text).not.toContain('Eva Adler');
    expect(text).toContain('der zitierte Verlauf ist nicht ausgewertet');
  });

  it('hears the focus, or says that nothing speaks of it', async () => {
    const many = Array.from(
      { length: 30 },
      (_, i) => `Die Verwaltung plant Vorhaben Nummer ${i} im Kreis Kusel.`,
    );
    const source = documentOf([...many, 'Der Spielplatz bekommt eine Rutsche aus Holz.'].join(' '));
    const heard = await answer('summarise', { form: 'key-points', focus: 'Spielplatz' }, source);
    expect(heard).toContain('Der Spielplatz bekommt eine Rutsche aus Holz.');
    const unheard = await answer('summarise', { form: 'paragraph', focus: 'Hundesteuer' }, source);
    expect(unheard).toContain('Zu „Hundesteuer“ wurde im Text nichts gefunden.');
  });

  it('does not let a text format the answer', async () => {
    const text = await answer(
      'summarise',
      { form: 'paragraph', focus: '' },
      documentOf('Er sagte \\*ja\\* zu \\[x\\](http://y.example) heute.'),
    );
    expect(text).toContain('\\*ja\\*');
    expect(text).toContain('\\](');
  });

  it('does not fail on a text without sentences', async () => {
    const text = await answer('summarise', { form: 'key-points', focus: '' }, documentOf('—'));
    expect(text).toContain('keine ganzen Sätze');
  });

  describe.each(['key-points', 'circular', 'faq', 'paragraph'] as const)(
    '%s of the council paper',
    (form) => {
      (hasShared ? it : it.skip)('is verbatim and honest (needs ../shared)', async () => {
        const source = shared('texts/sitzungsvorlage-ki-verbund.txt');
        const plain = (text: string) => text.replace(/[\s:·„“]+/gu, ' ');
        const text = await answer('summarise', { form, focus: '' }, documentOf(source, 'Sitzungsvorlage'));
        expect(text).toMatch(/\*Ohne Sprachmodell – wörtliche Auszüge aus Ihrem Text\.\*$/u);
        const passages = text.match(/(?<=„)[^“]{20,}(?=“)|(?<=^> ).{20,}|(?<=^- )[^„*].{20,}/gmu) ?? [];
        for (const passage of passages) expect(plain(source)).toContain(plain(passage).trim());
        if (form === 'paragraph') return;
        for (const needed of ['15.06.2026', '314.065,00 €', '6.250 €', '58 %', 'wird zugestimmt']) {
          if (form !== 'circular' || !needed.includes('€')) expect(text).toContain(needed);
        }
      });
    },
  );

  (hasShared ? it : it.skip)('key points are three to seven (needs ../shared)', async () => {
    for (const name of ['705_1', '455_1', '414_1', '796_0', '513_0']) {
      const text = await answer(
        'summarise',
        { form: 'key-points', focus: '' },
        mailOf(shared(`emails/${name}.txt`)),
      );
      const points = text.split('## Kernaussagen\n\n')[1]?.split('\n\n')[0]?.split('\n') ?? [];
      expect(points.length).toBeGreaterThanOrEqual(3);
      expect(points.length).toBeLessThanOrEqual(7);
    }
  });
});
