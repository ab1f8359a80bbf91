import { Router } from 'express';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { ModelList } from '../../contract/models.ts';
import type { House } from '../tasks/run.ts';

/** `GET /api/models`: the models that can be chosen, the default first. */
export function modelRoutes(house: Pick<House, 'models' | 'aiNote' | 'privacy'>): Router {
  return Router().get('/models', (_request, response) => {
    const list: ModelList = {
      version: CONTRACT_VERSION,
      models: house.models().map(({ info }) => info),
      aiNote: house.aiNote,
      policy: house.privacy.policy,
    };
    response.set('Cache-Control', 'no-store').json(list);
  });
}
