import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { formName, textBlock, type TextBlock } from '../../contract/forms.ts';
import { MAX_FIELD_CHARS, MAX_FILE_BYTES } from '../../contract/limits.ts';
import { ConfigError } from '../config.ts';
import { tidyText } from '../documents/characters.ts';
import { DocumentError } from '../documents/errors.ts';
import { DOCUMENT_LIMITS } from '../documents/read.ts';
import { readZip } from '../documents/zip.ts';
import { templateProblems, wordsOf } from './check-template.ts';
import { type Template, templateFile } from './template.ts';

/** The Vorlagen and Textbausteine of the house. */
export interface Templates {
  templates: readonly Template[];
  textBlocks: readonly TextBlock[];
}

const TEXT_BLOCKS = 'bausteine';
const ID = /^[a-z0-9][a-z0-9-]{0,60}$/;
const MAX_EACH = 200;
const MAX_YAML_BYTES = 256 * 1024;

const textBlockFile = z.strictObject({
  id: z.string().regex(ID),
  label: z.string().trim().min(1).max(200),
  kind: textBlock.shape.kind,
  text: z.string().max(MAX_FIELD_CHARS).transform(tidyText).pipe(z.string().min(1)),
});

/**
 * Reads the Vorlagen of a folder (`<id>/vorlage.docx` and `<id>/vorlage.yaml`) and its Textbausteine
 * (`bausteine/<id>.yaml`).
 * @throws ConfigError with a line for everything that is wrong, naming the Vorlage or the Textbaustein
 */
export async function readTemplates(folder: string): Promise<Templates> {
  const problems: string[] = [];
  const kept = async <Value>(name: string, read: () => Promise<Value>): Promise<Value[]> => {
    try {
      return [await read()];
    } catch (fault) {
      if (!(fault instanceof Wrong)) throw fault;
      problems.push(...fault.problems.map((problem) => `templates/${name}: ${problem}`));
      return [];
    }
  };

  const templates: Template[] = [];
  for (const id of await foldersIn(folder)) {
    if (id !== TEXT_BLOCKS) templates.push(...(await kept(id, () => readTemplate(join(folder, id), id))));
  }
  const textBlocks: TextBlock[] = [];
  for (const name of await textBlocksIn(join(folder, TEXT_BLOCKS))) {
    const path = join(folder, TEXT_BLOCKS, name);
    textBlocks.push(...(await kept(`${TEXT_BLOCKS}/${name}`, () => readTextBlock(path, name))));
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const place = ({ form }: Template) => formName.options.indexOf(form);
  return {
    templates: templates.sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label, 'de')),
    textBlocks: textBlocks.sort((a, b) => a.label.localeCompare(b.label, 'de')),
  };
}

class Wrong extends Error {
  readonly problems: readonly string[];

  constructor(...problems: string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const visible = names.filter((name) => !name.startsWith('.')).sort();
    if (visible.length <= MAX_EACH) return visible;
  } catch {
    throw new ConfigError('AMTSFEDER_TEMPLATES_DIR: the folder cannot be read');
  }
  throw new ConfigError(`AMTSFEDER_TEMPLATES_DIR: more than ${MAX_EACH} folders`);
}

/** A Kommune may do without Textbausteine. */
async function textBlocksIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  if (files.length > MAX_EACH) throw new ConfigError(`templates/${TEXT_BLOCKS}: more than ${MAX_EACH} files`);
  return files;
}

async function readTemplate(folder: string, id: string): Promise<Template> {
  if (!ID.test(id)) throw new Wrong('the name of the folder may have a–z, 0–9 and hyphens only');
  const file = parsed(templateFile, await bytesOf(join(folder, 'vorlage.yaml'), MAX_YAML_BYTES));
  const parts = await partsOf(await bytesOf(join(folder, 'vorlage.docx'), MAX_FILE_BYTES));
  const problems = templateProblems(file, parts);
  if (problems.length > 0) throw new Wrong(...problems);
  return { ...file, id, parts, words: wordsOf(parts) };
}

async function readTextBlock(path: string, name: string): Promise<TextBlock> {
  const block = parsed(textBlockFile, await bytesOf(path, MAX_YAML_BYTES));
  if (`${block.id}.yaml` !== name) throw new Wrong('the id is not the name of the file');
  return block;
}

async function bytesOf(path: string, limit: number): Promise<Buffer> {
  const name = path.replace(/^.*[\\/]/, '');
  let size: number;
  try {
    ({ size } = await stat(path));
    if (size <= limit) return await readFile(path);
  } catch {
    throw new Wrong(`${name} cannot be read`);
  }
  throw new Wrong(`${name} is larger than ${limit} bytes`);
}

function parsed<Schema extends z.ZodType>(schema: Schema, bytes: Buffer): z.output<Schema> {
  let value: unknown;
  try {
    value = parseYaml(bytes.toString('utf8'), { maxAliasCount: 20 });
  } catch {
    throw new Wrong('the YAML is not well-formed');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Wrong(...result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
}

async function partsOf(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  try {
    const parts = await readZip(bytes, (name) => !name.endsWith('/'), DOCUMENT_LIMITS.zip);
    return new Map(parts);
  } catch (fault) {
    if (!(fault instanceof DocumentError)) throw fault;
    throw new Wrong(`vorlage.docx cannot be read as a Word document (${fault.code})`);
  }
}
