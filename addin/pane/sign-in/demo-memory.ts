import * as z from 'zod/mini';
import { kommuneId, role, type SignInWay } from '../../../contract/identity.ts';
import type { DemoChoice } from './ask-backend.ts';

export type DemoWay = Extract<SignInWay, { kind: 'demo' }>;

const NAME = 'amtsfeder.demo';
const choiceSchema = z.object({ kommune: kommuneId, role });

/** Whom the person last was in this session, where they still can be; else the first Kommune, Sachbearbeitung. */
export function rememberedChoice(storage: () => Storage, { kommunen, roles }: DemoWay): DemoChoice | null {
  const kept = read(storage);
  if (kept && kommunen.some(({ id }) => id === kept.kommune) && roles.includes(kept.role)) return kept;
  const [first] = kommunen;
  const [firstRole] = roles;
  if (first === undefined || firstRole === undefined) return null;
  return { kommune: first.id, role: roles.includes('staff') ? 'staff' : firstRole };
}

export function rememberChoice(storage: () => Storage, choice: DemoChoice): void {
  try {
    storage().setItem(NAME, JSON.stringify(choice));
  } catch {
    // Refused or full: the choice then lasts as long as the page.
  }
}

function read(storage: () => Storage): DemoChoice | null {
  try {
    const kept = choiceSchema.safeParse(JSON.parse(storage().getItem(NAME) ?? 'null'));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}
