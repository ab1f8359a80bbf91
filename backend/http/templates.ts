import { json } from 'express';
import { fillRequest, type FillRequest } from '../../contract/fill.ts';
import type { TemplateList } from '../../contract/forms.ts';
import { roles } from '../../contract/identity.ts';
import { CONTRACT_VERSION, MAX_ANSWER_CHARS, MAX_TASK_BYTES } from '../../contract/limits.ts';
import { extentOf } from '../templates/extent.ts';
import { fillTemplate } from '../templates/fill.ts';
import { safeFileName } from '../text/file-name.ts';
import type { TextsFor } from '../templates/house-texts.ts';
import { checkVersion, parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Lists and quotes inside each other; a deeper body could only be meant to exhaust the stack. */
const MAX_DEPTH = 60;
/** Values in a body, before it is known what they are. */
const MAX_VALUES = 150_000;
/** Word makes no table with more columns. */
const MAX_COLUMNS = 63;
/**
 * XML elements of the text to fill in. They are made at one go, in a third to half of a second, in which nobody else is
 * served: 7,000 paragraphs or 8,000 cells. A document of a hundred pages has 40,000.
 */
const MAX_ELEMENTS = 50_000;

/**
 * `GET /api/templates`: the Vorlagen and Textbausteine. `POST /api/templates/:id`: the Vorlage, filled. Nothing of it
 * is kept.
 */
export function templateRoutes(textsFor: TextsFor, now: () => Date): Route[] {
  return [
    {
      method: 'get',
      path: '/templates',
      access: roles,
      async handle(_request, response, { kommune }) {
        const { templates, textBlocks } = await textsFor(kommune);
        response.json({
          version: CONTRACT_VERSION,
          templates: templates.map(({ id, label, form }) => ({ id, label, form })),
          textBlocks: [...textBlocks],
        } satisfies TemplateList);
      },
    },
    {
      method: 'post',
      path: '/templates/:id',
      access: roles,
      body: json({ limit: MAX_TASK_BYTES }),
      async handle(request, response, { kommune }) {
        const { templates } = await textsFor(kommune);
        const template = templates.find(({ id }) => id === request.params.id);
        if (template === undefined) throw new ProblemError(404, 'not_found');
        const fill = parseFill(request.body);
        const bytes = await fillTemplate(template, fill, now());
        response.attachment(fileName(fill.title, template.label)).type(DOCX).send(Buffer.from(bytes));
      },
    },
  ];
}

function parseFill(body: unknown): FillRequest {
  // First, as it was not made for the limits of this one.
  checkVersion(body);
  const { depth, chars, values } = sizeOf(body);
  if (chars > MAX_ANSWER_CHARS || values > MAX_VALUES) throw new ProblemError(413, 'too_large');
  if (depth > MAX_DEPTH) throw new ProblemError(400, 'invalid_request');
  const fill = parseBody(fillRequest, body);
  const { elements, columns } = extentOf(fill.blocks);
  if (elements > MAX_ELEMENTS || columns > MAX_COLUMNS) throw new ProblemError(413, 'too_large');
  return fill;
}

/** How deep and how large a body is, told without recursion. Stops counting where any limit is passed. */
function sizeOf(body: unknown): { depth: number; chars: number; values: number } {
  const size = { depth: 0, chars: 0, values: 0 };
  const open: [unknown, number][] = [[body, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    size.values++;
    size.depth = Math.max(size.depth, depth);
    if (typeof value === 'string') size.chars += value.length;
    if (size.values > MAX_VALUES || size.depth > MAX_DEPTH) return size;
    if (typeof value === 'object' && value !== null) {
      for (const child of Object.values(value)) open.push([child, depth + 1]);
    }
  }
  return size;
}

function fileName(title: string, label: string): string {
  return `${safeFileName(title) || safeFileName(label) || 'Dokument'}.docx`;
}
