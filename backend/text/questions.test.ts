import { describe, expect, it } from '@jest/globals';
import { questionsIn, takesUp } from './questions.ts';
import { digestNow, hasShared, shared } from './testing/real-texts.ts';
import { createStemmer } from './words.ts';

async function asked(text: string): Promise<string[]> {
  return questionsIn((await digestNow(text)).sentences).map(
    ({ kind, sentence }) => `${kind}: ${sentence.text}`,
  );
}

describe('questions', () => {
  it('finds direct and indirect ones', async () => {
    const text =
      'Guten Tag. Wann ist das Amt offen? Ich möchte wissen, ob ich kommen kann. Bitte teilen Sie mir mit, was es kostet. Bitte um ein Angebot. Ich komme morgen.';
    expect(await asked(text)).toEqual([
      'direct: Wann ist das Amt offen?',
      'indirect: Ich möchte wissen, ob ich kommen kann.',
      'indirect: Bitte teilen Sie mir mit, was es kostet.',
      'indirect: Bitte um ein Angebot.',
    ]);
  });

  it('finds requests to decide on, and no mere politeness', async () => {
    const text =
      'Wir bitten Sie daher, die Frist zu verlängern. Hiermit beantrage ich einen Ausweis. Ich möchte gerne mein Abo kündigen. Daher würde ich Sie bitten, das weiterzuleiten. Ich bitte Sie um Verständnis.';
    expect((await asked(text)).map((one) => one.slice(0, 12))).toEqual([
      'request: Wir',
      'request: Hie',
      'request: Ich',
      'request: Dah',
    ]);
    expect(await asked('Sollten Sie Fragen haben, informieren Sie mich bitte.')).toEqual([]);
    expect(
      await asked('Ich bitte Sie heute um Auskunft zu diesen für mich wichtigen Fragen:\n\nText.'),
    ).toEqual([]);
  });

  it.each([
    'Bitte senden Sie mir die Unterlagen zu.',
    'Legen Sie dafür bitte den Schein in mein Fach.',
    'Dazu bitte ich um das Eintragen in die Liste.',
    'Ich würde mich sehr freuen, wenn ich das Ergebnis erfahren dürfte.',
    'Diesen Brief bitte an das Bauamt weiterleiten.',
    'Ich wollte Dich fragen, ob Du jemanden kennst.',
    'Es stellt sich die Frage, ob das reicht.',
    'Bitte geben Sie mir Bescheid, ob das geht.',
    'Wann?',
    'Schicken Sie mir das Formular.',
    'Löschen Sie meine Daten.',
    'Ich fordere Sie auf, die Daten zu löschen.',
    'Hiermit verlangen wir die Löschung.',
    'Ich hätte gern einen Termin.',
    'Ich benötige eine Auskunft über meine Daten nach Art. 15 DSGVO.',
    'Wir benötigen wieder Etiketten.',
    'Ich bräuchte 2 Ausweise.',
    'Ich brauche dringend einen Termin.',
  ])('finds: %s', async (text) => {
    expect(await asked(text)).toHaveLength(1);
  });

  it.each([
    'Bitte beachten Sie unsere Öffnungszeiten.',
    'Melden Sie sich bitte bei mir.',
    'Falls ich falsch bin, bitte an die richtige Abteilung weiterleiten.',
    'Bitte entschuldigen Sie die Verspätung.',
    'Glauben Sie mir, das ist so.',
    'Ich benötige keine Hilfe.',
    'Okay?',
    'Bitte beantworten Sie mir folgende Fragen:\n\n- Text.',
    'Ich bitte um Verständnis.',
    'Bei Fragen bitte bei mir melden.',
  ])('finds none: %s', async (text) => {
    expect(await asked(text)).toEqual([]);
  });

  it('leaves small talk, quotations and addresses out', async () => {
    expect(await asked('Wie geht es Ihnen?')).toEqual([]);
    expect(await asked('Bitte um baldige Antwort!')).toEqual([]);
    expect(await asked('> Wann kommen Sie?')).toEqual([]);
    expect(await asked('Siehe https://example.de/a?')).toEqual([]);
  });

  it('knows what a point takes up', () => {
    const stemmer = createStemmer();
    expect(takesUp('Der Umtausch der Reifen ist möglich', 'Können Sie die Reifen umtauschen?', stemmer)).toBe(
      true,
    );
    expect(takesUp('Die Antragsfrist endet am 15.06.', 'Bis wann läuft die Antragsfrist?', stemmer)).toBe(
      true,
    );
    expect(takesUp('Der Antrag ist da', 'Kann ich den Antrag online stellen und bezahlen?', stemmer)).toBe(
      false,
    );
  });

  (hasShared ? it : it.skip)('finds the questions of real mails (needs ../shared)', async () => {
    expect(await asked(shared('emails/705_1.txt'))).toEqual([
      expect.stringMatching(/^request: Ich bräuchte /u),
      'direct: Wie muss ich jetzt bei einem Umtausch vorgehen?',
    ]);
    expect(await asked(shared('emails/479_0.txt'))).toHaveLength(6);
    expect(await asked(shared('emails/751_0.txt'))).toHaveLength(3);
    expect(await asked(shared('emails/778_0.txt'))).toEqual([]);
  });
});
