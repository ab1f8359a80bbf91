import { fileURLToPath } from 'node:url';
import { adminItem } from '../contract/agents/library.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { startScriptedProvider } from '../backend/models/testing/scripted-provider.ts';
import { startBrowser } from './browser.ts';
import { outsideModel } from './outside-model.ts';
import { fillCollection, sample } from './collections.ts';
import { demoHeader, liftLimits, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Takes the pictures of README and docs anew, from the built product with its samples: `npm run pictures`. */

const folder = fileURLToPath(new URL('../docs/bilder/', import.meta.url));
const [browser, product, provider] = await Promise.all([
  startBrowser(),
  startProduct(),
  startScriptedProvider(),
]);
const outside = await startProduct(await outsideModel(provider.openaiURL, 'ChatGPT'));

await liftLimits(product);
const collection = await fillCollection(
  product,
  'Personal',
  [
    {
      name: 'dienstreisen.md',
      content: `# Dienstanweisung Dienstreisen

## § 4 Genehmigung

Eine Dienstreise genehmigt die Fachbereichsleitung schriftlich. Der Antrag ist spätestens zwei Wochen vorher zu stellen.
`,
      kind: 'regulation',
      validFrom: '2024-03-01',
    },
    {
      name: 'rundschreiben-dienstreisen.md',
      content: `# Rundschreiben Dienstreisen

## 2. Genehmigung

Eine Dienstreise genehmigt die Fachbereichsleitung elektronisch. Der Antrag ist spätestens eine Woche vorher zu stellen.
`,
      kind: 'circular',
      validFrom: '2026-02-01',
    },
    {
      name: 'homeoffice.pdf',
      content: await sample('dienstanweisung.pdf'),
      kind: 'regulation',
      validFrom: '2025-01-01',
    },
    {
      name: 'homeoffice-kopie.pdf',
      content: await sample('dienstanweisung.pdf'),
      kind: 'regulation',
      validFrom: '2025-01-01',
    },
    { name: 'unvollstaendig.pdf', content: '%PDF-1.7', kind: 'regulation', validFrom: '2025-01-01' },
  ],
  'Dienstanweisungen und Rundschreiben der Personalstelle',
);

async function picture(
  name: string,
  width: number,
  height: number,
  work: (page: WorkspacePage) => Promise<void>,
  { url } = product,
) {
  const workspace = await WorkspacePage.open(browser, url, width, height);
  await work(workspace);
  // A message that something was opened or inserted comes and goes; the picture is of the rest.
  await workspace.page.waitForTimeout(1_000);
  await workspace.page.screenshot({ path: `${folder}${name}.png` });
  await workspace.close();
}

const reply = async (workspace: WorkspacePage) => {
  await workspace.openSample('Anfrage eines Bürgers');
  await workspace.seePane();
  await workspace.pane
    .getByRole('textbox', { name: 'Was soll drinstehen?' })
    .fill(
      'Für Carports bis 50 m² gilt Genehmigungsfreiheit nur mit Grenzabstand\nLageplan und Baubeschreibung bitte einreichen',
    );
  await workspace.start('Entwurf erstellen');
  await workspace.finished();
};

await picture('arbeitsplatz-mail', 1280, 800, reply);
await picture('aufgabenbereich-320', 320, 640, reply);
await picture('arbeitsplatz-rundschreiben', 1280, 800, async (workspace) => {
  await workspace.openSample('Rundschreiben des Landkreises');
  await workspace.task('Zusammenfassen');
  await workspace.pane.getByLabel('Zusammenfassen als').selectOption({ label: 'Rundschreiben' });
  await workspace.start('Zusammenfassen');
  await workspace.finished();
});
await picture('arbeitsplatz-dunkel', 1280, 800, async (workspace) => {
  await workspace.page.emulateMedia({ colorScheme: 'dark' });
  await workspace.openSample('Text aus einem Bescheid');
  await workspace.editor.locator('p').nth(3).click({ clickCount: 3 });
  await workspace.task('Umschreiben');
  await workspace.start('Umschreiben');
  await workspace.finished();
  await workspace.pane.getByRole('button', { name: /übernehmen$/ }).click();
  await workspace.said(/übernommen/);
});
await picture('aufgabenbereich-pruefen', 1280, 800, async (workspace) => {
  await workspace.openSample('Brief einer Firma');
  await workspace.task('Prüfen');
  await workspace.pane.getByLabel('Prüfen als').selectOption({ label: 'Brief' });
  await workspace.pane.getByRole('button', { name: 'Prüfen', exact: true }).click();
  await workspace.said(/^Brief: /);
});

const preview = async (workspace: WorkspacePage) => {
  await workspace.openSample('Anfrage eines Bürgers');
  await workspace.seePane();
  await workspace.pane.getByText(/^Liest/).waitFor();
  await workspace.pane.getByRole('button', { name: 'Vorschau', exact: true }).click();
  const name = workspace.page.getByRole('button', { name: /, dahinter: Jonas Mustermeier$/ });
  await name.first().focus();
};
await picture('was-verlaesst-das-haus', 1280, 800, preview, outside);
await picture('was-verlaesst-das-haus-320', 320, 640, preview, outside);

const lookUp = async (workspace: WorkspacePage) => {
  await workspace.openSample('Text aus einem Bescheid');
  await workspace.task('Nachschlagen');
  await workspace.pane
    .getByRole('textbox', { name: /^Ihre Frage/ })
    .fill('Bis wann ist der Antrag auf eine Dienstreise zu stellen?');
  await workspace.start('Nachschlagen');
  await workspace.finished();
};
await picture('nachschlagen', 1280, 800, lookUp);
await picture('nachschlagen-dunkel-320', 320, 640, async (workspace) => {
  await workspace.page.emulateMedia({ colorScheme: 'dark' });
  await lookUp(workspace);
});

const agent = async (workspace: WorkspacePage) => {
  await workspace.openSample('Rundschreiben des Landkreises');
  await workspace.task('Agenten');
  const names = workspace.pane.getByRole('button', { name: 'Rundschreiben auswerten', exact: true });
  // Above the agents are the runs that were begun.
  await names.last().click();
  await workspace.start('Agent starten');
  await workspace.pane.getByRole('textbox', { name: 'Wiedervorlage am' }).waitFor();
};
await picture('agenten-320', 320, 640, async (workspace) => {
  await workspace.openSample('Rundschreiben des Landkreises');
  await workspace.task('Agenten');
  await workspace.pane.getByRole('searchbox').fill('Welche Fristen laufen?');
  await workspace.page.waitForTimeout(1_500);
});
await picture('agent-lauf', 1280, 900, async (workspace) => {
  await agent(workspace);
  await workspace.pane.getByRole('button', { name: 'Fristen lesen' }).click();
});
await picture('agent-lauf-dunkel-320', 320, 640, async (workspace) => {
  await workspace.page.emulateMedia({ colorScheme: 'dark' });
  await agent(workspace);
});

/** A page of the console, as the Fachadministration sees it. */
async function consolePicture(name: string, place: string) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
  // As the demo sign-in remembers it.
  await context.addInitScript(
    (kept) => sessionStorage.setItem('amtsfeder.demo', kept),
    JSON.stringify({ kommune: 'lk-kusel', role: 'local-admin' }),
  );
  const page = await context.newPage();
  await page.goto(new URL(`admin.html#/${place}`, product.url).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(1_000);
  // A heading has the focus only because the page was opened at it.
  await page.mouse.click(1_270, 790);
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
}
/** A copy of a shipped agent, which its Kommune may change. @returns its id */
async function copied(id: string): Promise<string> {
  const response = await fetch(new URL(`api/admin/library/${id}/copy`, product.url), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: await demoHeader(product, { role: 'local-admin' }),
    },
    body: JSON.stringify({ version: CONTRACT_VERSION, owner: 'kommune' }),
  });
  return adminItem.parse(await response.json()).card.id;
}

await consolePicture('verwaltung-sammlungen', 'sammlungen');
await consolePicture('verwaltung-importe', `sammlungen/${collection}/importe`);
await consolePicture('verwaltung-bibliothek', 'bibliothek');
await consolePicture('verwaltung-agent', `bibliothek/${await copied('rundschreiben-auswerten')}/bearbeiten`);
await consolePicture('verwaltung-pflege', `sammlungen/${collection}/pflege`);

await browser.close();
await product.stop();
await outside.stop();
await provider.close();
