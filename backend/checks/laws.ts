import { lawsIn, type Passage } from '../text/law.ts';
import { LAW_NAME, lawCode } from './law-names.ts';

/** One paragraph of a reference: "§§ 37 und 39 VwVfG" has two. */
export interface LawPart {
  /** "§37", "art28"; empty for a law that is only named. */
  paragraph: string;
  /** "abs2", "s1", "nr3", "lita", in order. */
  steps: string[];
  /** Key of the law's name; empty where the reference has none. */
  code: string;
}

/** A reference to law with its parts. */
export interface LawReference extends Passage {
  parts: LawPart[];
}

const UNITS: [RegExp, string][] = [
  [/^(?:Abs\.|Absatz|Absätze)$/u, 'abs'],
  [/^(?:Satz|Sätze|S\.)$/u, 's'],
  [/^(?:Nr\.|Nrn\.|Nummer|Nummern)$/u, 'nr'],
  [/^(?:Buchst\.|Buchstabe|lit\.)$/u, 'lit'],
  [/^(?:Alt\.|Alternative)$/u, 'alt'],
  [/^(?:Halbsatz|Halbs\.)$/u, 'hs'],
  [/^Unterabs\.$/u, 'ua'],
];
const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', V: '5', VI: '6' };

/** Reads "§ 37 Abs. 2 Satz 1 VwVfG" into its parts. */
function partsOf(reference: string): LawPart[] {
  const sign = reference.startsWith('§') ? '§' : 'art';
  const words = reference
    .replaceAll(/§+/gu, ' § ')
    .replaceAll(/(?<!\p{L})(?:Art\.|Artikel[ns]?)\s/gu, ' § ')
    .replaceAll(/,/gu, ' ')
    .trim()
    .split(/\s+/u);
  const parts: LawPart[] = [];
  let unit = '';
  for (const [at, word] of words.entries()) {
    const last = parts.at(-1);
    const named = UNITS.find(([form]) => form.test(word))?.[1];
    const number = /^(\d{1,4}[a-z]?)(?:f{1,2}\.)?$/u.exec(word)?.[1];
    if (word === '§') unit = '';
    else if (named !== undefined) unit = named;
    else if (number !== undefined) {
      // "§§ 37 Abs. 1 und 39": a greater number that no "Abs." stands before is the next paragraph.
      const counted = UNITS.some(([form]) => form.test(words[at - 1] ?? ''));
      const next =
        reference.startsWith('§§') && !counted && numberIn(number) > numberIn(last?.paragraph ?? '');
      if (unit === '' || !last || next) parts.push({ paragraph: `${sign}${number}`, steps: [], code: '' });
      else last.steps.push(`${unit}${number}`);
    } else if (unit === 'lit' && /^[a-z]\)?$/u.test(word)) last?.steps.push(`lit${word.charAt(0)}`);
    else if (ROMAN[word] && unit === '' && last && at < words.length - 1)
      last.steps.push(`abs${ROMAN[word]}`);
    else if (/^(?:und|bis|oder|sowie|ff?\.?|i\.|V\.|m\.|i\.V\.m\.|[a-z]\)?)$/u.test(word)) continue;
    else {
      const code = lawCode(words.slice(at).join(' '));
      for (const part of parts) part.code = code;
      break;
    }
  }
  return parts;
}

function numberIn(text: string): number {
  return Number(/\d+/u.exec(text)?.[0] ?? 0);
}

/** References to law and names of laws in a text, with what they refer to in a form that can be compared; in no order. */
export function lawReferencesIn(text: string): LawReference[] {
  const found = lawsIn(text)
    .filter((passage) => /^(?:§|Art)/u.test(passage.text))
    .map((passage) => ({ ...passage, parts: partsOf(passage.text) }));
  const named: LawReference[] = [];
  let after = 0;
  for (const match of text.matchAll(LAW_NAME)) {
    const start = match.index;
    const end = start + match[0].length;
    while (after < found.length && (found[after]?.end ?? 0) <= start) after++;
    if ((found[after]?.start ?? Infinity) < end) continue;
    const code = lawCode(match[0]);
    named.push({ text: match[0], start, end, parts: [{ paragraph: '', steps: [], code }] });
  }
  return [...found, ...named];
}
