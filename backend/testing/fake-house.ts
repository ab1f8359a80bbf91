import { defaultPolicy } from '../policy/data-classes.ts';
import type { Model } from '../models/model.ts';
import { createRecogniser, type Recogniser } from '../privacy/recogniser.ts';
import type { HousePrivacy } from '../tasks/inspection.ts';
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
    aiNote: false,
    textBlocks: [],
    privacy: testPrivacy(),
    asking: { limits: { connect: 5000, firstToken: 5000, idle: 5000, total: 5000 } },
    ledger: { record: () => undefined },
    now: () => new Date(),
    report: () => undefined,
    ...more,
  };
}
