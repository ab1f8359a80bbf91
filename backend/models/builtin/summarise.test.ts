import { describe, expect, it } from '@jest/globals';
import { answer, documentOf, hasShared, mailOf, shared } from './testing/answer.ts';

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
