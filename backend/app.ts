import express, { type Express, Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Closing } from './closing.ts';
import { documentRoutes, type FileReader } from './http/documents.ts';
import { formRoutes } from './http/forms.ts';
import { healthRoutes } from './http/health.ts';
import { describeFault, requestLog } from './http/log.ts';
import { modelRoutes } from './http/models.ts';
import { onlyOwnOrigins } from './http/origins.ts';
import { pages } from './http/pages.ts';
import { privacyRoutes } from './http/privacy.ts';
import { notFound, problemHandler } from './http/problem.ts';
import { taskRoutes } from './http/tasks.ts';
import { templateRoutes } from './http/templates.ts';
import type { FurnishedHouse } from './house.ts';

export interface AppParts {
  house: FurnishedHouse;
  readFile: FileReader;
  log: Logger;
  /** Folder of the built pages. */
  pagesFolder: string;
  closing: Closing;
}

/** Puts the rooms together into one Express application; it does not listen. */
export function createApp({ house, readFile, log, pagesFolder, closing }: AppParts): Express {
  const api = Router()
    .use(onlyOwnOrigins)
    .use(taskRoutes(house, closing))
    .use(privacyRoutes(house))
    .use(modelRoutes(house))
    .use(documentRoutes(readFile))
    .use(formRoutes())
    .use(templateRoutes(house.templates, house.now));

  return express()
    .disable('x-powered-by')
    .disable('etag')
    .use(requestLog(log))
    .use(
      helmet({
        // Each page has a policy of its own (pages.ts). Office on the web shows the pane in a frame of another origin:
        // X-Frame-Options and the opener policy would break it.
        contentSecurityPolicy: false,
        xFrameOptions: false,
        crossOriginOpenerPolicy: false,
        crossOriginResourcePolicy: { policy: 'same-site' },
        referrerPolicy: { policy: 'no-referrer' },
      }),
    )
    .use(healthRoutes(closing))
    .use('/api', api)
    .use(pages(pagesFolder))
    .use(notFound)
    .use(problemHandler((fault) => log.error({ fault: describeFault(fault) }, 'request failed')));
}
