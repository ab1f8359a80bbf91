import type { Replacement } from './replace.ts';

const pair = ([words, to]: readonly [string, string]): Replacement => ({ words, to });

/** Fixed phrases that sound like an order or like a stamp, and friendlier ones that say the same. */
export const FRIENDLY: readonly Replacement[] = (
  [
    ['Sehr geehrte Frau', 'Guten Tag Frau'],
    ['Sehr geehrter Herr', 'Guten Tag Herr'],
    ['Sehr geehrte Damen und Herren', 'Guten Tag'],
    ['Mit freundlichen Grüßen', 'Freundliche Grüße'],
    ['Hochachtungsvoll', 'Freundliche Grüße'],
    ['Wir fordern Sie auf,', 'Wir bitten Sie,'],
    ['Ich fordere Sie auf,', 'Ich bitte Sie,'],
    ['Sie werden aufgefordert,', 'Wir bitten Sie,'],
    ['Sie werden gebeten,', 'Wir bitten Sie,'],
    ['ich danke Ihnen für', 'herzlichen Dank für'],
    ['vielen Dank für', 'herzlichen Dank für'],
    ['ich weise (?:Sie )?darauf hin, dass', 'bitte beachten Sie, dass'],
    ['wir weisen (?:Sie )?darauf hin, dass', 'bitte beachten Sie, dass'],
    ['wir bedauern, Ihnen mitteilen zu müssen, dass', 'es tut uns leid, dass'],
    ['ich bedauere?, Ihnen mitteilen zu müssen, dass', 'es tut mir leid, dass'],
    ['Bei Fragen erreichen Sie mich', 'Haben Sie noch Fragen? Sie erreichen mich gern'],
    [
      'für Rückfragen stehe ich Ihnen (?:gerne? |jederzeit )?zur Verfügung',
      'wenn Sie Fragen haben, melden Sie sich gern bei mir',
    ],
    [
      'für Rückfragen stehen wir Ihnen (?:gerne? |jederzeit )?zur Verfügung',
      'wenn Sie Fragen haben, melden Sie sich gern bei uns',
    ],
  ] as const
).map(pair);

/** The familiar form of address; turning it into "Sie" changes every verb, which no list can do. */
export const FAMILIAR =
  /(?<!\p{L})(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Dd]ein|[Ee]uch|[Ee]ure?[nmrs]?)(?!\p{L})/u;

/** Colloquial words and what a letter of an authority says. */
export const FORMAL: readonly Replacement[] = [
  ...(
    [
      ['Hallo Frau', 'Sehr geehrte Frau'],
      ['Liebe Frau', 'Sehr geehrte Frau'],
      ['Guten Tag Frau', 'Sehr geehrte Frau'],
      ['Hallo Herr', 'Sehr geehrter Herr'],
      ['Lieber Herr', 'Sehr geehrter Herr'],
      ['Guten Tag Herr', 'Sehr geehrter Herr'],
      ['Guten Tag(?=,)', 'Sehr geehrte Damen und Herren'],
      ['Hallo zusammen', 'Sehr geehrte Damen und Herren'],
      ['Viele Grüße', 'Mit freundlichen Grüßen'],
      ['Liebe Grüße', 'Mit freundlichen Grüßen'],
      ['Beste Grüße', 'Mit freundlichen Grüßen'],
      ['Freundliche Grüße', 'Mit freundlichen Grüßen'],
      ['Herzliche Grüße', 'Mit freundlichen Grüßen'],
      ['kriegen', 'erhalten'],
      ['kriegt', 'erhält'],
      ['gekriegt', 'erhalten'],
      ['bekommen Sie', 'erhalten Sie'],
      ['Sie bekommen', 'Sie erhalten'],
      ['gucken', 'sehen'],
      ['anschauen', 'ansehen'],
      ['schauen Sie', 'sehen Sie'],
      ['checken', 'prüfen'],
      ['checke', 'prüfe'],
      ['gecheckt', 'geprüft'],
      ['rausfinden', 'herausfinden'],
      ['rausgefunden', 'herausgefunden'],
      ['runterladen', 'herunterladen'],
      ['ein bisschen', 'etwas'],
      ['sowas', 'so etwas'],
      ['nix', 'nichts'],
      ['drauf', 'darauf'],
      ['dran', 'daran'],
      ['drin', 'darin'],
      ['drüber', 'darüber'],
      ['grad', 'gerade'],
      ['ich hab', 'ich habe'],
      ['hab ich', 'habe ich'],
      ['ich würd', 'ich würde'],
      ['asap', 'so bald wie möglich'],
      ['sorry', 'Entschuldigung'],
      ['ist okay', 'ist in Ordnung'],
      ['ist ok', 'ist in Ordnung'],
      ['Infos', 'Informationen'],
      ['Info', 'Information'],
      ['Mail', 'E-Mail'],
      ['Mails', 'E-Mails'],
      ['Uni', 'Universität'],
      ['Handy', 'Mobiltelefon'],
      ['Deadline', 'Frist'],
      ['Deadlines', 'Fristen'],
      ['Meeting', 'Treffen'],
      ['kaputte(n|r|s|m)?', 'defekte$1'],
      ['kaputt', 'defekt'],
    ] as const
  ).map(pair),
  { words: 'herzlichen Dank für', to: 'ich danke Ihnen für', unless: FAMILIAR },
  { words: 'vielen Dank für', to: 'ich danke Ihnen für', unless: FAMILIAR },
  // "mit ein paar" would need the dative.
  { words: 'ein paar', to: 'einige', after: '(?<!(?:mit|von|aus|nach|bei|vor|in|seit|zu) )' },
];

const FILLERS =
  'eigentlich|natürlich|selbstverständlich|sozusagen|gewissermaßen|gleichsam|quasi|letztendlich|letztlich|schlussendlich|bekanntlich|bekanntermaßen|durchaus|schlichtweg|zweifellos|zweifelsohne|sicherlich|freilich|an und für sich|im Grunde genommen|im Prinzip|alles in allem|an dieser Stelle|in diesem Zusammenhang|im Übrigen';

/** Words and phrases that can go or be said in fewer words. */
export const SHORTER: readonly Replacement[] = [
  // Only between two words, never at the beginning of a clause, where the filler holds the place before the verb.
  ...FILLERS.split('|').map((filler) => ({
    words: `${filler}(?= \\p{L})`,
    to: '',
    after: '(?<=\\p{Ll} )(?<!(?:und|oder|aber|denn|sondern|nicht|so|wie|als|ganz|sehr) )',
  })),
  ...(
    [
      ['aufgrund der Tatsache, dass', 'weil'],
      ['angesichts der Tatsache, dass', 'weil'],
      ['vor dem Hintergrund, dass', 'weil'],
      ['trotz der Tatsache, dass', 'obwohl'],
      ['unter der Voraussetzung, dass', 'wenn'],
      ['für den Fall, dass', 'wenn'],
      ['aus diesem Grunde?', 'deshalb'],
      ['aus diesen Gründen', 'deshalb'],
      ['zum jetzigen Zeitpunkt', 'jetzt'],
      ['zum gegenwärtigen Zeitpunkt', 'jetzt'],
      ['zu einem späteren Zeitpunkt', 'später'],
      ['in schriftlicher Form', 'schriftlich'],
      ['in einer Vielzahl von Fällen', 'oft'],
      ['darüber hinaus(?= (?:ist|sind|hat|haben|wird|werden))', 'zudem'],
      ['wir möchten Sie darauf hinweisen, dass', 'bitte beachten Sie, dass'],
      ['ich möchte Sie darauf hinweisen, dass', 'bitte beachten Sie, dass'],
      ['es wird darauf hingewiesen, dass', 'bitte beachten Sie, dass'],
      ['ich möchte Sie bitten,', 'ich bitte Sie,'],
      ['wir möchten Sie bitten,', 'wir bitten Sie,'],
      ['ich darf Ihnen mitteilen, dass', 'ich teile Ihnen mit, dass'],
      ['bereits schon', 'bereits'],
      ['schon bereits', 'bereits'],
      ['insbesondere auch', 'auch'],
      ['in der heutigen Zeit', 'heute'],
      ['zum wiederholten Male', 'erneut'],
      ['dahingehend, dass', 'so, dass'],
    ] as const
  ).map(pair),
];
