import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const NARROW_PX = 900;
const STEP_MS = 10_000;
const SELECTION_RESTS_MS = 400;

/** The workspace as a person uses it: by the words they see. */
export class WorkspacePage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests that went anywhere but to the product, and dialogs that opened: both must stay empty. */
  readonly escapes: string[] = [];
  /** What the page complained about. */
  readonly complaints: string[] = [];

  private constructor(page: Page, context: BrowserContext, url: string) {
    this.page = page;
    this.context = context;
    const own = new URL(url).origin;
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (origin !== own && protocol !== 'data:' && protocol !== 'blob:') this.escapes.push(request.url());
    });
    page.on('dialog', (dialog) => {
      this.escapes.push(`dialog ${dialog.type()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(browser: Browser, url: string, width = 1280, height = 900): Promise<WorkspacePage> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      acceptDownloads: true,
    });
    const page = await context.newPage();
    // Shorter than a test may take, so that a failure names the step.
    page.setDefaultTimeout(STEP_MS);
    const workspace = new WorkspacePage(page, context, url);
    await page.goto(url);
    await page.getByRole('heading', { name: 'Arbeitsplatz' }).waitFor();
    return workspace;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  get desk(): Locator {
    return this.page.getByRole('region', { name: 'Arbeitsfläche' });
  }

  /** The document, or the draft of a mail; those of other surfaces wait unseen. */
  get editor(): Locator {
    return this.desk.locator('.ProseMirror[contenteditable="true"]:visible').first();
  }

  /** The pane of the surface that is shown; those of the others wait unseen. */
  get pane(): Locator {
    return this.page.getByRole('region', { name: 'Amtsfeder' });
  }

  get result(): Locator {
    return this.pane.getByRole('region', { name: /^Ergebnis/ });
  }

  /** Shows the document or mail on a narrow screen; there both share the room. */
  async seeDesk(): Promise<void> {
    if (this.#isNarrow()) await this.page.getByRole('tab', { name: /^(Dokument|E-Mail)$/ }).click();
  }

  async seePane(): Promise<void> {
    if (this.#isNarrow()) await this.page.getByRole('tab', { name: 'Amtsfeder' }).click();
  }

  #isNarrow(): boolean {
    return (this.page.viewportSize()?.width ?? 0) < NARROW_PX;
  }

  async openFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.#opened(() => this.page.getByLabel('Datei öffnen').setInputFiles(file));
  }

  async openSample(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Beispiele' }).click();
    await this.#opened(() => this.page.getByRole('menuitem', { name: title }).click());
  }

  /** Until what was opened is on the desk: with the answer alone the pane of the surface before may still be shown. */
  async #opened(choose: () => Promise<void>): Promise<void> {
    const answered = this.page.waitForResponse((response) => response.url().includes('/api/documents'));
    await choose();
    await answered;
    await this.page.getByText(/“ wird gelesen …$/).waitFor({ state: 'hidden' });
  }

  surface(name: 'Word' | 'Outlook lesen' | 'Outlook schreiben'): Promise<void> {
    return this.page.getByRole('tab', { name }).click();
  }

  async task(label: string): Promise<void> {
    await this.seePane();
    const tab = this.pane.getByRole('tab', { name: label, exact: true });
    if (await tab.isVisible()) {
      await tab.click();
      return;
    }
    await this.pane.getByRole('button', { name: 'Mehr Aufgaben' }).click();
    await this.page.getByRole('menuitem', { name: label }).click();
  }

  async start(verb: string): Promise<void> {
    await this.seePane();
    await this.pane
      .getByText(/^Liest/)
      .first()
      .waitFor();
    // A selection is told once it rests; no person gets from the text to the button sooner.
    await this.page.waitForTimeout(SELECTION_RESTS_MS);
    await this.pane.getByRole('button', { name: verb, exact: true }).click();
  }

  /** Waits for the answer to be complete and gives its text. */
  async finished(): Promise<string> {
    await this.pane.getByRole('group', { name: 'Ergebnis verwenden' }).waitFor();
    return this.result.innerText();
  }

  async act(label: string): Promise<void> {
    const group = this.pane.getByRole('group', { name: 'Ergebnis verwenden' });
    // A dialog that closes gives the page back a moment later.
    await group.waitFor();
    const button = group.getByRole('button', { name: label, exact: true });
    if (await button.isVisible()) {
      await button.click();
      return;
    }
    await group.getByRole('button', { name: 'Weitere Möglichkeiten' }).click();
    await this.page.getByRole('menuitem', { name: label }).click();
  }

  /** What the pane says happened. */
  said(text: string | RegExp): Promise<void> {
    return this.pane.getByText(text).first().waitFor();
  }
}
