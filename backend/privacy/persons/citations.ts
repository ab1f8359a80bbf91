import { GAP, type Reading, SHAPE, joined } from './reading.ts';

/** Law reviews, collections of judgments and what only citations of law books have. */
const STRICT = new Set(
  (
    'njw njw-rr nvwz nvwz-rr dvbl döv bayvbl vblbw nwvbl jz jus nza nza-rr nstz nstz-rr famrz mdr nzs zfsh grur grur-prax grur-rr zum zum-rd ' +
    'wrp gewarch infauslr asylmagazin beckrs beckok juris jurispk jurispr rn rdnr rdn rz randnr randnummer aufl aao hrsg mwn festschrift ' +
    'bverfge bverwge bghz bghst bage rgz bfhe bsge slg ecli celex bt-drs bt-drucks br-drs pharmr medr versr nzv zfs dar rpfleger dnotz notbz zev ' +
    'zerb jamt zmr nzm wum nzbau vergaber baur ibr zfbr upr nur natur euzw eugrz wistra nzwist dstr dstre dstz stuw gmbhr zgr zhr nzg nzi zinso ' +
    'lkv lkrz thürvbl sächsvbl nordör verwarch aör vvdstrl jör bstbl bgbl sozr viz wissr jurispk-sgb rstbl efg hhr dstjg bfh/nv'
  ).split(' '),
);
/** What citations have, and other texts as well. */
const LOOSE = new Set(
  'egmr eugh eug bgh bverfg bverwg bag bsg bfh bpatg olg ovg vgh lag lsg kg urteil beschluss teilurteil vgl art abs § §§ ff f habm s kommentar komm handbuch'.split(
    ' ',
  ),
);
const WINDOW = 12;
const ENOUGH = 3;

/**
 * Marks where judgments and law books are cited (`Kopp/Ramsauer, VwVfG, 20. Aufl., § 28 Rn. 5`, `BGH, GRUR 2012, 64 –
 * Karl May`): at least one mark that only citations have, and others close by.
 */
export function markCitations(reading: Reading): void {
  const { words, lower, gap, cited } = reading;
  const size = words.length;
  const weights = new Uint8Array(size);
  let any = false;
  for (let index = 0; index < size; index++) {
    weights[index] = weightAt(reading, index);
    if ((weights[index] as number) > 1) any = true;
  }
  if (!any) return;
  for (let index = 0; index < size; index++) {
    if ((weights[index] as number) < 2) continue;
    let sum = 0;
    const from = edge(gap, index, -1, size);
    const to = edge(gap, index, 1, size);
    for (let at = from; at < to; at++) sum += weights[at] as number;
    // `juris` and `a. a. O.` stand in citations only.
    if (sum >= ENOUGH || lower[index] === 'juris' || lower[index] === 'a') cited.fill(1, from, to);
  }
}

function edge(gap: Uint8Array, index: number, step: 1 | -1, size: number): number {
  let at = index;
  for (let count = 0; count < WINDOW; count++) {
    if (step < 0 ? at === 0 || gap[at] === GAP.paragraph : at + 1 >= size || gap[at + 1] === GAP.paragraph)
      break;
    at += step;
  }
  return step < 0 ? at : at + 1;
}

function weightAt(reading: Reading, index: number): number {
  const lower = reading.lower[index] as string;
  if (STRICT.has(lower) && reading.shape[index] !== SHAPE.none)
    return lower === 'juris' || lower === 'mwn' || lower === 'aao' || numberNear(reading, index) ? 2 : 0;
  if (lower === 'a' && reading.lower[index + 2] === 'a' && reading.lower[index + 4] === 'o') return 2;
  return LOOSE.has(lower) ? 1 : 0;
}

function numberNear(reading: Reading, index: number): boolean {
  for (let at = index - 2; at <= index + 3; at++) if (reading.words[at]?.kind === 'number') return true;
  return false;
}

/** Authors apart by strokes (`Stelkens/Bonk/Sachs`, `Kopp/Ramsauer, VwVfG`), which need no further mark than a law. */
export function closeAuthors(reading: Reading): void {
  for (let index = 0; index + 2 < reading.words.length; index++) {
    if (reading.shape[index] !== SHAPE.capital || reading.words[index + 1]?.text !== '/') continue;
    let end = index + 1;
    while (
      reading.words[end]?.text === '/' &&
      joined(reading, end) &&
      joined(reading, end + 1) &&
      reading.shape[end + 1] === SHAPE.capital
    )
      end += 2;
    if (end === index + 1) continue;
    const behind = reading.lower[end] ?? '';
    const next = reading.lower[end + 1] ?? '';
    const law = (word: string) =>
      /^(?:vwvfg|vwgo|bgb|stgb|zpo|stpo|gg|ao|baugb|sgb|hgb|bdsg|dsgvo|ds-gvo|lbauo|kommentar|sgg|asylg|aufenthg|owig|gewo|uwg|§|§§)$/u.test(
        word,
      );
    if (
      end > index + 3
        ? law(behind) || behind === ',' || law(next)
        : law(behind) || (behind === ',' && law(next))
    )
      reading.closed.fill(1, index, end);
    index = end - 1;
  }
}
