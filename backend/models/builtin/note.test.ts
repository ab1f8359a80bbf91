import { describe, expect, it } from '@jest/globals';
import { findGaps } from '../../../contract/gaps.ts';
import { answer, clerk, documentOf, mailOf } from './testing/answer.ts';

const input = { points: '', reference: '', length: 'medium' } as const;

describe('note', () => {
  it('fills the form from a mail', async () => {
    const mail = mailOf(
      'Guten Tag,\n\nder Zaun am Spielplatz ist defekt. Der Bauhof muss den Zaun bis zum 05.12.2026 reparieren.\n\nViele Grüße\nEva Adler',
      { from: { name: 'Eva Adler', email: 'e@x.example' }, subject: 'WG: Zaun, Az. 66-12/2026' },
    );
    const text = await answer('note', input, mail, { author: clerk });
    expect(text).toContain('**Behörde:** Kreisverwaltung Kusel');
    expect(text).toContain('**Az.:** 66-12/2026');
    expect(text).toContain('**Datum:** 23.11.2026');
    expect(text).toContain('**Betreff:** Zaun, Az. 66-12/2026');
    expect(text).toContain('## Anlass\n\nE-Mail von Eva Adler vom 12.05.2026.');
    expect(text).toContain('„der Zaun am Spielplatz ist defekt.“');
    expect(text).toContain(
      '| Der Bauhof | Der Bauhof muss den Zaun bis zum 05.12.2026 reparieren. | 05.12.2026 |',
    );
    expect(findGaps(text).map(({ what }) => what)).toEqual(['Würdigung', 'Ergebnis oder Vorschlag']);
  });

  it('takes no deadline for the day on which a document was written', async () => {
    const text =
      'Satzung über die Hundesteuer\n\nDie Steuer ist bis zum 15.02.2027 zu entrichten.\n\nSie beträgt 60,00 €.';
    expect(await answer('note', input, documentOf(text))).not.toContain('vom 15.02.2027');
    const dated = `Musterbach, den 03.11.2026\n\n${text}`;
    expect(await answer('note', input, documentOf(dated))).toContain('vom 03.11.2026');
  });

  it('sorts points alone into the form', async () => {
    const points =
      'Herr Müller hat am 20.11.2026 angerufen\nDer Antrag ist meines Erachtens begründet\nVorschlag: Antrag bewilligen\nUnterlagen bis 01.12.2026 anfordern';
    const text = await answer(
      'note',
      { ...input, points, reference: '10-7' },
      { kind: 'nothing' },
      { author: clerk },
    );
    const part = (name: string) => text.split(`## ${name}\n\n`)[1]?.split('\n\n## ')[0] ?? '';
    expect(part('Sachverhalt')).toBe('Herr Müller hat am 20.11.2026 angerufen.');
    expect(part('Würdigung')).toBe('Der Antrag ist meines Erachtens begründet.');
    expect(part('Ergebnis/Vorschlag')).toBe('Vorschlag: Antrag bewilligen.');
    expect(part('Weiteres Vorgehen')).toContain('| Unterlagen bis 01.12.2026 anfordern | 01.12.2026 |');
    expect(text).toContain('**Az.:** 10-7');
  });

  it('holds more of the source when long', async () => {
    const source = documentOf(
      'Der Zaun ist seit Mai defekt. Eltern fürchten um kleine Kinder. Der Bauhof hat kein Material. Ein Angebot kostet viel Geld. Die Versicherung lehnt Schäden ab. Nachbarn bieten Hilfe beim Aufbau. Im Haushalt fehlen die Mittel. Das Land gibt einen Zuschuss dazu.',
    );
    const count = async (length: 'short' | 'long') =>
      ((await answer('note', { ...input, length }, source)).match(/^- „/gmu) ?? []).length;
    expect(await count('long')).toBeGreaterThan(await count('short'));
  });
});
