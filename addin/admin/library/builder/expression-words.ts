/** What the expression language knows, for somebody who is no programmer: `backend/agents/expressions`. */
export const expressionHelp: readonly { write: string; means: string }[] = [
  { write: 'angaben.betrag > euro(5000)', means: 'Vergleichen: == != < <= > >=' },
  { write: 'eilig && !geprueft', means: 'und: &&   oder: ||   nicht: !' },
  { write: "eilig ? 'sofort' : 'später'", means: 'Wenn …, dann …, sonst …' },
  { write: 'euro(1200) · euro(99.5)', means: 'Ein Betrag in Euro' },
  { write: 'prozent(betrag, 19)', means: 'Anteil eines Betrags in Prozent' },
  { write: 'summe(posten.map(p, p.betrag))', means: 'Summe von Beträgen oder Zahlen einer Liste' },
  { write: 'zahl(3) · runden(2.5)', means: 'Eine ganze Zahl als Zahl; auf ganze Zahlen runden' },
  { write: "datum('2026-01-31')", means: 'Ein Tag' },
  { write: 'tage_spaeter(heute, 14)', means: 'So viele Tage später' },
  {
    write: "frist(eingang, 1, 'monate')",
    means: 'Letzter Tag einer Frist nach §§ 187, 188 BGB: tage, werktage, arbeitstage, wochen, monate, jahre',
  },
  {
    write: 'naechster_werktag(tag)',
    means: 'Fällt er auf Wochenende oder Feiertag: der nächste Arbeitstag (§ 193 BGB)',
  },
  { write: 'tage_zwischen(heute, frist)', means: 'Zahl der Tage zwischen zwei Tagen' },
  { write: 'wochentag(tag) · jahr(tag)', means: 'Wochentag als Wort; das Jahr' },
  { write: 'text(betrag)', means: 'Wert, wie er in einem Brief steht' },
  {
    write: "angaben.frist.orValue(datum('2026-01-31'))",
    means: 'Was leer sein darf: dieser Wert, wenn es leer ist',
  },
  { write: 'angaben.frist.hasValue()', means: 'Ob etwas dasteht' },
  { write: 'size(posten) > 3', means: 'Wie viele Einträge eine Liste hat' },
  {
    write: 'posten.exists(p, p.offen) · posten.all(p, p.offen)',
    means: 'Ob es einen gibt, für den es gilt; ob es für alle gilt',
  },
  { write: 'posten.filter(p, p.offen)', means: 'Nur die Einträge, für die es gilt' },
  { write: "posten.map(p, p.name).join(', ')", means: 'Von jedem Eintrag dies, als ein Text' },
  { write: 'zeile([p.name, text(p.betrag)])', means: 'Eine Zeile für eine Tabelle' },
  { write: "betreff.contains('Eilt')", means: 'Ob ein Text die Wörter enthält' },
];
