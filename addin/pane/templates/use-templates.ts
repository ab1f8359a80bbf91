import { useEffect, useState } from 'react';
import type { FillRequest } from '../../../contract/fill.ts';
import type { FormName, TemplateInfo, TextBlock } from '../../../contract/forms.ts';
import { germanDate } from '../../../contract/german-date.ts';
import type { Author, DeskTaskName } from '../../../contract/tasks/index.ts';
import type { Backend } from '../backend.ts';
import type { Version } from '../work.ts';

/** What the house keeps ready for its letters. */
export interface HouseTexts {
  templates: readonly TemplateInfo[];
  textBlocks: readonly TextBlock[];
}

const nothing: HouseTexts = { templates: [], textBlocks: [] };

/** The Vorlagen and Textbausteine of the house; nothing until they are known. */
export function useTemplates(backend: Backend): HouseTexts {
  const [known, setKnown] = useState(nothing);
  useEffect(() => {
    const gone = new AbortController();
    // Without them everything else works; they are asked for again when the pane is opened again.
    backend.templates(gone.signal).then(setKnown, () => undefined);
    return () => gone.abort();
  }, [backend]);
  return known;
}

/** Which forms a task's texts may have, the likeliest first. */
const formsOf: Record<DeskTaskName, readonly FormName[]> = {
  reply: ['letter', 'decision', 'mail'],
  note: ['note', 'order'],
  // What stays in the document that is open needs no other.
  rewrite: [],
  summarise: [],
  lookup: [],
  instruct: ['letter', 'note', 'order', 'council-paper', 'decision', 'mail'],
};

/** The Vorlagen that fit the texts of a task, the likeliest first. */
export function templatesFor(task: DeskTaskName, templates: readonly TemplateInfo[]): TemplateInfo[] {
  return formsOf[task].flatMap((form) => templates.filter((template) => template.form === form));
}

/** What a Vorlage is filled with beside the text itself. */
export function valuesOf(
  { origin }: Version,
  author: Author,
  title: string,
): Omit<FillRequest, 'version' | 'blocks'> {
  const { input } = origin.ask;
  const { source } = input;
  const written = source.kind === 'mail' ? source.date : null;
  return {
    author,
    title,
    reference: 'reference' in input ? input.reference : '',
    theirReference: '',
    theirDate: written === null ? '' : germanDate(new Date(written)),
  };
}
