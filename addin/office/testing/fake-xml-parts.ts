import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import { FakeResult } from './fake-result.ts';
import { OfficeError } from './office-error.ts';

/** `Word.CustomXmlPartCollection` of a document, whose parts are the strings of a list. */
export class FakeXmlParts extends FakeObject<XmlPart[]> {
  constructor(context: FakeContext, parts: XmlPart[]) {
    super(context, () => parts);
  }

  getByNamespace(namespace: string): FakeScopedXmlParts {
    return new FakeScopedXmlParts(this.context, () => {
      this.context.require('customXmlParts.getByNamespace');
      if (namespace === '') throw new OfficeError('InvalidArgument');
      return this.target().filter((part) => namespaceOf(part.xml) === namespace);
    });
  }

  add(xml: string): FakeXmlPart {
    return this.made(
      'customXmlParts.add',
      (parts) => {
        // Word takes no part with such a declaration (office-js #1643).
        if (namespaceOf(xml) === null || /^<\?xml[^>]*standalone/.test(xml)) {
          throw new OfficeError('InvalidArgument');
        }
        const part = { xml, parts };
        parts.push(part);
        return part;
      },
      (find) => new FakeXmlPart(this.context, find),
    );
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}

export interface XmlPart {
  xml: string;
  parts: XmlPart[];
}

/** `Word.CustomXmlPartScopedCollection`. */
class FakeScopedXmlParts extends FakeObject<XmlPart[]> {
  #items: FakeXmlPart[] | undefined;

  /** Undefined where there is none, as on the web (office-js #6673), against the types. */
  get items(): FakeXmlPart[] | undefined {
    return this.#items;
  }

  override load(names: string): this {
    this.alive();
    this.context.enqueue(() => {
      const parts = this.target();
      if (parts.length === 0) return;
      this.#items = parts.map((part) => new FakeXmlPart(this.context, () => part).load(names));
    });
    return this;
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}

/** `Word.CustomXmlPart`. */
class FakeXmlPart extends FakeObject<XmlPart> {
  get namespaceUri(): string {
    return this.loaded('namespaceUri');
  }

  getXml(): FakeResult<string> {
    return new FakeResult(this.context, () => this.target().xml);
  }

  delete(): void {
    this.change('customXmlPart.delete', (part) => {
      part.parts.splice(part.parts.indexOf(part), 1);
    });
  }

  protected facts({ xml }: XmlPart): Record<string, unknown> {
    return { namespaceUri: namespaceOf(xml) };
  }
}

/** Null where it is no XML. */
function namespaceOf(xml: string): string | null {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  return root.localName === 'parsererror' ? null : (root.namespaceURI ?? '');
}
