import type { Element } from '@xmldom/xmldom';
import type { Block, Run } from '../../contract/rich.ts';
import type { ListNumber } from './numbering.ts';
import { runElements } from './runs.ts';
import type { TemplateStyles } from './template.ts';
import type { Maker } from './xml.ts';

/** Twips by which what belongs to an item of a list, or to a quotation, is moved in for each level. */
const INDENT = 425;

/** The lists of the document. */
export interface Lists {
  bullets(): ListNumber;
  /** A list that begins to count anew. */
  numbers(level: number, start: number): ListNumber;
}

export interface ContentParts {
  make: Maker;
  styles: TemplateStyles;
  /** Style of a plain paragraph. */
  textStyle: string;
  lists: Lists;
  /** Width of a line in twips. */
  width: number;
}

interface Place {
  /** Depth of the list that is around. */
  level: number;
  quotes: number;
}

/** Writes blocks as paragraphs and tables in the styles of a Vorlage. */
export class ContentWriter {
  readonly #parts: ContentParts;

  constructor(parts: ContentParts) {
    this.#parts = parts;
  }

  /** The elements for a place that holds paragraphs; at least one, the last a paragraph. */
  write(blocks: readonly Block[]): Element[] {
    const elements = this.#blocks(blocks, { level: 0, quotes: 0 });
    return elements.length === 0 ? [this.#paragraph([], this.#parts.textStyle)] : elements;
  }

  #blocks(blocks: readonly Block[], place: Place): Element[] {
    return blocks.flatMap((block) => this.#block(block, place));
  }

  #block(block: Block, place: Place): Element[] {
    const { styles, textStyle, make } = this.#parts;
    switch (block.type) {
      case 'heading':
        return [this.#paragraph(block.runs, styles[`heading${block.level}`])];
      case 'paragraph': {
        const quote = place.quotes > 0 ? styles.quote : undefined;
        // The style of a quotation is moved in by itself.
        const steps = place.level + place.quotes - (quote === undefined ? 0 : 1);
        return [this.#paragraph(block.runs, quote ?? textStyle, this.#indent(steps))];
      }
      case 'quote':
        return this.#blocks(block.blocks, { ...place, quotes: place.quotes + 1 });
      case 'list':
        return this.#list(block, place);
      case 'table':
        // Word runs tables together, and into the end of a cell, where no paragraph stands between.
        return block.rows.length === 0 ? [] : [this.#table(block), this.#paragraph([], textStyle)];
      case 'rule': {
        const line = make.w('bottom', { val: 'single', sz: 4, space: 1, color: 'auto' });
        return [this.#paragraph([], textStyle, [make.w('pBdr', {}, [line])])];
      }
    }
  }

  #indent(steps: number): Element[] {
    return steps > 0 ? [this.#parts.make.w('ind', { left: steps * INDENT })] : [];
  }

  #list({ ordered, start, items }: Extract<Block, { type: 'list' }>, place: Place): Element[] {
    const { make, styles, lists } = this.#parts;
    const list = ordered ? lists.numbers(place.level, start) : lists.bullets();
    const style = ordered ? styles.listNumber : styles.listBullet;
    const level = Math.min(place.level, list.levels - 1);
    const inside: Place = { ...place, level: place.level + 1 };
    const moved = place.level - level + place.quotes;
    const number = () => [
      make.w('numPr', {}, [make.w('ilvl', { val: level }), make.w('numId', { val: list.numId })]),
      ...(moved > 0
        ? [make.w('ind', { left: (place.level + place.quotes + 1) * INDENT, hanging: INDENT })]
        : []),
    ];
    return items.flatMap((item) => {
      const [first, ...others] = item;
      const runs = first?.type === 'paragraph' ? first.runs : [];
      const rest = first?.type === 'paragraph' ? others : item;
      return [this.#paragraph(runs, style, number()), ...this.#blocks(rest, inside)];
    });
  }

  #table({ rows, header }: Extract<Block, { type: 'table' }>): Element {
    const { make, styles, textStyle, width } = this.#parts;
    const columns = Math.max(1, ...rows.map((row) => row.length));
    const each = Math.floor(width / columns);
    const flag = (on: boolean) => (on ? 1 : 0);
    const properties = make.w('tblPr', {}, [
      make.w('tblStyle', { val: styles.table }),
      make.w('tblW', { w: each * columns, type: 'dxa' }),
      make.w('tblLook', {
        val: header ? '0420' : '0400',
        firstRow: flag(header),
        lastRow: 0,
        firstColumn: 0,
        lastColumn: 0,
        noHBand: 0,
        noVBand: 1,
      }),
    ]);
    const grid = Array.from({ length: columns }, () => make.w('gridCol', { w: each }));
    const written = rows.map((row, at) => {
      const head = header && at === 0;
      const cells = Array.from({ length: columns }, (_, column) =>
        make.w('tc', {}, [
          make.w('tcPr', {}, [make.w('tcW', { w: each, type: 'dxa' })]),
          this.#paragraph(row[column] ?? [], styles.tableText ?? textStyle),
        ]),
      );
      const rowProperties = make.w('trPr', {}, [make.w('cantSplit'), make.w('tblHeader')]);
      return make.w('tr', {}, [...(head ? [rowProperties] : []), ...cells]);
    });
    return make.w('tbl', {}, [properties, make.w('tblGrid', {}, grid), ...written]);
  }

  /** @param more properties that stand behind the style, in the order of the schema */
  #paragraph(runs: readonly Run[], style: string, more: readonly Element[] = []): Element {
    const { make } = this.#parts;
    const properties = make.w('pPr', {}, [make.w('pStyle', { val: style }), ...more]);
    return make.w('p', {}, [properties, ...runElements(make, runs)]);
  }
}
