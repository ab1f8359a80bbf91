import { describe, expect, it } from '@jest/globals';
import { PLAIN_PHRASES } from './plain-phrases.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import type { RuleStyle } from './rewrite.ts';
import { answer, documentOf } from './testing/answer.ts';
import { hasShared, shared } from '../../text/testing/real-texts.ts';

async function rewritten(text: string, style: RuleStyle | 'custom', wish = ''): Promise<string> {
  return answer('rewrite', { style, wish }, documentOf(text));
}

describe('plain', () => {
  it.each([
    ['Sie können die Leistung in Anspruch nehmen.', 'Sie können die Leistung nutzen.'],
    ['Die in Anspruch genommene Hilfe zählt.', 'Die genutzte Hilfe zählt.'],
    ['Die Inanspruchnahme ist unentgeltlich.', 'Die Nutzung ist kostenlos.'],
    ['Bezüglich der Prüfung gilt das.', 'Zur Prüfung gilt das.'],
    ['Hinsichtlich Ihrer Anfrage gilt das.', 'Zu Ihrer Anfrage gilt das.'],
    ['Zwecks weiterer Bearbeitung benötigen wir Zeit.', 'Zur weiteren Bearbeitung brauchen wir Zeit.'],
    ['Das wird seitens der Stadt geprüft.', 'Das wird von der Stadt geprüft.'],
    ['Das wird seitens des Antragstellers geprüft.', 'Das wird vom Antragsteller geprüft.'],
    ['Unter Zugrundelegung der Zahlen gilt das.', 'Auf der Grundlage der Zahlen gilt das.'],
    ['§ 5 kommt zur Anwendung, sofern er passt.', '§ 5 gilt, wenn er passt.'],
    ['§ 5 findet entsprechende Anwendung.', '§ 5 gilt entsprechend.'],
    ['Sämtliche erforderlichen Belege und sämtliche Anträge.', 'Sämtliche nötigen Belege und alle Anträge.'],
    ['Die Gebühr in Höhe von 50 € ist zu entrichten.', 'Die Gebühr von 50 € ist zu zahlen.'],
    ['Hiermit bestätige ich den Eingang.', 'Ich bestätige den Eingang.'],
    ['Es wird darauf hingewiesen, dass es regnet.', 'Bitte beachten Sie, dass es regnet.'],
    [
      'Unter Bezugnahme auf Ihr Schreiben vom 3.5.2026 gilt das.',
      'Zu Ihrem Schreiben vom 3.5.2026 gilt das.',
    ],
    ['Sie haben dafür Sorge zu tragen.', 'Sie haben dafür zu sorgen.'],
    [
      'Wenn das Verwendung findet, gut. Verwendung findet es nie.',
      'Wenn das verwendet wird, gut. Verwendung findet es nie.',
    ],
    ['Er hat jedoch recht, z.B. ca. 3 Mal.', 'Er hat aber recht, zum Beispiel etwa 3 Mal.'],
    [
      'Unter Bezugnahme auf Ihren hier am 05.10.2026 eingegangenen Antrag wird Ihnen hiermit mitgeteilt, dass dies nicht in Betracht gezogen werden kann.',
      'Zu Ihrem hier am 05.10.2026 eingegangenen Antrag teilen wir Ihnen mit, dass dies nicht infrage kommt.',
    ],
    [
      'Es wird anheimgestellt, einen Antrag unter Beifügung eines neuen Lageplans in zweifacher Ausfertigung zu stellen.',
      'Es steht Ihnen frei, einen Antrag mit einem neuen Lageplan in zwei Exemplaren zu stellen.',
    ],
    [
      'Die Stühle sind bis zum 06.11.2026 zu entfernen, widrigenfalls die Entfernung im Wege der Ersatzvornahme veranlasst werden kann.',
      'Die Stühle sind bis zum 06.11.2026 zu entfernen, da sonst die Entfernung durch Ersatzvornahme veranlasst werden kann.',
    ],
    ['Das ist zu tun; widrigenfalls wird gezahlt.', 'Das ist zu tun; sonst wird gezahlt.'],
    [
      'Das wird seitens der Verbandsgemeindewerke geprüft.',
      'Das wird von den Verbandsgemeindewerken geprüft.',
    ],
    ['Das wird seitens der Behörden geprüft.', 'Das wird von den Behörden geprüft.'],
    ['Die vorbezeichnete Gebühr ist entrichtet.', 'Die genannte Gebühr ist entrichtet.'],
    [
      'Die in Rede stehende Fläche ruht zum Zwecke des Betriebs.',
      'Die betreffende Fläche ruht für den Betrieb.',
    ],
    [
      'Die Unterlagen sind bis zum 15.06.2026 vollständig einzureichen.',
      'Die Unterlagen müssen bis zum 15.06.2026 vollständig eingereicht werden.',
    ],
    [
      'Wir bitten zu bedenken, dass die Belege vorzulegen sind.',
      'Wir bitten zu bedenken, dass die Belege vorgelegt werden müssen.',
    ],
  ])('%s', async (before, after) => {
    expect(await rewritten(before, 'plain')).toBe(after);
  });

  it.each([
    'Bezüglich der Anträge gilt das.',
    'Bezüglich des Antrags gilt das.',
    'Hinsichtlich Ihrer Unterlagen gilt das.',
    'Zur Anwendung kommt § 7.',
    'Die Beschwerde ist zu prüfen und das Ergebnis mitzuteilen.',
    'Die Anlage ist nicht zu entfernen.',
    'Es wird dem Kläger anheimgestellt, das zu tun.',
    'Das gilt, widrigenfalls der Kläger das Haus, das ihm gehört, verlässt.',
    'Das wird seitens der Beteiligten geprüft.',
    'Wenn sie entsprechende Anwendung finden, gilt das.',
    'Der Schuldner wird in Anspruch genommen.',
    'Es regnet, jedoch habe ich Zeit.',
    'Die Kosten werden in Höhe von 50 € festgesetzt.',
    'Er sagte: „Bezüglich der Frist gilt nichts.“',
    '> Seitens der Stadt gilt das.',
    'Mehr unter https://example.de/lediglich-test und bezüglich@example.de.',
    '## § 3 Regel\n\nSeitens der Stadt ist lediglich zu zahlen.',
  ])('leaves alone what it cannot say rightly: %s', async (text) => {
    expect(await rewritten(text, 'plain')).toBe(text);
  });

  it('keeps the form of the text and writes no remarks into it', async () => {
    const long = `Das ${'sehr '.repeat(20)}lange Wort steht hier.`;
    const text = `# Lediglich\n\n- lediglich **5 €**\n- ${long}\n\n| Kosten | lediglich |\n| --- | --- |\n| a | 3,50 € |\n`;
    expect(await rewritten(text, 'plain')).toBe(
      `# Nur\n\n- nur **5 €**\n- ${long}\n\n| Kosten | nur |\n| --- | --- |\n| a | 3,50 € |\n`,
    );
  });

  it('knows at least 120 expressions', () => {
    expect(PLAIN_PHRASES.length + PLAIN_WORDS.length).toBeGreaterThan(120);
    expect(new Set([...PLAIN_PHRASES, ...PLAIN_WORDS].map(({ to }) => to)).size).toBeGreaterThan(120);
  });

  (hasShared ? it : it.skip)('keeps every figure of real texts (needs ../shared)', async () => {
    const figures = (text: string) => text.replace(/\[\[[^\]]*\]\]/gu, '').match(/\d+/gu);
    for (const path of [
      'texts/sitzungsvorlage-ki-verbund.txt',
      'gesetze/bmg.md',
      'emails/455_1.txt',
      'emails/768_1.txt',
    ]) {
      const text = shared(path);
      for (const style of ['plain', 'simple', 'friendly', 'shorter', 'formal', 'correct'] as const) {
        expect(figures(await rewritten(text, style))).toEqual(figures(text));
      }
    }
  });
});

describe('other manners', () => {
  it('shortens', async () => {
    expect(
      await rewritten(
        'Wir haben natürlich die Akte. Natürlich gilt das. Aufgrund der Tatsache, dass es regnet, ruhen wir.',
        'shorter',
      ),
    ).toBe('Wir haben die Akte. Natürlich gilt das. Weil es regnet, ruhen wir.');
  });

  it('is formal, and marks what it cannot change', async () => {
    expect(
      await rewritten(
        'Hallo Frau Weber,\n\nich hab die Infos gecheckt. Hast du Zeit?\n\nLiebe Grüße',
        'formal',
      ),
    ).toBe(
      'Sehr geehrte Frau Weber,\n\nich habe die Informationen geprüft. Hast du Zeit? [[Bitte ergänzen: Anrede mit „Sie“]]\n\nMit freundlichen Grüßen',
    );
  });

  it('is friendly', async () => {
    expect(await rewritten('Sie werden aufgefordert, den Betrag zu zahlen.', 'friendly')).toBe(
      'Wir bitten Sie, den Betrag zu zahlen.',
    );
  });

  it('corrects what rules can correct', async () => {
    expect(
      await rewritten(
        'Ich denke , daß der Beschluß z.B. in in der Email steht.  Er muß "sofort" kommen: 5€, 58%, §5 Abs.1.',
        'correct',
      ),
    ).toBe(
      'Ich denke, dass der Beschluss z. B. in der E-Mail steht. Er muss „sofort“ kommen: 5 €, 58 %, § 5 Abs. 1.',
    );
  });

  it('corrects nothing that is right', async () => {
    const right =
      'Personen, die die Frist kennen, rufen um 10:30 Uhr an (Tel. 06381 424-0). :) Straße, groß, 1.234,56 €.';
    expect((await rewritten(right, 'correct')).startsWith(right)).toBe(true);
  });

  it('says that own wishes need a language model, and hears those that do not', async () => {
    expect(await rewritten('Ein Text.', 'custom', 'in Reimen')).toBe(
      '[[Bitte ergänzen: Text selbst überarbeiten – eigene Anweisungen brauchen ein Sprachmodell]]\n\nEin Text.',
    );
    expect(await rewritten('Das ist lediglich ein Text.', 'custom', 'bitte einfacher')).toBe(
      'Das ist nur ein Text.',
    );
    expect(await rewritten('Das ist lediglich ein Text.', 'plain', 'in Reimen')).toContain(
      '[[Bitte ergänzen: Text selbst überarbeiten – „in Reimen“ braucht ein Sprachmodell]]',
    );
  });
});
