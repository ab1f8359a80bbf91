import { Parser } from 'htmlparser2';

/** Namespaces by the prefixes that Word itself uses; in the first place as Word writes them, then the strict form. */
export const NAMESPACES = {
  w: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  pic: [
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    'http://purl.oclc.org/ooxml/drawingml/picture',
  ],
  c: ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'],
  dgm: [
    'http://schemas.openxmlformats.org/drawingml/2006/diagram',
    'http://purl.oclc.org/ooxml/drawingml/diagram',
  ],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  v: ['urn:schemas-microsoft-com:vml'],
  w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
} as const;

const PREFIXES = new Map(
  Object.entries(NAMESPACES).flatMap(([prefix, uris]) => uris.map((uri): [string, string] => [uri, prefix])),
);

/** The prefix of names whose namespace is none of those. */
export const UNKNOWN = '?:';

/** Told of what is read; names carry the prefixes of `NAMESPACES`, whatever the file calls them. */
export interface Handler {
  open(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads a part of an Office file. */
export function parseOoxml(xml: string, handler: Handler): void {
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  const names: string[] = [];

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const scope = scoped(scopes.at(-1) ?? new Map<string, string>(), attributes);
        const all = Object.entries(attributes).filter(
          ([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'),
        );
        // An attribute without a prefix belongs to no namespace, an element to the one that holds there.
        const named = all.map(([key, value]): [string, string] => [
          key.includes(':') ? canonical(key, scope) : key,
          value,
        ]);
        const own = canonical(name, scope);
        scopes.push(scope);
        names.push(own);
        handler.open(own, Object.fromEntries(named));
      },
      onclosetag: () => {
        scopes.pop();
        handler.close?.(names.pop() ?? '');
      },
      ontext: (text) => handler.text?.(text),
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

function canonical(name: string, scope: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? '' : name.slice(0, colon);
  if (prefix === 'xml') return name;
  const known = PREFIXES.get(scope.get(prefix) ?? '');
  return (known === undefined ? UNKNOWN : `${known}:`) + name.slice(colon + 1);
}

function scoped(
  around: ReadonlyMap<string, string>,
  attributes: Record<string, string>,
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return around;
  const scope = new Map(around);
  for (const [key, uri] of declared) scope.set(key === 'xmlns' ? '' : key.slice(6), uri);
  return scope;
}
