import type { Replacement } from './replace.ts';

/** [infinitive with zu, participle] of verbs that letters of an authority demand things with; all of them transitive. */
const VERBS: readonly (readonly [string, string])[] = [
  ['abzugeben', 'abgegeben'],
  ['anzugeben', 'angegeben'],
  ['anzuzeigen', 'angezeigt'],
  ['beizufügen', 'beigefügt'],
  ['einzureichen', 'eingereicht'],
  ['mitzubringen', 'mitgebracht'],
  ['mitzuteilen', 'mitgeteilt'],
  ['nachzureichen', 'nachgereicht'],
  ['nachzuweisen', 'nachgewiesen'],
  ['vorzulegen', 'vorgelegt'],
  ['zu beachten', 'beachtet'],
  ['zu begründen', 'begründet'],
  ['zu beseitigen', 'beseitigt'],
  ['zu bezahlen', 'bezahlt'],
  ['zu entfernen', 'entfernt'],
  ['zu melden', 'gemeldet'],
  ['zu prüfen', 'geprüft'],
  ['zu stellen', 'gestellt'],
  ['zu übermitteln', 'übermittelt'],
  ['zu verwenden', 'verwendet'],
  ['zu zahlen', 'gezahlt'],
  ['zurückzugeben', 'zurückgegeben'],
];
const AUXILIARIES: readonly (readonly [string, string])[] = [
  ['ist', 'muss'],
  ['sind', 'müssen'],
];

/** With "nicht" it is a ban; with these words the infinitive belongs to them and nobody has to act. */
const OTHER_SENSE =
  /(?<!\p{L})(?:nicht|nichts|kein\p{Ll}{0,2}|kaum|nie|niemals|nur|schwer|leicht|möglich|bereit|berechtigt|befugt|verpflichtet|gehalten|geeignet|in der Lage|um|ohne|statt|freigestellt|erlaubt|es|was|davon|auszugehen)(?!\p{L})/u;
const TO_VERB = '(?:zu\\s\\p{Ll}{3,30}n|\\p{Ll}{2,12}zu\\p{Ll}{3,30}n)(?!\\p{L})';
/** Two infinitives share one verb: "ist zu prüfen und das Ergebnis mitzuteilen". */
const SHARED = `${TO_VERB}[^.;]{0,100}(?<!\\p{L})(?:und|oder|sowie)\\s[^.;]{0,100}(?<!\\p{L})${TO_VERB}`;
const UNLESS = new RegExp(`${OTHER_SENSE.source}|(?<!\\p{L})${SHARED}`, 'u');
/** Up to the verb without leaving the clause; the full stop of a date does not end it. */
const INSIDE_CLAUSE = '(?:[^,;:.!?()„“"]|(?<=\\d)\\.){1,140}';

/**
 * "Die Unterlagen sind vorzulegen" → "Die Unterlagen müssen vorgelegt werden", in main clauses and, where the verb
 * stands at the end, in subordinate ones.
 */
export const PLAIN_DUTIES: readonly Replacement[] = VERBS.flatMap(([infinitive, participle]) =>
  AUXILIARIES.flatMap(([be, must]): Replacement[] => [
    {
      words: `${infinitive} ${be}(?=[,.;]|$)`,
      to: `${participle} werden ${must}`,
      after: '(?<=[\\p{L}\\p{N},)] )',
      unless: UNLESS,
    },
    {
      words: `${be} (${INSIDE_CLAUSE}) ${infinitive}(?=[.;]|$)`,
      to: `${must} $1 ${participle} werden`,
      after: '(?<=[\\p{L}\\p{N})] )',
      unless: UNLESS,
    },
  ]),
);
