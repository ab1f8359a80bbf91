import { PROVENANCE_NAMESPACE, fromXml, toXml } from '../output/provenance.ts';
import type { Provenance } from './host.ts';

/**
 * The marks that the document carries; none where their part can't be read as ours.
 * @throws the errors of Office
 */
export async function readProvenances(run: typeof Word.run): Promise<Provenance[]> {
  return run(async (context) => {
    const xml = (await ourParts(context)).map((part) => part.getXml());
    await context.sync();
    return xml.flatMap(({ value }) => fromXml(value));
  });
}

/**
 * Puts marks in the place of those that the document carries; without any the part is taken out.
 * @throws the errors of Office
 */
export async function writeProvenances(run: typeof Word.run, all: readonly Provenance[]): Promise<void> {
  await run(async (context) => {
    const old = await ourParts(context);
    // The new one first, so that a failure in between loses nothing.
    if (all.length > 0) context.document.customXmlParts.add(toXml(all));
    for (const part of old) part.delete();
    await context.sync();
  });
}

async function ourParts(context: Word.RequestContext): Promise<Word.CustomXmlPart[]> {
  const parts = context.document.customXmlParts.getByNamespace(PROVENANCE_NAMESPACE);
  parts.load('namespaceUri');
  await context.sync();
  // On the web there are no items where the namespace has no part (office-js #6673).
  const { items = [] }: { items?: Word.CustomXmlPart[] } = parts;
  // Word has given parts of other namespaces (office-js #227), and what is found here is deleted.
  return items.filter(({ namespaceUri }) => namespaceUri === PROVENANCE_NAMESPACE);
}
