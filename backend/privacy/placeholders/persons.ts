import type { PersonFacts } from '../span.ts';
import { agree, compatible, firstOf, isInitial, isWhole, type Name, nameOf } from './names.ts';

/** Somebody whom the texts name, in one way or in several; the given name is the fullest that is known. */
export interface Person extends Name {
  /** As the texts have them in their plain form. */
  givenForms: Set<string>;
  surnameForms: Set<string>;
}

/** A name in a text. */
export interface Named {
  /** As it stands there, without its inflection. */
  text: string;
  /** Undefined where it is only known to be a person. */
  facts: PersonFacts | undefined;
}

/** With more of one name nobody can tell who is meant by less than the whole of it. */
const MAX_NAMESAKES = 40;

/** The least ambiguous names come first: who they are helps with the others. */
const PASSES: readonly ((name: Name) => boolean)[] = [
  (name) => isWhole(name) && !isInitial(name.given),
  (name) => isWhole(name) && isInitial(name.given),
  (name) => name.given === '' && name.gender !== null,
  (name) => name.given === '' && name.gender === null,
  (name) => name.surname === '',
];

/**
 * Tells who is the same. The names of a text are read together, so that `Frau Müller` finds the Lena Müller who signs
 * below; a text that is read later changes nothing in what was decided before, so that a conversation can go on.
 * @returns reads the names of one text in their order: a person for each of them
 */
export function createCircle(): (named: readonly Named[]) => Person[] {
  const bySurname = new Map<string, Person[]>();
  const byGiven = new Map<string, Person[]>();
  const byName = new Map<string, Person[]>();
  const byText = new Map<string, Person>();

  /** Who can be meant by a name; null where they are too many to tell. */
  function candidates(name: Name): Person[] | null {
    const all = (name.surname === '' ? byGiven.get(firstOf(name.given)) : bySurname.get(name.surname)) ?? [];
    if (all.length > MAX_NAMESAKES) return null;
    return all.filter((one) => one.plural === name.plural && agree(one, name));
  }

  function find(name: Name, ofText: readonly Name[]): Person | null {
    const known = byName.get(keyOf(name)) ?? [];
    const among = candidates(name);
    if (isWhole(name)) {
      const exact = known.find((one) => agree(one, name)) ?? null;
      return exact ?? (among === null ? null : alike(name, among, ofText));
    }
    // `Müller` is the only Müller; where there are several, it is one of its own.
    if (among?.length === 1) return among[0] ?? null;
    return known.find((one) => fullKeyOf(one) === fullKeyOf(name)) ?? null;
  }

  /** Another way to write a name that is known, or the given name of somebody who had only a surname. */
  function alike(name: Name, among: readonly Person[], ofText: readonly Name[]): Person | null {
    if (ofText.length > MAX_NAMESAKES) return null;
    const rivals = ofText.filter(
      (one) => one.plural === name.plural && isWhole(one) && !compatible(one.given, name.given),
    );
    const named = among.filter((one) => one.given !== '' && compatible(one.given, name.given));
    const [known] = named;
    if (known !== undefined) {
      // With Lena and Lena-Marie there, Lena-Sophie can be neither.
      const rivalled = rivals.some((one) => compatible(one.given, known.given));
      return named.length === 1 && !rivalled ? known : null;
    }
    const alone = among.find((one) => one.given === '');
    if (alone === undefined || candidates(alone)?.length !== 1) return null;
    return rivals.some((one) => agree(one, alone)) ? null : alone;
  }

  /** A person is known by this name, too. */
  function learn(person: Person, name: Name): void {
    if (name.given.length > person.given.length) person.given = name.given;
    person.gender ??= name.gender;
    enter(byName, keyOf(name), person);
    if (name.surname !== '') enter(bySurname, name.surname, person);
    if (name.given !== '') enter(byGiven, firstOf(name.given), person);
  }

  function unnamed(text: string): Person {
    const known = byText.get(text) ?? create({ given: '', surname: '', gender: null, plural: false });
    byText.set(text, known);
    return known;
  }

  return (named) => {
    const names = named.map(({ facts }) => (facts === undefined ? null : nameOf(facts)));
    const distinct = new Map<string, Name>();
    const ofSurname = new Map<string, Name[]>();
    for (const name of names) {
      const key = name === null ? '' : fullKeyOf(name);
      if (name === null || distinct.has(key) || (name.given === '' && name.surname === '')) continue;
      distinct.set(key, name);
      enter(ofSurname, name.surname, name);
    }
    const persons = new Map<string, Person>();
    const waiting = [...distinct];
    for (const pass of PASSES) {
      for (const [key, name] of waiting) {
        if (persons.has(key) || !pass(name)) continue;
        const person = find(name, ofSurname.get(name.surname) ?? []) ?? create(name);
        learn(person, name);
        persons.set(key, person);
      }
    }
    return named.map(({ text, facts }, at) => {
      const name = names[at] ?? null;
      const person = name === null ? undefined : persons.get(fullKeyOf(name));
      if (person === undefined || facts === undefined) return unnamed(text);
      if (facts.given !== '') person.givenForms.add(facts.given);
      if (facts.surname !== '') person.surnameForms.add(facts.surname);
      return person;
    });
  };
}

function create(name: Name): Person {
  return { ...name, givenForms: new Set(), surnameForms: new Set() };
}

function keyOf({ given, surname, plural }: Name): string {
  return `${surname}\n${given}\n${String(plural)}`;
}

function fullKeyOf(name: Name): string {
  return `${keyOf(name)}\n${name.gender ?? ''}`;
}

function enter<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else if (known.length <= MAX_NAMESAKES && !known.includes(value)) known.push(value);
}
