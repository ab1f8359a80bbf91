import type { FormFinding } from '../../contract/forms.ts';
import { amountsIn } from '../text/facts.ts';
import { advice, gap, insert, lacking, placeOf, type Rule } from './finding.ts';
import type { FormLine, FormText } from './form-text.ts';
import { isFilled, partsOf, type Parts } from './parts.ts';
import { tablesOf } from './sums.ts';

const PARTS = {
  unit: /Fachbereich|Amt|Abteilung|Referat/u,
  reference: /A[zZ]\.?|Aktenzeichen/u,
  clerk: /(?:Sach)?[Bb]earbeit(?:er(?:in)?|ung)|Verfasser(?:in)?/u,
  course: /Beratungsfolge/u,
  item: /Tagesordnungspunkt|TOP/u,
  facts: /Sachverhalt|Sach- und Rechtslage|Sachdarstellung/u,
  resolution: /Beschluss(?:vorschlag|empfehlung|entwurf)|Beschlußvorschlag/u,
  annexes: /Anlage\/n|Anlage\(n\)|Anlagen?/u,
  cosigned: /Mitzeichnung(?:en)?/u,
};
export type CouncilPart = keyof typeof PARTS;

/** The parts of a Sitzungsvorlage. */
export function councilParts(text: FormText): Parts<CouncilPart> {
  return partsOf(text.lines, PARTS);
}

const HEAD: [CouncilPart, string, string][] = [
  ['unit', 'Fachbereich', 'council-unit'],
  ['reference', 'AZ', 'council-reference'],
  ['clerk', 'Bearbeiter', 'council-clerk'],
];

/** Fachbereich, AZ and Bearbeiter stand at the top. */
export const councilHead: Rule = (text) => {
  const parts = councilParts(text);
  return HEAD.flatMap(([name, label, rule]): FormFinding[] => {
    const part = parts[name];
    if (!part) return [lacking(rule, `Im Kopf der Vorlage fehlt „${label}“.`)];
    if (part.value !== '' || part.title.kind === 'heading') return [];
    const place = part.title.cells.find((cell) => PARTS[name].test(cell)) ?? part.title.text;
    return [lacking(rule, `Im Kopf der Vorlage steht bei „${label}“ nichts.`, { place: placeOf(place) })];
  });
};

const COURSE_COLUMNS: [string, RegExp][] = [
  ['Gremium', /^(?:Beschluss)?[Gg]remium$|^Beratungsfolge:?$|^Ausschuss$/u],
  ['Datum', /^(?:Sitzungs)?(?:[Dd]atum|termin|tag)(?: der Sitzung)?$|^Termin$|^Sitzung am$/u],
  ['Status', /^(?:Status|Öffentlichkeit|ö\s?\/\s?nö|Art)$|öffentlich/u],
];

function courseTable(text: FormText): FormLine[] | null {
  return (
    tablesOf(text).find(([head]) => head?.cells.some((cell) => /^(?:Beschluss)?[Gg]remium$/u.test(cell))) ??
    null
  );
}

/** The Beratungsfolge tells each Gremium with its day and whether it sits in public. */
export const councilCourse: Rule = (text) => {
  const title = councilParts(text).course;
  const table =
    courseTable(text) ??
    tablesOf(text).find((rows) => rows.length > 1 && /^Beratungsfolge/u.test(rows[0]?.text ?? ''));
  if (!table) {
    const words = 'Die Beratungsfolge fehlt: eine Tabelle mit Gremium, Datum und Status.';
    return [lacking('council-course', words, { place: title ? placeOf(title.title.text) : null })];
  }
  const at = table.findIndex(({ cells }) => cells.some((cell) => /^(?:Beschluss)?[Gg]remium$/u.test(cell)));
  const head = table[Math.max(0, at)];
  const rows = table.slice(Math.max(0, at) + 1).filter(({ text: words }) => words !== '');
  if (rows.length === 0) {
    return [
      lacking('council-course', 'In der Beratungsfolge steht kein Gremium.', {
        place: placeOf(head?.cells.find(Boolean) ?? ''),
      }),
    ];
  }
  return COURSE_COLUMNS.flatMap(([name, pattern]): FormFinding[] => {
    const column = head?.cells.findIndex((cell) => pattern.test(cell)) ?? -1;
    const rule = `council-course-${{ Gremium: 'body', Datum: 'date', Status: 'status' }[name] ?? name}`;
    if (column < 0) return [lacking(rule, `In der Beratungsfolge fehlt die Spalte „${name}“.`)];
    return rows
      .filter(({ cells }) => (cells[column] ?? '') === '')
      .slice(0, 10)
      .map(({ cells }) =>
        lacking(rule, `In der Beratungsfolge fehlt eine Angabe: ${name}.`, {
          place: placeOf(cells.find(Boolean) ?? ''),
        }),
      );
  });
};

/** The Tagesordnungspunkt says with "hier:" what it is about this time. */
export const councilItem: Rule = (text) => {
  const part = councilParts(text).item;
  if (!part || !isFilled(part)) {
    return [
      lacking('council-item', 'Der Tagesordnungspunkt fehlt.', {
        place: part ? placeOf(part.title.text) : null,
      }),
    ];
  }
  const lines = [part.value, ...part.below.slice(0, 8).map((line) => line.text)];
  if (lines.some((line) => /(?:^|\s)hier\s?:/iu.test(line))) return [];
  const named = lines.find((line) => line !== '') ?? '';
  const words = 'Der Tagesordnungspunkt sagt nicht mit „hier:“, worum es diesmal geht.';
  return [
    lacking('council-item-here', words, {
      place: placeOf(named),
      mend: insert(named, `\nhier: ${gap('Gegenstand')}`),
    }),
  ];
};

const SECTIONS: [CouncilPart, string, string][] = [
  ['facts', 'Sachverhalt', 'council-facts'],
  ['resolution', 'Beschlussvorschlag', 'council-resolution'],
  ['annexes', 'Anlagen', 'council-annexes'],
];

/** Sachverhalt, Beschlussvorschlag and Anlagen are there. */
export const councilSections: Rule = (text) => {
  const parts = councilParts(text);
  return SECTIONS.flatMap(([name, label, rule]): FormFinding[] => {
    const part = parts[name];
    if (isFilled(part)) return [];
    const place = part ? placeOf(part.title.text) : null;
    const mend = part ? insert(part.title.text, `\n\n${gap(label)}`) : null;
    return [
      lacking(rule, part ? `Unter „${part.title.text}“ steht nichts.` : `„${label}“ fehlt.`, { place, mend }),
    ];
  });
};

/** Those concerned sign as well. */
export const councilCosigned: Rule = (text) => {
  const part = councilParts(text).cosigned;
  if (isFilled(part)) return [];
  if (!part) {
    const mend = insert(null, `\n\nMitzeichnung:\n${gap('Mitzeichnung')}`);
    return [lacking('council-cosigned', '„Mitzeichnung“ fehlt.', { mend })];
  }
  const words = 'Unter „Mitzeichnung“ steht noch niemand.';
  return [advice('council-cosigned-empty', words, { place: placeOf(part.title.text) })];
};

const NO_COST =
  /(?:keine|ohne) (?:\p{L}+ )?(?:Kosten|finanzielle[nr]? Auswirkungen?|Auswirkungen auf den Haushalt|Folgekosten)|kostenneutral|Kosten entstehen nicht/iu;

/** What it costs stands in a table. */
export const councilCosts: Rule = (text) => {
  const { facts, resolution } = councilParts(text);
  const inTable = tablesOf(text).some((rows) =>
    rows.some(({ cells }) =>
      cells.some((cell) => amountsIn(cell).length > 0 || /^\d{1,3}(?:\.\d{3})*,\d{2}$/u.test(cell)),
    ),
  );
  if (inTable) return [];
  const lines = [...(facts?.below ?? []), ...(resolution?.below ?? [])];
  const line = lines.find((each) => amountsIn(each.text).length > 0);
  const amount = line && amountsIn(line.text)[0]?.text;
  if (amount !== undefined) {
    const words =
      'Die Kosten stehen nur im Text. Eine Vorlage zeigt sie in einer Tabelle mit Summe und Eigenanteil.';
    return [lacking('council-costs', words, { place: amount })];
  }
  if (!isFilled(facts) || text.lines.some((each) => NO_COST.test(each.text))) return [];
  const words = 'Zu den Kosten sagt die Vorlage nichts. Entstehen keine, so steht auch das im Sachverhalt.';
  return [advice('council-costs-open', words)];
};
