import { describe, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import type { Block } from '../../contract/rich.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { blockStream, toBlocks } from './markdown.ts';
import { RichText } from './RichText.tsx';
import { BEACON_HOST, beacons } from './testing/beacons.ts';
import { payloads } from './testing/payloads.ts';
import { unzip } from './testing/unzip.ts';

const inputs = [...payloads, ...beacons];

const TEXT_ELEMENTS = 'p br ul ol li table thead tbody tr th td blockquote hr strong em u s'.split(' ');
const PANE_ELEMENTS = new Set([...TEXT_ELEMENTS, 'div', 'mark', 'h3', 'h4', 'h5', 'h6']);
const PANE_ATTRIBUTES: Record<string, RegExp> = {
  // The class names of makeStyles, which know nothing of the text.
  class: /^[\w -]*$/,
  lang: /^de$/,
  role: /^region$/,
  'aria-label': /^Tabelle$/,
  tabindex: /^(?:0|-1)$/,
  'data-gap': /^\d+$/,
  start: /^\d+$/,
  scope: /^col$/,
};
const HTML_ELEMENTS = new Set([...TEXT_ELEMENTS, 'span', 'h1', 'h2', 'h3', 'h4']);
const HTML_ATTRIBUTES: Record<string, RegExp> = {
  style: /^[a-z0-9#;:,. -]*$/i,
  border: /^1$/,
  cellspacing: /^0$/,
  cellpadding: /^4$/,
  start: /^\d+$/,
};

/** What of a tree is not on the lists: elements by their name, attributes with their value. */
function strangers(
  root: Element,
  elements: ReadonlySet<string>,
  attributes: Record<string, RegExp>,
): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(elements.has(element.localName) ? [] : [`<${element.localName}>`]),
    ...[...element.attributes]
      .filter(({ name, value }) => attributes[name]?.test(value) !== true)
      .map(({ name, value }) => `${name}="${value}"`),
  ]);
}

/** The inputs that something is wrong with, and what. */
const findings = (check: (input: string) => string[]) =>
  inputs.map((input) => ({ input, found: check(input) })).filter(({ found }) => found.length > 0);

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** Every style that `toHtml` has for blocks of ours. */
function ownStyles(): Set<string> {
  const every =
    '# a\n\n## b\n\n### c\n\n#### d\n\np [[Bitte ergänzen: x]]\n\n- l\n  - l\n\n1. l\n\n> q\n\n---\n\n| h |\n|---|\n| c |';
  const styled = parsed(toHtml(toBlocks(every), 'mail')).querySelectorAll('[style]');
  return new Set([...styled].map((element) => element.getAttribute('style') ?? ''));
}

describe('what a model writes', () => {
  it('is tried with at least 200 active payloads and 50 beacons', () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(200);
    expect(new Set(beacons).size).toBeGreaterThanOrEqual(50);
  });

  it('has only elements and attributes of ours in the pane', () => {
    const check = (blocks: Block[]) => {
      const { container } = render(<RichText blocks={blocks} />);
      const found = strangers(container, PANE_ELEMENTS, PANE_ATTRIBUTES);
      cleanup();
      return found;
    };
    expect(findings((input) => check(toBlocks(input)))).toEqual([]);
  });

  it('has only elements and attributes of ours in the pane while it streams', () => {
    const check = (input: string) => {
      const stream = blockStream();
      const { container, rerender } = render(<RichText blocks={[]} />);
      const found = [...input].flatMap((char) => {
        rerender(<RichText blocks={stream.push(char)} />);
        return strangers(container, PANE_ELEMENTS, PANE_ATTRIBUTES);
      });
      cleanup();
      return found;
    };
    // Every seventh, because each is rendered once for every character of it.
    const some = new Set(inputs.filter((_, at) => at % 7 === 0));
    expect(findings((input) => (some.has(input) ? check(input) : []))).toEqual([]);
  });

  it('has only elements, attributes and styles of ours in a mail', () => {
    const styles = ownStyles();
    const check = (input: string) => {
      const { head, body } = parsed(toHtml(toBlocks(input), 'mail'));
      const unknown = [...body.querySelectorAll('[style]')].filter(
        (element) => !styles.has(element.getAttribute('style') ?? ''),
      );
      return [
        ...strangers(body, HTML_ELEMENTS, HTML_ATTRIBUTES),
        ...[...head.children].map(({ localName }) => `head <${localName}>`),
        ...unknown.map((element) => `style="${element.getAttribute('style') ?? ''}"`),
      ];
    };
    expect(findings(check)).toEqual([]);
  });

  it('cannot get out of a document: only words, no field, no link, no relationship to the outside', async () => {
    const parts = await unzip(await toDocx(inputs.flatMap(toBlocks), { title: inputs.join(' ') }));
    const body = parts.xml('word/document.xml');
    const elements = new Set([...body.getElementsByTagName('*')].map(({ tagName }) => tagName));
    const allowed =
      'w:document w:body w:p w:pPr w:pStyle w:numPr w:ilvl w:numId w:ind w:spacing w:jc w:r w:rPr w:t w:br w:b w:bCs w:i w:iCs w:u w:strike w:highlight w:highlightCs w:shd w:pBdr w:bottom w:top w:left w:right w:tbl w:tblPr w:tblW w:tblBorders w:insideH w:insideV w:tblCellMar w:tblGrid w:gridCol w:tr w:trPr w:tblHeader w:cantSplit w:tc w:tcPr w:tcW w:sectPr w:pgSz w:pgMar w:pgNumType w:docGrid'.split(
        ' ',
      );
    expect([...elements].filter((name) => !allowed.includes(name))).toEqual([]);
    const values = [...body.getElementsByTagName('*')]
      .flatMap((element) => [...element.attributes])
      .filter(({ name }) => !name.startsWith('xmlns') && name !== 'mc:Ignorable')
      .map(({ value }) => value);
    expect(values.filter((value) => /[:/<>]|alert|evil|beacon/i.test(value))).toEqual([]);
    for (const name of parts.names.filter((one) => one.endsWith('.rels'))) {
      for (const relation of parts.xml(name).getElementsByTagName('Relationship')) {
        expect(relation.getAttribute('TargetMode')).toBeNull();
        expect(relation.getAttribute('Target')).not.toMatch(/:|alert|evil|beacon/);
      }
    }
    expect(parts.names.filter((name) => /media|embed|vba|activeX|settings\.xml\.rels/i.test(name))).toEqual(
      [],
    );
  });

  it('drops the address of every link and image', () => {
    // An address on the line after its label stays as the text that it is.
    const linked = beacons.filter(
      (input) => /^(?:!?\[|#|-|>|\||\*\*)/.test(input) && !input.includes(']:\n'),
    );
    expect(linked.length).toBeGreaterThan(20);
    expect(linked.filter((input) => toHtml(toBlocks(input)).includes(BEACON_HOST))).toEqual([]);
  });
});
