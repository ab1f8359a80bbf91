const dateFormat = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Europe/Berlin',
});

/** The calendar day in Germany as DIN 5008 allows it in running text: 23.11.2026. */
export function germanDate(date: Date): string {
  return dateFormat.format(date);
}
