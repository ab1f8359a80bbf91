import { parse, stringify } from 'yaml';
import { AGENT_FORMAT } from '../../../contract/agents/definition.ts';
import { type LibraryContent, libraryKinds, MAX_TEMPLATE_BYTES } from '../../../contract/agents/library.ts';
import { MAX_AGENT_CHARS, writeAgent } from '../definition/read-agent.ts';
import { safeFileName } from '../../text/file-name.ts';
import { type ContentReading, headOf, readContent } from './content.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Characters of a file: a Vorlage in Base64 and what stands around it. */
const MAX_FILE_CHARS = Math.ceil((MAX_TEMPLATE_BYTES * 4) / 3) + 100_000;

/** A content as a file. */
export interface LibraryFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A content as it is compared: an agent as YAML, texts as they are, with what stands around them before. */
export function writtenForm(content: LibraryContent): string {
  if (content.kind === 'agent') return writeAgent(content.agent);
  if (content.kind === 'template') {
    const { file, ...rest } = content;
    return stringify({ ...rest, bytes: Buffer.byteLength(file, 'base64') }, { lineWidth: 100 });
  }
  const { text, ...rest } = content;
  return `${stringify(rest, { lineWidth: 100 })}\n${text}`;
}

/** A content as a file for another house: YAML that `readFile` reads again, or the DOCX of a Vorlage. */
export function fileOf(content: LibraryContent): LibraryFile {
  const name = safeFileName(headOf(content).name) || libraryKinds[content.kind];
  if (content.kind === 'template') {
    return { name: `${name}.docx`, type: DOCX, bytes: Buffer.from(content.file, 'base64') };
  }
  const yaml = content.kind === 'agent' ? writeAgent(content.agent) : stringify(content, { lineWidth: 100 });
  return { name: `${name}.yaml`, type: 'application/yaml; charset=utf-8', bytes: Buffer.from(yaml, 'utf8') };
}

/**
 * What a file holds, in YAML or JSON.
 * @param text untrusted
 * @returns the content, or what is wrong with it, in German and without its words
 */
export function readFileText(text: string): ContentReading {
  let value: unknown;
  try {
    if (text.length > MAX_FILE_CHARS) return refused('Die Datei ist zu lang.');
    // Without aliases nothing can grow; and no warning may be printed, since it would quote the text.
    value = parse(text.normalize('NFC').replace(/^\uFEFF/, ''), { maxAliasCount: 0, logLevel: 'error' });
  } catch {
    return refused('Die Datei ist weder gültiges YAML noch JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('Die Datei beschreibt nichts, was in die Bibliothek gehört.');
  }
  const isAgent = 'format' in value && value.format === AGENT_FORMAT;
  if (isAgent && text.length > MAX_AGENT_CHARS) return refused('Die Datei ist zu lang für einen Agenten.');
  return readContent(isAgent ? { kind: 'agent', agent: value } : value);
}

function refused(text: string): ContentReading {
  return { faults: [{ step: null, text }] };
}
