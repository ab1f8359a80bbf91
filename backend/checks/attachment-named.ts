import type { Check } from '../../contract/checks.ts';
import { blocksOf } from '../text/blocks.ts';
import { sentencesOf } from '../text/sentences.ts';
import { hideGaps } from './facts.ts';

/** Words by which a letter says that something is enclosed; "Anlage" alone may be a plant or a park. */
const NAMED =
  /(?<![\p{L}-])(?:anbei|im (?:Anhang|Attachment)|(?:als|in der|in den|siehe|s\.|vgl\.|laut|gemäß) (?:beigefügten? |beiliegenden? )?(?:Anlagen?|Anhang|Anhänge)|(?:die|der|das|den|eine?n?) (?:an(?:ge)?häng(?:t|end)e?[nrs]?|beigefügte[nrs]?|beiliegende[nrs]?)|(?:ist|sind|habe[n]?|hängen|hänge|füge[n]?|liegt|liegen)\s(?:[^\s.!?]{1,40}\s){0,12}?(?:beigefügt|angehängt|angefügt|bei(?=[\s.,!]*$)|an(?=[\s.,!]*$))|beigefügt|Anlagen? \d{1,2}(?![\d.]))(?!\p{L})/iu;
/** What the citizen sent or is asked to send. */
const THEIRS =
  /(?<!\p{L})(?:(?:Ihre[mrs]?|dem|der|Ihren) (?:\p{L}+ )?(?:Schreiben|E-Mail|Mail|Nachricht|Antrag|Brief|Anfrage|Widerspruch) (?:als Anlage )?(?:beigefügt|beigelegt|angehängt|beiliegend|anliegend)|von Ihnen (?:\p{L}+ ){0,3}(?:beigefügt|beigelegt|angehängt|eingereicht|übersandt)|(?:die|das|den) Sie (?:[^\s.!?]{1,40} ){0,8}(?:beigefügt|beigelegt|angehängt|angefügt)|(?:haben|hatten) Sie (?:[^\s.!?]{1,40} ){0,10}(?:beigefügt|beigelegt|angehängt)|Sie (?:haben|hatten) (?:[^\s.!?]{1,40} ){0,10}(?:beigefügt|beigelegt|angehängt)|(?:bitte|[Ff]ügen) (?:fügen )?Sie |(?:im Anhang|in der Anlage|in den Anlagen) (?:zu )?Ihre[mrs]? |Ihr(?:em|en|er|e)? (?:Anhang|Anlagen?))/iu;
/** The list below a letter: "Anlagen", "Anlage: Merkblatt". */
const LIST = /^(?:Anlagen?|Anlage\/n|Anlage\(n\))(?:\s?:.{0,200})?$/u;

/**
 * How a reply says that something is enclosed ("anbei", "im Anhang", a list "Anlagen"); what the citizen enclosed, and
 * what the reply quotes, does not count.
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
      const named = NAMED.exec(own);
      if (named && !THEIRS.test(own)) return { kind: 'attachment-named', text: named[0] };
    }
  }
  return null;
}
