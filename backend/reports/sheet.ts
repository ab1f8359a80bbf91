/** A table as every export shows it; what is in it has been decided before. */
export interface Sheet {
  /** Short, for the tab of a workbook. */
  name: string;
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Value[])[];
}

export interface Column {
  label: string;
  kind: 'text' | 'count' | 'cents' | 'euro' | 'percent';
}

/** Null is what is not told. */
export type Value = string | number | null;

/** A report as it is exported. */
export interface Document {
  title: string;
  /** What one has to know to read the figures. */
  notes: readonly string[];
  sheets: readonly Sheet[];
}
