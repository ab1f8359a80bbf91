import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { libraryList } from '../contract/agents/library.ts';
import { runView, type RunView } from '../contract/agents/run.ts';
import type { DemoSignIn } from '../contract/identity.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { noChoice } from '../contract/privacy.ts';
import { noAuthor } from '../contract/tasks/index.ts';
import { startBrowser } from './browser.ts';
import { overflow, seriousFindings } from './findings.ts';
import { demoHeader, liftLimits, type Product, startProduct } from './product.ts';

/** The library in the built product: an agent is built without code, tried, handed in, approved by another person, run. */

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
  await liftLimits(product);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const LETTER = 'Sehr geehrte Damen und Herren,\n\nbitte antworten Sie bis zum 15.01.2027.\n';
const LOOK_MS = 300;

/** The console as somebody of the demo sign-in sees it. */
async function open(role: DemoSignIn['role'], hash: string, width = 1280) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
  // As the demo sign-in remembers it.
  await context.addInitScript(
    (kept) => sessionStorage.setItem('amtsfeder.demo', kept),
    JSON.stringify({ kommune: 'lk-kusel', role }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(new URL(`admin.html${hash}`, product.url).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, complaints };
}

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function addStep(page: Page, kind: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Schritt hinzufügen: Ablauf' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  // The new step is open and has the focus; what is typed now is its title.
  await page.waitForFunction(() => document.activeElement?.id.endsWith('-title'));
  await page.keyboard.type(title);
}

/** Asks the API as somebody of the demo sign-in. */
async function asked(role: DemoSignIn['role'], path: string, body?: object): Promise<unknown> {
  const response = await fetch(new URL(path, product.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: await demoHeader(product, { role }), 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify({ version: CONTRACT_VERSION, ...body }) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Runs an approved agent as Sachbearbeitung, to its end. */
async function runToTheEnd(id: string, text: string): Promise<RunView> {
  const begun = await asked('staff', 'api/agents/runs', {
    agent: { kind: 'library', id },
    model: null,
    author: noAuthor,
    privacy: noChoice,
    inputs: {
      dokument: { kind: 'offen', source: { kind: 'document', title: 'Schreiben', part: 'whole', text } },
    },
  });
  let run = runView.parse(begun);
  while (run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    run = runView.parse(await asked('staff', `api/agents/runs/${run.id}`));
  }
  return run;
}

async function seenByStaff(name: string): Promise<string | null> {
  const list = libraryList.parse(await asked('staff', 'api/library'));
  return list.items.find((item) => item.name === name)?.id ?? null;
}

describe('an agent', () => {
  it('is built without code, tried, handed in, approved by another person, and run', async () => {
    const NAME = 'Fristen notieren';
    const { page, complaints } = await open('local-admin', '#/bibliothek');
    await page.getByRole('table', { name: 'Bibliothek' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Neu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Agent', exact: true }).click();

    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await page.getByRole('textbox', { name: 'Zweck' }).fill('Nennt die Frist eines Schreibens');
    await addStep(page, 'Lesen', 'Angaben');
    const field = page.getByRole('listitem', { name: 'Angabe 1' });
    await field.getByRole('textbox', { name: 'Bezeichnung' }).fill('Frist');
    await field.getByRole('combobox', { name: 'Art der Angabe' }).selectOption('Datum');
    await addStep(page, 'Schreiben', 'Notiz');
    await page
      .getByRole('combobox', { name: 'Wie es entsteht' })
      .selectOption('Fester Text, ohne Sprachmodell');
    // What does not fit is said at the step that it is wrong with.
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Frist: {{ text(angabe.frist) }}');
    await page.getByRole('list', { name: 'Fehler in „Notiz“' }).waitFor();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Frist: {{ text(angaben.frist) }}');
    await page.getByRole('combobox', { name: 'Text aus dem Schritt' }).selectOption('Notiz');

    const trial = page.getByRole('region', { name: 'Ausprobieren' });
    await trial.getByRole('textbox', { name: 'Offenes Dokument oder offene E-Mail' }).fill(LETTER);
    await trial.getByRole('button', { name: 'Probelauf starten' }).click();
    await trial.getByText(/^Fertig\./).waitFor();
    await trial.getByText('Frist: 15.01.2027').first().waitFor();
    await trial.getByText('So wird es gesagt').first().click();
    await trial
      .getByRole('region', { name: /Auftrag und Material/ })
      .first()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await trial.getByRole('button', { name: 'Als Beispiel übernehmen …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByRole('button', { name: 'Agent als Entwurf speichern' }).click();
    await said(page, `„${NAME}“ ist als Entwurf gespeichert.`);
    await trial.getByRole('button', { name: 'Beispiele prüfen' }).click();
    await said(page, 'Alle 1 Beispiele gehen aus wie erwartet.');
    expect(await seenByStaff(NAME)).toBeNull();

    await page.getByRole('link', { name: 'Freigabe', exact: true }).click();
    await page.getByRole('heading', { name: 'Zur Freigabe einreichen' }).waitFor();
    for (const no of await page.getByRole('radio', { name: 'Nein' }).all()) await no.check();
    // Takes effect only after a person has looked at it, and is a use that the Datenschutz decides about.
    await page.getByRole('radio', { name: 'Ja' }).last().check();
    await page.getByRole('radio', { name: 'Ja' }).nth(2).check();
    await page.getByRole('textbox', { name: /Grund der Änderung/ }).fill('Für den Versuch im Haus');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Einreichen' }).click();
    await said(page, /Die Fassung ist eingereicht/);
    const approve = page.getByRole('button', { name: 'Freigeben' });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await said(page, /selbst geschrieben/);
    const id = /bibliothek\/([^/]+)\//.exec(page.url())?.[1] ?? '';

    const other = await open('data-protection', `#/bibliothek/${id}/freigabe`, 320);
    await said(other.page, /Anspruch auf öffentliche Leistungen/);
    expect(await overflow(other.page)).toBe(0);
    await other.page
      .getByRole('textbox', { name: /Grund der Änderung/ })
      .fill('Ein Mensch prüft jedes Ergebnis');
    await other.page.getByRole('button', { name: 'Freigeben' }).click();
    await said(other.page, /Fassung 1 ist freigegeben/);
    expect(await seriousFindings(other.page)).toEqual([]);

    const seen = await seenByStaff(NAME);
    expect(seen).toBe(id);
    const run = await runToTheEnd(id, LETTER);
    expect(run).toMatchObject({ state: 'done', outcome: { as: 'vermerk', text: 'Frist: 15.01.2027' } });
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('that comes with Amtsfeder is copied, changed, and held against the version before and its original', async () => {
    const { page, complaints } = await open('local-admin', '#/bibliothek/telefonnotiz/bearbeiten');
    await said(page, /nur zu lesen/);
    await page.getByRole('button', { name: 'Kopieren …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kopieren' }).click();
    await said(page, /als Entwurf kopiert/);
    await page.getByRole('textbox', { name: 'Zweck' }).fill('Hält ein Gespräch für den Bürgerservice fest');
    await page.getByRole('button', { name: 'Entwurf speichern' }).click();
    await said(page, /Der Entwurf ist gespeichert/);
    await page.getByRole('link', { name: 'Fassungen', exact: true }).click();
    await page.getByRole('button', { name: 'Unterschiede zeigen' }).click();
    const changes = page.getByRole('list', { name: 'Diese Fassung gegenüber dem Original' });
    await changes.getByText('+', { exact: true }).first().waitFor();
    await changes.getByText('−', { exact: true }).first().waitFor();
    await changes.getByText(/Hält ein Gespräch für den Bürgerservice fest/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('can be built in a narrow window, by keyboard alone', async () => {
    const { page, complaints } = await open('local-admin', '#/bibliothek/neu/agent', 320);
    await addStep(page, 'Fragen', 'Zuerst');
    await addStep(page, 'Freigeben', 'Danach');
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: '„Danach“ nach oben' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('„Danach“ ist jetzt Schritt 1 von 2.').waitFor({ state: 'attached' });
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === '„Danach“ nach oben',
    );
    await page.getByRole('button', { name: '„Danach“ entfernen' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === '1. Fragen: Zuerst');
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
