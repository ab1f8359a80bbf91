import { checkAttachmentNamed } from '../checks/attachment-named.ts';
import { readable } from '../text/sentences.ts';
import { advice, gap, insert, lacking, MAX_SAME, placeOf, type Rule } from './finding.ts';
import { bodyOf, type FormLine, type FormText } from './form-text.ts';

const NUMBERED_ANNEX = /(?<!\p{L})Anlagen? (\d{1,2})(?![\d.]*\d)/gu;

/** The annexes that are listed; "Anlage: Merkblatt" lists one. */
export function listedAnnexes({ lines, annexTitle }: FormText): FormLine[] {
  if (!annexTitle) return [];
  const beside = annexTitle.text.replace(/^[^:]*:?\s*/u, '');
  const below: FormLine[] = [];
  for (const line of lines.slice(annexTitle.at + 1, annexTitle.at + 60)) {
    const isNext =
      line.kind === 'heading' || /^(?:Verteiler|Mitzeichnung|Nachrichtlich)(?!\p{L})/iu.test(line.text);
    if (isNext) break;
    below.push(line);
  }
  return beside === '' ? below : [{ ...annexTitle, text: beside }, ...below];
}

/** The first line of the text that says that something is enclosed. */
export function enclosing(body: FormLine[]): FormLine | null {
  return (
    body.find(
      ({ text, kind }) =>
        kind !== 'row' &&
        /anlage|anbei|anhang|anhäng|beigefügt|beilieg|füge|liegt|liegen/iu.test(text) &&
        checkAttachmentNamed(text) !== null,
    ) ?? null
  );
}

/** An annex that the text names is listed below the signature. */
export const namedAnnexListed: Rule = (text) => {
  const body = bodyOf(text);
  const listed = listedAnnexes(text);
  if (listed.length === 0) {
    const line = enclosing(body);
    if (!line) return [];
    const where = {
      place: placeOf(line.text),
      mend: text.annexTitle ? null : insert(null, `\n\nAnlage\n${gap('Bezeichnung der Anlage')}`),
    };
    return [
      lacking('annex-not-listed', 'Der Text nennt eine Anlage. Unter dem Text ist keine aufgeführt.', where),
    ];
  }
  return body
    .flatMap((line) =>
      [...line.text.matchAll(NUMBERED_ANNEX)]
        .filter(([, number]) => Number(number) > listed.length)
        .map(([words]) =>
          lacking(
            'annex-not-listed',
            `Der Text nennt „${words}“. Unter dem Text sind nur ${listed.length} aufgeführt.`,
            {
              place: words,
            },
          ),
        ),
    )
    .slice(0, MAX_SAME);
};

function stems(text: string): string[] {
  return [...readable(text).matchAll(/\p{L}{5,40}/gu)].map(([word]) => word.toLowerCase().slice(0, 7));
}

/** An annex that is listed is named in the text. */
export const listedAnnexNamed: Rule = (text) => {
  const body = bodyOf(text);
  const listed = listedAnnexes(text);
  if (listed.length === 0 || enclosing(body)) return [];
  const said = new Set(body.flatMap((line) => stems(line.text)));
  return listed
    .filter((line) => !stems(line.text).some((stem) => said.has(stem)))
    .slice(0, MAX_SAME)
    .map((line) =>
      advice(
        'annex-not-named',
        `Die Anlage „${placeOf(line.text)}“ ist aufgeführt, im Text kommt sie nicht vor.`,
        {
          place: placeOf(line.text),
        },
      ),
    );
};
