import { missingFigures } from '../evidence/figures.ts';
import { lawsIn } from '../text/law.ts';
import { councilParts } from './council-paper.ts';
import { lacking, MAX_SAME, placeOf, type Rule } from './finding.ts';

const ELSEWHERE =
  /(?<!\p{L})(?:siehe oben|s\.\s?o\.|wie oben|oben (?:genannt|aufgeführt|beschrieben|dargestellt)\p{Ll}{0,2}|o\.\s?g\.|vorstehend\p{Ll}{0,2}|vorgenannt\p{Ll}{0,2}|obig\p{Ll}{1,2}|wie (?:im Sachverhalt )?(?:vorgetragen|dargestellt|beschrieben|vorgeschlagen)|(?:siehe|gemäß|laut|wie im|entsprechend dem) Sachverhalt|gemäß Vorlage|wie vorgeschlagen)(?!\p{L})/iu;
const POINTING =
  /^(?:Dies(?:e[mnrs]?)?|Er|Sie|Dem|Das|Davon|Darüber|Hierzu|Hierfür|Hiermit|Dafür|Daher|Damit|Deshalb|Ihm|Ihr|Letztere[mnrs]?)(?=\s(?:wird|werden|ist|sind|soll|sollen|hat|haben)(?!\p{L}))|^(?:Diese[mnrs]?|Solche[mnrs]?)(?=\s)/u;

/** The Beschluss is read alone in the minutes: it points to nothing outside of itself. */
export const resolutionAlone: Rule = (text) => {
  const lines = councilParts(text).resolution;
  if (!lines) return [];
  const all = [lines.value, ...lines.below.map((line) => line.text)].filter(Boolean);
  const [first = ''] = all;
  const pointing = POINTING.exec(first)?.[0];
  const found = all.flatMap((line) => {
    const words = ELSEWHERE.exec(line)?.[0];
    if (words === undefined) return [];
    const message = `„${words}“ verweist auf einen anderen Teil der Vorlage. Der Beschluss muss für sich allein verständlich sein.`;
    return [lacking('council-resolution-alone', message, { place: words })];
  });
  if (pointing === undefined) return found.slice(0, MAX_SAME);
  const message = `Der Beschlussvorschlag beginnt mit „${pointing}“. Bitte nennen Sie, worüber beschlossen wird.`;
  return [lacking('council-resolution-pronoun', message, { place: placeOf(first) }), ...found].slice(
    0,
    MAX_SAME,
  );
};

/** Figures are looked for in the Sachverhalt piece by piece, so that a long paper takes time in step with its length. */
const PIECE_CHARS = 20_000;
/** A longer Beschluss is compared as far as this. */
const RESOLUTION_CHARS = 20_000;

function* piecesOf(lines: string[]): Generator<string> {
  let piece = '';
  for (const line of lines) {
    if (piece.length + line.length > PIECE_CHARS && piece !== '') {
      yield piece;
      piece = '';
    }
    for (let at = 0; at < line.length; at += PIECE_CHARS) piece += `${line.slice(at, at + PIECE_CHARS)}\n`;
  }
  yield piece;
}

/** The figures of a law ("§ 5 Abs. 1") need not be told twice. */
function withoutLaws(words: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of lawsIn(words)) {
    if (start < from) continue;
    rest += words.slice(from, start);
    from = end;
  }
  return rest + words.slice(from);
}

/** Every figure, amount and date of the Beschluss stands in the Sachverhalt. */
export const resolutionFigures: Rule = (text) => {
  const { resolution, facts, annexes } = councilParts(text);
  if (!resolution || !facts) return [];
  const decided = [resolution.value, ...resolution.below.map((line) => line.text)]
    .join('\n')
    .slice(0, RESOLUTION_CHARS);
  const inResolution = new Set([resolution.title, ...resolution.below]);
  const from = facts.title.at;
  const to = annexes && annexes.title.at > from ? annexes.title.at : Infinity;
  const told = text.lines.filter((line) => line.at >= from && line.at < to && !inResolution.has(line));
  let missing = missingFigures(withoutLaws(decided), '');
  for (const piece of piecesOf(told.map((line) => line.text))) {
    if (missing.length === 0) return [];
    missing = missing.filter((figure) => missingFigures(figure, piece).length > 0);
  }
  return missing.slice(0, MAX_SAME).map((figure) =>
    lacking('council-resolution-figure', `„${figure}“ steht im Beschluss, im Sachverhalt nicht.`, {
      place: text.source.includes(figure) ? figure : null,
    }),
  );
};
