import type { Candidate } from '../span.ts';

interface Form {
  rule: string;
  pattern: RegExp;
  accepts(found: string): boolean;
}

const FORMS: readonly Form[] = [
  {
    rule: 'ip4',
    pattern: /(?<![\p{L}\d.,/-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:\/\d{1,2})?(?![\p{L}\d]|[.,/-]\d)/gu,
    // Numbers of sections and versions have the same form, but small parts: `3.2.1.4`.
    accepts: (found) => {
      const parts = (found.split('/')[0] ?? '').split('.');
      const inRange = parts.every((part) => Number(part) <= 255 && !/^0\d/u.test(part));
      return (
        inRange &&
        Number(parts[0]) > 0 &&
        parts.join('').length >= 7 &&
        parts.some((part) => part.length === 3)
      );
    },
  },
  {
    rule: 'mac',
    pattern: /(?<![\p{L}\d:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\p{L}\d:-])/giu,
    accepts: (found) => found.includes(':') || /[a-f]/iu.test(found),
  },
];

/** Two colons near each other: only then it is worth looking for an address of IP version 6. */
const COLONS = /:[\da-fA-F]{0,4}:/u;
const IP6 = /(?<![\p{L}\d:.])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,6}(?![\p{L}\d:])/giu;

function isIp6(found: string): boolean {
  const groups = found.split(':').length;
  return (groups === 8 || (found.includes('::') && groups < 8)) && /[a-f]|\d{3}/iu.test(found);
}

const ADDRESS = /[\p{L}\d@:/._~%+?=&#-]/u;
/** What stands behind the name of a site that has a page for each person. */
const SITE =
  /(?:linkedin|xing|facebook|instagram|twitter|tiktok|github|threads|bsky|youtube|x|t|wa)\.(?:com|net|app|me)\//giu;
const PROFILE =
  /^(?:linkedin\.com\/(?:in|pub)|xing\.com\/profile|youtube\.com\/(?:user|c|@)|(?:facebook|instagram|twitter|x|tiktok|github|threads|bsky)\.(?:com|net|app)|(?:t|wa)\.me)\/[@\p{L}\d._%+/?=&-]{2,200}/iu;
const IMPERSONAL =
  /\/(?:hashtag|groups|events|pages|search|explore|watch|help|policies|legal|share|sharer|intent|home|about|jobs|login)(?:[/?.]|$)/iu;
const TILDE = /\/~[\p{L}\d._-]{1,64}/gu;
const USER = /:\/\/[^\s@/:<>"|]{1,64}(?::[^\s@/<>"|]{0,64})?@[^\s<>"|]{1,300}/gu;
const MAX_HEAD = 200;

/** Where the address begins that a place lies in. */
function startOfAddress(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_HEAD && ADDRESS.test(text[start - 1] ?? '')) start--;
  while (start < at && !/[\p{L}\d~]/u.test(text[start] ?? '')) start++;
  return start;
}

/** Pages of persons, `~lweber`, and a user before the `@`. */
function addressesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  const put = (rule: string, at: number, to: number) => {
    if (at < from) return;
    const start = Math.max(from, startOfAddress(text, at));
    const end = start + text.slice(start, to).replace(TAIL, '').length;
    found.push({ kind: 'url', rule, weight: 2, start, end });
    from = end;
  };
  for (const site of text.matchAll(SITE)) {
    if (/[\p{L}\d-]/u.test(text[site.index - 1] ?? '')) continue;
    const profile = PROFILE.exec(text.slice(site.index, site.index + 260))?.[0];
    if (profile !== undefined && !IMPERSONAL.test(profile))
      put('profile', site.index, site.index + profile.length);
  }
  from = 0;
  for (const tilde of text.matchAll(TILDE)) {
    const rest = /^[^\s<>"|]{0,200}/u.exec(text.slice(tilde.index, tilde.index + 200))?.[0] ?? '';
    if (startOfAddress(text, tilde.index) < tilde.index)
      put('user-part', tilde.index, tilde.index + rest.length);
  }
  from = 0;
  for (const user of text.matchAll(USER)) put('user-part', user.index, user.index + user[0].length);
  return found;
}

const TAIL = /[.,;:!?)'"\]>*_]{1,8}$/u;

/** Addresses of machines, and web addresses that are a person's own: profiles, `~lweber`, a user before the `@`. */
export function networkIn(text: string): Candidate[] {
  const found: Candidate[] = addressesIn(text);
  const put = (rule: string, match: RegExpExecArray) =>
    found.push({ kind: 'other', rule, weight: 2, start: match.index, end: match.index + match[0].length });
  for (const { rule, pattern, accepts } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      if (accepts(match[0])) put(rule, match);
    }
  }
  if (COLONS.test(text)) for (const match of text.matchAll(IP6)) if (isIp6(match[0])) put('ip6', match);
  return found;
}
