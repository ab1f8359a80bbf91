import { MANIFEST_FILES } from './cli/manifests.ts';

export type OfficeApp = 'word' | 'outlook';

/** How an add-in gets into Office on this machine: a tool of Microsoft's does it, or the person by hand. */
export type Sideload =
  { by: 'tool'; command: string; args: string[]; remove: string } | { by: 'hand'; steps: string[] };

/** The tool is fetched when it is needed: it is large, and only developers with Office need it. */
const TOOL = ['--yes', 'office-addin-debugging'];

/**
 * What to do to get the add-in into Word or Outlook.
 * @param platform as in `process.platform`
 */
export function sideloadPlan(app: OfficeApp, platform: NodeJS.Platform): Sideload {
  const manifest = MANIFEST_FILES[app];
  if (app === 'outlook') {
    return {
      by: 'hand',
      steps: [
        'Outlook nimmt Add-ins über das Postfach an, deshalb geht es nur von Hand:',
        '1. Öffnen Sie https://aka.ms/olksideload und melden Sie sich an.',
        '2. Wählen Sie „Meine Add-Ins“, dann „Benutzerdefiniertes Add-In hinzufügen“ und „Aus Datei“.',
        `3. Wählen Sie ${manifest} aus diesem Ordner.`,
        '4. Öffnen Sie eine E-Mail: „Amtsfeder öffnen“ steht im Menüband oder unter „Apps“.',
      ],
    };
  }
  if (platform === 'win32' || platform === 'darwin') {
    return {
      by: 'tool',
      command: 'npx',
      args: [...TOOL, 'start', manifest, 'desktop', '--app', 'word', '--no-debug'],
      remove: `npx ${TOOL.join(' ')} stop ${manifest}`,
    };
  }
  return {
    by: 'hand',
    steps: [
      'Auf diesem Betriebssystem gibt es kein Word für den Schreibtisch. In Word im Web geht es so:',
      '1. Öffnen Sie ein Dokument auf https://word.cloud.microsoft.',
      '2. Wählen Sie „Start“, „Add-Ins“, „Weitere Add-Ins“, „Meine Add-Ins“ und „Mein Add-In hochladen“.',
      `3. Wählen Sie ${manifest} aus diesem Ordner.`,
    ],
  };
}
