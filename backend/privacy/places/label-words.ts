/** What a label or the head of a column announces. */
export type Label = 'address' | 'street' | 'number' | 'postcode' | 'town' | 'birthplace';

const LABELS = new Map<string, Label>();
for (const [label, list] of Object.entries({
  address: `anschrift adresse wohnanschrift meldeanschrift meldeadresse postanschrift postadresse lieferanschrift lieferadresse rechnungsanschrift rechnungsadresse
    privatanschrift privatadresse heimatanschrift heimatadresse wohnsitz hauptwohnung nebenwohnung hauptwohnsitz nebenwohnsitz wohnhaft zustellanschrift korrespondenzadresse
    wohnadresse absenderadresse empfängeradresse objektanschrift objektadresse zustelladresse ferienanschrift zweitwohnsitz`,
  street: 'straße strasse str wohnstraße straßenname',
  number: 'hausnummer hausnr haus-nr hnr haus-nummer',
  postcode: 'plz postleitzahl',
  town: 'ort wohnort stadt wohngemeinde ortschaft',
  birthplace: 'geburtsort',
} satisfies Record<Label, string>)) {
  for (const word of list.split(/\s+/u)) if (word !== '') LABELS.set(word, label as Label);
}

/** Labels of personal forms that stand near those of an address. */
const PERSONAL = new Set(
  'name vorname nachname familienname geburtsdatum geburtstag geburtsname antragsteller antragstellerin staatsangehörigkeit familienstand telefon telefonnummer iban halter eigentümer anrede'.split(
    ' ',
  ),
);
/** Other words at the head of a column. */
const HEADS = new Set(
  'nr kontakt handy mobil e-mail email alter kind eltern bemerkung bemerkungen geb tel geschlecht klasse gruppe betrag datum kennzeichen flurstück'.split(
    ' ',
  ),
);

export function labelOf(lower: string): Label | null {
  return LABELS.get(lower) ?? null;
}

export function isPersonalLabel(lower: string): boolean {
  return PERSONAL.has(lower);
}

export function isHeadWord(lower: string): boolean {
  return HEADS.has(lower) || PERSONAL.has(lower);
}
