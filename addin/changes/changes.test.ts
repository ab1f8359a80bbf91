import { describe, expect, it } from '@jest/globals';
import { MIN_LIKENESS } from './alignment.ts';
import { changesBetween } from './changes.ts';
import { applyAll, compareTexts, expectSound, short } from './testing/compare.ts';

/** Kinds and texts of the changes, after all that is always true of changes was checked. */
function changed(before: string, after: string): [kind: string, change: string][] {
  const changes = expectSound(before, after, (id) => id % 2 === 0);
  const texts = short(before, changes);
  return changes.map(({ kind }, index) => [kind, texts[index] ?? '']);
}

describe('words', () => {
  it('touches only the word that changed', () => {
    expect(
      changed(
        'Der Antrag ist unvollständig. Bitte warten Sie.',
        'Der Antrag ist mangelhaft. Bitte warten Sie.',
      ),
    ).toEqual([['words', 'unvollständig→mangelhaft']]);
    expect(changed('Das gilt für die Straße.', 'Das gilt für die Straßen.')).toEqual([
      ['words', 'Straße→Straßen'],
    ]);
  });

  it('takes an amount and a date as a whole', () => {
    expect(
      changed(
        'Die Frist endet am 31. März 2025. Die Gebühr beträgt 12,50 EUR.',
        'Die Frist endet am 30. April 2025. Die Gebühr beträgt 15,00 EUR.',
      ),
    ).toEqual([
      ['words', '31. März→30. April'],
      ['words', '12,50→15,00'],
    ]);
    expect(changed('Termin: 01.02.2025, 9:30 Uhr', 'Termin: 03.02.2025, 9:30 Uhr')).toEqual([
      ['words', '01.02.2025→03.02.2025'],
    ]);
  });

  it('keeps what stays between changes that are far from each other', () => {
    expect(
      changed(
        'Der Antrag ist bis zum 31. März 2025 einzureichen.',
        'Bitte reichen Sie den Antrag bis zum 31. März 2025 ein.',
      ),
    ).toEqual([
      ['words', 'Der→Bitte reichen Sie den'],
      ['words', 'ist →'],
      ['words', 'einzureichen→ein'],
    ]);
  });

  it('makes one change of two with a sign or a short word between them', () => {
    expect(
      changed(
        'Wir prüfen Ihre Akten und Pläne nun genau.',
        'Wir prüfen Ihre Unterlagen und Karten nun genau.',
      ),
    ).toEqual([['words', 'Akten und Pläne→Unterlagen und Karten']]);
    expect(
      changed('Wir prüfen Pläne, Karten nun sehr genau.', 'Wir prüfen Akten, Listen nun sehr genau.'),
    ).toEqual([['words', 'Pläne, Karten→Akten, Listen']]);
    expect(
      changed('Wir prüfen Pläne gründlich Karten nun genau.', 'Wir prüfen Akten gründlich Listen nun genau.'),
    ).toEqual([
      ['words', 'Pläne→Akten'],
      ['words', 'Karten→Listen'],
    ]);
  });

  it('replaces a sentence of which little stays', () => {
    expect(MIN_LIKENESS).toBe(0.4);
    expect(
      changed(
        'Vorab Dank. Eine Rückmeldung erfolgt zeitnah. Ende gut.',
        'Vorab Dank. Wir melden uns bald bei Ihnen. Ende gut.',
      ),
    ).toEqual([['words', 'Eine Rückmeldung erfolgt zeitnah.→Wir melden uns bald bei Ihnen.']]);
  });

  it('does not cut a pair of surrogates where a very long sentence is cut', () => {
    const thumbs = (count: number) => '👍'.repeat(count);
    expect(changed(`x${thumbs(3000)}`, `xy${thumbs(1000)}z${thumbs(1999)}`).length).toBeGreaterThan(0);
  });

  it('does not cut letters with marks or pictures into pieces', () => {
    expect(changed('Für 👩‍👩‍👧 und 🇩🇪 da.', 'Für 👩‍👩‍👦 und 🇦🇹 da.')).toEqual([['words', '👩‍👩‍👧 und 🇩🇪→👩‍👩‍👦 und 🇦🇹']]);
    expect(changed('Zu U\u0308bung drei und vier.', 'Zu U\u0308bungen drei und vier.')).toEqual([
      ['words', 'U\u0308bung→U\u0308bungen'],
    ]);
  });
});

describe('white space and what nobody sees', () => {
  it('is no change where only its kind or number differs', () => {
    expect(changed('Nach §\u00A037  VwVfG\tgilt das. ', 'Nach § 37 VwVfG gilt das.')).toEqual([]);
    expect(
      changed('Absatz eins.\n\n\nAbsatz zwei,\vZeile zwei.\n', 'Absatz eins.\nAbsatz zwei,\nZeile zwei.'),
    ).toEqual([]);
    expect(changed('Ein Amts\u00ADblatt\u0002 liegt vor.', 'Ein Amtsblatt liegt vor.')).toEqual([]);
  });

  it('is a change where a blank comes, goes or becomes a break', () => {
    expect(changed('Es kostet 30EUR heute.', 'Es kostet 30 EUR heute.')).toEqual([['words', '30EUR→30 EUR']]);
    expect(changed('Stadt Musterhausen Rathausplatz 1', 'Stadt Musterhausen\vRathausplatz 1')).toEqual([
      ['words', ' →\v'],
    ]);
  });

  it('keeps the old kind beside a change, and the sign of a footnote behind a word that changed', () => {
    const before = 'Gemäß §\u00A037 VwVfG\u0002 gilt das Gesetz\u0002 hier.';
    const changes = compareTexts(before, 'Nach § 37 VwVfG gilt das Recht hier.');
    expect(applyAll(before, changes)).toBe('Nach §\u00A037 VwVfG\u0002 gilt das Recht\u0002 hier.');
  });
});

describe('signs of footnotes, fields and pictures', () => {
  const kept = (before: string, after: string) => applyAll(before, compareTexts(before, after));

  it('stay where words around them come, go or change', () => {
    expect(kept('Das Gesetz\u0002 und mehr.', 'Das Gesetz.')).toBe('Das Gesetz\u0002.');
    expect(kept('Das gilt nach Gesetz\u0002.', 'Das gilt nach Gesetz heute.')).toBe(
      'Das gilt nach Gesetz\u0002 heute.',
    );
    expect(kept('Das Gesetz\u0002 gilt.', 'Das Gesetz, das neue, gilt.')).toBe(
      'Das Gesetz\u0002, das neue, gilt.',
    );
  });

  it('stay where sentences come or go behind them', () => {
    const [one, two, three] = ['Der erste Satz.', 'Ganz neue Worte.', 'Was zuletzt steht.'];
    expect(kept(`${one}\u0002 ${three}`, `${one}\n${three}`)).toBe(`${one}\u0002\n${three}`);
    expect(kept(`${one}\u0002 ${three}`, `${one} ${two} ${three}`)).toBe(`${one}\u0002 ${two} ${three}`);
    expect(kept(`${one}\u0002 ${two}`, one)).toBe(`${one}\u0002`);
  });
});

describe('moved sentences', () => {
  it('are changes of their own where neighbours go to different places', () => {
    const [a, b] = ['Der Ausschuss tagt am Montag.', 'Gäste melden sich bitte vorher an.'];
    const [x, y, z] = [
      'Anfang dieses langen Schreibens an Sie alle.',
      'Mitte dieses langen Schreibens, die bleibt.',
      'Ende dieses langen Schreibens an alle.',
    ];
    expect(changed([x, a, b, y, z].join(' '), [a, x, y, b, z].join(' '))).toEqual([
      ['moved', `→${a}  | ${a} →`],
      ['moved', `${b} →${''} | → ${b}`],
    ]);
  });

  it('is one change where two sentences are exchanged', () => {
    const one = 'Der Ausschuss tagt am Montag.';
    const other = 'Die Sitzung ist für alle Bürgerinnen und Bürger öffentlich.';
    expect(changed(`${one} ${other}`, `${other} ${one}`)).toEqual([['moved', `${one} → | → ${one}`]]);
    expect(changed(`${one}\n${other}`, `${other}\n${one}`).map(([kind]) => kind)).toEqual(['moved']);
    const middle = 'Dazwischen steht ein sehr langer Satz, der da bleibt, wo er immer schon war.';
    expect(changed(`${one} ${middle} ${other}`, `${other} ${middle} ${one}`)).toEqual([
      ['moved', `${one}→${other} | ${other}→${one}`],
    ]);
  });

  it('is one change with its rewording, and the rest stays fine', () => {
    const changes = changed(
      'Der Rat tagt am Montag im großen Saal. Die Sitzung ist öffentlich. Gäste sind willkommen, wenn Platz ist.',
      'Die Sitzung ist öffentlich. Gäste sind gern willkommen, wenn Platz ist. Der Rat tagt am Dienstag im großen Saal.',
    );
    expect(changes).toEqual([
      ['moved', 'Der Rat tagt am Montag im großen Saal. → | → Der Rat tagt am Dienstag im großen Saal.'],
      ['words', '→gern '],
    ]);
  });

  it('moves whole paragraphs with what ends them', () => {
    expect(
      changed(
        'Zuerst die Gebühren.\n\nDann der lange Absatz mit der Begründung.\n\nZuletzt der Absatz mit der Anschrift.',
        'Dann der lange Absatz mit der Begründung.\nZuletzt der Absatz mit der Anschrift.\nZuerst die Gebühren.',
      ),
    ).toEqual([['moved', 'Zuerst die Gebühren.\n\n→ | →\n\nZuerst die Gebühren.']]);
  });

  it('takes figures of a table for replaced and not for moved', () => {
    expect(changed('Posten\n10\n20\nSumme', 'Posten\n20\n10\nSumme').map(([kind]) => kind)).not.toContain(
      'moved',
    );
  });
});

describe('sentences that are cut or joined', () => {
  it('keeps their words', () => {
    expect(
      changed(
        'Wir haben den Antrag geprüft, dabei ist aufgefallen, dass Unterlagen fehlen.',
        'Wir haben den Antrag geprüft. Dabei ist aufgefallen, dass Unterlagen fehlen.',
      ),
    ).toEqual([['words', ', dabei→. Dabei']]);
  });

  it('finds the sentence that a mail has broken into lines', () => {
    expect(
      changed(
        'Bitte senden Sie die\nfehlenden Unterlagen bis\nzum Monatsende an die\nKämmerei.',
        'Bitte senden Sie die fehlenden Unterlagen bis zum Monatsende an die Kämmerei.',
      ).map(([, change]) => change),
    ).toEqual(['\n→ ', '\n→ ', '\n→ ']);
  });
});

describe('paragraphs', () => {
  it('are cut and joined in a small change', () => {
    const [one, two] = ['Der erste Satz steht hier.', 'Der zweite Satz steht dort.'];
    expect(changed(`${one} ${two}`, `${one}\n${two}`)).toEqual([['paragraphs', ' →\n']]);
    expect(changed(`${one}\n\n${two}`, `${one} ${two}`)).toEqual([['paragraphs', '\n\n→ ']]);
  });

  it('come and go with what ends them, in the way of the text', () => {
    const [one, two, three] = ['Der erste Absatz.', 'Ganz etwas Neues.', 'Mit freundlichen Grüßen'];
    expect(changed(`${one}\n${three}`, `${one}\n${two}\n${three}`)).toEqual([['paragraphs', `→\n${two}`]]);
    expect(changed(`${one}\n\n${three}`, `${one}\n${two}\n${three}`)).toEqual([
      ['paragraphs', `→\n\n${two}`],
    ]);
    expect(changed(`${one}\n${two}\n${three}`, `${one}\n${three}`)).toEqual([['paragraphs', `${two}\n→`]]);
    expect(changed(`${one}\n${two}`, one)).toEqual([['paragraphs', `\n${two}→`]]);
    expect(changed(two, `${one}\n${two}`)).toEqual([['paragraphs', `→${one}\n`]]);
  });

  it('are replaced one by one where nothing of them stays', () => {
    expect(
      changed(
        'Alles neu macht der Mai.\nUnd ein Absatz dazu.\nEnde gut.',
        'Jetzt steht da völlig Anderes!\nSowie Weiteres, das fremd bleibt.\nEnde gut.',
      ).map(([, change]) => change),
    ).toEqual([
      'Alles neu macht der Mai.→Jetzt steht da völlig Anderes!',
      'Und ein Absatz dazu.→Sowie Weiteres, das fremd bleibt.',
    ]);
  });

  it('are told apart in an empty text', () => {
    expect(changed('', 'Neu.')).toEqual([['words', '→Neu.']]);
    expect(changed('Alt.\nWeg.', '')).toEqual([['paragraphs', 'Alt.\nWeg.→']]);
    expect(changed('\n\n', '')).toEqual([]);
  });
});

describe('lists', () => {
  it('leaves the numbers of the document alone', () => {
    const before = '⟦1.⟧ Ausweis mitbringen\n⟦2.⟧ Formular ausfüllen\nVielen Dank.';
    expect(changed(before, 'Ausweis mitbringen\nGebühr zahlen\nFormular ausfüllen\nVielen Dank.')).toEqual([
      ['paragraphs', '→\nGebühr zahlen'],
    ]);
    expect(changed(before, 'Formular ausfüllen\nVielen Dank.')).toEqual([
      ['paragraphs', 'Ausweis mitbringen\n⟦2.⟧ →'],
    ]);
    expect(changed(before, 'Ausweis mitbringen\nFormular unterschreiben\nVielen Dank.')).toEqual([
      ['words', 'ausfüllen→unterschreiben'],
    ]);
  });

  it('does not write a number twice that the new text repeats or changes', () => {
    const lines = [
      { text: '1. Anlass der Satzung', fixed: 3 },
      { text: '§ 2 Geltung der Satzung', fixed: 4 },
      { text: '• 1. Januar: Beginn', fixed: 2 },
    ];
    const before = lines.map(({ text }) => text).join('\n');
    const changes = changesBetween(lines, [
      '1. Zweck der Satzung',
      '§ 3 Geltung der Satzung',
      '1. Januar: Ende',
    ]);
    expect(applyAll(before, changes)).toBe(
      '1. Zweck der Satzung\n§ 2 Geltung der Satzung\n• 1. Januar: Ende',
    );
  });

  it('makes a list of a sentence with small changes', () => {
    expect(
      changed(
        'Wir benötigen: den Ausweis, die Meldebescheinigung und das Formular. Vielen Dank.',
        'Wir benötigen:\n– den Ausweis,\n– die Meldebescheinigung und\n– das Formular.\nVielen Dank.',
      ).map(([, change]) => change),
    ).toEqual(['→\n–', '→\n–', '→\n–', ' →\n']);
  });

  it('changes typed signs like any other text', () => {
    expect(changed('1. Ausweis\n2. Formular', '1) Ausweis\n2. Formular')).toEqual([['words', '.→)']]);
  });
});
