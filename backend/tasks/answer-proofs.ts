import {
  bornByAny,
  type Borne,
  type GivenPassage,
  numberedSource,
  type NumberedSource,
} from '../evidence/among.ts';
import { Work } from '../evidence/work.ts';
import { placeOf, validityOf } from './passages.ts';
import type { FoundSection } from './knowledge.ts';

/** Shorter words stand in a text by chance. */
const MIN_QUOTED_CHARS = 20;
const MAX_PASSAGES = 5;
/** What speaks to a machine is no rule for staff: an answer that rests on it rests on nothing. */
const TO_A_MACHINE =
  /(?:ignorier|missacht|vergiss|vergessen Sie|übergeh|disregard|ignore|forget)\p{L}{0,6}[^.!?\n]{0,60}(?:anweisung|regeln|vorgaben|instruction|prompt|rules)|(?:system|developer)[\s-]?(?:prompt|message|nachricht|anweisung)|(?:du bist|you are|Sie sind) (?:jetzt |nun |now |ab sofort )?(?:ein[e]? |an? )?(?:KI|AI|Sprachmodell|Assistent|assistant|language model|DAN)(?!\p{L})|(?:anweisung|hinweis|befehl|nachricht|note|instruction) (?:an|für|to|for) (?:die |das |den |the )?(?:KI|AI|Sprachmodell|Assistent|assistant|Amtsfeder|Modell|model)(?!\p{L})|<\/?material-|\[(?:INST|SYSTEM)\]|<\|[a-z_]{2,20}\|>/iu;

/** Whether the sections that were found bear a statement out. */
export type AnswerProofs = (words: string, passages: readonly GivenPassage[]) => Borne;

/**
 * Holds statements against the sections that were put before the model, each with what stands right around it. Words
 * without a passage are proven only where a section says them word for word.
 */
export function proofsAmong(sections: readonly FoundSection[]): AnswerProofs {
  let sources: NumberedSource[] | undefined;
  const work = new Work();
  return (words, passages) => {
    sources ??= sections.map(({ card, before, after }) =>
      numberedSource(
        card.number,
        [before, card.text, after].filter(Boolean).join('\n\n'),
        `${placeOf(card)} ${validityOf(card)}`,
        (passage) => !TO_A_MACHINE.test(passage),
      ),
    );
    if (passages.length > 0) return bornByAny(sources, words, passages.slice(0, MAX_PASSAGES), work);
    if (words.length < MIN_QUOTED_CHARS) return bornByAny(sources, words, [], work);
    const own = bornByAny(sources, words, [{ number: null, text: words }], work);
    return own.evidence.state === 'proven' ? own : bornByAny(sources, words, [], work);
  };
}
