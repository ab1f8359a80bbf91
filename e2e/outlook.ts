import type { Browser } from 'playwright-core';

/**
 * As much of office.js as the pane and its window need to open beside a mail: an Outlook on Exchange 2019. Its windows
 * are the browser's, and speak only to their own origin.
 */
const OUTLOOK = `
  const answer = (value) => (...args) => args.at(-1)({ status: 'succeeded', value });
  const text = 'Bis wann muss ich den Lageplan einreichen?';
  const openWindow = (address, options, opened) => {
    const child = window.open(address + '&_host_Info=Outlook');
    const addEventHandler = (type, hear) =>
      addEventListener('message', ({ data, origin }) => data.type === type && hear({ message: data.message, origin }));
    opened({ status: 'succeeded', value: { close: () => child.close(), addEventHandler } });
  };
  const sets = { Mailbox: 5 };
  window.Office = {
    EventType: { DialogMessageReceived: 'said', DialogEventReceived: 'ended' },
    onReady: (tell) => setTimeout(() => tell({ host: 'Outlook' })),
    context: {
      requirements: { isSetSupported: (name, version) => Number(version.slice(2)) <= (sets[name] ?? -1) },
      ui: {
        displayDialogAsync: openWindow,
        messageParent: (message, { targetOrigin }) => opener.postMessage({ type: 'said', message }, targetOrigin),
      },
      mailbox: {
        userProfile: { displayName: 'Karin Maurer', emailAddress: 'karin.maurer@example.org' },
        addHandlerAsync: answer(),
        item: {
          itemId: 'A', itemType: 'message', subject: 'Bauvoranfrage Flur 12', to: [], cc: [], attachments: [],
          from: { displayName: 'Eva Weber', emailAddress: 'eva.weber@example.org' },
          dateTimeCreated: new Date(0),
          body: { getAsync: (type, ...args) => answer(type === 'html' ? '<p>' + text + '</p>' : text)(...args) },
        },
      },
    },
  };
`;

/**
 * The pane beside a mail.
 * @param more what this Outlook has besides: a script that may change `Office` and `sets`
 */
export async function openInOutlook(browser: Browser, url: string, more = '') {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 320, height: 700 } });
  await context.route('https://appsforoffice.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `${OUTLOOK}${more}` }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(new URL('pane.html', url).href);
  return { context, page };
}
