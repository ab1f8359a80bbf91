import type { ExpressionFault } from '../expressions/expression.ts';

/** What is wrong with an expression, for somebody who is no programmer. The library's own words follow, in English. */
export function inGerman(fault: ExpressionFault): string {
  switch (fault.kind) {
    case 'syntax':
      return `Der Ausdruck ist nicht vollständig oder falsch geschrieben (${fault.said}).`;
    case 'type':
      return `Der Ausdruck passt nicht zu seinen Werten (${fault.said}). Beträge vergleichen Sie mit euro(100), Tage mit datum('2026-01-31'); was leer sein darf, braucht .orValue(…) oder .hasValue().`;
    case 'forbidden':
      return `„${fault.name}“ ist in Ausdrücken nicht erlaubt.`;
    case 'loops':
      return 'Mehr als zwei Schleifen ineinander sind in einem Ausdruck nicht erlaubt.';
    case 'result':
      return `Der Ausdruck ergibt „${fault.type}“; das kann hier nicht stehen.`;
  }
}

/** A step names another one that comes behind it, or itself: a procedure that goes in a circle. */
export function laterStep(name: string): string {
  return `„${name}“ kommt erst danach. Ein Ablauf geht nur vorwärts: Ein Schritt kann nur nutzen, was vor ihm steht.`;
}

export function unknownName(name: string): string {
  return `„${name}“ gibt es an dieser Stelle nicht. Was in „entscheiden“ oder „je“ steht, ist nur dort bekannt.`;
}
