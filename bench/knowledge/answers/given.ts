/** A section as the model was given it. */
export interface Given {
  number: number;
  /** Document and headings. */
  place: string;
  sentences: readonly string[];
}

const FENCED = /<material-([0-9a-f]+) art="Fundstelle (\d+):[^"]*">\n([\s\S]*?)\n<\/material-\1>/gu;
const SENTENCE_END = /(?<=[.;])\s+(?=[\p{Lu}(\d])|\n\s*\n/u;
const MIN_SENTENCE_CHARS = 40;
const MAX_SENTENCE_CHARS = 700;

/** Reads the sections out of what the model was asked. */
export function givenIn(prompt: string): Given[] {
  return [...prompt.matchAll(FENCED)].map(([, , number = '', body = '']) => {
    const [place = '', ...text] = body.split('\n\n');
    return { number: Number(number), place, sentences: sentencesOf(text.join('\n\n')) };
  });
}

/** Sentences of a text, each on a line, that are long enough to say something. */
export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
    .filter(
      (sentence) =>
        sentence.length >= MIN_SENTENCE_CHARS &&
        sentence.length <= MAX_SENTENCE_CHARS &&
        !/^(?:§|#)/u.test(sentence),
    );
}
