import { z } from 'zod';
import type { ToolName } from '../../../../contract/agents/tools.ts';

const MAX_WORDS_CHARS = 300;
const MAX_EXPRESSION_CHARS = 500;

const words = z.string().trim().max(MAX_WORDS_CHARS);
const expression = z.string().trim().min(1).max(MAX_EXPRESSION_CHARS);

/** What each tool is asked with. */
export const toolArguments = {
  dokument: z
    .strictObject({
      was: z.enum(['gliederung', 'suche', 'teil']).describe('Was gelesen wird'),
      worte: words.optional().describe('Nur bei „suche“: die gesuchten Wörter'),
      teil: z.int().min(1).max(10_000).optional().describe('Nur bei „teil“: seine Nummer aus der Gliederung'),
    })
    .refine(({ was, worte = '', teil }) =>
      was === 'suche' ? worte !== '' : was !== 'teil' || teil !== undefined,
    ),
  wissen: z.strictObject({
    frage: z.string().trim().min(1).max(1_000).describe('Die Frage, ausgeschrieben'),
  }),
  vorlagen: z.strictObject({
    worte: words.optional().describe('Wörter, nach denen gesucht wird; ohne sie kommt das Verzeichnis'),
  }),
  rechnen: z.strictObject({
    ausdruck: expression.describe('Zum Beispiel: euro(1250) + prozent(euro(1250), 19)'),
  }),
  datum: z.strictObject({
    ausdruck: expression.describe('Zum Beispiel: frist(datum("2026-11-27"), 1, "monate")'),
  }),
} as const satisfies Record<ToolName, z.ZodType>;
export type ArgumentsOf<Name extends ToolName> = z.infer<(typeof toolArguments)[Name]>;

const descriptions: Readonly<Record<ToolName, string>> = {
  dokument:
    'Liest, was geöffnet ist, mit Anlagen und Verlauf: die Gliederung mit Nummern, Stellen mit gesuchten Wörtern, oder einen Teil im Wortlaut.',
  wissen:
    'Schlägt eine Frage im internen Wissen der eigenen Verwaltung nach und nennt die Fundstellen im Wortlaut, oder dass es keine gibt.',
  vorlagen: 'Zeigt Vorlagen und Textbausteine der Verwaltung mit ihrem Wortlaut.',
  rechnen:
    'Rechnet mit Zahlen und Beträgen: + - * / und Klammern, euro(12.50), prozent(euro(100), 19), summe([1.0, 2.5]), runden(2.4). Beträge nur mit euro(…), Dezimalpunkt statt Komma.',
  datum:
    'Rechnet mit Kalendertagen: heute, datum("2026-11-27"), tage_spaeter(heute, 14), frist(datum("2026-11-27"), 4, "wochen") nach §§ 187, 188 BGB mit tage, werktage, arbeitstage, wochen, monate oder jahre, naechster_werktag(…), tage_zwischen(…, …), wochentag(…), jahr(…).',
};

/** A tool as a model is told of it. */
export interface Offer {
  name: ToolName;
  description: string;
  parameters: Readonly<Record<string, unknown>>;
}

/** The tools of an agent as they are offered to a model, each once. */
export function offersOf(names: readonly ToolName[]): Offer[] {
  return [...new Set(names)].map((name) => {
    const schema = Object.entries(z.toJSONSchema(toolArguments[name], { io: 'input' }));
    // The name of the dialect means nothing to a provider, and some refuse it.
    const parameters = Object.fromEntries(schema.filter(([key]) => key !== '$schema'));
    return { name, description: descriptions[name], parameters };
  });
}
