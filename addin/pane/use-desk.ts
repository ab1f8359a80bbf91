import { useEffect, useReducer, useRef } from 'react';
import type { Surface } from '../office/host.ts';
import type { Values } from '../tasks/task.ts';
import { type Desk, type DeskEvent, deskReducer, newDesk } from './desk.ts';
import type { Memory } from './keep.ts';

/** Milliseconds after the last letter until what was typed is kept. */
const KEEP_AFTER_MS = 300;

/** The desk, and what was typed on it kept beyond a closed pane. */
export function useDesk(surface: Surface, memory: Memory): [Desk, (event: DeskEvent) => void] {
  const [desk, send] = useReducer(deskReducer, null, () => newDesk(surface, memory.forms(surface)));
  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
    const timer = setTimeout(() => memory.keepForms(surface, formsOf(desk)), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [desk, surface, memory]);
  useEffect(() => {
    const keep = () => memory.keepForms(surface, formsOf(latest.current));
    // Office closes a pane without a word; this is the last that is heard of it.
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [surface, memory]);
  return [desk, send];
}

function formsOf({ works }: Desk): Record<string, Values> {
  return Object.fromEntries(Object.entries(works).map(([key, { values }]) => [key, values]));
}
