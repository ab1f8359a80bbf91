import type { Document } from '@xmldom/xmldom';
import { type Control, controlProblem, controlsOf } from './controls.ts';
import { numberOfStyle, Numbering } from './numbering.ts';
import { BLOCK_SOURCES, type TemplateFile } from './template.ts';
import { allW, parseXml, rootOf, TemplateProblem, valW, W } from './xml.ts';

const MAIN = 'word/document.xml';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** The parts that may hold fields. */
export const FIELD_PARTS = /^word\/(?:document|header\d*|footer\d*)\.xml$/;
const PROGRAMS = /vbaProject|vbaData|\/activeX\/|\/embeddings\/|^customUI\//i;
const FOREIGN_CONTENT = /\/(?:aFChunk|attachedTemplate|oleObject|subDocument)$/;

/**
 * Whether a Vorlage can be filled and carries nothing that acts or loads by itself.
 * @returns everything that is wrong with it; empty where it is sound
 */
export function templateProblems(file: TemplateFile, parts: ReadonlyMap<string, Uint8Array>): string[] {
  const problems: string[] = [];
  const collect = (check: () => string[]): void => {
    try {
      problems.push(...check());
    } catch (fault) {
      if (!(fault instanceof TemplateProblem)) throw fault;
      problems.push(fault.message);
    }
  };
  collect(() => packageProblems(parts));
  collect(() => controlProblems(file, parts));
  collect(() => styleProblems(file, parts));
  return problems;
}

function packageProblems(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const problems: string[] = [];
  if ([...parts.keys()].some((name) => PROGRAMS.test(name))) {
    problems.push('has macros, controls or embedded objects');
  }
  const types = parseXml(parts.get('[Content_Types].xml'), '[Content_Types].xml');
  const overrides = [...types.getElementsByTagName('Override')];
  const main = overrides.find((override) => override.getAttribute('PartName') === `/${MAIN}`);
  if (main?.getAttribute('ContentType') !== MAIN_TYPE) problems.push('is no plain Word document (.docx)');
  if (rootOf(parseXml(parts.get(MAIN), MAIN)).namespaceURI !== W) {
    problems.push('is saved as Strict Open XML; save it as Word document (.docx)');
  }
  for (const [name, bytes] of parts) {
    if (!name.endsWith('.rels')) continue;
    const relationships = [...parseXml(bytes, name).getElementsByTagName('Relationship')];
    const outside = relationships.filter(
      (relationship) => relationship.getAttribute('TargetMode') === 'External',
    );
    if (outside.length > 0) {
      const types = outside.map((found) => (found.getAttribute('Type') ?? '').replace(/^.*\//, ''));
      problems.push(`points outside itself (${name}: ${[...new Set(types)].join(', ')})`);
    }
    if (relationships.some((found) => FOREIGN_CONTENT.test(found.getAttribute('Type') ?? ''))) {
      problems.push(`includes another document (${name})`);
    }
  }
  return problems;
}

function fieldParts(parts: ReadonlyMap<string, Uint8Array>): Document[] {
  return [...parts].filter(([name]) => FIELD_PARTS.test(name)).map(([name, bytes]) => parseXml(bytes, name));
}

function controlProblems({ fields }: TemplateFile, parts: ReadonlyMap<string, Uint8Array>): string[] {
  const controls = fieldParts(parts).flatMap(controlsOf);
  const tags = new Set(controls.map(({ tag }) => tag));
  const known = new Map(Object.entries(fields));
  return [
    ...[...known.keys()].filter((tag) => !tags.has(tag)).map((tag) => `has no content control "${tag}"`),
    ...[...tags].filter((tag) => !known.has(tag)).map((tag) => `content control "${tag}" is not in the YAML`),
    ...controls.flatMap((control) => problemOf(control, known.get(control.tag))),
    ...(Object.values(fields).some(({ from }) => from === 'text') ? [] : ['has no field with from: text']),
  ];
}

function problemOf(control: Control, field: TemplateFile['fields'][string] | undefined): string[] {
  const problem = controlProblem(control, field !== undefined && BLOCK_SOURCES.has(field.from));
  return problem === null ? [] : [`content control "${control.tag}" ${problem}`];
}

function styleProblems({ styles }: TemplateFile, parts: ReadonlyMap<string, Uint8Array>): string[] {
  const document = parseXml(parts.get('word/styles.xml'), 'word/styles.xml');
  const types = new Map(
    allW(document, 'style').map((style) => [valW(style, 'styleId'), valW(style, 'type')]),
  );
  const numbering = new Numbering(parts.get('word/numbering.xml'));
  return Object.entries(styles).flatMap(([use, id]: [string, string | undefined]) => {
    if (id === undefined) return [];
    const wanted = use === 'table' ? 'table' : 'paragraph';
    if (types.get(id) !== wanted) return [`has no ${wanted} style with the id "${id}" (${use})`];
    if (!use.startsWith('list')) return [];
    const number = numberOfStyle(document, id);
    return number !== null && numbering.knows(number)
      ? []
      : [`style "${id}" (${use}) is not numbered in Word`];
  });
}

/** What the pages of a Vorlage say outside of its fields, normalised to single blanks. */
export function wordsOf(parts: ReadonlyMap<string, Uint8Array>): string {
  const lines = fieldParts(parts).flatMap((part) => {
    for (const { element } of controlsOf(part)) element.parentNode?.removeChild(element);
    return allW(part, 'p').map((paragraph) =>
      allW(paragraph, 't')
        .map(({ textContent }) => textContent)
        .join(''),
    );
  });
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
