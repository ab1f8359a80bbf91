import type { Candidate } from '../span.ts';

const AT = /@|[([{<] ?(?:at|ät|aet) ?[)\]}>]|(?<=[\p{L}\d] )(?:at|AT)(?= [\p{L}\d])|_at_/giu;
const LOCAL = /[\p{L}\d._%+'’=-]/u;
const MAX_LOCAL = 64;
/** A full stop of an address, also written out: `(dot)`, `[punkt]`, ` dot `, and with spaces in a tokenised text. */
const DOT = String.raw`(?:\.|(?: ?[([{] ?(?:dot|punkt|\.) ?[)\]}] ?)| (?:dot|punkt|\.) )`;
const DOMAIN = new RegExp(
  String.raw` ?([\p{L}\d][\p{L}\d-]{0,62}(?:${DOT}[\p{L}\d][\p{L}\d-]{0,62}){1,6})`,
  'iuy',
);
/** What the last part of a domain looks like; it keeps the next sentence's first word out. */
const ENDS_LIKE_DOMAIN = /[\p{L}\d-]{1,63}$/u;
const LETTERS = /^(?:\p{L}{2,24}|xn--[\p{L}\d-]{2,59})$/u;

/** Where the local part begins that ends at a place. */
function startOfLocal(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MAX_LOCAL && LOCAL.test(text[start - 1] ?? '')) start--;
  // Marks around an address are no part of it: `_lena@example.de_`, `'lena@example.de'`.
  while (start < end && /[._'’=%+-]/u.test(text[start] ?? '')) start++;
  // `lena . weber @ example . de`
  if (text[end] === ' ') {
    const piece = /(?:[\p{L}\d-]{1,32} ?[._] ?){1,3}$/u.exec(
      text.slice(Math.max(0, start - MAX_LOCAL), start),
    );
    if (piece !== null) start -= piece[0].length;
  }
  return start;
}

/** Cuts what runs on behind the address: `lena@example.de.Danke` is no domain of four parts. */
function endOfDomain(domain: string): number | null {
  let end = domain.length;
  for (;;) {
    const last = ENDS_LIKE_DOMAIN.exec(domain.slice(0, end));
    if (last === null) return null;
    if (last.index === 0) return null;
    const part = last[0].replace(/-$/u, '');
    const capital = /^\p{Lu}\p{Ll}{2}/u.test(part) && /\.$/u.test(domain.slice(0, last.index));
    if (LETTERS.test(part) && !(capital && /\p{L}\.[\p{L}]{2,}\.$/u.test(domain.slice(0, last.index))))
      return last.index + part.length;
    const before = domain.slice(0, last.index).replace(new RegExp(`${DOT}$`, 'iu'), '');
    if (before.length >= last.index) return null;
    end = before.length;
  }
}

/** Mailboxes of a body, by what they are called and whose they are: they lead to nobody. */
const ROLE =
  /^(?:poststelle|post|info|infos|kontakt|rathaus|verwaltung|buergermeister|kreisverwaltung|stadtverwaltung|gemeinde|zentrale|mail|office|sekretariat|service|support|noreply|no-reply|presse|datenschutz|dsb|personal|bewerbung(?:en)?|redaktion|jobcenter|familienkasse|eingang|empfang|archiv|bibliothek|feuerwehr|[\p{L}-]{0,30}(?:amt|stelle|buero|büro|kasse|verwaltung|service|behoerde|behörde|post|referat))$/iu;
const BODY =
  /(?:^|[.-])(?:vg|kv|lk|kreis|landkreis|stadt|gemeinde|verbandsgemeinde|kreisverwaltung|stadtverwaltung|rathaus|jobcenter|arbeitsagentur|finanzamt|bund|rlp|bayern|nrw|hessen|saarland|sachsen|niedersachsen|thueringen|polizei|justiz|bfdi|deutsche-rentenversicherung|datenschutz|ministerium)(?=[.-])/iu;

/** Mail addresses, also with `(at)` and `[dot]`, and with spaces around the sign as tokenised texts have them. */
export function emailsIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  for (const match of text.matchAll(AT)) {
    const sign = match.index;
    if (sign < from) continue;
    const isWord = /^at$/iu.test(match[0]);
    const localEnd = text[sign - 1] === ' ' ? sign - 1 : sign;
    const start = startOfLocal(text, localEnd);
    if (start === localEnd || start < from) continue;
    // In running words `at` joins an address only where its first part looks like one.
    if (isWord && !/[._\d-]/u.test(text.slice(start, localEnd))) continue;
    DOMAIN.lastIndex = sign + match[0].length;
    const domain = DOMAIN.exec(text);
    if (domain?.[1] === undefined) continue;
    const length = endOfDomain(domain[1]);
    if (length === null) continue;
    const end = DOMAIN.lastIndex - domain[1].length + length;
    from = end;
    if (ROLE.test(text.slice(start, localEnd)) && BODY.test(domain[1])) continue;
    found.push({
      kind: 'email',
      rule: match[0] === '@' ? 'email' : 'email-written-out',
      weight: 2,
      start,
      end,
    });
  }
  return found;
}
