import { useEffect, useState } from 'react';
import type { Outcome } from '../../office/host.ts';
import type { PaneState } from '../use-pane.ts';
import type { Version } from '../work.ts';
import { handOver, newReview, type Review, toggle, wanted } from './review.ts';

export interface ReviewUse {
  review: Review;
  /** The lines of the old text, joined. */
  before: string;
  /** True until the host has answered. */
  busy: boolean;
  toggle: (id: number) => void;
  /** Takes or leaves all changes that have not been handed over. */
  decideAll: (take: boolean) => void;
  apply: () => void;
  takeBack: () => void;
}

/**
 * The changes of a rewritten text, where single words of what was read can be changed here; null until they are known
 * and everywhere else.
 * @param at place of the version
 */
export function useReview(
  { host, task, send, provenance, author }: PaneState,
  version: Version | undefined,
  at: number,
): ReviewUse | null {
  const [busy, setBusy] = useState(false);
  const taken = version?.origin.taken ?? null;
  const review = version?.review ?? null;
  const text = version?.text ?? '';
  const lines = taken?.lines ?? null;
  const comparable =
    task.name === 'rewrite' && version?.end.state === 'done' && lines !== null && host.changes !== null;

  useEffect(() => {
    if (!comparable || lines === null || review !== null) return;
    let current = true;
    void import('./compare.ts').then(({ compare }) => {
      if (current) send({ type: 'reviewed', at, review: newReview(compare(lines, text)) });
    });
    return () => {
      current = false;
    };
  }, [comparable, lines, review, text, at, send]);

  if (
    !comparable ||
    version === undefined ||
    review === null ||
    taken === null ||
    lines === null ||
    host.changes === null
  )
    return null;
  const writer = host.changes;
  const tell = (change: Partial<Review>) => send({ type: 'reviewed', at, review: change });
  const during = (work: Promise<void>) => {
    setBusy(true);
    void work.finally(() => setBusy(false));
  };
  return {
    review,
    before: lines.map((line) => line.text).join('\n'),
    busy,
    toggle: (id) => tell(toggle(review, id)),
    decideAll: (take) =>
      tell({ left: take ? [] : review.changes.map(({ id }) => id).filter((id) => !(id in review.outcomes)) }),
    apply: () =>
      during(
        handOver(wanted(review), {
          isAtomic: writer.isAtomic,
          apply: (edits) => writer.apply(taken, edits),
        }).then((outcomes) => {
          tell({ outcomes: { ...review.outcomes, ...outcomes }, back: null });
          if (Object.values(outcomes).some(({ status }) => status === 'done')) {
            provenance.made(version, task.name, author.authority);
          }
        }),
      ),
    takeBack: () =>
      during(
        writer
          .takeBack(taken)
          .catch((): Outcome => ({ status: 'failed', why: 'host-error' }))
          // What is taken back can be decided anew.
          .then((back) => {
            tell(back.status === 'done' ? { back, outcomes: {} } : { back });
            if (back.status === 'done') provenance.undone(version);
          }),
      ),
  };
}
