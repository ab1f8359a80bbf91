const SHORTEST = 60;
const LONGEST = 400;

/**
 * Cuts an answer into pieces as a reader takes them in: a line or a sentence, never longer than 400 characters.
 * Joined together they are the answer again.
 */
export function* piecesOf(text: string): Generator<string> {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const length = at + 1 - start;
    const char = text[at];
    const sentenceEnds = length >= SHORTEST && char === ' ' && /[.!?:]/u.test(text[at - 1] ?? '');
    const wordEnds = length >= LONGEST && (char === ' ' || length >= LONGEST + 80);
    if (char !== '\n' && !sentenceEnds && !wordEnds) continue;
    // A character outside the basic plane is two units; they stay together.
    const cut = /[\ud800-\udbff]/u.test(char ?? '') ? at : at + 1;
    if (cut <= start) continue;
    yield text.slice(start, cut);
    start = cut;
  }
  if (start < text.length) yield text.slice(start);
}
