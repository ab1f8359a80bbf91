import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'htmlparser2';
import { OriginError, manifestsFor, readTemplates, writeManifests } from './manifests.ts';

type Element = Extract<ReturnType<typeof parseDocument>['children'][number], { attribs: unknown }>;

const templates = await readTemplates();
const documents = { word: rootOf(templates.word), outlook: rootOf(templates.outlook) };

/**
 * The order in which children must stand, after Microsoft's schemas OfficeAppManifestV1_1, OfficeAppBasicTypesV1_0,
 * TaskPaneAppVersionOverridesV1_0 and MailAppVersionOverridesV1_0 and V1_1. Office does not load a manifest in any other.
 */
const ORDER: Record<string, string[]> = {
  OfficeApp: (
    'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl ' +
    'AppDomains Hosts Requirements DefaultSettings FormSettings Permissions Rule DisableEntityHighlighting VersionOverrides'
  ).split(' '),
  AppDomains: ['AppDomain'],
  Requirements: ['Sets', 'bt:Sets'],
  Sets: ['Set'],
  'bt:Sets': ['bt:Set'],
  DefaultSettings: ['SourceLocation'],
  FormSettings: ['Form'],
  Form: ['DesktopSettings'],
  DesktopSettings: ['SourceLocation', 'RequestedHeight'],
  Rule: ['Rule'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  Hosts: ['Host'],
  Host: ['Runtimes', 'DesktopFormFactor'],
  Runtimes: ['Runtime'],
  Runtime: ['Override'],
  DesktopFormFactor: ['SupportsSharedFolders', 'GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  ExtensionPoint: ['OfficeTab', 'LaunchEvents', 'SourceLocation'],
  LaunchEvents: ['LaunchEvent'],
  OfficeTab: ['Group'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Icon: ['bt:Image'],
  Action: ['TaskpaneId', 'SourceLocation', 'SupportsPinning'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
  'bt:Images': ['bt:Image'],
  'bt:Urls': ['bt:Url'],
  'bt:ShortStrings': ['bt:String'],
  'bt:LongStrings': ['bt:String'],
};

function rootOf(xml: string): Element {
  const root = parseDocument(xml, { xmlMode: true }).children.find(isElement);
  if (root?.name !== 'OfficeApp') throw new Error('no OfficeApp');
  return root;
}

function isElement(node: { type: string }): node is Element {
  return node.type === 'tag';
}

function childrenOf(element: Element): Element[] {
  return element.children.filter(isElement);
}

function all(element: Element): Element[] {
  return [element, ...childrenOf(element).flatMap(all)];
}

function named(element: Element, name: string): Element[] {
  return all(element).filter((one) => one.name === name);
}

function textIn(element: Element, name: string): string | undefined {
  const found = childrenOf(element).find((one) => one.name === name);
  const text = found?.children[0];
  return text?.type === 'text' ? text.data : undefined;
}

/** The overrides from the outside to the inside, each without the ones nested in it. */
function overridesOf(root: Element): { whole: Element; own: Element[] }[] {
  const whole = childrenOf(root).find((one) => one.name === 'VersionOverrides');
  if (whole === undefined) return [];
  const own = childrenOf(whole)
    .filter((one) => one.name !== 'VersionOverrides')
    .flatMap(all);
  return [{ whole, own }, ...overridesOf(whole)];
}

describe.each(Object.entries(documents))('the manifest for %s', (_name, root) => {
  it('has its elements in the order of the schema', () => {
    for (const element of all(root)) {
      const children = childrenOf(element).map((child) => child.name);
      if (children.length === 0) continue;
      const order = ORDER[element.name];
      expect({ [element.name]: order?.length ?? 0 }).not.toEqual({ [element.name]: 0 });
      const places = children.map((child) => order?.indexOf(child) ?? -1);
      expect({ [element.name]: children.filter((_, index) => (places[index] ?? -1) < 0) }).toEqual({
        [element.name]: [],
      });
      expect({ [element.name]: places }).toEqual({ [element.name]: places.toSorted((a, b) => a - b) });
    }
  });

  it('refers only to resources that are there, and uses all of them', () => {
    for (const { own } of overridesOf(root)) {
      const ids = own
        .filter((one) => /^bt:(Image|Url|String)$/.test(one.name) && one.attribs['id'] !== undefined)
        .map((one) => one.attribs['id']);
      const used = own.map((one) => one.attribs['resid']).filter((id) => id !== undefined);
      expect(new Set(used)).toEqual(new Set(ids));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id?.length).toBeLessThanOrEqual(32);
    }
  });

  it('keeps its strings within the limits of the schema', () => {
    for (const short of named(root, 'bt:ShortStrings').flatMap(childrenOf)) {
      expect(short.attribs['DefaultValue']?.length).toBeLessThanOrEqual(125);
    }
    const long = [
      ...named(root, 'bt:LongStrings').flatMap(childrenOf),
      ...childrenOf(root).filter((one) => one.name === 'Description'),
    ];
    for (const one of long) expect(one.attribs['DefaultValue']?.length).toBeLessThanOrEqual(250);
    expect(named(root, 'DisplayName')[0]?.attribs['DefaultValue']?.length).toBeLessThanOrEqual(125);
  });

  it('has ids of controls that are unique within a form, and a guid of its own', () => {
    for (const { own } of overridesOf(root)) {
      const ids = own
        .filter((one) => one.name === 'Control' || one.name === 'Group')
        .map((one) => one.attribs['id']);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(textIn(root, 'Id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(textIn(documents.word, 'Id')).not.toBe(textIn(documents.outlook, 'Id'));
    expect(textIn(root, 'DefaultLocale')).toBe('de-DE');
  });

  it('shows icons in the sizes that are needed, all of them there', () => {
    for (const icon of named(root, 'Icon')) {
      expect(childrenOf(icon).map((image) => image.attribs['size'])).toEqual(['16', '32', '80']);
    }
    const files = all(root).flatMap(
      (one) => one.attribs['DefaultValue']?.match(/assets\/[\w.-]+\.png$/)?.[0] ?? [],
    );
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      expect(existsSync(fileURLToPath(new URL(`../../addin/${file}`, import.meta.url)))).toBe(true);
    }
  });
});

describe('what the manifests ask for', () => {
  it('is the oldest Word and the least permission that do', () => {
    const [set] = named(documents.word, 'Set');
    expect(set?.attribs).toMatchObject({ Name: 'WordApi', MinVersion: '1.3' });
    expect(textIn(documents.word, 'Permissions')).toBe('ReadWriteDocument');
  });

  it('is the oldest Outlook and the least permission that do', () => {
    const [set] = named(documents.outlook, 'Set');
    expect(set?.attribs).toMatchObject({ Name: 'Mailbox', MinVersion: '1.5' });
    expect(named(documents.outlook, 'bt:Sets').map((one) => one.attribs['DefaultMinVersion'])).toEqual([
      '1.5',
      '1.5',
    ]);
    expect(textIn(documents.outlook, 'Permissions')).toBe('ReadWriteItem');
  });

  it('is a button for reading and one for writing in both versions, pinned and in shared folders in the newer', () => {
    const overrides = overridesOf(documents.outlook);
    expect(overrides.map(({ whole }) => [whole.attribs['xmlns'], whole.attribs['xsi:type']])).toEqual([
      ['http://schemas.microsoft.com/office/mailappversionoverrides', 'VersionOverridesV1_0'],
      ['http://schemas.microsoft.com/office/mailappversionoverrides/1.1', 'VersionOverridesV1_1'],
    ]);
    const count = (name: string) => overrides.map(({ own }) => own.filter((one) => one.name === name).length);
    const buttons = ['MessageReadCommandSurface', 'MessageComposeCommandSurface'];
    expect(
      overrides.map(({ own }) =>
        own.filter((one) => one.name === 'ExtensionPoint').map((one) => one.attribs['xsi:type']),
      ),
    ).toEqual([buttons, [...buttons, 'LaunchEvent']]);
    expect(count('SupportsPinning')).toEqual([0, 2]);
    expect(count('SupportsSharedFolders')).toEqual([0, 1]);
  });
});

describe('what Outlook starts when a mail is sent', () => {
  const [, newer] = overridesOf(documents.outlook);
  const own = newer?.own ?? [];
  const only = (name: string) => {
    const found = own.filter((one) => one.name === name);
    expect(found).toHaveLength(1);
    return found[0]?.attribs ?? {};
  };
  const urlOf = (id: string | undefined) =>
    own.find((one) => one.name === 'bt:Url' && one.attribs['id'] === id)?.attribs['DefaultValue'];

  it('is a page, and for classic Outlook a script', () => {
    expect(urlOf(only('Runtime')['resid'])).toBe('https://localhost:3000/launch.html');
    expect(only('Override')['type']).toBe('javascript');
    expect(urlOf(only('Override')['resid'])).toBe('https://localhost:3000/launch.js');
    const point = own.find((one) => one.attribs['xsi:type'] === 'LaunchEvent');
    expect(point && named(point, 'SourceLocation')[0]?.attribs['resid']).toBe(only('Runtime')['resid']);
  });

  it('may hold a mail back but never for want of us', () => {
    expect(only('LaunchEvent')).toMatchObject({ Type: 'OnMessageSend', SendMode: 'SoftBlock' });
  });

  it('moves to the origin of an installation', () => {
    const { outlook } = manifestsFor('https://ki.example.de', templates);
    expect(outlook).toContain('"https://ki.example.de/launch.html"');
    expect(outlook).toContain('"https://ki.example.de/launch.js"');
  });
});

describe('the manifests for an installation', () => {
  it('have every address on its origin', () => {
    const made = manifestsFor('https://ki.example.de:8443/', templates);
    for (const xml of Object.values(made)) {
      expect(xml).not.toContain('localhost');
      const addresses = [...xml.matchAll(/https?:\/\/[^"<\s]+/g)].map((match) => match[0]);
      const ours = addresses.filter((one) => !/^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//.test(one));
      expect(ours.length).toBeGreaterThan(8);
      for (const one of ours) expect(new URL(one).origin).toBe('https://ki.example.de:8443');
      expect(xml).toContain('<AppDomain>https://ki.example.de:8443</AppDomain>');
      expect(() => rootOf(xml)).not.toThrow();
    }
  });

  it.each([
    'http://ki.example.de',
    'https://ki.example.de/pane.html',
    'https://ki.example.de/?a=b',
    'https://klein:geheim@ki.example.de',
    'ki.example.de',
    'https://',
    '',
    'https://ki.example.de/"><Permissions>',
  ])('are refused for %s', (origin) => {
    expect(() => manifestsFor(origin, templates)).toThrow(OriginError);
  });

  it('are written into a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'amtsfeder-'));
    try {
      const files = await writeManifests('https://ki.example.de', join(folder, 'neu'));
      const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
      expect(files.map((file) => basename(file))).toEqual(['amtsfeder-word.xml', 'amtsfeder-outlook.xml']);
      expect(texts).toEqual(Object.values(manifestsFor('https://ki.example.de', templates)));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
