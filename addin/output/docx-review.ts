import type * as Docx from 'docx';
import { cleanText } from './clean.ts';
import type { DocxComment, PaperBlock, PaperRun, Revision } from './docx-content.ts';

type Signed = Extract<PaperBlock, { type: 'heading' | 'paragraph' }>;

/** A moment as Word writes it: to the second, in UTC. */
function seconds(at: string): string {
  const time = Date.parse(at);
  return `${new Date(Number.isNaN(time) ? 0 : time).toISOString().slice(0, 19)}Z`;
}

function runsIn(blocks: readonly PaperBlock[]): PaperRun[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return block.runs;
      case 'quote':
        return runsIn(block.blocks);
      case 'list':
        return block.items.flatMap(runsIn);
      case 'table':
        return block.rows.flat(2);
      case 'rule':
        return [];
    }
  });
}

/** The paragraphs in their order; null where no break stands between the neighbours. */
function paragraphsIn(blocks: readonly PaperBlock[]): (Signed | null)[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [block];
      case 'quote':
        return paragraphsIn(block.blocks);
      case 'list':
        return block.items.flatMap(paragraphsIn);
      case 'table':
      case 'rule':
        return [null];
    }
  });
}

/** What a reviewer left in a text, in the words of the DOCX library. */
export function review(docx: typeof Docx, blocks: readonly PaperBlock[], comments: readonly DocxComment[]) {
  let lastRevision = 0;
  const signature = ({ author, at }: Revision) => ({
    id: (lastRevision += 1),
    author: cleanText(author),
    date: seconds(at),
  });

  const numbers = new Map(comments.map(({ id }, at) => [id, at]));
  const known = ({ comments: ids = [] }: PaperRun) => ids.filter((id) => numbers.has(id));
  /** In how many runs each comment is still to come. */
  const left = new Map<string, number>();
  for (const id of runsIn(blocks).flatMap(known)) left.set(id, (left.get(id) ?? 0) + 1);
  const opened = new Set<string>();

  const paragraphs = paragraphsIn(blocks);
  const ends = new Map(
    paragraphs.map((block, at) => [block, paragraphs[at + 1]?.breakBefore ?? []] as const),
  );

  return {
    /** A run as text of the document, put in or struck out where a change says so. */
    text(options: Docx.IRunOptions, revision: Revision | undefined): Docx.ParagraphChild {
      if (!revision) return new docx.TextRun(options);
      const signed = { ...options, ...signature(revision) };
      return revision.kind === 'insertion'
        ? new docx.InsertedTextRun(signed)
        : new docx.DeletedTextRun(signed);
    },

    /** A run with the beginnings and ends of its comments; to be called once for each run, in their order. */
    commented(run: PaperRun, content: readonly Docx.ParagraphChild[]): Docx.ParagraphChild[] {
      const ids = known(run);
      const begins = ids.filter((id) => !opened.has(id));
      for (const id of ids) {
        opened.add(id);
        left.set(id, (left.get(id) ?? 0) - 1);
      }
      const numbersOf = (some: string[]) => some.map((id) => numbers.get(id) ?? 0);
      return [
        ...numbersOf(begins).map((id) => new docx.CommentRangeStart(id)),
        ...content,
        ...numbersOf(ids.filter((id) => left.get(id) === 0)).flatMap((id) => [
          new docx.CommentRangeEnd(id),
          new docx.TextRun({ children: [new docx.CommentReference(id)] }),
        ]),
      ];
    },

    /** The break behind a paragraph, which Word keeps with the mark at its end. */
    mark(block: PaperBlock | null): Pick<Docx.IParagraphOptions, 'run'> {
      const revisions = ends.get(block as Signed | null) ?? [];
      if (revisions.length === 0) return {};
      return { run: Object.fromEntries(revisions.map((one) => [one.kind, signature(one)])) };
    },

    comments: comments.map(({ id, author, at, text }) => ({
      id: numbers.get(id) ?? 0,
      author: cleanText(author),
      initials: cleanText(author).slice(0, 1),
      date: new Date(seconds(at)),
      children: cleanText(text)
        .split('\n')
        .map((line) => new docx.Paragraph(line)),
    })),
  };
}
