import type { Check } from '../../contract/checks.ts';
import { blocksOf } from '../text/blocks.ts';
import { sentencesOf } from '../text/sentences.ts';
import { hideGaps } from './facts.ts';

/** Words by which a letter says that something is enclosed; "Anlage" alone may be a plant or a park. */
const NAMED =
  /(?<![\p{L}-])(?:anbei|(?:im (?:Anhang|Attachment)|in der Anlage)(?!\s{1,3}(?:(?:der|des|zu[rm]?|von|Ihre[rs]?)(?!\p{L})|[IVX]{1,4}(?!\p{L})|\d))|(?:als|in den|siehe|s\.|vgl\.|laut|gemäß) (?:beigefügten? |beiliegenden? )?(?:Anlagen?|Anhang|Anhänge)|(?:die|der|das|den|eine?n?) (?:an(?:ge)?häng(?:t|end)e?[nrs]?|beigefügte[nrs]?|beiliegende[nrs]?)|(?:ist|sind|habe[n]?|hängen|hänge|füge[n]?|liegt|liegen)\s(?:[^\s.!?]{1,40}\s){0,12}?(?:beigefügt|angehängt|angefügt|bei(?=[\s.,!]*$)|an(?=[\s.,!]*$))|(?:beigef(?:ü|ue)gt|angeh(?:ä|ae)ngt|beiliegend)(?:e[mnrs]?)?|(?<!in der )Anlagen? \d{1,2}(?![\d.]))(?!\p{L})/giu;
/** In front of such words they are about what is missing, or what the citizen sent. */
const NOT_OURS = /(?<!\p{L})(?:nicht|von Ihnen)(?!\p{L})/iu;
/** What the citizen sent or is asked to send. */
const THEIRS =
  /(?<!\p{L})(?:(?:Ihre[mrs]?|dem|der|Ihren) (?:\p{L}+ )?(?:Schreiben|E-Mail|Mail|Nachricht|Antrag|Brief|Anfrage|Widerspruch) (?:als Anlage )?(?:beigefügt|beigelegt|angehängt|beiliegend|anliegend)|von Ihnen (?:\p{L}+ ){0,3}(?:beigefügt|beigelegt|angehängt|eingereicht|übersandt)|(?:die|das|den) Sie (?:[^\s.!?]{1,40} ){0,8}(?:beigefügt|beigelegt|angehängt|angefügt)|(?:haben|hatten) Sie (?:[^\s.!?]{1,40} ){0,10}(?:beigefügt|beigelegt|angehängt)|Sie (?:haben|hatten) (?:[^\s.!?]{1,40} ){0,10}(?:beigefügt|beigelegt|angehängt)|(?:bitte|[Ff]ügen) (?:fügen )?Sie |(?:im Anhang|in der Anlage|in den Anlagen) (?:zu )?Ihre[mrs]? |Ihr(?:em|en|er|e)? (?:Anhang|Anlagen?))/iu;
/** The list below a letter: "Anlagen", "Anlage: Merkblatt". */
const LIST = /^(?:Anlagen?|Anlage\/n|Anlage\(n\))(?:\s?:.{0,200})?$/u;

/**
 * How a reply says that something is enclosed ("anbei", "im Anhang", a list "Anlagen"); what the citizen enclosed, and
 * what the reply quotes, does not count. The words and what may stand around them are those of
 * `addin/launch/before-send.ts`, and some more.
 * @returns null where it names nothing
 */
export function checkAttachmentNamed(reply: string): Check | null {
  const shown = hideGaps(reply);
  for (const block of blocksOf(shown)) {
    if (block.kind === 'quote') continue;
    const line = block.text.replaceAll(/[*_]/gu, '').trim();
    if (LIST.test(line)) return { kind: 'attachment-named', text: line.split(/\s?:/u)[0] ?? line };
    for (const { text } of sentencesOf(shown, block)) {
      const own = text.replaceAll(/„[^“]{0,1000}“/gu, ' ');
      if (THEIRS.test(own)) continue;
      for (const { 0: words, index } of own.matchAll(NAMED)) {
        const upToIt = own.slice(0, index + words.length);
        if (!NOT_OURS.test(upToIt)) return { kind: 'attachment-named', text: words };
      }
    }
  }
  return null;
}
