import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { answerOf, card, partOf, said } from './testing/cards.ts';
import { button, openPane, result, settle } from './testing/open-pane.tsx';

/** Nachschlagen. */

afterEach(cleanup);

const question = () => screen.getByRole('textbox', { name: /^Ihre Frage/ });

async function asked(change: Parameters<typeof answerOf>[0] = {}, skills = {}) {
  const opened = await openPane('document', 'lookup', {}, skills);
  await opened.user.type(question(), 'Wer genehmigt eine Dienstreise?');
  await opened.user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  const answer = answerOf(change);
  act(() => opened.last().finish({ text: 'Antwort [1].', answer }));
  await settle();
  return { ...opened, answer };
}

describe('a question', () => {
  it('stands for itself although a document is open, and asks everywhere', async () => {
    const { last } = await asked();
    expect(last().call).toMatchObject({
      task: 'lookup',
      input: {
        source: { kind: 'nothing' },
        question: 'Wer genehmigt eine Dienstreise?',
        scope: { collections: null, kinds: null, on: null, old: false },
        broaden: true,
      },
    });
  });

  it('may be empty where the open document asks, and only there', async () => {
    const { user, calls, last } = await openPane('document', 'lookup');
    await user.click(button('Nachschlagen'));
    expect(await screen.findByText('Bitte schreiben Sie Ihre Frage.')).toBeTruthy();
    expect(calls).toHaveLength(0);
    await user.click(screen.getByRole('checkbox', { name: 'Auf das geöffnete Dokument beziehen' }));
    await user.click(button('Nachschlagen'));
    await settle();
    expect(last().call.input).toMatchObject({ source: { kind: 'document' }, question: '' });
  });

  it('tells who can add a collection where there is none', async () => {
    await openPane('document', 'lookup');
    expect(await screen.findByText(/Die Administration Ihrer Kommune kann eine anlegen/)).toBeTruthy();
  });
});

describe('an answer', () => {
  it('shows what was found before the first statement', async () => {
    const { user, last } = await openPane('document', 'lookup');
    await user.type(question(), 'Reise?');
    await user.click(button('Nachschlagen'));
    await settle();
    act(() => last().say({ type: 'sources', cards: [card(1)], enough: true }));
    expect(await within(result()).findByText('[1] Dienstanweisung Dienstreisen')).toBeTruthy();
    expect(within(result()).getByText('Gefundene Stellen')).toBeTruthy();
  });

  it('says what each statement rests on, and what the source is', async () => {
    await asked();
    expect(await within(result()).findByText('Dienstreisen genehmigt die Fachbereichsleitung.')).toBeTruthy();
    expect(within(result()).getByRole('button', { name: 'belegt · [1] Stelle zeigen' })).toBeTruthy();
    expect(within(result()).getByText('§ 4 Genehmigung · S. 7')).toBeTruthy();
    expect(within(result()).getByText('gilt seit 01.03.2024')).toBeTruthy();
    expect(result().querySelector('mark')?.textContent).toBe('Dienstreise');
  });

  it('goes into the document with footnotes, or as the person has chosen', async () => {
    const { user, done, memory } = await asked();
    await user.click(button('Einfügen'));
    await settle();
    expect(done[0]?.result.blocks).toEqual([
      {
        type: 'paragraph',
        runs: [
          {
            text: said.text,
            marks: [],
            note: 'Dienstanweisung Dienstreisen, § 4 Genehmigung, S. 7, gilt seit 01.03.2024',
          },
        ],
      },
    ]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Quellen' }), 'weglassen');
    expect(memory.remembered().citing).toBe('none');
    await user.click(button('Einfügen'));
    await settle();
    expect(done[1]?.result.blocks).toEqual([{ type: 'paragraph', runs: [{ text: said.text, marks: [] }] }]);
  });

  it('says calmly that there is none, where was looked and whom to ask', async () => {
    await asked({
      outcome: 'not-found',
      statements: [],
      contacts: [
        { collection: 'Personal', name: 'Fachbereich 1', phone: '06381 424-0', email: 'fb1@example.org' },
      ],
    });
    expect(await within(result()).findByText('Keine Fundstelle')).toBeTruthy();
    expect(within(result()).getByText(/in allen Sammlungen, die Sie lesen dürfen/)).toBeTruthy();
    expect(within(result()).getByText('Fachbereich 1 · 06381 424-0 · fb1@example.org')).toBeTruthy();
    expect(result().querySelector('a')).toBeNull();
    expect(button('Frage ändern')).toBeTruthy();
  });

  it('puts what contradicts itself next to each other, with its days', async () => {
    const older = card(2, {
      document: { ...card(2).document, validFrom: '2019-01-01', validTo: '2024-02-29', old: true },
    });
    await asked({ cards: [card(1), older], conflicts: [{ cards: [1, 2], about: 'Wer genehmigt' }] });
    expect(
      await within(result()).findByText('Wer genehmigt – [1] ist neuer: 01.03.2024 gegenüber 01.01.2019.'),
    ).toBeTruthy();
    expect(within(result()).getAllByText('ersetzt, galt bis 29.02.2024').length).toBeGreaterThan(0);
  });

  it('leaves the words of a document words', async () => {
    const text = '<img src=x onerror=alert(1)> <script>alert(1)</script> [hier](javascript:alert(1))';
    await asked({ cards: [card(1, { text, marks: [] })] });
    await within(result()).findByText(/hier/);
    expect(result().querySelector('img, script, a')).toBeNull();
  });
});

describe('a source', () => {
  it('opens at its place with the passage marked, and gives the focus back', async () => {
    const { user, parts } = await asked();
    const show = await within(result()).findByRole('button', { name: 'belegt · [1] Stelle zeigen' });
    await user.click(show);
    const dialog = await screen.findByRole('dialog', { name: 'Dienstanweisung Dienstreisen' });
    expect(parts[0]?.place).toEqual({ around: 11 });
    act(() => parts[0]?.come(partOf(card(1))));
    expect((await within(dialog).findByText('genehmigt die Fachbereichsleitung vor Antritt')).tagName).toBe(
      'MARK',
    );
    expect(within(dialog).getByRole('heading', { name: '§ 4 Genehmigung · S. 7' })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Frühere Abschnitte' }));
    expect(parts[1]?.place).toEqual({ from: 0 });
    await user.click(within(dialog).getByRole('button', { name: 'Schließen' }));
    await settle();
    expect(document.activeElement).toBe(show);
  });

  it('opens the PDF at its page where the host can', async () => {
    const shown: (number | null)[] = [];
    const showPdf = (_file: Promise<Blob>, page: number | null) => Promise.resolve(shown.push(page) > 0);
    const { user, parts } = await asked({}, { showPdf });
    await user.click(await within(result()).findByRole('button', { name: 'Im Dokument zeigen' }));
    await screen.findByRole('dialog');
    act(() => parts[0]?.come(partOf(card(1))));
    await user.click(await screen.findByRole('button', { name: 'Original öffnen' }));
    expect(shown).toEqual([7]);
  });

  it('says why it cannot be shown, and lets try again', async () => {
    const { user, parts } = await asked();
    await user.click(await within(result()).findByRole('button', { name: 'Im Dokument zeigen' }));
    await screen.findByRole('dialog');
    act(() => parts[0]?.fail('not_found'));
    await user.click(await screen.findByRole('button', { name: 'Erneut versuchen' }));
    expect(parts).toHaveLength(2);
  });
});

describe('a reply', () => {
  it('draws on the knowledge only when it is switched on, and remembers that', async () => {
    const { user, last, memory } = await openPane('document');
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.input).not.toHaveProperty('knowledge');
    await user.keyboard('{Escape}');
    await settle();
    await user.click(await screen.findByRole('switch', { name: 'Internes Wissen einbeziehen' }));
    expect(memory.remembered().drawsOnKnowledge).toBe(true);
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.input).toHaveProperty('knowledge.collections', null);
    act(() => last().finish({ text: 'Die Leitung genehmigt [1].', sources: [card(1)] }));
    expect(await within(result()).findByText('[1] Dienstanweisung Dienstreisen')).toBeTruthy();
  });
});

describe('an FAQ', () => {
  it('is proposed without what is not proven', async () => {
    const { user, last, collections, proposals } = await openPane('document', 'summarise');
    collections.push({
      id: card(1).collection.id,
      name: 'Personal',
      description: '',
      verbund: false,
      documents: 3,
      dataClass: 'internal',
      contact: { name: '', email: '', phone: '' },
    });
    await user.click(button('Zusammenfassen'));
    await settle();
    const statements = [
      { ...said, card: undefined, section: 'Wer genehmigt?' },
      { id: 1, section: 'Was kostet es?', text: 'Nichts.', evidence: { state: 'unproven' as const } },
    ].map(({ card: _card, ...statement }: typeof said) => statement);
    act(() => last().finish({ text: 'FAQ', summary: { layout: 'faq', statements, dueDates: [] } }));
    await user.click(await screen.findByRole('button', { name: 'Als FAQ vorschlagen …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Als FAQ vorschlagen' });
    await within(dialog).findByRole('combobox', { name: 'Sammlung' });
    await user.click(within(dialog).getByRole('button', { name: 'Vorschlagen' }));
    expect(await screen.findByText(/1 Eintrag ist für „Personal“ vorgeschlagen/)).toBeTruthy();
    expect(proposals[0]?.entries.map(({ question: one }) => one)).toEqual(['Wer genehmigt?']);
  });
});
