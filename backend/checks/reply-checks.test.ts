import { describe, expect, it } from '@jest/globals';
import { documentOf, mailOf } from '../models/builtin/testing/answer.ts';
import { type Claim, checkAnswers } from './answers.ts';
import { checkAttachmentNamed } from './attachment-named.ts';
import { questionsOfLetter } from './letter-questions.ts';
import { checkUnsupported } from './unsupported.ts';

const LETTER =
  'Bis wann läuft die Antragsfrist? Was kostet der Ausweis? Können Sie mir einen Stellplatz zuweisen?';
const questions = questionsOfLetter(documentOf(LETTER));

async function places(reply: string, claims: Record<number, Claim> = {}) {
  const check = await checkAnswers(
    reply,
    questions,
    new Map(Object.entries(claims).map(([n, claim]) => [Number(n), claim])),
    () => undefined,
  );
  return check?.kind === 'questions' ? check.questions.map(({ place }) => place) : null;
}
const answered = (place: string): Claim => ({ state: 'answered', place });
const open: Claim = { state: 'open' };

describe('answers', () => {
  const reply = `Guten Tag Frau Weber,

vielen Dank für Ihre Frage zur Antragsfrist des Ausweises.

Die **Antragsfrist** endet am 15.06.2026. Der Ausweis kostet
37 Euro.

[[Bitte ergänzen: Antwort auf „Können Sie mir einen Stellplatz zuweisen?“]]

Mit freundlichen Grüßen
Petra Klein`;

  it('finds the sentence that takes up the question where the model says nothing', async () => {
    expect(await places(reply)).toEqual([
      'Die Antragsfrist endet am 15.06.2026.',
      'Der Ausweis kostet 37 Euro.',
      null,
    ]);
  });

  it('believes a model only where its place is found outside of a gap', async () => {
    expect(
      await places(reply, {
        1: answered('Die Antragsfrist  endet am 15.06.2026'),
        2: answered('Der Ausweis kostet 37 Euro.'),
        3: answered('Antwort auf „Können Sie mir einen Stellplatz zuweisen?“'),
      }),
    ).toEqual(['Die Antragsfrist endet am 15.06.2026', 'Der Ausweis kostet 37 Euro.', null]);
    expect(await places(reply, { 1: answered('Die Frist endet nie.'), 2: open, 3: answered('') })).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('takes neither frame nor the question itself for an answer', async () => {
    const bare = `Zu Ihrer Frage „Was kostet der Ausweis?“:\n\nWas kostet der Ausweis?\n\nBei Fragen zur Antragsfrist erreichen Sie uns.\n\nMit freundlichen Grüßen`;
    expect(await places(bare)).toEqual([null, null, null]);
    expect(
      await places(bare, { 2: answered('Was kostet der Ausweis?'), 3: answered('Mit freundlichen Grüßen') }),
    ).toEqual([null, null, null]);
  });

  it.each([
    ['Der Ausweis kostet [[Bitte ergänzen: Gebühr]].', 'Der Ausweis kostet'],
    ['Zu den Kosten: wir prüfen dies noch.', 'wir prüfen dies noch.'],
    ['Was der Ausweis kostet, können wir Ihnen leider nicht sagen.', 'Was der Ausweis kostet'],
    ['Eine Angabe zu den Kosten liegt uns nicht vor.', 'Eine Angabe zu den Kosten'],
    ['Die Kosten sind uns leider nicht bekannt.', 'Die Kosten'],
    ['Dazu liegen uns keine Angaben vor.', 'Dazu liegen uns keine Angaben vor.'],
    ['Vielen Dank für Ihre Frage zu den Kosten.', 'Ihre Frage zu den Kosten'],
    ['> Der Ausweis kostet 37 Euro.', 'Der Ausweis kostet 37 Euro'],
  ])('leaves a question open whose place is in: %s', async (text, place) => {
    expect((await places(text, { 2: answered(place) }))?.[1]).toBeNull();
  });

  it.each([
    ['Ja. Der Ausweis kostet 37 Euro.', 'Ja.'],
    ['Zu Ihrer Frage teilen wir mit, dass er 37 Euro kostet.', 'er 37 Euro kostet'],
    ['Gebühr: 37 Euro', '37 Euro'],
    ['Der Ausweis kostet 37 Euro. Die Dauer ist [[Bitte ergänzen: Dauer]].', 'Der Ausweis kostet 37 Euro.'],
    ['Das geht leider nicht.', 'Das geht leider nicht.'],
  ])('believes a place in: %s', async (text, place) => {
    expect((await places(text, { 2: answered(place) }))?.[1]).toBe(place);
  });

  it('is silent where nothing is asked', async () => {
    const none = questionsOfLetter(documentOf('Ich komme morgen.'));
    expect(await checkAnswers('Danke.', none, new Map(), () => undefined)).toBeNull();
  });

  it('reads the newest message without its signature alone', () => {
    const mail = mailOf(
      'Was kostet das?\n\nMit freundlichen Grüßen\nMaria Weber\nHaben Sie schon unsere App?',
      {
        thread: 'Wann kommen Sie?',
      },
    );
    expect(questionsOfLetter(mail).map(({ sentence }) => sentence.text)).toEqual(['Was kostet das?']);
  });
});

describe('unsupported', () => {
  const items = async (reply: string, inputs: string[], said = '') => {
    const check = await checkUnsupported(reply, inputs, said, () => undefined);
    return check?.kind === 'unsupported' ? check.items.map(({ kind, text }) => `${kind}: ${text}`) : [];
  };

  it('lists what stands in no input', async () => {
    const reply =
      'Sehr geehrte Frau Weber, zahlen Sie 50 € bis zum 15.12.2026 nach § 5 KAG unter 11/610-13 an kasse@amt.de. Herr Klein bearbeitet das in sechs Wochen zu 15 %.';
    expect(await items(reply, ['Maria Weber'])).toEqual([
      'amount: 50 €',
      'date: 15.12.2026',
      'law: § 5 KAG',
      'reference: 11/610-13',
      'contact: kasse@amt.de',
      'name: Herr Klein',
      'share: 15 %',
      'number: sechs Wochen',
    ]);
    expect(await items(reply, [reply])).toEqual([]);
  });

  it('knows a value in another form', async () => {
    expect(
      await items('Sie zahlen 1.200,00 € bis 15. Dezember 2026 binnen zwei Wochen.', [
        '1200 Euro',
        'Frist 15.12.2026',
        '2 Wochen',
      ]),
    ).toEqual([]);
  });

  it('lists a weekday and a month that nobody named', async () => {
    expect(await items('Kommen Sie am Freitag im Dezember.', ['Montag, 2. Mai'])).toEqual([
      'date: Freitag',
      'date: Dezember',
    ]);
    expect(await items('Kommen Sie am Freitag im Dezember.', ['18.12.2026'])).toEqual([]);
  });

  it('lets small numbers count', async () => {
    expect(await items('Füllen Sie die 2 Formulare in drei Schritten aus; es sind 48 Seiten.', [])).toEqual([
      'number: 48',
    ]);
  });

  it.each([
    'Die Frist verlängern wir bis zum Jahresende.',
    'Wir verlängern die Frist.',
    'Ihr Antrag wird bewilligt.',
    'Ihren Antrag genehmigen wir hiermit.',
    'Den Betrag erstatten wir Ihnen.',
    'Die Forderung stunden wir.',
    'Das garantieren wir Ihnen.',
    'Wir sagen Ihnen den Stellplatz zu.',
    'Einen Stellplatz sagen wir Ihnen gern zu.',
    'Wir können Ihnen die Frist bis zum 15.12. verlängern.',
    'Die Kosten werden von uns übernommen.',
    'Wir werden Ihnen bis Freitag antworten.',
    'Wir melden uns bis Ende der Woche.',
  ])('marks the promise: %s', async (promise) => {
    const source = 'Bis zum Jahresende, bis 15.12., bis Freitag';
    expect(await items(`Guten Tag,\n\n${promise}`, [source])).toEqual([`promise: ${promise}`]);
  });

  it.each([
    ['Die Frist verlängern wir.', 'Frist verlängern'],
    ['Ihr Antrag wird bewilligt.', 'Antrag genehmigt'],
    ['Den Betrag erstatten wir Ihnen.', 'Erstattung ja'],
    ['Wir melden uns bis Ende der Woche.', 'wir melden uns bis Ende der Woche'],
    ['Die Frist können wir nicht verlängern.', ''],
    ['Ihr Antrag wird leider nicht bewilligt.', ''],
    ['Sollen wir die Frist verlängern?', ''],
    ['Sie schreiben: „Bitte erstatten wir den Betrag.“', ''],
    ['Bitte senden Sie uns die Unterlagen bis Freitag.', ''],
    ['Wir prüfen, ob die Frist verlängert werden kann.', ''],
    ['Der Kurs dauert zwei Stunden.', 'zwei Stunden'],
  ])('is no unfounded promise: %s', async (reply, points) => {
    expect(await items(reply, [points, '2', 'Freitag'], points)).toEqual([]);
  });
});

describe('a named attachment', () => {
  it.each([
    ['Anbei erhalten Sie den Antrag.', 'Anbei'],
    ['Das Formular finden Sie im Anhang.', 'im Anhang'],
    ['Den Vordruck fügen wir diesem Schreiben bei.', 'fügen wir diesem Schreiben bei'],
    ['Das Merkblatt ist beigefügt.', 'ist beigefügt'],
    ['Beachten Sie beigefügtes Merkblatt.', 'beigefügtes'],
    ['Merkblatt angehängt.', 'angehängt'],
    ['Formular beigefuegt.', 'beigefuegt'],
    ['Das Formular finden Sie in der Anlage.', 'in der Anlage'],
    ['Wir senden Ihnen als Anlage das Merkblatt.', 'als Anlage'],
    ['Mit freundlichen Grüßen\n\nPetra Klein\n\nAnlagen\n\n- Merkblatt', 'Anlagen'],
    ['Petra Klein\n\n**Anlage:** Merkblatt', 'Anlage'],
  ])('%s', (reply, text) => {
    expect(checkAttachmentNamed(reply)).toEqual({ kind: 'attachment-named', text });
  });

  it.each([
    'Die Ihrem Schreiben beigefügten Unterlagen haben wir geprüft.',
    'Die Fotos, die Sie Ihrer E-Mail beigefügt haben, liegen vor.',
    'Vielen Dank für die von Ihnen beigefügten Bilder.',
    'Bitte fügen Sie den Nachweis als Anlage bei.',
    'Ihre Anlagen haben wir erhalten.',
    'Das steht im Anhang der Satzung.',
    'Die Werte stehen im Anhang IV.',
    'Das regelt Satz 2 in der Anlage zur Satzung.',
    'Der Nachweis war nicht beigefügt.',
    'Das Foto von Ihnen im Anhang ist gut.',
    'Sie schreiben: „Die Bilder sind im Anhang.“',
    'Die Anlage am Sportplatz ist geöffnet.',
    'Die Photovoltaikanlage ist genehmigungsfrei.',
    '[[Bitte ergänzen: Anlage im Anhang]]',
  ])('is none: %s', (reply) => {
    expect(checkAttachmentNamed(reply)).toBeNull();
  });
});
