/** How surely a word is the name of a street: by itself, only beside a number and an address, or as a word for a street alone. */
export type Suffix = 'strong' | 'weak' | 'bare';

const STRONG =
  'straße strasse strase str gasse allee chaussee platz weg promenade ring damm ufer steig stieg pfad twiete'.split(
    ' ',
  );
const WEAK = (
  'berg hof höhe höh tal thal grund wiese wiesen acker äcker feld felder garten gärten park markt graben winkel hang blick kamp mühle ' +
  'rain eck ecke bühl brühl hecke hecken kreuz tor wall brücke bach stein furt burg hain heide anger busch wald horst siedlung weiher ' +
  'brunnen quelle born loch schlag kehr terrasse terrassen bogen zeile stiege treppe staffel anlage anlagen ' +
  'dorf heim haus holz leite halde rück gewann flur linde linden buche eiche insel hafen kai deich koppel redder wurt warft ' +
  'gut hütte schloss schloß freiheit carré karree passage bleiche spitze'
).split(' ');

const WEAK_WORDS = new Set(WEAK);
const BY_TAIL = new Map<string, { suffix: string; strong: boolean }[]>();
for (const [list, strong] of [
  [STRONG, true],
  [WEAK, false],
] as const) {
  for (const suffix of list) {
    const tail = suffix.slice(-3);
    const known = BY_TAIL.get(tail);
    if (known === undefined) BY_TAIL.set(tail, [{ suffix, strong }]);
    else known.push({ suffix, strong });
  }
}
for (const known of BY_TAIL.values()) known.sort((a, b) => b.suffix.length - a.suffix.length);

/** First parts of common nouns: an `Arbeitsplatz` is no square, a `Rechtsweg` no lane. */
const COMMON: Record<string, ReadonlySet<string>> = {
  platz: new Set(
    `arbeits ausbildungs studien park stell spiel sitz steh bau bolz camping lager kita kindergarten kinder krippen pflege heim hort betreuungs schul
     praktikums wohn liege lade flug fußball tennis golf reit grill fest rast hunde listen rang start landes truppenübungs übungs handels finanz
     markt schlaf schulungs therapie behandlungs kinderspiel behindertenpark tages pfleg frei impf ganztags hortbetreuungs stamm speicher
     einsatz zelt stellen haupt tabellen speise urlaubs bank sport standes`.split(/\s+/u),
  ),
  weg: new Set(
    `rechts dienst geh rad rück heim hin um aus nachhause schul arbeits wirtschafts instanzen klage beschwerde verwaltungs post vertriebs transport rettungs
     flucht zugangs zufahrts feld wald wander fuß lösungs mittel königs irr holz eil kommunikations übertragungs vorschlags bildungs lebens beförderungs
     verkehrs ver reit fahr fußgänger finanzierungs werde zahlungs melde abstimmungs ab ermittlungs zivilrechts straf liefer gnaden hinter
     elektronischem halb brems anfahrts unter des durch keines schlankweg vor gerade kurz rund frisch frei hinweg schräg über ein zwei schleich radwander
     lehr natur rundwander geh-und-rad geh-und rad- geh- fuß- versorgungs erschließungs unterhaltungs neben ökumenischer kreuz pilger jakobs`.split(
      /\s+/u,
    ),
  ),
  straße: new Set(
    `bundes landes kreis staats europa bundesfern fern wasser binnenwasser bundeswasser gemeinde gemeindeverbindungs orts ortsdurchgangs durchgangs verkehrs
     hauptverkehrs anlieger anlieger- erschließungs wohn sammel spiel fahrrad einbahn neben anwohner privat seiten stich ring- umgehungs zufahrts vorfahrts haupterschließungs
     wohnsammel milch seiden schnell kraftfahr auto land- quer zubringer kommunal produktions fertigungs montage fußgänger straßen- entlastungs auf ver planstraße plan`.split(
      /\s+/u,
    ),
  ),
  ring: new Set(
    'he sp ehe frühl schille spre zwi verkehrs maschinen lauf ehe- fing finger ohr schlüssel dicht dichtungs ei'.split(
      ' ',
    ),
  ),
  ufer: new Set('ost west nord süd ostsee fluss fluß see bach rhein- gewässer läufer'.split(' ')),
  damm: new Set('hochwasser stau lärmschutz deich bahn'.split(' ')),
  steig: new Set('bahn bus bürger an ein auf ab um aus über be'.split(' ')),
  steige: new Set(),
  pfad: new Set(
    'trampel lern natur wander dienst- datei lehr transformations entwicklungs ablage'.split(' '),
  ),
  gasse: new Set('sack rettungs nägel'.split(' ')),
  promenade: new Set('strand ufer'.split(' ')),
};
COMMON['strasse'] = COMMON['straße'] as ReadonlySet<string>;
COMMON['str'] = new Set([...(COMMON['straße'] as ReadonlySet<string>), 'regi', 'men', 'orche', 'mini', 'd']);

/** Short ends that names and other words have as well: `Döring`, `Schilling`, `Adamm`. */
const MIN_STEM: Record<string, number> = {
  ring: 4,
  damm: 3,
  ufer: 3,
  steig: 3,
  stieg: 4,
  pfad: 3,
  weg: 3,
  platz: 2,
  str: 2,
};
const WEAK_STEM = 2;

/** Words for a street that stand alone, behind an adjective or names: `Berliner Straße`, `Neuer Weg`. */
const BARE = new Set(
  'straße strasse str gasse allee chaussee platz weg promenade ring damm ufer steig stieg pfad markt'.split(
    ' ',
  ),
);

/**
 * @param lower a word in small letters
 * @returns what its end says; null where it is no word for a street, also for common nouns (`Arbeitsplatz`)
 */
export function suffixOf(lower: string): Suffix | null {
  const known = BY_TAIL.get(lower.slice(-3));
  if (known === undefined) return null;
  if (BARE.has(lower)) return 'bare';
  for (const { suffix, strong } of known) {
    if (!lower.endsWith(suffix)) continue;
    const stem = lower.slice(0, -suffix.length);
    if (!strong) return stem.length >= WEAK_STEM ? 'weak' : null;
    if (stem.length < (MIN_STEM[suffix] ?? 1)) return null;
    if (COMMON[suffix]?.has(stem.endsWith('-') ? stem.slice(0, -1) : stem) === true) return 'weak';
    return 'strong';
  }
  return null;
}

const HOMES = new Set(
  'hof gut haus forsthaus schloss schloß burg mühle weiler aussiedlerhof gehöft villa siedlung hofgut'.split(
    ' ',
  ),
);

/** Whether a house or hamlet is named by this word and the one behind it: `Hof Neumühle`. */
export function isHome(lower: string): boolean {
  return HOMES.has(lower);
}

/** Whether a word names a street where an adjective stands before it: `Neue Anlage`, `Untere Mühle`. */
export function isWeakWord(lower: string): boolean {
  return WEAK_WORDS.has(lower);
}

/** Whether a word ends like a street that carries traffic and no address: `Bundesstraße 420`. */
export function isRoad(lower: string): boolean {
  return (
    /^(?:bundes|landes|kreis|staats|europa|land)(?:straße|strasse|str)$/u.test(lower) &&
    !lower.startsWith('land' + 's')
  );
}
