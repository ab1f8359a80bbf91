/** Words that stand before a name and say who is meant. */

/** Salutations that a name follows, whatever the name means otherwise; `plural` ones name a couple or several. */
export const SALUTATION: ReadonlyMap<string, 'female' | 'male' | 'either' | 'plural'> = new Map([
  ['frau', 'female'],
  ['fr', 'female'],
  ['fräulein', 'female'],
  ['frl', 'female'],
  ['witwe', 'female'],
  ['mrs', 'female'],
  ['ms', 'female'],
  ['miss', 'female'],
  ['madame', 'female'],
  ['lady', 'female'],
  ['lord', 'male'],
  ['sir', 'male'],
  ['mister', 'male'],
  ['señor', 'male'],
  ['señora', 'female'],
  ['kollegin', 'female'],
  ['herr', 'male'],
  ['herrn', 'male'],
  ['hr', 'male'],
  ['hrn', 'male'],
  ['witwer', 'male'],
  ['mr', 'male'],
  ['monsieur', 'male'],
  ['kollege', 'male'],
  ['kollegen', 'either'],
  ['familie', 'plural'],
  ['fam', 'plural'],
  ['eheleute', 'plural'],
  ['eheleuten', 'plural'],
  ['ehepaar', 'plural'],
  ['geschwister', 'plural'],
  ['gebrüder', 'plural'],
  ['herren', 'male'],
  ['damen', 'female'],
  ['kolleginnen', 'female'],
] as const);

/** They are abbreviations only with a full stop behind them (`Fr.` also means Freitag). */
export const ABBREVIATED = new Set(['fr', 'hr', 'hrn', 'frl', 'fam', 'mr', 'mrs', 'ms']);

/** Degrees and the like between a salutation and the name. */
const DEGREE = new Set(
  (
    'ltd prim primar primaria oa oä dr prof dipl ing med phil jur rer nat pol habil h c hc mult univ dent vet theol päd paed oec agr priv doz pd apl ' +
    'mag bakk bsc msc ba ma mba llm ll.m ra rin rain univ.-prof prof.-dr dres dott dra professor professorin doktor ' +
    'assessor assessorin magister ministerialrat kfm fh tu sc sci ph phd ' +
    'phk phkin pok pokin pk pkin phm phmin pom pomin pm pmin ephk khk khkin kok kokin ekhk kk kkin poli pr por ekhkin ri rilg riag vrilg vriag vrivg rivg vriolg riolg sta stain osta ostain lrd ord ar oar orr rr rd vaí stoi soi roi'
  ).split(' '),
);
const DIPLOMA = /^(?:dipl|diplom)-\p{L}{2,24}$/u;

/** Whether a word in small letters is a part of a degree. */
export function isDegree(lower: string): boolean {
  return DEGREE.has(lower) || DIPLOMA.test(lower);
}

/** Ranks of the police and of hospitals, as letters write them. */
const RANK = /^(?:l?o[aä]|e?p[hok]k?m?|p[omh]m|e?k[ho]k|kk|kok|khk|pok|phk|pk)(?:in)?$/u;

/** Whether a word in small letters is such a rank (`phk`, `kokin`). */
export function isRank(lower: string): boolean {
  return RANK.test(lower);
}

/** Degrees that a name follows by themselves. */
export const NAMING_DEGREE = new Set([
  'dr',
  'prof',
  'professor',
  'professorin',
  'mag',
  'dres',
  'ra',
  'rain',

  'doktor',
  'prim',
]);

/** They end compounds, too: `Umweltminister`. */
const OFFICES =
  'minister|beamter|beamte|beamten|beamtin|bevollmächtigte|bevollmächtigter|bevollmächtigten|' +
  'dolmetscher|dolmetscherin|praktikant|praktikantin|azubi|auszubildende|auszubildender|bedienung|' +
  'fahrer|hausmeister|meister|präsident|direktor|rektor|dekan|kanzler|chef|leiter|trainer|coach|' +
  'sprecher|vorsitzende|vorsitzender|vorsitzenden|vorstand|vorständin|landrat|landrätin|landrätinnen|' +
  'stadtrat|stadträtin|gemeinderat|rätin|schulrat|regierungsrat|amtsrat|beigeordnete|beigeordneter|' +
  'beigeordneten|dezernent|referent|inspektor|inspektorin|sekretär|amtmann|amtfrau|amtmännin|' +
  'beauftragte|beauftragter|beauftragten|richter|staatsanwalt|rechtsanwalt|rechtsanwältin|anwalt|' +
  'anwältin|notar|gutachter|sachverständige|sachverständiger|sachverständigen|pfarrer|pastor|bischof|' +
  'kardinal|priester|diakon|arzt|ärztin|chirurg|hausarzt|therapeut|psychologe|psychologin|hebamme|' +
  'sachbearbeiter|bearbeiter|mitarbeiter|ansprechpartner|verfasser|betreuer|vormund|vormünder|pfleger|' +
  'pflegerin|erzieher|lehrer|schüler|student|studentin|antragsteller|antragstellerin|beschwerdeführer|' +
  'widerspruchsführer|kläger|beklagte|beklagter|beklagten|zeuge|zeugen|zeugin|geschädigte|geschädigter|' +
  'geschädigten|beschuldigte|beschuldigter|angeklagte|angeklagter|angeklagten|betroffene|betroffener|' +
  'verstorbene|verstorbener|verstorbenen|erblasser|schuldner|gläubiger|halter|eigentümer|mieter|' +
  'untermieter|vermieter|pächter|käufer|verkäufer|bewohner|nachbar|nachbarn|nachbarin|patient|patienten|' +
  'kunde|kunden|kundin|bauherr|bauherrn|bauherrin|inhaber|geschäftsführer|gesellschafter|vater|mutter|' +
  'tochter|bruder|schwester|großvater|großmutter|cousin|cousine|ehemann|ehefrau|gatte|gattin|ehegatte|' +
  'ehegattin|partner|lebensgefährte|lebensgefährten|lebensgefährtin|lebensgefährtinnen|schwägerin|' +
  'säugling|schwiegersohn|schwiegertochter|stiefvater|verlobte|verlobter|verlobten|autor|schriftsteller|' +
  'dichter|komponist|komponisten|bildhauer|architekt|architekten|künstler|regisseur|schauspieler|sänger|' +
  'musiker|dirigent|pianist|gitarrist|bassist|schlagzeuger|rapper|produzent|fotograf|journalist|' +
  'redakteur|moderator|philosoph|historiker|theologe|theologen|physiker|chemiker|mathematiker|forscher|' +
  'wissenschaftler|ingenieur|erfinder|könig|königin|kaiser|kaiserin|fürstin|gräfin|herzog|herzogin|' +
  'prinzessin|freiherr|freiherrn|sultan|kapitän|stürmer|torwart|torhüter|torjäger|verteidiger|' +
  'mittelfeldspieler|spieler|keeper|nationalspieler|weltmeister|olympiasieger|rennfahrer|kandidat|' +
  'kandidaten|kandidatin|experte|experten|expertin|manager|gründer|unternehmer|händler|bürger|' +
  'abgeordnete|abgeordneter|abgeordneten|senator|gouverneur|botschafter|hauptmann|leutnant|offizier|' +
  'kommissar|kommissarin|polizist|polizistin|soldat|kommandant|admiral|politiker|kollege|assistent|' +
  'landwirt|landwirtin|winzer|winzerin|bedienstete|bediensteter|bediensteten|angestellte|angestellter|angestellten|' +
  'kämmerer|feger|schöffe|schöffin|schöffen|vorsteher|wehrführer|gärtner|hauswart|gastwirt|schwester|verkäufer|' +
  'schreiber|betreiber|besitzer|beisitzer|anwärter|wächter|nehmer|arbeiter|hüter|fachkraft|pflegekraft|hilfskraft|' +
  'förster|monteur|techniker|verwalter|makler|berater|statiker|planer|prüfer|anrufer|helfer|lehrling|patin|wärter|' +
  'vertreter|stellvertreter|mitglied|heiligen|heiliger|nachfolger|vorgänger|hauptdarsteller';
/** Only whole: as endings surnames have them (`Hoffmann`, `Mendelssohn`, `Thomas`). */
const WHOLE =
  'mann|frau|kind|oma|opa|gast|star|held|baby|koch|köchin|graf|grafen|sohn|erbe|erben|boss|profi|zar|' +
  'tante|onkel|major|general|baron|prinz|prinzen|fürst|fürsten|papst|freund|freunde|freundin|maler|' +
  'ritter|oberst|witwe|legende|nichte|neffe|neffen|enkel|enkelin|schwager';
const ROLE = new RegExp(
  `(?:${OFFICES})(?:in|innen|s|es)?$|^(?:${WHOLE}|schwiegersohn|stiefsohn|enkelsohn|ehefrau|hausfrau|großtante|patentante)(?:in|innen|s|es)?$`,
  'u',
);

/** Whether a word in small letters is an office, a relation or a part in a proceeding (`umweltminister`, `zeugin`). */
export function isRoleWord(lower: string): boolean {
  return lower.length >= 3 && lower.length < 60 && ROLE.test(lower);
}

/** Female by its form, male by its form, or not told. */
export function genderOfRole(lower: string): 'female' | 'male' | null {
  if (/(?:in|frau|mutter|tochter|schwester|tante|oma|nichte|cousine|witwe)$/u.test(lower)) return 'female';
  if (/(?:vater|sohn|bruder|onkel|opa|neffen?|mann|herrn?|könig|prinz)$/u.test(lower)) return 'male';
  return null;
}

const KIN =
  /(?:vater|mutter|mama|papa|sohn|tochter|bruder|schwester|onkel|tante|oma|opa|neffen?|nichte|enkel|enkelin|cousin|cousine|schwager|schwägerin|kind|mann|frau|freund|freundin|gattin|gatte|partner|partnerin|baby)s?$/u;

/** Whether a role in small letters is a relation, behind which a given name stands (`Bruder`, `Stieftochter`). */
export function isKin(lower: string): boolean {
  return lower.length < 30 && KIN.test(lower) && !/haupt|amt|ob|land|kauf|fach|zimmer|bau/u.test(lower);
}
