import { type Field, valueKinds } from '../../../../contract/agents/value.ts';
import type { AgentDraft, DraftStep, Uid } from './draft.ts';

/** Something that a step can name. */
export interface Nameable {
  /** As expressions name it: `angaben.frist`. */
  name: string;
  /** In words: what it is, and of which kind. */
  says: string;
  /** The input or step that it is or belongs to. */
  root: string;
}

/** Inputs and steps that another one can draw on as a whole. */
export interface Root {
  name: string;
  label: string;
  /** Whether it is a document or attachments. */
  isDocument: boolean;
}

/** What can be named at a place. */
export interface Here {
  roots: readonly Root[];
  /** What expressions can name. */
  names: readonly Nameable[];
}

const TODAY: Nameable = { name: 'heute', says: 'Tag, an dem der Lauf begann', root: 'heute' };

function kindText({ kind, optional = false }: Field): string {
  return `${valueKinds[kind]}${optional ? ', darf leer sein' : ''}`;
}

/** What can be named behind all inputs. */
function atTheStart({ inputs }: AgentDraft): Here {
  return {
    roots: inputs.map((input) =>
      input.kind === 'feld'
        ? { name: input.field.name, label: input.field.label, isDocument: false }
        : { name: input.name, label: input.label, isDocument: true },
    ),
    names: [
      ...inputs.flatMap((input): Nameable[] =>
        input.kind === 'feld'
          ? [
              {
                name: input.field.name,
                says: `${input.field.label} (${kindText(input.field)})`,
                root: input.field.name,
              },
            ]
          : [],
      ),
      TODAY,
    ],
  };
}

/** What can be named at a step: inputs, what stands before it, and the thing of the loop around it. */
export function nameableAt(draft: AgentDraft, uid: Uid): Here {
  return walk(draft.steps, uid, atTheStart(draft)).found ?? atTheStart(draft);
}

/** What can be named when a procedure is over. */
export function nameableAtEnd(draft: AgentDraft): Here {
  return walk(draft.steps, null, atTheStart(draft)).here;
}

interface Walked {
  here: Here;
  found: Here | null;
}

function walk(steps: readonly DraftStep[], uid: Uid | null, start: Here): Walked {
  let here = start;
  for (const step of steps) {
    if (step.uid === uid) return { here, found: here };
    for (const [list, inner] of listsWith(step, here)) {
      const { found } = walk(list, uid, inner);
      if (found !== null) return { here, found };
    }
    here = behind(step, here);
  }
  return { here, found: null };
}

function listsWith(step: DraftStep, here: Here): [readonly DraftStep[], Here][] {
  if (step.kind === 'je') return [[step.steps, insideEach(step, here)]];
  if (step.kind !== 'entscheiden') return [];
  const lists: [readonly DraftStep[], Here][] = step.cases.map(({ steps }) => [steps, here]);
  return step.otherwise === null ? lists : [...lists, [step.otherwise, here]];
}

/** The thing of a loop has what the records have that it goes over. */
function insideEach({ as, over }: Extract<DraftStep, { kind: 'je' }>, here: Here): Here {
  const list = over.trim();
  const ofThing = here.names.flatMap(({ name, says }): Nameable[] => {
    const inner = name.startsWith(`${list}[…].`) ? name.slice(list.length + 4) : null;
    return inner === null ? [] : [{ name: `${as}.${inner}`, says, root: as }];
  });
  return {
    roots: [...here.roots, { name: as, label: 'Der einzelne Eintrag', isDocument: false }],
    names: [...here.names, { name: as, says: 'Der einzelne Eintrag dieser Runde', root: as }, ...ofThing],
  };
}

function behind(step: DraftStep, here: Here): Here {
  return {
    roots: [...here.roots, { name: step.id, label: step.title, isDocument: false }],
    names: [...here.names, ...leftBy(step)],
  };
}

function leftBy(step: DraftStep): Nameable[] {
  const { id: root, title } = step;
  const one = (name: string, says: string): Nameable => ({ name, says, root });
  switch (step.kind) {
    case 'lesen':
      return step.extent === 'one'
        ? step.fields.map((field) => one(`${root}.${field.name}`, `${field.label} (${kindText(field)})`))
        : [
            one(root, `${title} (Liste)`),
            ...step.fields.map((field) =>
              one(`${root}[…].${field.name}`, `${field.label} (${kindText(field)}), je Eintrag`),
            ),
          ];
    case 'nachschlagen':
      return [
        one(`${root}.text`, `${title}: Antwort (Text)`),
        one(`${root}.gefunden`, `${title}: gefunden? (Ja oder nein)`),
      ];
    case 'pruefen':
      return [one(root, `${title} (Ja oder nein)`)];
    case 'rechnen':
      return [one(root, `${title} (berechnet)`)];
    case 'schreiben':
      return [one(root, `${title} (Text)`)];
    case 'fragen':
      return [one(root, `${title} (${kindText(step.field)})`)];
    case 'je':
      return [
        one(root, `${title} (Liste)`),
        ...step.steps
          .flatMap(leftBy)
          .map(({ name, says }) => one(`${root}[…].${name}`, `${says}, je Eintrag`)),
      ];
    case 'freigeben':
    case 'entscheiden':
      return [];
  }
}
