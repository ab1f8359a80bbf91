import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import { OfficeError } from './office-error.ts';

/** `Word.Application`: documents that are made here and opened end up in a list, as base64. */
export class FakeApplication extends FakeObject<string[]> {
  constructor(context: FakeContext, opened: string[]) {
    super(context, () => opened);
  }

  createDocument(file: string): FakeCreatedDocument {
    return this.made(
      'createDocument',
      (opened) => {
        // Every DOCX is a ZIP.
        if (!atob(file).startsWith('PK')) throw new OfficeError('InvalidArgument');
        return { file, opened };
      },
      (find) => new FakeCreatedDocument(this.context, find),
    );
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}

interface CreatedDocument {
  file: string;
  opened: string[];
}

/** `Word.DocumentCreated`; nothing can be loaded of it, as on the web (office-js #5169). */
class FakeCreatedDocument extends FakeObject<CreatedDocument> {
  open(): void {
    this.change('documentCreated.open', ({ file, opened }) => void opened.push(file));
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}
