import type { Candidate } from '../span.ts';
import { isCitation } from './citations.ts';

/** Register signs of the Aktenordnung, of the administrative, social, labour and finance courts and of the prosecution. */
const SIGN =
  '(?:B|C|H|K|L|M|N|F|O|S|T|U|W|FH|UF|WF|UFH|OH|HK ?O|AR|BV|Ca|Ga|Sa|Ta|TaBV|BVGa|IN|IK|IE|IV|VI|VII|VIII|X|XIV|XVI|XVII|Ds|Cs|Ls|Bs|Gs|Gns|OWi|OWiG|Js|UJs|KLs|Ks|Ns|Qs|StVK|Ws|Ss|Rs|Ausl|AuslA|BRs|VRs|VRJs|EKA|AS|KR|P|SO|AY|SB|AL|KG|EG|VE|VG|VK|VS|BK|SF|R|RA|BA|BL|LW|PV|PersV|Lw)';
const SUFFIX =
  '(?:\\.(?:[A-Z]{1,3})(?![\\p{L}\\d]))?(?: (?:(?:B )?ER|jug|Jug|Hw|hL|PKH|KLs|Ds|Cs|Ls)(?![\\p{L}\\d]))?';
/**
 * The chamber, the register, the running number, the year: `8 XVII 214/25`, `3121 Js 8804/25 jug`, `4 L 1120/25.NW`,
 * `S 8 AS 412/26 ER`.
 */
const FILE = new RegExp(
  `(?<![\\p{L}\\d./–-])(?:\\d{1,4} (?:Ds|Cs|Ls|KLs|Ks|OWi|Ns|Gs|VRs|StVK) )?(?:[SLB] )?\\d{1,4}[a-z]? ${SIGN}(?: ?\\([A-Za-z]{1,5}\\))? \\d{1,6} ?/ ?\\d{2}(?:\\d{2})?(?!\\d|[./-]\\d)${SUFFIX}`,
  'gu',
);
/** Registers whose numbers need no chamber before them. */
const SHORT =
  /(?<![\p{L}\d./–-])(?:XVII|XIV|VI|IN|IK|Js|UJs|DR(?: [IV]{1,3})?) \d{1,6} ?\/ ?\d{2}(?:\d{2})?(?!\d|[./-]\d)/gu;

/** The court's file numbers of the text's own matter: all but those that a court and its decision cite as authorities. */
export function courtFilesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const pattern of [FILE, SHORT]) {
    for (const { index: start, 0: value } of text.matchAll(pattern)) {
      const end = start + value.length;
      if (isCitation(text, start, { start, end })) continue;
      found.push({ kind: 'reference', rule: 'court-file', weight: 1, start, end });
    }
  }
  return found;
}
