import { createContext, useContext } from 'react';
import type { AgentDraft, DraftStep, Uid } from './draft.ts';

/** What the parts of the builder have in common. */
export interface Building {
  draft: AgentDraft;
  /** Changes the draft. */
  onChange: (draft: AgentDraft) => void;
  /** What is wrong with a step, by its id. */
  faultsOf: (id: string) => readonly string[];
  isOpen: (uid: Uid) => boolean;
  toggle: (uid: Uid) => void;
  /** Opens a new step and goes to its title. */
  goToNew: (uid: Uid) => void;
  /** Goes to an element once the page shows what is new. */
  focusOn: (id: string) => void;
  /** Says what was done, for those who do not see it. */
  announce: (text: string) => void;
  /** Begins the ids of all elements of the builder. */
  prefix: string;
}

export const BuildingContext = createContext<Building | null>(null);

/** @throws TypeError outside of a builder */
export function useBuilding(): Building {
  const building = useContext(BuildingContext);
  if (building === null) throw new TypeError('no builder around');
  return building;
}

/** Id of a part of a step's card. */
export function partOf({ prefix }: Building, uid: Uid, part: 'title' | 'head' | 'up' | 'down'): string {
  return `${prefix}-${uid}-${part}`;
}

/** A step as a sentence names it. */
export function titleOf({ title, id }: Pick<DraftStep, 'title' | 'id'>): string {
  return title.trim() === '' ? id : title;
}
