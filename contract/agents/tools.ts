/** What a free agent may use. It reads and proposes, and writes nothing. */
export const tools = {
  dokument: 'Dokument lesen',
  wissen: 'Im internen Wissen nachschlagen',
  vorlagen: 'Vorlagen ansehen',
  rechnen: 'Rechnen',
  datum: 'Mit Daten rechnen',
} as const;
export type ToolName = keyof typeof tools;
