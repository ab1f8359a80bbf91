import { describe, expect, it } from '@jest/globals';
import { because, classOf, documentOf, FILLER, mailOf, suggest } from './testing/readings.ts';

describe('restricted: a marking', () => {
  it.each([
    'VS – NUR FÜR DEN DIENSTGEBRAUCH',
    'VS - Nur für den Dienstgebrauch',
    'VS-NUR FÜR DEN DIENSTGEBRAUCH',
    'VS – NUR FUER DEN DIENSTGEBRAUCH',
    'Nur für den Dienstgebrauch',
    'nur für den dienstgebrauch',
    'VS-NfD',
    'VS – NfD',
    'VS/NfD',
    'VS NFD',
    'vs-nfd',
    'V S - N f D',
    'V.S.-N.f.D.',
    '*** VS-NfD ***',
    '**VS – Nur für den Dienstgebrauch**',
    '*\\*\\* VS-NfD \\*\\**',
    '- VS-NfD -',
    '– VS-NfD –',
    '[VS-NfD]',
    '(VS-NfD)',
    '# VS-NfD',
    '> VS-NfD',
    '| VS-NfD |',
    'N U R  F Ü R  D E N  D I E N S T G E B R A U C H',
    'VS-VERTRAULICH',
    'VS-Vertraulich',
    'GEHEIM',
    'G E H E I M',
    'STRENG GEHEIM',
    'VS-Geheim',
    'Verschlusssache',
    'VERSCHLUSSSACHE',
    'Verschlußsache',
    'VS-NfD   Seite 2 von 7',
    'VS – Nur für den Dienstgebrauch (VS-NfD)',
    'Einstufung: VS-NfD',
    'Geheimhaltungsgrad: geheim',
    '| Kennzeichnung | VS-NfD |',
    'VS – NUR FÜR DEN\nDIENSTGEBRAUCH',
    'VS –\nNUR FÜR DEN DIENSTGEBRAUCH',
  ])('in a line of its own, wherever it stands: %s', (line) => {
    expect(classOf(`${line}\n\n${FILLER}`)).toBe('restricted');
    expect(classOf(`${FILLER}\n\n${line}`)).toBe('restricted');
    expect(classOf(`${FILLER}\n\n${line}\n\n${FILLER}`)).toBe('restricted');
    expect(classOf(line)).toBe('restricted');
  });

  it.each([
    'Landkreis Musterbach | VS-NfD | Blatt 3',
    'Az. 12-34/2026 – VS – Nur für den Dienstgebrauch',
    'VS-NfD: Lagebild der Woche',
    'Lagebild der Woche (VS-NfD)',
    'Lagebild\tVS-NfD',
    'Lagebild      VS-NfD',
    'Anlage 3 VS-NfD',
    'Seite 3 von 12 VS-NfD',
    'VS-NfD nach § 4 SÜG',
  ])('parted from other words at the top or at the bottom: %s', (line) => {
    expect(classOf(`${line}\n\n${FILLER}`)).toBe('restricted');
    expect(classOf(`${FILLER}\n\n${line}`)).toBe('restricted');
  });

  it.each([
    'VS-NfD: Lagebild',
    'AW: VS-NfD – Lagebild',
    'WG: AW: [VS-NfD] Lagebild',
    'Lagebild (VS-NfD)',
    'Lagebild VS-NfD',
    'VS-NfD Lagebild KW 12',
    'Lagebild - VS - Nur für den Dienstgebrauch',
  ])('in a subject: %s', (subject) => {
    expect(suggest(mailOf({ subject })).because).toEqual([expect.stringContaining('im Betreff')]);
  });

  it('in names of documents and attachments', () => {
    expect(suggest(documentOf(FILLER, 'Lagebild_VS-NfD.docx')).because).toEqual([
      'Kennzeichnung „VS-NfD“ im Titel',
    ]);
    const attachments = [{ name: 'VS-NfD_Lagebild.pdf', text: 'Lagebild' }];
    expect(suggest(mailOf({ attachments })).because).toEqual([
      'Kennzeichnung „VS-NfD“ im Namen einer Anlage',
    ]);
  });

  it('in attachments, earlier messages and what was set aside as a notice', () => {
    const attachments = [{ name: 'lage.pdf', text: `VS-NfD\n\n${FILLER}` }];
    expect(suggest(mailOf({ attachments })).because).toEqual(['Kennzeichnung „VS-NfD“ in einer Anlage']);
    const thread = '> Von: Lagezentrum\n> Betreff: VS-NfD: Lagebild\n>\n> Guten Tag';
    expect(suggest(mailOf({ thread })).dataClass).toBe('restricted');
    expect(suggest(mailOf({ notices: 'VS-NfD' })).dataClass).toBe('restricted');
  });

  it.each(['VS-NfD', 'VS - NUR FÜR DEN DIENSTGEBRAUCH', '- VS-NfD', 'Einstufung: VS-NfD', 'V\u200bS-NfD'])(
    'in a line that was typed or answered: %s',
    (line) => {
      const said = [`${line}\n\nLagebild der Woche`];
      expect(suggest(mailOf({}), [], { typed: ['kürzer', ...said] }).because).toEqual([
        expect.stringMatching(/in Ihrer Eingabe$/),
      ]);
      expect(suggest({ kind: 'nothing' }, [], { typed: said }).because).toEqual([
        expect.stringMatching(/am Anfang des Textes$/),
      ]);
    },
  );

  it('in an earlier answer', () => {
    const beside = { earlier: [FILLER, `VS-NfD\n\n${FILLER}`] };
    for (const reading of [documentOf(FILLER), { kind: 'nothing' } as const]) {
      expect(suggest(reading, [], beside).because).toEqual([
        'Kennzeichnung „VS-NfD“ in einer früheren Antwort',
      ]);
    }
  });

  it('in what was pasted, and behind what is wanted of it', () => {
    const pasted = (text: string) => suggest({ kind: 'nothing' }, [], { typed: [text] }).dataClass;
    expect(pasted(`Landkreis Musterbach | VS-NfD | Blatt 3\n\n${FILLER}`)).toBe('restricted');
    expect(pasted(`${FILLER}\n\nVS-NfD`)).toBe('restricted');
    expect(pasted('Bitte kürzen. VS-NfD')).toBe('restricted');
    expect(pasted('Betreff: Lagebild VS-NfD\n\nGuten Tag')).toBe('restricted');
    expect(pasted('Was bedeutet VS-NfD?')).toBe('internal');
  });

  it('in headers and footers that are known apart', () => {
    const beside = { margins: 'Landkreis Musterbach\tVS-NfD\tSeite 1' };
    expect(suggest(documentOf(FILLER), [], { margins: 'Landkreis Musterbach VS-NfD' }).dataClass).toBe(
      'restricted',
    );
    expect(suggest(documentOf(FILLER), [], beside).because).toEqual([
      'Kennzeichnung „VS-NfD“ in der Kopf- oder Fußzeile',
    ]);
  });

  it('in a sentence that says it of the text itself', () => {
    expect(classOf(`${FILLER} Dieses Schreiben ist als VS-NfD eingestuft. ${FILLER}`)).toBe('restricted');
    expect(classOf(`${FILLER} Die beigefügte Anlage ist als Verschlusssache zu behandeln. ${FILLER}`)).toBe(
      'restricted',
    );
  });

  it('says where, and at most four times', () => {
    expect(because(`VS-NfD\n\n${FILLER}\n\nVS – Nur für den Dienstgebrauch`)).toEqual([
      'Kennzeichnung „VS-NfD“ am Anfang des Textes',
      'Kennzeichnung „VS – Nur für den Dienstgebrauch“ am Ende des Textes',
    ]);
    const all = ['VS-NfD', 'GEHEIM', 'STRENG GEHEIM', 'Verschlusssache', 'VS-VERTRAULICH'].join('\n');
    expect(because(`${all}\n\n${FILLER}\n\n${all}`)).toHaveLength(4);
  });

  it('counts more than everything else', () => {
    expect(classOf(`Pressemitteilung\nVS-NfD\n${FILLER}`, 'tax-id')).toBe('restricted');
  });
});

describe('not restricted: a text that speaks about a marking', () => {
  it.each([
    'Merkblatt zum Umgang mit VS-NfD',
    'Merkblatt: VS-NfD',
    'Wir verarbeiten auch Unterlagen der Stufe VS-NfD.',
    'Was bedeutet „VS-NfD“ für unsere Arbeit?',
    'VS-NfD-Dokumente werden im Tresor aufbewahrt.',
    'Die Wahl ist geheim.',
    'Abstimmung: geheim',
    'Geheim',
    'Das Verschlusssachengesetz gilt.',
    'Der Vorsitzende (VS) begrüßt alle.',
    'Wenn dieses Schreiben als VS-NfD eingestuft ist, gilt Anlage 2.',
    'Dieses Merkblatt ist nicht als VS-NfD eingestuft.',
  ])('%s', (line) => {
    expect(classOf(`${line}\n\n${FILLER}`)).toBe('internal');
    expect(classOf(`${FILLER}\n\n${line}\n\n${FILLER}`)).toBe('internal');
  });

  it.each(['Schulung VS-NfD', 'Umgang mit VS-NfD', 'Frage zu VS-NfD', 'VS-NfD-Schulung', 'Ist das VS-NfD'])(
    'in a subject: %s',
    (subject) => {
      expect(suggest(mailOf({ subject })).dataClass).toBe('internal');
    },
  );

  it('as grades in a list, with marks or without', () => {
    const grades = ['VS-NfD', 'VS-VERTRAULICH', 'GEHEIM', 'STRENG GEHEIM'];
    const listed = (mark: string) =>
      `${FILLER}\n\n${grades.map((grade) => mark + grade).join('\n')}\n\n${FILLER}`;
    expect(classOf(listed('- '))).toBe('internal');
    expect(classOf(listed('1. '))).toBe('internal');
    expect(classOf(listed(''))).toBe('internal');
  });

  it('as an item of a list inside of a text', () => {
    expect(classOf(`${FILLER}\n\nWir unterscheiden:\n- offen\n- VS-NfD\n\n${FILLER}`)).toBe('internal');
  });
});
