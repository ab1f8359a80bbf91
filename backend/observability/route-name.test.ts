import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OTHER_ROUTE, routeNamer } from './route-name.ts';

const nameOf = routeNamer([
  { method: 'get', path: '/' },
  { method: 'get', path: '/pane.html' },
  { method: 'post', path: '/api/tasks/:task' },
  { method: 'get', path: '/api/admin/kommunen/:kommune/budget' },
  { method: 'put', path: '/api/admin/kommunen/:kommune/budget' },
]);

describe('a request', () => {
  it.each([
    ['GET', '/', '/'],
    ['HEAD', '/', '/'],
    ['GET', '/?q=Müller', '/'],
    ['GET', '/pane.html', '/pane.html'],
    ['POST', '/api/tasks/reply', '/api/tasks/:task'],
    ['POST', '/API/Tasks/reply/?x=1', '/api/tasks/:task'],
    ['PUT', '/api/admin/kommunen/lk-kusel/budget', '/api/admin/kommunen/:kommune/budget'],
  ])('%s %s is called by its declared route', (method, url, name) => {
    expect(nameOf(method, url)).toBe(name);
  });

  it.each([
    ['GET', '/api/tasks/reply'],
    ['POST', '/api/tasks/'],
    ['POST', '/api/tasks/reply/more'],
    ['GET', '/Erika-Mustermann'],
    ['GET', ''],
    ['BREW', '/'],
  ])('%s %s is none of ours', (method, url) => {
    expect(nameOf(method, url)).toBe(OTHER_ROUTE);
  });

  it('never gets a name that holds a word of its address', () => {
    const names = new Set([
      OTHER_ROUTE,
      '/',
      '/pane.html',
      '/api/tasks/:task',
      '/api/admin/kommunen/:kommune/budget',
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD'),
        fc.oneof(
          fc.webPath(),
          fc.string().map((word) => `/api/tasks/${word}`),
        ),
        (method, url) => names.has(nameOf(method, url)),
      ),
    );
  });
});

it.each(['/api/{optional}', '/api/*rest', 'api/x', '/api/:a-:b'])(
  'a path that would be without a name is refused: %s',
  (path) => {
    expect(() => routeNamer([{ method: 'get', path }])).toThrow(/has no name/);
  },
);
