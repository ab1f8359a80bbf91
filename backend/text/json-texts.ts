/**
 * Replaces every text in JSON, names of fields included, always in the same order.
 * @param json untrusted; what is no JSON is one text as a whole
 * @param map told a text as it reads, without JSON's escapes
 * @returns JSON in its shortest form
 */
export function mapJsonTexts(json: string, map: (text: string) => string): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return map(json);
  }
  const mapped = (inner: unknown): unknown => {
    if (typeof inner === 'string') return map(inner);
    if (Array.isArray(inner)) return inner.map(mapped);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, one]) => [map(name), mapped(one)]));
  };
  return JSON.stringify(mapped(value));
}
