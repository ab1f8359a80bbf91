/** What all addresses are called that are none of ours: they are the caller's text and could say anything. */
export const OTHER_ROUTE = '(other)';

/** A route as it was declared: its method in any case, its path in Express' notation from the root. */
export interface DeclaredRoute {
  method: string;
  path: string;
}

interface Template {
  name: string;
  segments: string[];
}

/**
 * Names requests by the routes that were declared, for logs, metrics and traces: `/api/tasks/:task`, never the address
 * itself, which holds ids, words of a search or whatever a stranger types.
 * @returns the declared path of a method and an address (with or without query), or `OTHER_ROUTE`
 * @throws Error where a path is written in a way that is not understood here: a route must not be without a name
 */
export function routeNamer(routes: readonly DeclaredRoute[]): (method: string, url: string) => string {
  const byMethod = new Map<string, Template[]>();
  for (const { method, path } of routes) {
    const key = method.toUpperCase();
    byMethod.set(key, [...(byMethod.get(key) ?? []), templateOf(path)]);
  }
  return (method, url) => {
    // Express answers HEAD with what it has for GET.
    const key = method === 'HEAD' ? 'GET' : method;
    const segments = segmentsOf(url.split('?', 1)[0] ?? '');
    return byMethod.get(key)?.find((template) => fits(template.segments, segments))?.name ?? OTHER_ROUTE;
  };
}

function templateOf(path: string): Template {
  if (!/^(?:\/(?::?[\w.-]+)?)+$/.test(path)) throw new Error(`a route's path that has no name: ${path}`);
  return { name: path, segments: segmentsOf(path) };
}

// As Express: one slash at the end does not count, upper and lower case are the same.
function segmentsOf(path: string): string[] {
  const segments = path.toLowerCase().split('/').slice(1);
  return segments.length > 1 && segments.at(-1) === '' ? segments.slice(0, -1) : segments;
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => (part.startsWith(':') ? segments[at] !== '' : part === segments[at]))
  );
}
