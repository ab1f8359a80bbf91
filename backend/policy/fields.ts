import { type FieldChange, type Leaf, leaf } from '../../contract/admin.ts';

/** The single values of nested rules by their path, such as `treatments.social.eu`. A list is one value. */
export function flatten(rules: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [name, value] of Object.entries(rules) as [string, unknown][]) {
    const at = path === '' ? name : `${path}.${name}`;
    const single = leaf.safeParse(value);
    if (single.success) found.set(at, single.data);
    else if (typeof value === 'object' && value !== null) {
      for (const [below, each] of flatten(value, at)) found.set(below, each);
    }
  }
  return found;
}

/** The single values of a layer; those of the Verbund go by the same names as a Kommune's, its locks stand beside them. */
export function fieldsOf(layer: object): Map<string, Leaf> {
  if (!('overrides' in layer && typeof layer.overrides === 'object' && layer.overrides !== null)) {
    return flatten(layer);
  }
  const { overrides, ...rest } = layer;
  return new Map([...flatten(overrides), ...flatten(rest)]);
}

/** What differs between two states of rules, by path. */
export function changesBetween(
  from: ReadonlyMap<string, Leaf>,
  to: ReadonlyMap<string, Leaf>,
): FieldChange[] {
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .filter((field) => JSON.stringify(from.get(field)) !== JSON.stringify(to.get(field)))
    .map((field) => ({
      field,
      ...(from.has(field) ? { before: from.get(field) } : {}),
      ...(to.has(field) ? { after: to.get(field) } : {}),
    }));
}
