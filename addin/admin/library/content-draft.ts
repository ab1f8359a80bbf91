import type { LibraryContent, LibraryKind } from '../../../contract/agents/library.ts';
import type { Me } from '../../../contract/identity.ts';
import { monthsAfter } from '../words.ts';
import { type AgentDraft, agentOf, draftOf, newDraft } from './builder/draft.ts';

/** A content as its form holds it, perhaps half done. */
export type ContentDraft = { kind: 'agent'; draft: AgentDraft } | Exclude<LibraryContent, { kind: 'agent' }>;

export function contentDraftOf(content: LibraryContent): ContentDraft {
  return content.kind === 'agent' ? { kind: 'agent', draft: draftOf(content.agent) } : content;
}

/** What the form holds; whether it may be saved so, the backend says. */
export function contentOf(draft: ContentDraft): LibraryContent {
  return draft.kind === 'agent' ? { kind: 'agent', agent: agentOf(draft.draft) } : draft;
}

/** Months until something new is to be looked at again. */
const REVIEW_MONTHS = 12;

/** What something new begins with. @param today calendar day, ISO 8601 */
export function newContent(kind: LibraryKind, me: Me, today: string): ContentDraft {
  const base = { name: '', purpose: '' };
  switch (kind) {
    case 'agent': {
      const name = me.department === '' ? me.name : `${me.name}, ${me.department}`;
      return { kind, draft: newDraft({ name }, monthsAfter(today, REVIEW_MONTHS)) };
    }
    case 'template':
      return { kind, ...base, form: 'letter', file: '' };
    case 'textblock':
      return { kind, ...base, use: 'other', text: '' };
    case 'prompt':
      return { kind, ...base, text: '', variables: [] };
  }
}

/** Drafts that are not saved yet, by what they are of: they stay while one looks at another page. */
export type KeptDrafts = Map<string, ContentDraft>;

/** Whether two contents are the same, in whatever order their parts are named. */
export function isSameContent(one: LibraryContent, other: LibraryContent): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}
