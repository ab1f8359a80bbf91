import { needsText, outlookFeatures, wordFeatures } from './requirements.ts';
import type { Requirement, WordSet } from './requirements.ts';

/** A program as an administrator knows it, with the highest version of each requirement set that is certain. */
interface Product<Set extends string> {
  name: string;
  /** A set that it doesn't have is left out. */
  has: Readonly<Partial<Record<Set, string>>>;
}

/**
 * After "Word JavaScript API requirement sets" of Microsoft's reference (office-js-docs-reference, 2024 and 2025): 1.9
 * from version 2411, Desktop 1.4 from version 2508 (Mac 16.100); volume licences are frozen at 1.8 and Desktop 1.1 with
 * Office 2024 (version 2408), at 1.3 with Office 2019 and 2021.
 */
const wordProducts: readonly Product<WordSet>[] = [
  { name: 'Microsoft 365', has: { WordApi: '1.9', WordApiDesktop: '1.4' } },
  { name: 'LTSC 2024', has: { WordApi: '1.8', WordApiDesktop: '1.1' } },
  { name: 'LTSC 2021', has: { WordApi: '1.3' } },
  { name: 'Web', has: { WordApi: '1.9' } },
  { name: 'Mac', has: { WordApi: '1.9', WordApiDesktop: '1.4' } },
];

/**
 * After "Outlook JavaScript API requirement sets" of the same reference. Exchange 2016, 2019 and SE offer 1.5 whatever
 * Outlook stands before them; a client may have more, which the program says itself when it runs.
 */
const outlookProducts: readonly Product<'Mailbox'>[] = [
  { name: 'Microsoft 365', has: { Mailbox: '1.14' } },
  { name: 'LTSC 2024', has: { Mailbox: '1.14' } },
  { name: 'LTSC 2021', has: { Mailbox: '1.9' } },
  { name: 'Web', has: { Mailbox: '1.14' } },
  { name: 'Mac', has: { Mailbox: '1.13' } },
  { name: 'Exchange on-premises', has: { Mailbox: '1.5' } },
];

/** What works where, as the Markdown of `docs/versionen.md`. */
export function versionsTable(): string {
  return [
    '## Word',
    '',
    ...rows(Object.values(wordFeatures), wordProducts),
    '',
    '## Outlook',
    '',
    ...rows(Object.values(outlookFeatures), outlookProducts),
  ].join('\n');
}

function rows<Set extends string>(
  features: readonly Requirement<Set>[],
  products: readonly Product<Set>[],
): string[] {
  const head = ['Funktion', 'braucht', ...products.map(({ name }) => name), 'wo es fehlt'];
  const sets = products.map(({ has }) =>
    Object.entries(has)
      .map(([set, version]) => `${set} ${String(version)}`)
      .join(', '),
  );
  return [
    head,
    head.map(() => '---'),
    ...features.map((feature) => [
      feature.name,
      needsText(feature),
      ...products.map((product) => answer(feature, product)),
      feature.missing.text,
    ]),
    ['höchster Anforderungssatz', '', ...sets, ''],
  ].map((cells) => `| ${cells.join(' | ')} |`);
}

function answer<Set extends string>(feature: Requirement<Set>, product: Product<Set>): string {
  const has = product.has[feature.set];
  if (has !== undefined && isAtLeast(has, feature.version)) return 'ja';
  return feature.missing.way === 'fallback' ? 'ersatzweise' : 'nein';
}

/** Versions are compared number by number: 1.14 is newer than 1.9. */
function isAtLeast(has: string, needed: string): boolean {
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
