/** A statement with its passage in the form that the product asks for. */
export function withPassage(statement: string, number: number, passage: string): string {
  return `- ${statement}\n  > [${number}] ${passage}\n`;
}
