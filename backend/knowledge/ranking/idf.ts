/**
 * How much it says that a section has a term (Robertson and Spärck Jones, never below 0).
 * @param frequency sections that have it
 */
export function idf(frequency: number, sections: number): number {
  const seen = Math.min(Math.max(frequency, 0), sections);
  return Math.log(1 + (sections - seen + 0.5) / (seen + 0.5));
}
