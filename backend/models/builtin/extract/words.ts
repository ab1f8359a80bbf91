import type { Field } from '../../../../contract/agents/value.ts';
import type { Stemmer } from '../../../text/words.ts';

/** What a field is about, as far as rules know how to look for it. */
export type Topic =
  | 'sender'
  | 'reference'
  | 'writtenOn'
  | 'subject'
  | 'deadline'
  | 'responsible'
  | 'action'
  | 'question'
  | 'law'
  | 'email'
  | 'recipient'
  | 'filedWith'
  | 'rule'
  | 'hearing'
  | 'phone';

/** Labels that mean the same, in small letters; the first group that a label begins with counts. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['filedWith', /^einzulegen bei/iu],
  ['recipient', /^(?:adressat|empfänger|gerichtet an)/iu],
  ['hearing', /^anhörung/iu],
  ['rule', /^(?:regel|vorschrift)/iu],
  ['law', /rechtsgrundlage|rechtsvorschrift/iu],
  ['deadline', /frist(?!\p{L})|stichtag|fällig|bis wann|(?<!\p{L})bis(?: zum)?$|abgabe|spätestens/iu],
  [
    'reference',
    /aktenzeichen|geschäftszeichen|(?<!\p{L})az\.?(?!\p{L})|zeichen$|kassenzeichen|vorgangsnummer/iu,
  ],
  ['email', /e-?mail/iu],
  ['phone', /telefon|(?<!\p{L})tel\.?(?!\p{L})|rufnummer|durchwahl/iu],
  ['sender', /^(?:absender|von$|herausgeber|verfasser|behörde)/iu],
  ['subject', /^(?:betreff|betr\.?$|gegenstand|thema|titel)/iu],
  ['writtenOn', /^(?:datum|stand|schreiben vom|ausgestellt)/iu],
  ['question', /^frage/iu],
  ['responsible', /zuständig|^wer(?!\p{L})|verantwortlich/iu],
  ['action', /handlungsbedarf|aufgabe|zu tun|maßnahme|pflicht|^was(?!\p{L})/iu],
];

/** What a label is about; null where no rule knows. */
export function topicOf(label: string): Topic | null {
  return TOPICS.find(([, words]) => words.test(label.trim()))?.[0] ?? null;
}

/** How well words fit a field. */
export interface Fit {
  /** From 0 to 3: how well the label of a value names the field. */
  ofLabel(label: string): number;
  /** How many words of the field stand in a text; those of its hint count half. */
  inText(text: string): number;
  /** Whether all words of its label do. */
  allIn(text: string): boolean;
}

function fold(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "Rechnungsbetrag" is a Betrag. */
const MIN_PART_CHARS = 5;
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [short = '', long = ''] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_PART_CHARS && long.endsWith(short);
}

/** Compares texts with the words of a field. */
export function fitOf({ label, hint = '' }: Field, stemmer: Stemmer): Fit {
  const own = [...new Set(stemmer(label))];
  const meant = [...new Set(stemmer(hint))].filter((stem) => !own.includes(stem));
  const topic = topicOf(label);
  const counted = (stems: readonly string[], there: readonly string[]): number =>
    stems.filter((stem) => there.some((one) => isSame(stem, one))).length;
  return {
    ofLabel(other) {
      if (fold(other) === fold(label)) return 3;
      const there = stemmer(other);
      const shared = counted(own, there);
      if (own.length > 0 && shared === own.length) return there.length - shared > 2 ? 1 : 2;
      if (topic !== null && topicOf(other) === topic && there.length < 4) return 1.5;
      return shared > 0 && shared * 2 >= there.length && shared * 2 > own.length ? 1 : 0;
    },
    inText(text) {
      const there = stemmer(text);
      return counted(own, there) + counted(meant, there) / 2;
    },
    allIn: (text) => own.length > 0 && counted(own, stemmer(text)) === own.length,
  };
}
