import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type ScriptedProvider, startScriptedProvider } from '../backend/models/testing/scripted-provider.ts';
import { startBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** A language model's answer as a person meets it: streaming, stopping, refining, failing. */

let browser: Browser;
let product: Product;
let provider: ScriptedProvider;
let workspace: WorkspacePage;

beforeAll(async () => {
  provider = await startScriptedProvider();
  [browser, product] = await Promise.all([
    startBrowser(),
    startProduct({
      OPENAI_API_KEY: 'x',
      OPENAI_BASE_URL: provider.openaiURL,
      GEMINI_API_KEY: 'x',
      GEMINI_BASE_URL: provider.url,
      MODEL_IDLE_SECONDS: '1',
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await provider.close();
});
beforeEach(async () => {
  provider.requests.length = 0;
  workspace = await WorkspacePage.open(browser, product.url);
  await workspace.openSample('Anfrage eines Bürgers');
  await workspace.pane.getByText(/^Liest: „/).waitFor();
});
afterEach(async () => {
  await workspace.close();
  expect(workspace.complaints).toEqual([]);
});

const letter = `Guten Tag Marlene Quast,

vielen Dank für Ihre E-Mail vom 19.11.2026.

1. Der Antrag zählt ab dem **Monat des Eingangs**.
2. [[Bitte ergänzen: Antwort zu den Kontoauszügen]]

| Frage | Antwort |
|---|---|
| E-Mail | ja |

Mit freundlichen Grüßen`;

describe('an answer', () => {
  it('streams with its form, says who wrote it, and counts what is missing', async () => {
    provider.script({ kind: 'answer', text: letter, chunks: 30, delayMs: 10 });
    await workspace.start('Entwurf erstellen');
    const text = await workspace.finished();
    expect(text).not.toMatch(/\*\*|\|---/);
    expect(await workspace.result.locator('ol li').count()).toBe(2);
    expect(await workspace.result.locator('strong').innerText()).toBe('Monat des Eingangs');
    expect(await workspace.result.locator('table').count()).toBe(1);
    await workspace.said('1 Angabe ergänzen');
    await workspace.said(/KI-Entwurf · gpt-5-mini/);
  });

  it('can be stopped; what was written stays', async () => {
    provider.script({ kind: 'answer', text: letter, chunks: 60, delayMs: 100 });
    await workspace.start('Entwurf erstellen');
    await workspace.result.getByText('Guten Tag').waitFor();
    await workspace.pane.getByRole('button', { name: 'Stopp' }).click();
    await workspace.said(/Angehalten/);
    expect(await workspace.result.innerText()).toContain('Guten Tag');
    expect(await provider.requests[0]?.closed).toMatchObject({ early: true });
  });

  it('is refined with the earlier one as context, and every version can be reached', async () => {
    provider.script({ kind: 'answer', text: 'Erste Fassung.' }, { kind: 'answer', text: 'Zweite, kürzer.' });
    await workspace.start('Entwurf erstellen');
    await workspace.finished();
    await workspace.pane.getByRole('button', { name: 'kürzer' }).click();
    await workspace.result.getByText('Zweite, kürzer.').waitFor();
    const { messages } = JSON.parse(provider.requests[1]?.body ?? '{}') as {
      messages: { role: string; content: string }[];
    };
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages[2]?.content).toBe('Erste Fassung.');
    await workspace.pane.getByRole('button', { name: 'Vorige Fassung' }).click();
    expect(await workspace.result.innerText()).toContain('Erste Fassung.');
  });

  it('that breaks off keeps its text and offers to try again', async () => {
    provider.script(
      { kind: 'answer', text: letter, chunks: 30, fault: { at: 2_000, how: 'stall' } },
      { kind: 'answer', text: 'Jetzt aber.' },
    );
    await workspace.start('Entwurf erstellen');
    await workspace.said(/mitten in der Antwort aufgehört/);
    expect(await workspace.result.innerText()).toContain('Guten Tag');
    await workspace.pane
      .getByRole('button', { name: /versuchen/ })
      .first()
      .click();
    await workspace.result.getByText('Jetzt aber.').waitFor();
  });

  it('comes from the next model when the first is down, and the person is told', async () => {
    provider.script(
      { kind: 'status', status: 401 },
      { kind: 'answer', text: 'Von Gemini.', chunks: 4, delayMs: 300 },
    );
    await workspace.start('Entwurf erstellen');
    await workspace.finished();
    await workspace.said(/KI-Entwurf · Gemini \(statt gpt-5-mini\)/);
    expect(await workspace.result.innerText()).toContain('Von Gemini.');
  });

  it('goes on when the person looks at another task, and is found again', async () => {
    provider.script({ kind: 'answer', text: letter, chunks: 20, delayMs: 60 });
    await workspace.start('Entwurf erstellen');
    await workspace.result.getByText('Guten Tag').waitFor();
    await workspace.task('Vermerk');
    await workspace.task('Antworten');
    expect(await workspace.finished()).toContain('Mit freundlichen Grüßen');
  });
});

describe('what goes wrong', () => {
  it('a revoked key on every model is said in German, with the text kept', async () => {
    provider.script({ kind: 'status', status: 401, echo: true });
    await workspace.pane.getByRole('textbox', { name: 'Was soll drinstehen?' }).fill('Mein Stichpunkt');
    await workspace.start('Entwurf erstellen');
    await workspace.said(/Zugangsschlüssel abgelehnt/);
    expect(await workspace.pane.innerText()).not.toMatch(/401|Unauthorized|undefined/);
    await workspace.pane
      .getByRole('button', { name: 'Auftrag bearbeiten' })
      .or(workspace.pane.getByRole('textbox', { name: 'Was soll drinstehen?' }))
      .first()
      .click();
    expect(await workspace.pane.getByRole('textbox', { name: 'Was soll drinstehen?' }).inputValue()).toBe(
      'Mein Stichpunkt',
    );
  });

  it('a lost connection is said in German, and nothing is lost', async () => {
    await workspace.pane.getByRole('textbox', { name: 'Was soll drinstehen?' }).fill('Mein Stichpunkt');
    await workspace.context.setOffline(true);
    await workspace.start('Entwurf erstellen');
    await workspace.said(/nicht erreichbar/);
    await workspace.context.setOffline(false);
    provider.script({ kind: 'answer', text: 'Wieder da.' });
    await workspace.pane
      .getByRole('button', { name: /versuchen/ })
      .first()
      .click();
    await workspace.result.getByText('Wieder da.').waitFor();
  });

  it.each<[string, { name: string; mimeType: string; buffer: Buffer }, RegExp]>([
    [
      'an empty file',
      { name: 'leer.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      /keinen lesbaren Text/,
    ],
    [
      'a binary file',
      {
        name: 'bild.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 256)),
      },
      /Dateiformat|lesen/,
    ],
    [
      'a broken Word file',
      {
        name: 'kaputt.docx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('PK\u0003\u0004kaputt'),
      },
      /beschädigt/,
    ],
    [
      'an encrypted Word file',
      {
        name: 'geheim.docx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(2000),
          Buffer.from('EncryptedPackage', 'utf16le'),
          Buffer.alloc(600),
        ]),
      },
      /Kennwort|gelesen/,
    ],
  ])('%s is named as such, and what is open stays', async (_what, file, expected) => {
    await workspace.openFile(file);
    await workspace.page.getByText(expected).first().waitFor();
    expect(await workspace.desk.innerText()).toContain('Ihre Anfrage zum Carport');
  });

  it('a text in an old encoding is read', async () => {
    await workspace.openFile({
      name: 'alt.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Straße und Gebühr über 12 €'.replace('€', '\u0080'), 'latin1'),
    });
    await workspace.desk.getByText('Straße und Gebühr über 12 €').waitFor();
  });
});
