/** Words for the places of a content, by their last names in the contract. */
const places: Readonly<Record<string, string>> = {
  name: 'Name',
  title: 'Titel',
  label: 'Bezeichnung',
  purpose: 'Zweck',
  owner: 'Verantwortlich',
  email: 'E-Mail',
  reviewOn: 'Überprüfung',
  dataClass: 'Datenklasse',
  steps: 'Schritte',
  inputs: 'Eingaben',
  fields: 'Angaben',
  from: 'Quelle',
  outcome: 'Ergebnis',
  question: 'Frage',
  rule: 'Regel',
  otherwise: 'Hinweis, wenn sie nicht erfüllt ist',
  value: 'Ausdruck',
  order: 'Anweisung',
  text: 'Text',
  says: 'Hinweis',
  when: 'Bedingung',
  over: 'Liste',
  as: 'Bezeichnung des Eintrags',
  most: 'Höchstens',
  calls: 'Aufrufe',
  microEuro: 'Kosten',
  options: 'Auswahl',
  tools: 'Werkzeuge',
  default: 'Vorschlag',
  cases: 'Fälle',
  template: 'Vorlage',
  file: 'Datei',
  examples: 'Beispiele',
  variables: 'Angaben',
};

/**
 * A fault in words that somebody at the form understands: where the backend names a place of the data
 * (`work.steps.0.fields.1.label: …`), what it is called in the form.
 */
export function faultText(text: string): string {
  const [, path = '', said = ''] = /^([A-Za-z]\w*(?:\.\w+)+|[a-z]\w*): (.+)$/s.exec(text) ?? [];
  if (path === '') return text;
  const parts = path.split('.');
  const at = parts.findLastIndex((part) => Object.hasOwn(places, part));
  const word = parts[at];
  if (word === undefined) return said;
  const around = parts.slice(0, at);
  const number = ['fields', 'cases', 'examples', 'inputs', 'variables']
    .map((list) => [list, around[around.lastIndexOf(list) + 1]] as const)
    .find(([list, next]) => around.includes(list) && next !== undefined && /^\d+$/.test(next));
  const before = number === undefined ? '' : `${places[number[0]] ?? ''} ${Number(number[1]) + 1}, `;
  return `${before}${places[word] ?? ''}: ${said}`;
}
