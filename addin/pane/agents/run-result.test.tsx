import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { runId, stepOf } from '../testing/fake-agents.ts';
import { button, settle } from '../testing/open-pane.tsx';
import { outcome, read, running, written } from '../testing/open-run.tsx';

/** What can be corrected in a run, and what it ends with. */

afterEach(cleanup);

describe('a correction', () => {
  it('of what was read goes on from there', async () => {
    const { user, said } = await running({ state: 'done', steps: [read, written], outcome });
    await user.click(button('So kam es zustande: 2 Schritte'));
    await user.click(button('Angaben lesen'));
    await user.click(button('Ergebnis berichtigen'));
    const kosten = screen.getByRole('textbox', { name: 'Kosten (freiwillig)' });
    await user.type(kosten, 'teuer');
    await user.click(button('Ab hier neu'));
    expect(screen.getByText(/Bitte schreiben Sie einen Betrag/)).toBeTruthy();
    await user.clear(kosten);
    await user.type(kosten, '1.200');
    await user.click(button('Ab hier neu'));
    await settle();
    expect(said()).toMatchObject([
      [
        'correct',
        runId,
        'angaben',
        {
          kind: 'lesen',
          records: [
            {
              values: { kosten: { kind: 'betrag', cents: 120000 } },
              evidence: { frist: { state: 'proven' }, kosten: { state: 'person' } },
            },
          ],
        },
      ],
    ]);
  });

  it('of a check turns it', async () => {
    const check = stepOf({
      path: 'summe',
      kind: 'pruefen',
      title: 'Summe prüfen',
      state: 'done',
      result: { kind: 'pruefen', holds: false, says: 'Die Summe stimmt nicht.' },
    });
    const { user, said } = await running({ state: 'stopped', steps: [check] });
    expect(screen.getByText(/Prüfen · Die Summe stimmt nicht/)).toBeTruthy();
    await user.click(button('Summe prüfen'));
    await user.click(button('Ergebnis berichtigen'));
    await user.click(screen.getByRole('radio', { name: 'Ja' }));
    await user.click(button('Ab hier neu'));
    await settle();
    expect(said()).toMatchObject([['correct', runId, 'summe', { kind: 'pruefen', holds: true }]]);
  });

  it('is not offered while the run works', async () => {
    const { user } = await running({ steps: [read] });
    await user.click(button('Angaben lesen'));
    expect(screen.queryByRole('button', { name: 'Ergebnis berichtigen' })).toBeNull();
  });
});

describe('what a run ends with', () => {
  it('goes into the document by a click alone, with its gaps and its form', async () => {
    const { user, done } = await running({ state: 'done', steps: [read, written], outcome });
    const region = screen.getByRole('region', { name: 'Ergebnis: Vermerk' });
    expect(within(region).getByText('Vermerk')).toBeTruthy();
    expect(button('1 Angabe ergänzen')).toBeTruthy();
    expect(button('1 Hinweis zur Form')).toBeTruthy();
    expect(screen.getByText('KI-Entwurf · ChatGPT · EU')).toBeTruthy();
    expect(done).toEqual([]);
    await user.click(button('Einfügen'));
    await settle();
    expect(done).toMatchObject([
      { action: 'insert', taken: null, result: { title: 'Vermerk: Rundschreiben auswerten' } },
    ]);
    expect(screen.getByText('Eingefügt.')).toBeTruthy();
  });

  it('is one of the texts that it wrote, each to be used by itself', async () => {
    const mail = stepOf({
      path: 'mail',
      kind: 'schreiben',
      title: 'E-Mail an die Fachbereiche',
      state: 'done',
      result: { kind: 'schreiben', text: 'Guten Tag, bitte beachten Sie die Frist.', gaps: [], checks: [] },
    });
    const { user, done } = await running({ state: 'done', steps: [read, mail], outcome });
    await user.selectOptions(screen.getByLabelText('Was möchten Sie benutzen?'), mail.title);
    const region = screen.getByRole('region', { name: 'Ergebnis: E-Mail an die Fachbereiche' });
    expect(within(region).getByText(/bitte beachten Sie die Frist/)).toBeTruthy();
    await user.click(button('Einfügen'));
    await settle();
    expect(done).toMatchObject([{ action: 'insert' }]);
    expect(JSON.stringify(done)).toContain('bitte beachten Sie die Frist');
  });

  it('says that no language model had a part in it', async () => {
    await running({ state: 'done', steps: [read], outcome });
    expect(screen.getByText(/Ohne Sprachmodell/)).toBeTruthy();
  });

  it('is said to who cannot see it', async () => {
    const { hear } = await running({ steps: [stepOf()] });
    await hear({ state: 'done', steps: [read], outcome });
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'Ergebnis fertig. 1 Angabe ergänzen.',
    );
  });
});
