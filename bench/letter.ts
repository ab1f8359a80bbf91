import { noChoice } from '../contract/privacy.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { noAuthor, type TaskRequest } from '../contract/tasks/index.ts';
import { wishText, type Wish } from './wish.ts';

const title = 'Widerspruch gegen den Gebührenbescheid vom 12. Oktober 2026';

/** About 2,500 characters, as a town hall gets them every day. */
const letter = `An die Stadtverwaltung
Fachbereich Finanzen – Steuern und Abgaben

${title}, Kassenzeichen 4711.0815.2026

Sehr geehrte Damen und Herren,

gegen den oben genannten Bescheid, der mir am 15. Oktober 2026 zugegangen ist, lege ich hiermit fristgerecht Widerspruch ein. Mit dem Bescheid setzen Sie für mein Grundstück in der Gartenstraße 14 Straßenreinigungsgebühren in Höhe von 384,60 Euro für das Jahr 2026 fest. Im Vorjahr waren es 197,40 Euro. Eine Begründung für die Verdoppelung enthält der Bescheid nicht.

Sie legen Ihrer Berechnung eine Frontlänge von 42 Metern zugrunde. Mein Grundstück grenzt jedoch nur mit 21,5 Metern an die Gartenstraße. Die übrige Länge betrifft den Fußweg zum Friedhof, der nach meiner Kenntnis nicht von der städtischen Kehrmaschine gereinigt wird, sondern von den Anliegern selbst. Einen Auszug aus der Liegenschaftskarte füge ich bei. Ich bitte Sie, die Frontlänge anhand der Karte zu überprüfen und mir das Ergebnis mitzuteilen.

Außerdem ist die Gartenstraße seit dem 3. März 2026 wegen der Kanalarbeiten zwischen den Hausnummern 8 und 20 voll gesperrt. Seitdem findet dort überhaupt keine Reinigung statt. Eine Nachbarin hat mir erzählt, dass in der Lindenallee bei einer vergleichbaren Baustelle die Gebühren anteilig erlassen wurden. Ich beantrage deshalb, die Gebühren auch für mein Grundstück für die Dauer der Sperrung zu erlassen oder wenigstens angemessen zu ermäßigen.

Bitte teilen Sie mir mit, auf welcher Rechtsgrundlage der neue Gebührensatz beruht, wann der Rat ihn beschlossen hat und wo ich die Kalkulation einsehen kann. Solange über meinen Widerspruch nicht entschieden ist, bitte ich um Aussetzung der Vollziehung, damit die zum 15. November 2026 fällige Rate nicht von meinem Konto abgebucht wird. Falls dies nicht möglich ist, bitte ich um eine kurze schriftliche Nachricht, damit ich rechtzeitig einen Antrag beim Verwaltungsgericht stellen kann.

Für Rückfragen erreichen Sie mich werktags ab 16 Uhr unter der Ihnen bekannten Telefonnummer. Gerne komme ich auch zu einem Termin in Ihr Büro, wenn sich die Angelegenheit dort schneller klären lässt. Ich bitte um eine Eingangsbestätigung und um Ihre Antwort innerhalb von vier Wochen.

Mit freundlichen Grüßen
die Eigentümerin des Grundstücks Gartenstraße 14`;

const instruction = 'Fasse zusammen, was beantragt wird und bis wann zu antworten ist.';

/** The letter as the pane sends it to Amtsfeder. */
export function taskBody(wish: Wish): string {
  const request: TaskRequest<'instruct'> = {
    version: CONTRACT_VERSION,
    privacy: noChoice,
    model: null,
    author: noAuthor,
    input: {
      source: { kind: 'document', title, part: 'whole', text: letter },
      instruction: `${instruction} ${wishText(wish)}`,
    },
    turns: [],
  };
  return JSON.stringify(request);
}

/** The same letter as a program sends it to OpenAI's Chat Completions. */
export function chatBody(wish: Wish): string {
  return JSON.stringify({
    model: 'bench',
    messages: [
      { role: 'system', content: 'Sie unterstützen Beschäftigte einer Stadtverwaltung.' },
      { role: 'user', content: `${letter}\n\n${instruction} ${wishText(wish)}` },
    ],
    stream: true,
    stream_options: { include_usage: true },
  });
}
