import { describe, expect, it } from '@jest/globals';
import { syllablesOf } from './syllables.ts';

/** Divided by hand after the rules of spelling (Duden); a bar is where two syllables meet. */
const DIVIDED =
  `Amt Ge|mein|de Ver|wal|tung Bür|ger Bür|ge|rin|nen Haus Häu|ser neu neu|e Bau|er Ei|er Ei|gen|tum Mai
  Bay|ern die Brief Brie|fe Fa|mi|li|e Fa|mi|li|en|na|me Fe|ri|en Me|di|en|recht Stu|di|e stu|die|ren Richt|li|ni|e
  Richt|li|ni|en Bat|te|rie Bat|te|ri|en Pa|ti|ent spe|zi|ell fi|nan|zi|ell viel|leicht In|ge|ni|eur Wien Bie|nen
  Na|ti|on Re|gi|on Mi|nis|te|ri|um Mu|se|um Ma|te|ri|al The|a|ter Be|am|te Be|am|tin|nen ge|ehr|te be|en|den Beet
  be|ur|tei|len Beu|te be|in|hal|ten ge|impft ge|eig|net Ko|o|pe|ra|ti|on Ko|or|di|na|ti|on zu|erst ak|tu|ell I|dee Staat Boot
  Quel|le be|quem Qua|li|tät Sys|tem ty|pisch Team Tou|ris|mus Be|auf|trag|te in|di|vi|du|ell Wi|der|spruch ver|dient
  va|ri|ie|ren nu|me|rie|ren Ka|te|go|ri|en Ver|ord|nung Ge|neh|mi|gung Kreis|ver|wal|tung Ein|woh|ner|mel|de|amt
  Rechts|be|helfs|be|leh|rung Da|ten|schutz|be|auf|trag|te Ku|sel-Al|ten|glan Auf|ent|halts|er|laub|nis Uhr See Bü|ro ja`.split(
    /\s+/u,
  );

describe('syllables', () => {
  it('has enough words to mean something', () => {
    expect(DIVIDED.length).toBeGreaterThan(80);
  });

  it.each(DIVIDED.map((divided) => [divided.replaceAll('|', ''), divided.split(/[|-]/u).length] as const))(
    '%s has %i',
    (word, count) => {
      expect(syllablesOf(word)).toBe(count);
    },
  );

  it('counts at least one', () => {
    expect(syllablesOf('GmbH')).toBe(1);
    expect(syllablesOf('Nr')).toBe(1);
  });
});
