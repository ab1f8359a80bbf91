import type { HighRiskUse } from '../../../../contract/agents/library.ts';

/** Words that speak of a use of Annex III of the KI-VO (Regulation (EU) 2024/1689). */
export interface Sign {
  use: HighRiskUse;
  words: RegExp;
  /** Words that must stand in the same sentence. */
  beside?: RegExp;
}

/** What sounds alike and is none: taken out of a text before it is read. */
export const HARMLESS =
  /(?:fuß|bank|musik|rand)noten?\p{L}*|aufenthalts(?:qualität|raum|räume|bereich)\p{L}*|frist(?:en)?überwach\p{L}*|überwachung\s+(?:der|von|einer)\s+\p{L}*frist\p{L}*|leistungs(?:verzeichnis|beschreibung|phase|umfang|katalog)\p{L}*|bewerbung\p{L}*\s+(?:als|um)\s+(?:die\s+|den\s+|das\s+)?(?:landesgartenschau|kulturhauptstadt|modell\p{L}*|förder\p{L}*|bundesmittel|landesmittel)|beförderung\s+von\s+(?:schüler|fahrgäst|gütern|post)\p{L}*|eignung\s+(?:des|der|eines|einer)\s+(?:grundstück|fläche|gebäude|standort|material|verfahren|raum)\p{L}*|personalausweis\p{L}*/giu;

const STAFF = /beschäftigt|mitarbeit(?:er|end)|personal|kolleg|bedienstet|belegschaft/iu;
const BENEFIT =
  /sozialhilfe|bürgergeld|grundsicherung|wohngeld|elterngeld|kindergeld|unterhaltsvorschuss|jugendhilfe|eingliederungshilfe|bafög|pflegegeld|arbeitslosengeld|sozialleistung|bildungspaket|hilfe zum lebensunterhalt|leistungen nach|leistungsanspr|leistungsberecht|leistungsempf|leistungsbezug|zuschuss|zuwendung|\bleistung(?:en)?\b/iu;
const DECIDES =
  /bewillig|ablehn|abgelehnt|lehn\p{L}*.{1,80}\bab\b|entscheid|gewähr|aberkenn|kürz|entzieh|widerr[uü]f|zurückforder|rückforder|anspruch|berechtigt|bedürftig/giu;

export const SIGNS: readonly Sign[] = [
  { use: 'personnel', words: /bewerb(?:er|ung|en\b)/giu },
  {
    use: 'personnel',
    words:
      /stellenbesetzung|personalauswahl|auswahl(?:verfahren|gespräch|entscheidung)|vorstellungsgespräch|eignungs(?:prüfung|test|diagnos|beurteil)|(?<!\p{L})beförderung|abmahnung|personalakte/giu,
  },
  {
    use: 'personnel',
    words:
      /(?:leistungs|mitarbeiter|personal|regel|anlass|eignungs)beurteil|dienstliche[rn]?\s+beurteil|leistungs(?:bewert|kontroll)|verhaltenskontroll|(?:arbeits|dienst)zeugnis|potenzialanalyse/giu,
  },
  { use: 'personnel', words: /überwach|bewert|beurteil|einstuf|rangfolge|ranking/giu, beside: STAFF },
  {
    use: 'personnel',
    words: /(?<!\p{L})(?:arbeits)?leistung|verhalten|arbeitszeit|fehlzeit|anwesenheit|krankheitstag/giu,
    beside:
      /(?:auswert|kontroll|vergleich|mess)\p{L}*.*(?:beschäftigt|mitarbeit|bedienstet|personal)|(?:beschäftigt|mitarbeit|bedienstet|personal)\p{L}*.*(?:auswert|kontroll|vergleich|mess)/iu,
  },

  {
    use: 'education',
    words:
      /(?:schul|zeugnis|prüfungs|abschluss)noten?|(?<!\p{L})noten?(?!\p{L})|noten(?:vergabe|gebung|vorschlag)|benot(?:ung|en|et)|prüfungsleistung|klassenarbeit|(?:schul|studien|kita-?|kindergarten|krippen|ausbildungs)(?:platz|plätze)|schul(?:aufnahme|zulassung|zuweisung)|zulassung\s+zu[mr]\s+(?:studium|schule|ausbildung|prüfung)|täuschungsversuch/giu,
  },

  { use: 'services', words: DECIDES, beside: BENEFIT },
  {
    use: 'services',
    words: /bewillig|ablehn|abgelehnt|lehn\p{L}*.{1,80}\bab\b/giu,
    beside: /(?<!\p{L})anträg|(?<!\p{L})antrag/iu,
  },
  { use: 'services', words: /leistungsansp(?:ruch|rüch)|kreditwürdig|bonität|notruf|triage/giu },

  {
    use: 'migration',
    words:
      /(?<!\p{L})asyl|aufenthalt|(?<!\p{L})duldung|abschieb|ausländer(?:behörde|recht|akte)|(?<!\p{L})vis(?:um|a)(?!\p{L})|niederlassungserlaubnis|flüchtling|geflüchtet|einbürger/giu,
  },

  {
    use: 'enforcement',
    words:
      /bußgeld|ordnungswidrig|verwarn(?:ungs)?geld|straf(?:anzeige|tat|verfolg|verfahren|täter)|gefahrenabwehr|gefährderansprache|gefährdungsprognose|verdächtig|ermittlungsverfahren|platzverweis/giu,
  },

  {
    use: 'biometrics',
    words:
      /biometr|(?:gesichts|stimm|emotions|personen|iris)erkenn|gesichter?\p{L}*\s+(?:\p{L}+\s+)?erkenn|fingerabdr|hautfarbe|(?<!\p{L})ethni|profiling/giu,
  },
];
