/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The canonical form of a JSON value by RFC 8785 (JCS): names sorted by UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them.
 * @throws RangeError for a number that JSON cannot say, and for text with half a surrogate pair
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('no number of JSON');
  if (typeof value === 'string' && !value.isWellFormed()) throw new RangeError('text is not well-formed');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${canonicalJson(name)}:${canonicalJson(item)}`).join(',')}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
