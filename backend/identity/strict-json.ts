/** A JSON object, read by {@link strictObject}; only own names are looked up. */
export type JsonObject = Readonly<Record<string, unknown>>;

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Reads a JSON object in which no name stands twice, at any depth: readers differ in which of them counts, and a token
 * must not say one thing to its issuer and another to us (RFC 8725, 2.4; RFC 7519, 4).
 * @returns undefined for anything else
 */
export function strictObject(text: string): JsonObject | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return namesSomethingTwice(text) ? undefined : (value as JsonObject);
}

/** @param text valid JSON */
function namesSomethingTwice(text: string): boolean {
  const open: Set<string>[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      // Two spellings of one name are one name.
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
    last = token;
  }
  return false;
}

/** The own value under a name, never what every object inherits. */
export function valueOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The value at the end of a path of names, or undefined. */
export function valueAt(object: JsonObject, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? valueOf(value as JsonObject, name)
        : undefined,
    object,
  );
}
