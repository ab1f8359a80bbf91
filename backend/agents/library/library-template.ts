import type { FormName } from '../../../contract/forms.ts';
import { DocumentError } from '../../documents/errors.ts';
import { readZip } from '../../documents/zip.ts';
import { FIELD_PARTS, templateProblems, wordsOf } from '../../templates/check-template.ts';
import { controlsOf } from '../../templates/controls.ts';
import type { FieldSource, Template, TemplateFile, TemplateStyles } from '../../templates/template.ts';
import { allW, childW, parseXml, TemplateProblem, valW } from '../../templates/xml.ts';

/** A Vorlage of the library as it was uploaded: a DOCX alone, so what it holds is told by its own tags and styles. */
export interface UploadedTemplate {
  id: string;
  name: string;
  form: FormName;
  bytes: Uint8Array;
}

/** Its XML is read between other requests, so it is held shorter than what the operator puts into the folder. */
const LIMITS = { entries: 500, inflatedBytes: 8 * 1024 * 1024, ratio: 150 };

/** What the tags of content controls stand for; those of our own Vorlagen. */
const FIELDS: Readonly<Record<string, { label: string; from: FieldSource; optional?: true }>> = {
  behoerde: { label: 'Behörde', from: 'author.authority' },
  fachbereich: { label: 'Fachbereich', from: 'author.unit' },
  anschrift: { label: 'Anschrift', from: 'address' },
  'ihr-zeichen': { label: 'Ihr Zeichen', from: 'theirReference', optional: true },
  'ihre-nachricht': { label: 'Datum Ihrer Nachricht', from: 'theirDate', optional: true },
  'unser-zeichen': { label: 'Unser Zeichen', from: 'reference' },
  bearbeitung: { label: 'Name', from: 'author.name' },
  telefon: { label: 'Telefon', from: 'author.phone' },
  email: { label: 'E-Mail', from: 'author.email' },
  datum: { label: 'Datum', from: 'today' },
  titel: { label: 'Titel', from: 'title' },
  betreff: { label: 'Betreff', from: 'subject' },
  anrede: { label: 'Anrede', from: 'salutation', optional: true },
  text: { label: 'Text', from: 'text' },
  gruss: { label: 'Grußformel', from: 'closing', optional: true },
  anlagen: { label: 'Anlagen', from: 'attachments', optional: true },
};

/** Ids of our own styles first, then the names of those that Word brings, as the file has them in every language. */
const STYLES: Readonly<Record<keyof TemplateStyles, readonly string[]>> = {
  text: ['AFText', 'Body Text', 'Normal'],
  heading1: ['Heading1', 'heading 1'],
  heading2: ['Heading2', 'heading 2'],
  heading3: ['Heading3', 'heading 3'],
  heading4: ['Heading4', 'heading 4'],
  listBullet: ['AFListePunkte', 'List Bullet'],
  listNumber: ['AFListeNummern', 'List Number'],
  table: ['AFTabelle', 'Table Grid', 'Normal Table'],
  tableText: ['AFTabellentext'],
  quote: ['AFZitat', 'Quote'],
};
const NEEDED: readonly (keyof TemplateStyles)[] = [
  'text',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'listBullet',
  'listNumber',
  'table',
];

export type TemplateReading = { template: Template } | { faults: string[] };

/**
 * Reads a Vorlage and checks that it can be filled and carries nothing that acts or loads by itself.
 * @returns it as the Vorlagen of the house are, or what is wrong with it, in German
 */
export async function readLibraryTemplate({
  id,
  name,
  form,
  bytes,
}: UploadedTemplate): Promise<TemplateReading> {
  try {
    const parts = await readZip(bytes, (part) => !part.endsWith('/'), LIMITS);
    const { styles, missing } = stylesIn(parts);
    const { fields, unknown } = fieldsIn(parts);
    const faults = [
      ...missing.map((style) => `Die Formatvorlage „${style}“ fehlt.`),
      ...unknown.map(
        (tag) => `Das Tag „${tag}“ ist keines der vorgesehenen (${Object.keys(FIELDS).join(', ')}).`,
      ),
    ];
    if (faults.length > 0) return { faults };
    const file: TemplateFile = { label: name, form, fields, styles: styles as TemplateStyles };
    const problems = templateProblems(file, parts);
    if (problems.length > 0) return { faults: problems.map(inGerman) };
    return { template: { ...file, id, parts, words: wordsOf(parts) } };
  } catch (fault) {
    if (fault instanceof TemplateProblem) return { faults: [inGerman(fault.message)] };
    if (!(fault instanceof DocumentError)) throw fault;
    return { faults: ['Die Datei lässt sich nicht als Word-Dokument (.docx) lesen.'] };
  }
}

type Parts = ReadonlyMap<string, Uint8Array>;

function fieldsIn(parts: Parts): { fields: TemplateFile['fields']; unknown: string[] } {
  const tags = new Set(
    [...parts]
      .filter(([name]) => FIELD_PARTS.test(name))
      .flatMap(([name, bytes]) => controlsOf(parseXml(bytes, name)).map(({ tag }) => tag)),
  );
  const known = [...tags].filter((tag) => Object.hasOwn(FIELDS, tag));
  return {
    fields: Object.fromEntries(
      known.flatMap((tag) => {
        const field = FIELDS[tag];
        return field === undefined ? [] : [[tag, { ...field, optional: field.optional ?? false }]];
      }),
    ),
    unknown: [...tags].filter((tag) => !known.includes(tag)),
  };
}

function stylesIn(parts: Parts): {
  styles: Partial<Record<keyof TemplateStyles, string>>;
  missing: string[];
} {
  const names = new Map<string, string>();
  const sheet = parseXml(parts.get('word/styles.xml'), 'word/styles.xml');
  for (const style of allW(sheet, 'style')) {
    const id = valW(style, 'styleId');
    names.set(valW(childW(style, 'name')).toLowerCase(), id).set(id.toLowerCase(), id);
  }
  const styles: Partial<Record<keyof TemplateStyles, string>> = {};
  for (const [use, wanted] of Object.entries(STYLES) as [keyof TemplateStyles, readonly string[]][]) {
    const id = wanted.map((name) => names.get(name.toLowerCase())).find((found) => found !== undefined);
    if (id !== undefined) styles[use] = id;
  }
  return {
    styles,
    missing: NEEDED.filter((use) => styles[use] === undefined).map((use) => STYLES[use][1] ?? use),
  };
}

/** What `templateProblems` says to operators, for whoever uploads a Vorlage. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^has macros/, 'Die Vorlage enthält Makros, Steuerelemente oder eingebettete Objekte.'],
  [/^is no plain Word/, 'Die Datei ist kein einfaches Word-Dokument (.docx).'],
  [
    /^is saved as Strict/,
    'Die Datei ist als „Strict Open XML“ gespeichert. Bitte als Word-Dokument (.docx) speichern.',
  ],
  [
    /^points outside/,
    'Die Vorlage verweist auf etwas außerhalb von ihr, etwa ein verknüpftes Bild oder eine Adresse.',
  ],
  [/^includes another/, 'Die Vorlage bindet ein anderes Dokument ein.'],
  [/^has no field with from: text/, 'Es fehlt ein Inhaltssteuerelement mit dem Tag „text“.'],
  [
    /^style ".*" is not numbered|\(list/,
    'Eine Formatvorlage für Listen ist in Word nicht nummeriert oder mit Zeichen versehen.',
  ],
  [/^has no .*style/, 'Eine Formatvorlage hat nicht die verlangte Art.'],
  [/must be a paragraph of its own/, 'Die Felder „text“ und „anlagen“ müssen eigene Absätze sein.'],
  [/must be a rich text/, 'Die Felder „text“ und „anlagen“ müssen Rich-Text-Inhaltssteuerelemente sein.'],
  [
    /^content control/,
    'Ein Inhaltssteuerelement lässt sich nicht füllen: Es liegt in einem anderen oder ist kein Textfeld.',
  ],
];

function inGerman(problem: string): string {
  return WORDS.find(([pattern]) => pattern.test(problem))?.[1] ?? 'Die Vorlage lässt sich so nicht füllen.';
}
