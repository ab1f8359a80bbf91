import { logLedger } from './log-ledger.ts';
import { defaultPolicy } from '../policy/data-classes.ts';
import type { AppParts } from '../app.ts';
import type { FileReader } from '../http/documents.ts';
import type { Person } from '../identity/person.ts';
import type { Model } from '../models/model.ts';
import { createMetrics } from '../observability/metrics.ts';
import { createTracing } from '../observability/tracing.ts';
import { everyModel } from '../policy/testing/samples.ts';
import { createRecogniser, type Recogniser } from '../privacy/recogniser.ts';
import type { HousePrivacy } from '../tasks/inspection.ts';
import { deskRoutes } from '../routes.ts';
import { noKnowledge } from '../tasks/knowledge.ts';
import type { House } from '../tasks/run.ts';

let recogniser: Recogniser | undefined;

/** Recognises as the product does, in the process of the test. */
export function testPrivacy(more: Partial<HousePrivacy> = {}): HousePrivacy {
  return {
    policy: defaultPolicy,
    mask: [],
    keep: [],
    recognise: (texts, terms) => {
      recogniser ??= createRecogniser();
      return Promise.resolve(recogniser.recognise(texts, terms));
    },
    ...more,
  };
}

/** A house with these models that keeps no ledger, short limits, and no Textbausteine. */
export function testHouse(models: () => readonly Model[], more: Partial<House> = {}): House {
  return {
    models,
    leastClass: 'public',
    permits: () => everyModel,
    aiNote: false,
    gender: 'neutral',
    textBlocks: [],
    privacy: testPrivacy(),
    knowledge: noKnowledge,
    asking: { limits: { connect: 5000, firstToken: 5000, idle: 5000, total: 5000 } },
    ledger: logLedger({ info: () => undefined }),
    now: () => new Date(),
    report: () => undefined,
    ...more,
  };
}

/** Somebody of Landkreis Kusel who may do what a task needs. */
export const testPerson: Person = {
  id: 'test#clerk',
  kommune: 'lk-kusel',
  department: 'Soziales',
  roles: ['staff'],
  name: 'Anke Muster',
  email: 'anke.muster@kreis.example',
};

/** The routes of the desk of this house, and everybody who asks is `testPerson`. */
export function testDesk(
  house: House,
  readFile: FileReader,
): Pick<AppParts, 'routes' | 'identify' | 'issuers' | 'checks'> {
  const open = () => Promise.resolve(house);
  const parts = {
    houses: { openFor: open, admit: open },
    readFile,
    texts: () => Promise.resolve({ templates: [], textBlocks: [] }),
    observers: { metrics: createMetrics({ runtime: false }), tracing: createTracing() },
    now: house.now,
  };
  return {
    routes: (closing) => deskRoutes(parts, closing),
    identify: () => Promise.resolve(testPerson),
    issuers: [],
    checks: [],
  };
}
