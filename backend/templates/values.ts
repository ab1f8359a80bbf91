import type { FillRequest } from '../../contract/fill.ts';
import { findGaps } from '../../contract/gaps.ts';
import type { Block } from '../../contract/rich.ts';
import { germanDate } from '../../contract/german-date.ts';
import { type Piece, tellParts } from './parts.ts';
import type { FieldSource, Template } from './template.ts';

/** What goes into the fields of a Vorlage. */
export interface Values {
  lines: ReadonlyMap<FieldSource, string>;
  text: Block[];
  attachments: Block[];
}

/**
 * Sorts a finished text into the fields of a Vorlage. What the person said in the text counts before what is known
 * otherwise; what has no field stays in the text, in its place.
 */
export function valuesFor(template: Template, request: FillRequest, today: Date): Values {
  const fields = new Set(Object.values(template.fields).map(({ from }) => from));
  const known = knownValues(request, today);
  const lines = new Map<FieldSource, string>();
  const text: Block[] = [];
  const attachments: Block[] = [];
  for (const piece of tellParts(request.blocks, template.form, request.author)) {
    if (isPlaced(piece, template, fields, lines)) {
      if (piece.kind === 'value') lines.set(piece.from, orKnown(piece.value, known.get(piece.from) ?? ''));
    } else if (piece.kind === 'attachments' && fields.has('attachments')) {
      attachments.push(...piece.blocks);
    } else {
      text.push(...piece.blocks);
    }
  }
  for (const [from, value] of known) if (!lines.has(from)) lines.set(from, value);
  return { lines, text, attachments };
}

function isPlaced(
  piece: Piece,
  { words }: Template,
  fields: ReadonlySet<FieldSource>,
  lines: ReadonlyMap<FieldSource, string>,
): boolean {
  if (piece.kind === 'title') return words.toLowerCase().includes(piece.title.toLowerCase());
  if (piece.kind !== 'value' || !fields.has(piece.from)) return false;
  const before = lines.get(piece.from);
  return before === undefined || before === piece.value;
}

/** A gap or a dash in the text gives way to what is known. */
function orKnown(value: string, known: string): string {
  const [gap] = findGaps(value);
  const open = value === '' || /^[–-]$/.test(value) || (gap?.start === 0 && gap.end === value.length);
  return open && known !== '' ? known : value;
}

function knownValues(request: FillRequest, today: Date): Map<FieldSource, string> {
  const { author, reference, theirReference, theirDate, title } = request;
  return new Map<FieldSource, string>([
    ['author.name', author.name],
    ['author.authority', author.authority],
    ['author.unit', author.unit],
    ['author.phone', author.phone],
    ['author.email', author.email],
    ['today', germanDate(today)],
    ['reference', reference],
    ['theirReference', theirReference],
    ['theirDate', theirDate],
    ['title', title],
  ]);
}
