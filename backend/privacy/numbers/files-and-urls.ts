import type { Span } from '../span.ts';
import type { View } from '../view.ts';

const TAIL = /[.,;:!?)'"\]>*]{1,8}$/u;
const URL = /(?<![\p{L}\d@])(?:(?:https?|ftp|sftp|smb|file|webdav):\/{2,3}|www\.)[^\s<>"“”„|]{2,400}/giu;
const BARE =
  /(?<![\p{L}\d@._-])[\p{L}\d][\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,63}){0,3}\.(?:de|com|org|net|eu|info|rlp|saarland|at|ch|fr|lu|biz|io|app|cloud)(?![\p{L}\d@-])(?:\/[^\s<>"“”„|]{0,300})?/giu;
/** `C:\Users\lweber\Antrag.docx`, `\\server\daten\weber` */
const PATH = /(?<![\p{L}\d])(?:[A-Za-z]:\\|\\\\)[^\s<>"“”„|*?]{1,250}/gu;
const EXTENSION =
  /\.(?:pdf|docx?|docm|dotx?|odt|ott|rtf|txt|md|xlsx?|xlsm|ods|csv|pptx?|odp|jpe?g|png|gif|tiff?|bmp|heic|webp|svg|eml|msg|ics|vcf|zip|7z|rar|xml|json|html?|mp[34]|wav|m4a|mov|p7[ms]|asc|log)(?![\p{L}\d])/giu;
const NAME = /[\p{L}\d_.,()&+~#%@–-]/u;
const MAX_NAME = 150;

/** Names of files, found from their ends: a name has no sign of its own at the beginning. */
function filesIn(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(EXTENSION)) {
    let start = match.index;
    while (start > from && match.index - start < MAX_NAME && NAME.test(text[start - 1] ?? '')) start--;
    while (start < match.index && !/[\p{L}\d_]/u.test(text[start] ?? '')) start++;
    if (start === match.index) continue;
    from = match.index + match[0].length;
    found.push({ start, end: from });
  }
  return found;
}

/** Web addresses, paths and names of files, in order, none overlapping another: what to mask if a name stands in it. */
export function filesAndUrls(view: View): Span[] {
  const found: Span[] = filesIn(view.text);
  for (const pattern of [URL, BARE, PATH]) {
    for (const match of view.text.matchAll(pattern)) {
      const value = match[0].replace(TAIL, '');
      if (value !== '') found.push({ start: match.index, end: match.index + value.length });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
