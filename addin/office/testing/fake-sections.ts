import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';

/** What stands above and below the text of every page. */
export interface Margins {
  header: string;
  footer: string;
}

/** `Word.Body` of a header or a footer. */
class FakeMargin extends FakeObject<string> {
  get text(): string {
    return this.loaded('text');
  }

  protected facts(text: string): Record<string, unknown> {
    this.context.require('sections');
    return { text };
  }
}

/** `Word.SectionCollection`, of which there is one section. */
export function sectionsOf(context: FakeContext, margins: Margins) {
  return {
    getFirst: () => ({
      getHeader: () => new FakeMargin(context, () => margins.header),
      getFooter: () => new FakeMargin(context, () => margins.footer),
    }),
  };
}
