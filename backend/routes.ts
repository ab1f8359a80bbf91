import type { Closing } from './closing.ts';
import type { Houses } from './house.ts';
import { documentRoutes, type FileReader } from './http/documents.ts';
import { formRoutes } from './http/forms.ts';
import { modelRoutes } from './http/models.ts';
import { privacyRoutes } from './http/privacy.ts';
import type { Route } from './http/route.ts';
import { taskRoutes } from './http/tasks.ts';
import { templateRoutes } from './http/templates.ts';
import type { TaskObservers } from './observability/observed-task.ts';
import type { TextsFor } from './templates/house-texts.ts';

/** What the work of a person needs. */
export interface DeskParts {
  houses: Houses;
  readFile: FileReader;
  texts: TextsFor;
  /** By whom the tasks are counted and traced. */
  observers: TaskObservers;
  now(): Date;
}

/** What a person works with at the desk: tasks and what stands around them. */
export function deskRoutes(
  { houses, readFile, texts, observers, now }: DeskParts,
  closing: Closing,
): Route[] {
  return [
    ...taskRoutes(houses, observers, closing),
    ...privacyRoutes(houses),
    ...modelRoutes(houses),
    ...documentRoutes(readFile),
    ...formRoutes(),
    ...templateRoutes(texts, now),
  ];
}
