/** A passage of a text with its offsets there. */
export interface Passage {
  text: string;
  start: number;
  end: number;
}

const PART =
  /^(?:Abs\.|Absatz|Absätze|Satz|Sätze|S\.|Nr\.|Nrn\.|Nummer|Nummern|Buchst\.|Buchstabe|lit\.|Halbsatz|Halbs\.|Alt\.|Alternative|Unterabs\.|ff\.?|f\.|und|bis|oder|sowie|i\.|V\.|m\.|i\.V\.m\.|§§?|§§?\d{1,4}[a-z]?|\d{1,4}[a-z]?|[a-z]\)?|[IVX]{1,4}),?$/u;
const WEAK = /^(?:und|bis|oder|sowie|i\.|V\.|m\.|i\.V\.m\.|§§?|Abs\.|Nr\.|Satz|Absatz)$/u;
const CODE =
  /^(?:\p{Lu}\p{L}*\p{Lu}\p{L}*|\p{Lu}{2,8}-Gesetz(?:es)?|\p{Lu}\p{L}+-?(?:gesetz(?:es)?|gesetzbuch(?:e?s)?|ordnung|satzung|richtlinie))[.,;:)]*$/u;
const START = /(?:§§?\s?|\b(?:Art\.|Artikel|Artikeln|Artikels)\s)(?=\d)/gu;
const MAX_PARTS = 24;

/** "Verordnung (EU) 2016/679": the number belongs to the name. */
function endOfRegulation(text: string, from: number): number {
  const name = /^\sVerordnung\s\((?:EU|EG)\)\s(?:Nr\.\s)?\d{1,4}\/\d{1,4}/u.exec(text.slice(from, from + 50));
  return name ? from + name[0].length : from;
}

/** "des Zehnten Buches Sozialgesetzbuch" */
const BOOK = /^\s\p{Lu}\p{L}{2,10}ten\sBuch(?:e?s)?\s(?:des\s)?Sozialgesetzbuch(?:e?s)?(?!\p{L})/u;

/** Where the words that belong to a reference end: the parts of the paragraph and then the law's name. */
function endOfReference(text: string, from: number): number {
  let end = from;
  let at = from;
  for (let parts = 0; parts < MAX_PARTS; parts++) {
    const word = /^\s{0,3}(\S{1,60})/u.exec(text.slice(at, at + 64));
    if (!word) break;
    const token = word[1] ?? '';
    const stop = at + word[0].length;
    if (/^(?:des|der)$/u.test(token)) {
      const name = /^\s(\S{1,60})/u.exec(text.slice(stop, stop + 62));
      if (/^\sVerordnung\s\(/u.test(text.slice(stop, stop + 13))) return endOfRegulation(text, stop);
      if (name && CODE.test(name[1] ?? '')) return stop + name[0].length;
      const book = BOOK.exec(text.slice(stop, stop + 60));
      return book ? stop + book[0].length : end;
    }
    if (PART.test(token)) {
      // "§ 5 und die Frist": a joining word counts only when something follows it.
      if (!WEAK.test(token)) end = stop;
      at = stop;
      continue;
    }
    if (/^\p{Lu}\p{L}{2,10}(?:es|ten|tes)$/u.test(token)) {
      const book = /^\sBuch(?:e?s)?\s(?:des\s)?Sozialgesetzbuch(?:e?s)?/u.exec(text.slice(stop, stop + 40));
      if (book) return stop + book[0].length;
    }
    if (!CODE.test(token)) break;
    end = stop;
    const book = /^\s(?:[IVX]{1,4}|\d{1,2})\b/u.exec(text.slice(stop, stop + 6));
    if (token === 'SGB' && book) end += book[0].length;
    break;
  }
  return end;
}

const BASIS =
  /\b(?:gemäß|nach|laut|entsprechend|aufgrund|auf Grund(?:lage)?|im Sinne|nach Maßgabe)\s(?:(?:der|des|den|dem|unserer|unseren|von)\s)?((?:\p{L}+(?:en|er)\s)?\p{Lu}[\p{L}-]{0,40}(?:gesetz(?:es)?|verordnung|satzung|richtlinien?|[gG]rundsätzen?|[eE]rlass(?:es)?|dienstanweisung(?:en)?|dienstvereinbarung)(?:\szur\s\p{Lu}[\p{L}-]{2,40})?)/gu;

/**
 * References to law: "§ 5 Abs. 1 Nr. 2 VwVfG", "Art. 28 DSGVO", and named rules that a text bases itself on
 * ("gemäß den Fördergrundsätzen zur IKZ-Pilotförderung").
 */
export function lawsIn(text: string): Passage[] {
  const found: Passage[] = [];
  for (const m of text.matchAll(START)) {
    const last = found.at(-1);
    if (last && m.index < last.end) continue;
    const end = endOfReference(text, m.index + m[0].length);
    const value = text.slice(m.index, end).replace(/[.,;:)]+$/u, '');
    if (/\d/u.test(value)) found.push({ text: value, start: m.index, end: m.index + value.length });
  }
  for (const m of text.matchAll(BASIS)) {
    const value = m[1] ?? '';
    const start = m.index + m[0].length - value.length;
    found.push({ text: value, start, end: start + value.length });
  }
  return found.sort((a, b) => a.start - b.start);
}
