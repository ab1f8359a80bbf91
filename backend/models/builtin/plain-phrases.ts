import type { Replacement } from './replace.ts';

/**
 * A feminine noun in the singular by its ending: in German its genitive and dative look alike, so a preposition with
 * the one can be exchanged for one with the other.
 */
const FEM = '\\p{Lu}\\p{L}{0,40}(?:ung|heit|keit|schaft|tät|tion|frage|frist)';
/** Feminine nouns whose plural is the same in every case. */
const FEM_PLURAL =
  '\\p{Lu}\\p{L}{0,40}(?:ungen|heiten|keiten|schaften|behörden|gemeinden|kommunen)|Behörden|Gemeinden|Kommunen';
const ADJ = '(?:\\p{Ll}{2,30}en )?';
const OWN = '(einer|Ihrer|unserer|dieser|meiner|seiner)';
const BODY =
  '(?:Stadt|Gemeinde|Ortsgemeinde|Verbandsgemeinde|Kreisverwaltung|Verwaltung|Behörde|Stelle|Polizei|Feuerwehr|Schule)';

/** Masculine and neuter nouns whose genitive ends with -s and whose dative has no ending. */
const PAPER = '(?:\\p{Lu}\\p{L}{0,30})?(?:[pP]lan|[fF]ormular|[aA]ntrag|[bB]ericht|[vV]ertrag)';
/** What stands between a possessive and its noun: the full stop of a date does not end it. */
const BETWEEN = '(?:[^,;:.!?„“"]|(?<=\\d)\\.){1,80}';

/** Genitive prepositions before a feminine noun: "bezüglich der Frist" → "zur Frist". */
function instead(from: string, withDer: string, withOther: string): Replacement[] {
  return [
    { words: `${from} der (${ADJ}${FEM})`, to: `${withDer} $1` },
    { words: `${from} ${OWN} (${ADJ}${FEM})`, to: `${withOther} $1 $2` },
  ];
}

const PREPOSITIONS: readonly Replacement[] = [
  ...instead('bezüglich', 'zur', 'zu'),
  ...instead('hinsichtlich', 'zur', 'zu'),
  ...instead('betreffs', 'zur', 'zu'),
  ...instead('anlässlich', 'zur', 'zu'),
  ...instead('im Falle', 'bei der', 'bei'),
  ...instead('im Zuge', 'bei der', 'bei'),
  ...instead('seitens', 'von der', 'von'),
  { words: `zum Zwecke? der (${ADJ}${FEM})`, to: 'zur $1' },
  { words: `zwecks (${FEM})`, to: 'zur $1' },
  { words: `zwecks (\\p{Ll}{2,30})er (${FEM})`, to: 'zur $1en $2' },
  { words: `in Bezug auf die (${ADJ}${FEM})`, to: 'zur $1' },
  { words: `in Bezug auf (Ihre|unsere|diese|eine) (${FEM})`, to: 'zu $1r $2' },
  { words: `seitens (der|Ihrer|unserer) (${BODY})`, to: 'von $1 $2' },
  {
    words: `seitens der (\\p{Lu}\\p{L}{0,40}(?:werke|betriebe|kreise|länder)|Werke|Betriebe|Kreise|Länder)`,
    to: 'von den $1n',
  },
  { words: `seitens der (${FEM_PLURAL})`, to: 'von den $1' },
  { words: 'seitens des Landes', to: 'vom Land' },
  { words: 'seitens des Bundes', to: 'vom Bund' },
  { words: 'seitens des (\\p{Lu}\\p{L}{2,40}er)s', to: 'vom $1' },
  { words: 'seitens des (\\p{Lu}?\\p{L}{0,30}[kK]reis)es', to: 'vom $1' },
  {
    words: `im Rahmen der (Prüfung|Bearbeitung|Anhörung|Sitzung|Besprechung|Überprüfung|Durchführung|Abstimmung)`,
    to: 'bei der $1',
  },
  { words: `(?:nach erfolgter) (${FEM})`, to: 'nach der $1' },
  { words: 'unter Zugrundelegung(?= (?:der|des|von|einer|eines) )', to: 'auf der Grundlage' },
  { words: 'infolge(?= (?:der|des|einer|eines|Ihrer|Ihres) )', to: 'wegen' },
  { words: 'ungeachtet(?= (?:der|des|einer|eines|Ihrer|Ihres) )(?! der Tatsache)', to: 'trotz' },
  {
    words: 'gemäß(?= (?:§|Art\\.|Artikel|dem|der|den|Nr\\.|Absatz|Abs\\.|Ihrem|Ihrer|unserem) ?)',
    to: 'nach',
  },
  { words: 'mittels (E-Mail|Brief|Telefon|Telefax|Fax|Post|Einschreiben|Formular)', to: 'per $1' },
  { words: `mittels einer (${FEM})`, to: 'mit einer $1' },
  { words: `unter Beifügung (einer ${ADJ}${FEM})`, to: 'mit $1' },
  { words: `unter Beifügung eines (${ADJ}${PAPER})e?s`, to: 'mit einem $1' },
  { words: `nach Durchführung der (${ADJ}${FEM})`, to: 'nach der $1' },
  { words: `nach Durchführung einer (${ADJ}${FEM})`, to: 'nach einer $1' },
  { words: 'zum Zwecke? des Betrieb(?:e?s)', to: 'für den Betrieb' },
  { words: 'im Wege der (Ersatzvornahme|Amtshilfe)', to: 'durch $1' },
  { words: 'nebst(?= \\p{Lu})', to: 'mit' },
  { words: 'binnen(?= (?:eines|einer|der|des) )', to: 'innerhalb' },
  { words: 'binnen(?= (?:\\d|zwei |drei |vier |sechs |acht |zehn |zwölf |vierzehn ))', to: 'innerhalb von' },
  { words: 'im Nachgang zu(?= (?:Ihrem|Ihrer|unserem|unserer|dem|der) )', to: 'nach' },
  { words: 'im Nachgang zum', to: 'nach dem' },
  { words: 'im Nachgang zur', to: 'nach der' },
  { words: 'im Vorfeld(?! (?:der|des|von|einer|eines|dieser) )', to: 'vorher' },
  { words: 'nach dem Ableben', to: 'nach dem Tod' },
  { words: 'des Ablebens', to: 'des Todes' },
  { words: 'in Höhe von', to: 'von', after: '(?<=\\p{Lu}\\p{L}{2,40} )' },
];

/** "unter Bezugnahme auf Ihr Schreiben" with the cases of the noun that follows. */
const REFERENCES: readonly Replacement[] = [
  'unter Bezugnahme auf',
  'Bezug nehmend auf',
  'bezugnehmend auf',
  'mit Bezug auf',
].flatMap((words): Replacement[] => [
  { words: `${words} Ihr (Schreiben|Anschreiben|Telefonat)`, to: 'zu Ihrem $1' },
  { words: `${words} das (Schreiben|Gespräch|Telefonat)`, to: 'zu dem $1' },
  { words: `${words} unser (Schreiben|Gespräch|Telefonat)`, to: 'zu unserem $1' },
  { words: `${words} Ihre (E-Mail|Mail|Anfrage|Nachricht)`, to: 'zu Ihrer $1' },
  { words: `${words} Ihren (Antrag|Anruf|Brief)`, to: 'zu Ihrem $1' },
  { words: `${words} Ihren (${BETWEEN}en) (Antrag|Anruf|Brief|Widerspruch)`, to: 'zu Ihrem $1 $2' },
  { words: `${words} Ihr (${BETWEEN}e)s (Schreiben|Anschreiben)`, to: 'zu Ihrem $1n $2' },
]);

/** [words before the verb, {verb form: what replaces both}] — only forms that stand next to each other. */
type Forms = Readonly<Record<string, string>>;
const VERBS: readonly (readonly [string, Forms])[] = [
  ['in Abzug', { bringen: 'abziehen', gebracht: 'abgezogen', 'zu bringen': 'abzuziehen' }],
  ['in Augenschein', { nehmen: 'besichtigen', genommen: 'besichtigt', 'zu nehmen': 'zu besichtigen' }],
  ['in die Wege', { leiten: 'einleiten', geleitet: 'eingeleitet', 'zu leiten': 'einzuleiten' }],
  ['in Erwägung', { ziehen: 'überlegen', gezogen: 'überlegt', 'zu ziehen': 'zu überlegen' }],
  ['in Rechnung', { stellen: 'berechnen', gestellt: 'berechnet', 'zu stellen': 'zu berechnen' }],
  ['in Wegfall', { kommen: 'wegfallen', kommt: 'wegfällt' }],
  ['unter Beweis', { stellen: 'beweisen', gestellt: 'bewiesen', 'zu stellen': 'zu beweisen' }],
  ['zum Abschluss', { bringen: 'abschließen', gebracht: 'abgeschlossen', 'zu bringen': 'abzuschließen' }],
  ['zum Ausdruck', { bringen: 'ausdrücken', gebracht: 'ausgedrückt', 'zu bringen': 'auszudrücken' }],
  ['zur Anwendung', { kommen: 'gelten', kommt: 'gilt' }],
  ['zur Auszahlung', { gelangen: 'ausgezahlt werden' }],
  ['zur Folge', { haben: 'bewirken', hat: 'bewirkt' }],
  ['zur Sprache', { bringen: 'ansprechen', gebracht: 'angesprochen', 'zu bringen': 'anzusprechen' }],
  [
    'zur Verfügung',
    { stellen: 'bereitstellen', gestellt: 'bereitgestellt', 'zu stellen': 'bereitzustellen' },
  ],
  ['zukommen', { lassen: 'schicken', 'zu lassen': 'zu schicken' }],
  ['einer Prüfung', { unterziehen: 'prüfen', unterzogen: 'geprüft', 'zu unterziehen': 'zu prüfen' }],
  ['käuflich', { erwerben: 'kaufen', erworben: 'gekauft', 'zu erwerben': 'zu kaufen' }],
  ['Rücksprache', { halten: 'sprechen', gehalten: 'gesprochen', 'zu halten': 'zu sprechen' }],
  ['Sorge', { tragen: 'sorgen', getragen: 'gesorgt', 'zu tragen': 'zu sorgen' }],
  ['Verzicht', { leisten: 'verzichten', geleistet: 'verzichtet', 'zu leisten': 'zu verzichten' }],
  ['Berücksichtigung', { finden: 'berücksichtigt werden', findet: 'berücksichtigt wird' }],
  ['Verwendung', { finden: 'verwendet werden', findet: 'verwendet wird' }],
  ['Auskunft', { erteilen: 'geben', 'zu erteilen': 'zu geben' }],
  ['abschlägig', { beschieden: 'abgelehnt', bescheiden: 'ablehnen' }],
];
/** At the beginning of a sentence the verb is not at its end: "Zur Anwendung kommt § 5." */
const INSIDE = '(?<=[\\p{L}\\p{N},)] )';
/** A noun with an adjective or article before it is no longer part of the fixed phrase. */
const ALONE = '(?<!\\p{Ll}e[nrsm]? )';

function phrases([words, forms]: readonly [string, Forms]): Replacement[] {
  const noun = /^\p{Lu}/u.test(words) && words !== 'Auskunft';
  return Object.entries(forms).map(([form, to]) => ({
    words: `${words} ${form}`,
    to: words === 'Auskunft' ? `Auskunft ${to}` : to,
    after: noun ? INSIDE + ALONE : INSIDE,
  }));
}

/** Whoever is liable is "in Anspruch genommen" in another sense. */
const LIABILITY = /Haftung|haftet|haften|[Ss]chuldner|Bürge|Rückgriff/u;
const TAKE: readonly Replacement[] = [
  { words: 'in Anspruch nehmen', to: 'nutzen', unless: LIABILITY },
  { words: 'in Anspruch nimmt', to: 'nutzt', unless: LIABILITY },
  { words: 'in Anspruch zu nehmen', to: 'zu nutzen', unless: LIABILITY },
  { words: 'in Anspruch genommen', to: 'genutzt', unless: LIABILITY },
  { words: 'in Anspruch genommene(n|r|s)?', to: 'genutzte$1', unless: LIABILITY },
];

/** Of a clause with its verb at the end, so that "da sonst" fits. */
const VERB_LAST =
  '(?= (?:der|die|das|ein|eine|Ihr|Ihre|wir|Sie|ich|es) [^,;:.!?]{3,200} (?:wird|werden|kann|können|muss|müssen|ist|sind|droht|erfolgt)[.;]?$)';
const VERB_NEXT = '(?= (?:wird|werden|kann|können|muss|müssen|ist|sind|droht|drohen|erfolgt|gilt|gelten) )';

const OTHERS: readonly (readonly [string, string])[] = [
  ['in Betracht gezogen werden kann', 'infrage kommt'],
  ['in Betracht gezogen werden können', 'infrage kommen'],
  ['kommt in Betracht', 'kommt infrage'],
  ['kommen in Betracht', 'kommen infrage'],
  ['in Betracht kommt', 'infrage kommt'],
  ['in Betracht kommen', 'infrage kommen'],
  ['es wird (?:Ihnen )?anheimgestellt,', 'es steht Ihnen frei,'],
  ['Ihnen wird anheimgestellt,', 'Ihnen steht frei,'],
  [`widrigenfalls${VERB_LAST}`, 'da sonst'],
  [`widrigenfalls${VERB_NEXT}`, 'sonst'],
  ['in zweifacher Ausfertigung', 'in zwei Exemplaren'],
  ['in doppelter Ausfertigung', 'in zwei Exemplaren'],
  ['in dreifacher Ausfertigung', 'in drei Exemplaren'],
  ['in vierfacher Ausfertigung', 'in vier Exemplaren'],
  ['wird Ihnen hiermit mitgeteilt, dass', 'teilen wir Ihnen mit, dass'],
  ['zur Begründung wird ausgeführt, dass', 'der Grund ist, dass'],
  ['vorsorglich wird darauf hingewiesen, dass', 'bitte beachten Sie, dass'],
  ['ergänzend wird darauf hingewiesen, dass', 'bitte beachten Sie außerdem, dass'],
  ['Rufnummer', 'Telefonnummer'],
  ['Rufnummern', 'Telefonnummern'],
  ['kommt zur Anwendung', 'gilt'],
  ['kommen zur Anwendung', 'gelten'],
  ['kommt nicht zur Anwendung', 'gilt nicht'],
  ['findet Anwendung', 'gilt'],
  ['finden Anwendung', 'gelten'],
  ['findet keine Anwendung', 'gilt nicht'],
  ['finden keine Anwendung', 'gelten nicht'],
  ['findet entsprechende Anwendung', 'gilt entsprechend'],
  ['finden entsprechende Anwendung', 'gelten entsprechend'],
  ['findet Verwendung', 'wird verwendet'],
  ['findet Berücksichtigung', 'wird berücksichtigt'],
  ['kommt in Wegfall', 'fällt weg'],
  ['in Ablichtung', 'in Kopie'],
  ['verfügt über(?! \\p{L}+ hinaus)', 'hat'],
  ['verfügen über(?! \\p{L}+ hinaus)', 'haben'],
  ['benötigen', 'brauchen'],
  ['wird benötigt', 'wird gebraucht'],
  ['werden benötigt', 'werden gebraucht'],
  ['erhalten Sie', 'bekommen Sie'],
  ['Sie erhalten(?! (?:bleiben|geblieben))', 'Sie bekommen'],
  ['übersenden', 'schicken'],
  ['übersende', 'schicke'],
  ['übersandt', 'geschickt'],
  ['entrichten', 'zahlen'],
  ['entrichtet (wird|werden|wurde|wurden|worden|hat|haben)', 'gezahlt $1'],
  ['begleichen', 'bezahlen'],
  ['beglichen', 'bezahlt'],
  ['verausgabt', 'ausgegeben'],
  ['vereinnahmt', 'eingenommen'],
  ['anberaumt', 'angesetzt'],
  ['verehelicht', 'verheiratet'],
  ['optimieren', 'verbessern'],
  ['optimiert', 'verbessert'],
  ['reduzieren', 'verringern'],
  ['reduziert', 'verringert'],
  ['minimieren', 'verringern'],
  ['implementieren', 'einführen'],
  ['zu implementieren', 'einzuführen'],
  ['ersuche ich', 'bitte ich'],
  ['ersuchen wir', 'bitten wir'],
  ['wird ersucht', 'wird gebeten'],
  ['werden ersucht', 'werden gebeten'],
  ['aus diesem Grunde?', 'deshalb'],
  ['aus diesen Gründen', 'deshalb'],
  ['zu diesem Zwecke?', 'dafür'],
  ['zum jetzigen Zeitpunkt', 'jetzt'],
  ['zum gegenwärtigen Zeitpunkt', 'jetzt'],
  ['zum derzeitigen Zeitpunkt', 'jetzt'],
  ['zu einem späteren Zeitpunkt', 'später'],
  ['am heutigen Tage?', 'heute'],
  ['bis dato', 'bisher'],
  ['per sofort', 'ab sofort'],
  ['in Kürze', 'bald'],
  ['in Bälde', 'bald'],
  ['unter Umständen', 'vielleicht'],
  ['des Weiteren', 'außerdem'],
  ['in schriftlicher Form', 'schriftlich'],
  ['in mündlicher Form', 'mündlich'],
  ['auf dem Postweg', 'per Post'],
  ['auf postalischem Wege?', 'per Post'],
  ['auf telefonischem Wege?', 'telefonisch'],
  ['auf elektronischem Wege?', 'elektronisch'],
  ['in einer Vielzahl von Fällen', 'oft'],
  ['zur Kenntnisnahme', 'zur Information'],
  ['dergestalt, dass', 'so, dass'],
  ['in der Weise, dass', 'so, dass'],
  ['mit der Folge, dass', 'sodass'],
  ['für den Fall, dass', 'wenn'],
  ['im Falle, dass', 'wenn'],
  ['unter der Voraussetzung, dass', 'wenn'],
  ['aufgrund der Tatsache, dass', 'weil'],
  ['vor dem Hintergrund, dass', 'weil'],
  ['angesichts der Tatsache, dass', 'weil'],
  ['ungeachtet der Tatsache, dass', 'obwohl'],
  ['trotz der Tatsache, dass', 'obwohl'],
  ['es wird darauf hingewiesen, dass', 'bitte beachten Sie, dass'],
  ['es ist darauf hinzuweisen, dass', 'bitte beachten Sie, dass'],
  ['es wird Ihnen mitgeteilt, dass', 'wir teilen Ihnen mit, dass'],
  ['es wird bestätigt, dass', 'wir bestätigen, dass'],
  ['es wird um Mitteilung gebeten, ob', 'bitte teilen Sie uns mit, ob'],
  ['es wird um Verständnis gebeten', 'wir bitten um Verständnis'],
  ['um Beachtung wird gebeten', 'bitte beachten Sie das'],
  ['um Verständnis wird gebeten', 'wir bitten um Verständnis'],
  ['um (Mitteilung|Rückmeldung|Antwort) wird gebeten', 'wir bitten um $1'],
];

/** Phrases of Amtsdeutsch; prepositions only where the noun's case stays right. */
export const PLAIN_PHRASES: readonly Replacement[] = [
  ...PREPOSITIONS,
  ...REFERENCES,
  ...VERBS.flatMap(phrases),
  ...TAKE,
  ...OTHERS.map(([words, to]) => ({ words, to })),
  { words: 'Hiermit (\\p{Ll}{2,30}e) ich', to: 'Ich $1' },
  { words: 'Hiermit (\\p{Ll}{2,30}en) wir', to: 'Wir $1' },
];
