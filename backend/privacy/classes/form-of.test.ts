import { describe, expect, it } from '@jest/globals';
import { classOf, documentOf, FILLER, mailOf, suggest } from './testing/readings.ts';

describe('internal', () => {
  it.each([
    ['Nur für den internen Gebrauch', 'Kennzeichnung „Nur für den internen Gebrauch“'],
    ['nur für den dienstlichen Gebrauch', 'Kennzeichnung „Nur für den internen Gebrauch“'],
    ['Nicht zur Weitergabe bestimmt', 'Kennzeichnung „Nur für den internen Gebrauch“'],
    ['- intern -', 'Kennzeichnung „Intern“'],
    ['Intern', 'Kennzeichnung „Intern“'],
    ['Streng vertraulich', 'Kennzeichnung „Vertraulich“'],
    ['V E R T R A U L I C H', 'Kennzeichnung „Vertraulich“'],
    ['Persönlich / Vertraulich', 'Kennzeichnung „Vertraulich“'],
    ['Nichtöffentliche Sitzung', 'Kennzeichnung „Nichtöffentlich“'],
    ['nicht öffentlich', 'Kennzeichnung „Nichtöffentlich“'],
    ['Sperrfrist: 12 Uhr', 'Kennzeichnung „Sperrfrist“'],
    ['Dienstanweisung für das Schreiben', 'Dienstanweisung oder Regelung des Hauses'],
    ['Aktenvermerk', 'Vermerk'],
    ['Entwurf', 'Entwurf'],
    ['Entwurf einer Satzung', 'Entwurf'],
  ])('is a marking or a paper of the house: %s', (line, reason) => {
    expect(suggest(documentOf(`${line}\n\n${FILLER}`))).toEqual({ dataClass: 'internal', because: [reason] });
    expect(classOf(`Pressemitteilung\n\n${line}\n\n${FILLER}`)).toBe('internal');
  });

  it('is every mail at the least', () => {
    const attachments = [{ name: 'presse.pdf', text: `Pressemitteilung\n\n${FILLER}` }];
    expect(suggest(mailOf({ attachments }))).toEqual({ dataClass: 'internal', because: ['E-Mail'] });
    expect(suggest(mailOf({ newest: `Pressemitteilung\n\n${FILLER}` })).dataClass).toBe('internal');
  });

  it('is what nothing else is said of', () => {
    expect(suggest(documentOf(FILLER))).toEqual({
      dataClass: 'internal',
      because: ['Keine Kennzeichnung als öffentlich'],
    });
    expect(suggest({ kind: 'nothing' }).dataClass).toBe('internal');
    expect(classOf(`${FILLER}\n\nDas ist intern geklärt, vertraulich und öffentlich.`)).toBe('internal');
  });
});

describe('public', () => {
  const STATUTE = '§ 1 Zweck\n\nDie Anlage dient allen.\n\n§ 2 Benutzung\n\nSie steht allen offen.';
  const law = `# Gesetz über Musterwege (MWegG)\n\nAusfertigungsdatum\n:   2020-01-01\n\n### ${STATUTE.replace('\n§', '\n### §')}`;

  it.each([
    ['a law that was published', law, 'Veröffentlichter Gesetzestext'],
    [
      'a law with its day',
      `Landeswegegesetz\nVom 3. März 2020\n\n${STATUTE}`,
      'Veröffentlichter Gesetzestext',
    ],
    ['a Satzung', `Satzung der Ortsgemeinde Musterbach\n\n${STATUTE}`, 'Satzung'],
    ['a kind of Satzung', `Landkreis Musterbach\n\nHundesteuersatzung\n\n${STATUTE}`, 'Satzung'],
    [
      'a Pressemitteilung',
      `Landkreis Musterbach – Pressemitteilung 12/2026\n\n${FILLER}`,
      'Pressemitteilung',
    ],
    ['a Bekanntmachung', `**Öffentliche Bekanntmachung**\n\n${FILLER}`, 'Öffentliche Bekanntmachung'],
    ['a marking', `Klassifizierung: öffentlich\n\n${FILLER}`, 'Kennzeichnung „öffentlich“'],
  ])('is %s', (_what, text, reason) => {
    expect(suggest(documentOf(text))).toEqual({ dataClass: 'public', because: [reason] });
    expect(classOf(text, 'place', 'phone', 'url')).toBe('public');
    for (const kind of ['person', 'birthdate', 'street', 'email', 'iban', 'account', 'reference'] as const) {
      expect(classOf(text, 'place', kind)).not.toMatch(/public|internal/);
    }
  });

  const paper = (status: string) =>
    `Sitzungsvorlage\n\nFachbereich\tAZ\nFB 1\t11\n\nBeratungsfolge:\n${status}\n\nSachverhalt:\n${FILLER}`;

  it.each([
    'Hauptausschuss\t29.04.2026\töffentlich',
    '| Hauptausschuss | 29.04.2026 | öffentlich |',
    'Hauptausschuss 29.04.2026 öffentlich',
    'Status: öffentlich',
    'Öffentliche Sitzung am 29.04.2026',
  ])('is a Sitzungsvorlage for a public sitting: %s', (status) => {
    expect(suggest(documentOf(paper(status)))).toEqual({
      dataClass: 'public',
      because: ['Öffentliche Sitzung'],
    });
    expect(classOf(paper(status), 'reference', 'place')).toBe('public');
    expect(classOf(paper(status), 'person')).toBe('personal');
    expect(classOf(paper(status), 'street')).toBe('personal');
  });

  it.each([
    'Hauptausschuss\t29.04.2026\tnichtöffentlich',
    '| Hauptausschuss | nicht öffentlich |\n| Rat | öffentlich |',
    'In nichtöffentlicher Sitzung',
    'Öffentliche Grünflächen',
    '',
  ])('is none where a sitting is closed, or nothing is said of it: %s', (status) => {
    expect(classOf(paper(status))).toBe('internal');
  });

  it('is no Sitzungsvorlage about the taxes of somebody', () => {
    const closed = paper('nichtöffentlich').replace(FILLER, 'Stundung der Gewerbesteuer');
    expect(classOf(closed, 'person')).toBe('social');
    const open = paper('öffentlich').replace(FILLER, 'Erhöhung der Gewerbesteuer');
    expect(classOf(open, 'person')).toBe('personal');
  });

  it.each([
    'Öffentliche Zustellung des Bescheids vom 03.04.2026',
    'an die Schuldnerin, zuletzt wohnhaft am Lindenweg',
    'Der Empfänger ist unbekannt verzogen.',
    'ruft an, wohnt am Lindenweg',
  ])('is nothing with the words of a case: %s', (line) => {
    for (const head of ['Öffentliche Bekanntmachung', 'Pressemitteilung', 'Status: öffentlich']) {
      expect(suggest(documentOf(`${head}\n\n${line}`))).toEqual({
        dataClass: 'internal',
        because: ['Öffentlich, aber über einen Einzelfall'],
      });
    }
    expect(classOf(`${paper('Status: öffentlich')}\n\n${line}`)).toBe('internal');
    expect(classOf(`Öffentliche Bekanntmachung\n\n${line}, Wohngeld`, 'person')).toBe('social');
    expect(classOf(`${law}\n\n${line}`)).toBe('public');
  });

  it('is nothing beside which something was typed or answered that tells of somebody', () => {
    const press = documentOf(`Pressemitteilung\n\n${FILLER}`);
    expect(suggest(press, ['phone'], { typed: ['kürzer'] }).dataClass).toBe('public');
    for (const kind of ['phone', 'email', 'reference', 'person'] as const) {
      expect(suggest(press, [], {}, { beyond: new Set([kind]) }).dataClass).toBe('personal');
    }
    expect(suggest(press, [], {}, { beyond: new Set(['place'] as const) }).dataClass).toBe('internal');
  });

  it('is nothing that was typed or pasted', () => {
    for (const head of ['Pressemitteilung über den Radweg', 'Status: öffentlich', 'Satzung']) {
      const typed = [`${head}\n\n${STATUTE}`];
      expect(suggest({ kind: 'nothing' }, [], { typed }).dataClass).toBe('internal');
      expect(suggest(documentOf(FILLER), [], { typed, earlier: typed }).dataClass).toBe('internal');
    }
    const typed = ['- vertraulich'];
    expect(suggest(documentOf(`Pressemitteilung\n\n${FILLER}`), [], { typed }).because).toEqual([
      'Kennzeichnung „Vertraulich“',
    ]);
  });

  it('is no letter, and nothing that only speaks of such texts', () => {
    expect(classOf(`Pressemitteilung\n\nSehr geehrte Damen und Herren,\n\n${FILLER}`)).toBe('internal');
    expect(classOf(`Zur Satzung\n\n${STATUTE}`)).toBe('internal');
    expect(classOf(`Satzung der Ortsgemeinde\n\n${FILLER}`)).toBe('internal');
    expect(classOf(`Das Gesetz\n\n${STATUTE}`)).toBe('internal');
  });
});
