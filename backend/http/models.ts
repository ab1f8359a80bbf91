import { roles } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { ModelList } from '../../contract/models.ts';
import type { Houses } from '../house.ts';
import type { Route } from './route.ts';

/** `GET /api/models`: the models that the person can choose, the default first. */
export function modelRoutes(houses: Houses): Route[] {
  return [
    {
      method: 'get',
      path: '/models',
      access: roles,
      async handle(_request, response, person) {
        const { models, permits, aiNote, privacy } = await houses.openFor(person);
        const { isApproved } = permits('public');
        const list: ModelList = {
          version: CONTRACT_VERSION,
          models: models().flatMap(({ info }) => (isApproved(info.id) ? [info] : [])),
          aiNote,
          policy: privacy.policy,
        };
        response.json(list);
      },
    },
  ];
}
