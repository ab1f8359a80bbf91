import { blocksOf } from '../text/blocks.ts';
import type { Breathe } from '../text/breathe.ts';
import { readable, sentencesOf } from '../text/sentences.ts';
import { createStemmer, type Stemmer } from '../text/words.ts';
import { hideGaps } from './facts.ts';

/** One way to commit the office to something. */
interface Commitment {
  /** How a reply says it. */
  said: RegExp;
  /** What the clerk must have said for it. */
  basis: RegExp;
}

const WE = '(?:wir|ich)';
/** "genehmigen wir", "wir genehmigen", "wird genehmigt", "können wir … genehmigen"; what was granted is no news. */
function verb(present: string, participle: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:${present}(?:en|n|e)?\\s${WE}|${WE}\\s(?:\\p{L}+\\s){0,4}${present}(?:en|n|e)|(?:wird|werden|ist|sind|haben?\\s${WE}|${WE}\\shaben?)\\s(?:[^\\s!?]{1,40}\\s){0,12}${participle}|(?:können?|werden?)\\s${WE}\\s(?:[^\\s!?]{1,40}\\s){0,12}${present}(?:en|n)|${WE}\\s(?:können?|werden?)\\s(?:[^\\s!?]{1,40}\\s){0,12}${present}(?:en|n))(?!\\p{L})`,
    'iu',
  );
}

const GRANTED =
  /bewillig|genehmig|gewähr|stattg|stattzugeben|zustimm|zugestimmt|entsproch|entsprech|einverstanden|zusag|zugesagt|positiv|zugest|erlaub|gestatt|erteil/iu;

const COMMITMENTS: readonly Commitment[] = [
  {
    said: new RegExp(
      `(?<!\\p{L})(?:sage?n?\\s${WE}\\s(?:[^\\s!?]{1,40}\\s){0,12}zu|${WE}\\ssagen?\\s(?:[^\\s!?]{1,40}\\s){0,12}zu|(?:sichern?\\s${WE}|${WE}\\ssichern?)\\s(?:[^\\s!?]{1,40}\\s){0,12}zu)(?=[\\s.!,;:]*(?:$|[.!,;]|dass))`,
      'iu',
    ),
    basis: GRANTED,
  },
  { said: verb('bewillig', 'bewilligt'), basis: GRANTED },
  { said: verb('genehmig', 'genehmigt'), basis: GRANTED },
  { said: verb('gewähr', 'gewährt'), basis: GRANTED },
  { said: verb('gestatt', 'gestattet'), basis: GRANTED },
  {
    said: new RegExp(
      `(?<!\\p{L})(?:geben\\s${WE}\\s(?:[^\\s!?]{1,40}\\s){0,8}statt|(?:stattgegeben|zugestimmt|entsprochen)|${WE}\\sstimmen\\s(?:[^\\s!?]{1,40}\\s){0,8}zu|stimmen\\s${WE}\\s(?:[^\\s!?]{1,40}\\s){0,8}zu)(?!\\p{L})`,
      'iu',
    ),
    basis: GRANTED,
  },
  { said: verb('verlänger', 'verlängert'), basis: /verlänger/iu },
  { said: verb('erstatt', 'erstattet'), basis: /erstatt|rückzahl|zurückzahl|zurücküberw/iu },
  { said: verb('überweis', 'überwiesen'), basis: /überwei|überwies|erstatt|auszahl|zahl/iu },
  { said: verb('stund', 'gestundet'), basis: /stundung|gestundet|stunden/iu },
  {
    said: /(?<!\p{L})(?:erlassen (?:wir|ich) Ihnen|(?:wir|ich) erlassen? Ihnen)(?!\p{L})/iu,
    basis: /erlass|erlässt|verzicht/iu,
  },
  { said: verb('verzicht', 'verzichtet'), basis: /erlass|verzicht/iu },
  { said: verb('garantier', 'garantiert'), basis: /garanti|zusicher|zugesichert/iu },
  { said: verb('versprech', 'versprochen'), basis: /versprech|versproch|zusag|zugesagt/iu },
  { said: verb('übernehm', 'übernommen'), basis: /übernehm|übernomm|übernahme/iu },
];

const NOT = /(?<!\p{L})(?:nicht|kein(?:e[nrsm]?)?|weder|leider|abgelehnt|ablehnen|ob|bevor)(?!\p{L})/iu;
/** "Wir werden Ihnen bis 15.12. antworten.": a day that binds us. */
const BY_A_DAY = new RegExp(
  `(?<!\\p{L})(?:${WE}\\swerden?|werden?\\s${WE}|${WE}\\s(?<first>melden|informieren|senden|schicken|antworten)|(?<second>melden|informieren|senden|schicken|antworten)\\s${WE})(?!\\p{L}).{0,200}(?<!\\p{L})(?:bis|spätestens|innerhalb|binnen)\\s`,
  'iu',
);

/** Whether a sentence binds the office to a day for something that the clerk did not speak of. */
function bindsUs(sentence: string, stems: ReadonlySet<string>, stemmer: Stemmer): boolean {
  const found = BY_A_DAY.exec(sentence);
  if (!found) return false;
  const { first = '', second = '' } = found.groups ?? {};
  const verbs = [stemmer(sentence).at(-1) ?? '', ...stemmer(`${first} ${second}`)];
  return !verbs.some((stem) => stems.has(stem));
}

/**
 * Sentences of a reply that commit the office to something the clerk did not say, word for word. What is refused, asked
 * or quoted is no promise.
 * @param said what the clerk said: points and wishes
 * @param breathe called once a block and once a sentence
 */
export async function promisesIn(reply: string, said: string, breathe: Breathe): Promise<string[]> {
  const stemmer = createStemmer();
  const stems = new Set(stemmer(said));
  const shown = hideGaps(reply);
  const found: string[] = [];
  for (const block of blocksOf(shown)) {
    await breathe();
    if (block.kind === 'quote') continue;
    for (const { text, start, end } of sentencesOf(shown, block)) {
      await breathe();
      const own = text.replaceAll(/„[^“]{0,1000}“/gu, ' ');
      if (own.endsWith('?') || NOT.test(own)) continue;
      const committed = COMMITMENTS.filter((commitment) => commitment.said.test(own));
      const unfounded =
        committed.length > 0
          ? committed.some(({ basis }) => !basis.test(said))
          : bindsUs(own, stems, stemmer);
      if (unfounded) found.push(readable(reply.slice(start, end)));
    }
  }
  return found;
}
