import { act, screen, within } from '@testing-library/react';
import type { RunStep, RunView } from '../../../contract/agents/run.ts';
import { agentOf, cardOf, runOf, stepOf } from './fake-agents.ts';
import { builtin, chatGpt, sentMessage } from './fakes.ts';
import { openPane, settle } from './open-pane.tsx';

/** The pane with a run that was just begun, and the hand on what is heard of it. */
export async function running(first: Partial<RunView> = {}, skills = {}) {
  const pane = await openPane('document', 'reply', {}, skills);
  pane.agents.hold(cardOf(), { kind: 'agent', agent: agentOf() });
  await pane.user.click(screen.getByRole('tab', { name: 'Agenten' }));
  await pane.user.click(await screen.findByRole('button', { name: 'Rundschreiben auswerten' }));
  await pane.user.click(await screen.findByRole('button', { name: 'Agent starten' }));
  await settle();
  const hear = async (change: Partial<RunView>, then: 'goes-on' | 'ends' = 'goes-on') => {
    const stream = pane.agents.last();
    act(() => stream.run(runOf(change)));
    if (then === 'ends') act(() => stream.end());
    await settle();
  };
  await hear(first);
  const said = () => pane.agents.said.filter(([what]) => what !== 'begin');
  return { ...pane, hear, said };
}

export const read: RunStep = stepOf({
  state: 'done',
  model: builtin,
  result: {
    kind: 'lesen',
    records: [
      {
        values: { frist: { kind: 'datum', date: '2027-01-15' }, kosten: { kind: 'leer' } },
        evidence: {
          frist: { state: 'proven', passage: 'bis zum 15. Januar 2027' },
          kosten: { state: 'absent' },
        },
      },
    ],
  },
});
export const written = stepOf({
  path: 'vermerk',
  kind: 'schreiben',
  title: 'Vermerk schreiben',
  state: 'done',
  model: chatGpt,
  costMicroEuro: 12_000,
  sent: [sentMessage('user', 'Frist für {[PERSON_1]|Lena Müller}')],
  result: { kind: 'schreiben', text: '## Vermerk\n\nFrist am 15.01.2027', gaps: [], checks: [] },
});
export const outcome = {
  as: 'vermerk' as const,
  text: '## Vermerk\n\nFrist am [[Bitte ergänzen: Datum]]',
  gaps: ['Datum'],
  checks: [],
  findings: [
    { rule: 'note-signature', weight: 'advice' as const, text: 'Es fehlt „i. A.“', place: null, mend: null },
  ],
  template: null,
};
export const steps = () => within(screen.getByRole('list', { name: 'Schritte' }));
