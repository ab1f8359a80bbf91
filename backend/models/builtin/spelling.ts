import { replacer, type Replacement } from './replace.ts';

/** Old spelling with ß after a short vowel (before 1996), by stems that occur in compounds. */
const OLD_STEMS: readonly (readonly [string, string])[] = [
  ['schluß', 'schluss'],
  ['prozeß', 'prozess'],
  ['ausschuß', 'ausschuss'],
  ['zuschuß', 'zuschuss'],
  ['mißverst', 'missverst'],
  ['mißbrauch', 'missbrauch'],
  ['mußt', 'musst'],
  ['müßt', 'müsst'],
  ['läßt', 'lässt'],
  ['faßt', 'fasst'],
  ['bißchen', 'bisschen'],
  ['bewußt', 'bewusst'],
  ['gewußt', 'gewusst'],
  ['wußt', 'wusst'],
];
const MAX_WORD_CHARS = 60;

const MISSPELT: readonly Replacement[] = (
  [
    ['daß', 'dass'],
    ['muß', 'muss'],
    ['gewiß', 'gewiss'],
    ['ausserdem', 'außerdem'],
    ['ausser', 'außer'],
    ['ausserhalb', 'außerhalb'],
    ['desweiteren', 'des Weiteren'],
    ['des weiteren', 'des Weiteren'],
    ['im voraus', 'im Voraus'],
    ['im vorraus', 'im Voraus'],
    ['vorraus', 'voraus'],
    ['Vorraussetzung', 'Voraussetzung'],
    ['Vorraussetzungen', 'Voraussetzungen'],
    ['vorraussichtlich', 'voraussichtlich'],
    ['vorallem', 'vor allem'],
    ['garnicht', 'gar nicht'],
    ['garkein', 'gar kein'],
    ['seperat', 'separat'],
    ['seperate(n|r|s|m)?', 'separate$1'],
    ['Standart', 'Standard'],
    ['nähmlich', 'nämlich'],
    ['ziehmlich', 'ziemlich'],
    ['villeicht', 'vielleicht'],
    ['warscheinlich', 'wahrscheinlich'],
    ['entgültig', 'endgültig'],
    ['entgültige(n|r|s|m)?', 'endgültige$1'],
    ['agressiv', 'aggressiv'],
    ['Addresse', 'Adresse'],
    ['Addressen', 'Adressen'],
    ['Wiederspruch', 'Widerspruch'],
    ['Wiedersprüche', 'Widersprüche'],
    ['wiederspiegeln', 'widerspiegeln'],
    ['wiederspiegelt', 'widerspiegelt'],
    ['Rythmus', 'Rhythmus'],
    ['aufjedenfall', 'auf jeden Fall'],
    ['Packet', 'Paket'],
    ['Terminplannung', 'Terminplanung'],
    ['bestmöglichst', 'bestmöglich'],
    ['einzigste(n|r|s|m)?', 'einzige$1'],
    ['E-mail', 'E-Mail'],
    ['E-mails', 'E-Mails'],
    ['Email', 'E-Mail'],
    ['Emails', 'E-Mails'],
    ['eMail', 'E-Mail'],
  ] as const
).map(([words, to]) => ({ words, to }));

const misspelt = replacer(MISSPELT);

/** Abbreviations of several words are written with blanks (DIN 5008). */
const TIGHT: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}.])([zZ])\.B\./gu, '$1. B.'],
  [/(?<![\p{L}.])([dD])\.h\./gu, '$1. h.'],
  [/(?<![\p{L}.])([uU])\.a\./gu, '$1. a.'],
  [/(?<![\p{L}.])([oO])\.g\./gu, '$1. g.'],
  [/(?<![\p{L}.])([sS])\.o\./gu, '$1. o.'],
  [/(?<![\p{L}.])([uU])\.U\./gu, '$1. U.'],
  [/(?<![\p{L}.])i\.A\./gu, 'i. A.'],
  [/(?<![\p{L}.])i\.V\.m\./gu, 'i. V. m.'],
  [/(?<![\p{L}.])i\.V\.(?!m)/gu, 'i. V.'],
  [/(?<![\p{L}.])i\.d\.R\./gu, 'i. d. R.'],
  [/(?<![\p{L}.])a\.D\./gu, 'a. D.'],
  [/(?<!\p{L})zB\.?(?=\s)/gu, 'z. B.'],
];

const BLANKS: readonly (readonly [RegExp, string])[] = [
  // Two blanks at the end of a line are a line break in Markdown.
  [/(?<=\S)[ \u00a0]{2,}(?=\S)/gu, ' '],
  [/(?<=[\p{L}\p{N})“"%€])[ \u00a0](?=[,;!?](?:\s|$))/gu, ''],
  [/(?<=[\p{L}\p{N})“"%€])[ \u00a0](?=[.:](?:\s|$))/gu, ''],
  [/(?<=[\p{Ll}\p{N}]),(?=\p{L})/gu, ', '],
  [/(?<=\d)(?=[€%](?!\p{L}))/gu, ' '],
  [/(?<=§)(?=\d)/gu, ' '],
  [/(?<!\p{L})(Abs|Nr|Art)\.(?=\d)/gu, '$1. '],
  [/(?<=\p{L}) - (?=\p{L})/gu, ' – '],
  [/(?<![\p{L}\p{N}])(\p{Lu}{2,8})['’]s(?!\p{L})/gu, '$1s'],
];

/** These may stand twice: "die, die", "Personen, die die Frist …", separable verbs. */
const MAY_DOUBLE = new Set(
  'der die das den dem des sie ihr ihre ihren ihm ihn was wie wer sehr ganz viel nein ja zu mit auf ab an ein um vor nach durch so hat haben war wir ist'.split(
    ' ',
  ),
);

function undouble(text: string): string {
  return text.replace(/(?<![\p{L}-])(\p{Ll}{2,30})\s\1(?![\p{L}-])/gu, (both, word: string) =>
    MAY_DOUBLE.has(word) ? both : word,
  );
}

function newSpelling(text: string): string {
  if (!text.includes('ß')) return text;
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length > MAX_WORD_CHARS || !word.includes('ß')) return word;
    let mended = word;
    for (const [old, today] of OLD_STEMS) {
      mended = mended.replace(old, today);
      mended = mended.replace(
        old.charAt(0).toUpperCase() + old.slice(1),
        today.charAt(0).toUpperCase() + today.slice(1),
      );
    }
    return mended;
  });
}

function germanQuotes(text: string): string {
  return text.replace(/(?<=^|[\s([–-])"([^"]{1,400}?)"(?=$|[\s.,;:!?)\]–-])/gu, '„$1“');
}

/**
 * Mends what rules can mend safely: blanks, tight abbreviations, old spelling, frequent misspellings, doubled words,
 * straight quotation marks. Grammar is not touched.
 */
export function correctSpelling(text: string): string {
  let mended = misspelt(newSpelling(text));
  for (const [pattern, to] of [...TIGHT, ...BLANKS]) mended = mended.replace(pattern, to);
  return germanQuotes(undouble(mended));
}
