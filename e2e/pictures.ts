import { fileURLToPath } from 'node:url';
import { startScriptedProvider } from '../backend/models/testing/scripted-provider.ts';
import { startBrowser } from './browser.ts';
import { outsideModel } from './outside-model.ts';
import { startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Takes the pictures of README and docs anew, from the built product with its samples: `npm run pictures`. */

const folder = fileURLToPath(new URL('../docs/bilder/', import.meta.url));
const [browser, product, provider] = await Promise.all([
  startBrowser(),
  startProduct(),
  startScriptedProvider(),
]);
const outside = await startProduct(await outsideModel(provider.openaiURL, 'ChatGPT'));

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

await browser.close();
await product.stop();
await outside.stop();
await provider.close();
