const BULLET = /^\s*(?:[-*+•·–—▪]|\d{1,2}[.)])\s+/u;

/** The Stichpunkte as the person wrote them, one each, without their bullets. */
export function pointsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(BULLET, '').replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

/** Commas and dashes at the end go; more than a few are no punctuation. */
function withoutTail(text: string): string {
  const tail = /[,;–-]{1,10}$/u.exec(text.slice(-10));
  return (tail ? text.slice(0, -tail[0].length) : text).trimEnd();
}

/**
 * A Stichpunkt as a sentence: its own words with a capital at the beginning and a full stop at the end; nothing is
 * added. A point that is a sentence already stays as it is.
 */
export function asSentence(point: string): string {
  const first = point.charAt(0);
  // Names such as "iPad" or an address keep their small letter.
  const capital = /^\p{Ll}\p{Ll}*(?:[\s,.!?]|$)/u.test(point)
    ? first.toLocaleUpperCase('de') + point.slice(1)
    : point;
  if (/[.!?…:]["“»)]?$/u.test(capital) || capital.endsWith(']]')) return capital;
  return `${withoutTail(capital)}.`;
}
