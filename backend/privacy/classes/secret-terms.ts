/** A term of social or tax secrecy; `strong` ones say so alone, of the others it takes two. */
interface Term {
  /** As it is called in a reason. */
  label: string;
  strong: boolean;
}

/** Social secrecy (§ 35 SGB I, §§ 67 ff. SGB X), health (§ 203 StGB): benefits, offices, what is found out about people. */
const SOCIAL_STRONG = [
  'Sozialhilfe',
  'Bürgergeld',
  'Grundsicherung',
  'Arbeitslosengeld',
  'ALG II',
  'Hartz IV',
  'Wohngeld',
  'Jugendhilfe',
  'Hilfe zur Erziehung',
  'Hilfen zur Erziehung',
  'Hilfe zum Lebensunterhalt',
  'Hilfe zur Pflege',
  'Unterhaltsvorschuss',
  'Elterngeld',
  'BAföG',
  'Asylbewerberleistung',
  'Eingliederungshilfe',
  'Pflegegrad',
  'Pflegestufe',
  'Pflegegeld',
  'Pflegebedürftig',
  'Blindengeld',
  'Schwerbehinderung',
  'Schwerbehindertenausweis',
  'Grad der Behinderung',
  'GdB',
  'Schuldnerberatung',
  'Suchtberatung',
  'Adoption',
  'Kindeswohl',
  'Bedarfsgemeinschaft',
  'Inobhutnahme',
  'Vormundschaft',
  'Amtsvormund',
  'Beistandschaft',
  'Pflegekind',
  'Pflegefamilie',
  'Sorgerecht',
  'Umgangsrecht',
  'Kindergeld',
  'Kinderzuschlag',
  'Bildung und Teilhabe',
  'Bildungs- und Teilhabe',
  'Erwerbsminderung',
  'Krankengeld',
  'Sozialgeheimnis',
  'Sozialdaten',
  'Jobcenter',
  'Attest',
  'Diagnose',
  'Befund',
  'ärztlich',
] as const;

const SOCIAL_WEAK = [
  'amtsärztlich',
  'Sozialamt',
  'Jugendamt',
  'Gesundheitsamt',
  'Versorgungsamt',
  'Sozialgericht',
  'Sozialleistung',
  'Leistungsbescheid',
  'Leistungsempfänger',
  'SGB II',
  'SGB III',
  'SGB V',
  'SGB VI',
  'SGB VIII',
  'SGB IX',
  'SGB XI',
  'SGB XII',
  'AsylbLG',
  'WoGG',
  'UhVorschG',
  'Krankenkasse',
  'Krankenversicherung',
  'Pflegeversicherung',
  'Rentenversicherung',
  'Erkrankung',
  'Krankheit',
  'Krankmeldung',
  'Arbeitsunfähigkeit',
  'psychisch',
  'psychiatrisch',
  'Therapie',
  'Schwangerschaft',
  'Behinderung',
  'Unterhalt',
  'Unterhaltspflicht',
  'Unterhaltszahlung',
  'Kindesunterhalt',
  'Merkzeichen',
  'Kinderschutz',
  'Einkommensnachweis',
  'Mietzuschuss',
  'Lastenzuschuss',
  'wohnungslos',
  'obdachlos',
] as const;

/** Tax secrecy (§ 30 AO), also for the taxes of the Kommune (§ 3 KAG RLP). */
const TAX_STRONG = [
  'Steuerbescheid',
  'Steuernummer',
  'Steuer-ID',
  'Steueridentifikationsnummer',
  'Steuer-Identifikationsnummer',
  'Steuerschuld',
  'Steuerrückstand',
  'Steuerrückstände',
  'Steuererklärung',
  'Steuererstattung',
  'Steuerforderung',
  'Steuergeheimnis',
  'Einkommensteuer',
  'Einkommenssteuer',
  'Lohnsteuer',
  'Erbschaftsteuer',
  'Grundsteuer',
  'Gewerbesteuer',
  'Hundesteuer',
  'Zweitwohnungsteuer',
  'Zweitwohnungssteuer',
  'Vergnügungsteuer',
  'Vergnügungssteuer',
  'Messbescheid',
  'Messbetrag',
  'Vollstreckung',
  'Pfändung',
] as const;

const TAX_WEAK = [
  'Finanzamt',
  'Steuerpflichtig',
  'Säumniszuschl',
  'Stundung',
  'Insolvenz',
  'Mahnung',
  'Zahlungsrückstand',
  'Zahlungsrückstände',
  'Ratenzahlung',
  'Abgabenbescheid',
  'Erlassantrag',
] as const;

/** Short forms: what goes on behind them is another word. */
const WHOLE = new Set([
  'gdb',
  'alg ii',
  'hartz iv',
  'wogg',
  'asylblg',
  'uhvorschg',
  'befund',
  'attest',
  'diagnose',
  'unterhalt',
]);
const LABELS: Record<string, string> = {
  säumniszuschl: 'Säumniszuschlag',
  steuerpflichtig: 'steuerpflichtig',
  pflegebedürftig: 'pflegebedürftig',
};
/** Compounds in which a term is about a body or about everybody: „Jugendhilfeausschuss“, „Grundsteuerhebesatz“. */
const OF_ALL =
  'ausschuss|ausschuß|planung|statistik|reform|novelle|satzung|hebes|aufkommen|einnahme|pflicht(?:en)? zur|sgericht|sbehörde|svertretung';
const STATUTES = 'sgb (?:xii|viii|iii|ix|xi|vi|ii|v)';

const known = new Map<string, Term>();
for (const [terms, strong] of [
  [SOCIAL_STRONG, true],
  [TAX_STRONG, true],
  [SOCIAL_WEAK, false],
  [TAX_WEAK, false],
] as const) {
  for (const term of terms) {
    const key = term.toLowerCase();
    known.set(key, { label: LABELS[key] ?? term, strong });
  }
}

const TERMS = termPattern();

function termPattern(): RegExp {
  const keys = [...known.keys()].filter((key) => !key.startsWith('sgb '));
  // The longer of two that begin alike comes first.
  const sorted = keys.sort((a, b) => b.length - a.length || a.localeCompare(b));
  const inflected = (key: string) => `${asWritten(key)}(?:e|es|en|s|er)?(?!\\p{L})`;
  const forms = sorted.map((key) => (WHOLE.has(key) ? inflected(key) : `${asWritten(key)}(?!${OF_ALL})`));
  return new RegExp(`(?<!\\p{L})(?:${forms.join('|')}|${STATUTES}(?!\\p{L}))`, 'gu');
}

function asWritten(key: string): string {
  const umlauts: Record<string, string> = { ä: '(?:ä|ae)', ö: '(?:ö|oe)', ü: '(?:ü|ue)' };
  return [...key].map((sign) => (sign === ' ' ? '[ \\n]' : (umlauts[sign] ?? sign))).join('');
}

const keyed = new Map([...known].map(([key, term]) => [plainKey(key), term]));

function plainKey(written: string): string {
  return written.replace(/\n/g, ' ').replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
}

function termOf(written: string): Term | undefined {
  const key = plainKey(written);
  for (let cut = 0; cut <= 2; cut++) {
    const term = keyed.get(key.slice(0, key.length - cut));
    if (term) return term;
  }
  return undefined;
}

/** Terms that are named in a reason; more are not looked for. */
const ENOUGH = 2;

/**
 * The terms of social and tax secrecy in texts, at most two, as they are called; empty where there are none, or only one
 * that alone says too little. Linear in the length of the texts.
 * @param lowered texts in small letters
 */
export function secretTerms(lowered: readonly string[]): string[] {
  const strong = new Set<string>();
  const weak = new Set<string>();
  for (const text of lowered) {
    for (const match of text.matchAll(TERMS)) {
      const term = termOf(match[0]);
      if (!term) continue;
      (term.strong ? strong : weak).add(term.label);
      if (strong.size >= ENOUGH) return [...strong];
    }
  }
  if (strong.size === 0 && weak.size < 2) return [];
  return [...strong, ...weak].slice(0, ENOUGH);
}
