import type { Me } from '../../contract/identity.ts';
import { type Author, noAuthor } from '../../contract/tasks/index.ts';

type Known = Pick<Author, 'name' | 'email'>;

/** What is known of the person without their saying so. In the demo sign-in nobody has a name. */
export function knownAuthor(me: Me | null, atHost: Known): Author {
  const named: Known = me === null || me.demo ? { name: '', email: '' } : me;
  return {
    ...noAuthor,
    authority: me?.kommune.name ?? '',
    unit: me?.department ?? '',
    name: named.name || atHost.name,
    email: named.email || atHost.email,
  };
}

/** Who signs: what the person has said, and what is known where they have said nothing. */
export function authorOf(own: Author | null, known: Author): Author {
  if (own === null) return known;
  return mapAuthor(own, (field) => own[field] || known[field]);
}

/** What is the person's own of it. The rest is left out, so that it follows them to another Kommune. */
export function ownOf(author: Author, known: Author): Author {
  return mapAuthor(author, (field) => (author[field] === known[field] ? '' : author[field]));
}

function mapAuthor(author: Author, value: (field: keyof Author) => string): Author {
  const fields = Object.keys(author) as (keyof Author)[];
  return { ...author, ...Object.fromEntries(fields.map((field) => [field, value(field)])) };
}
