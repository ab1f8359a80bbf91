import { describe, expect, it } from '@jest/globals';
import type { FormFinding, FormName } from '../../../contract/forms.ts';
import { checkForm } from '../check.ts';
import { GOOD } from './examples.ts';

/** Rule, weight, what is changed in the good example into what, and the place that is shown. */
export type Case = [
  rule: string,
  weight: FormFinding['weight'],
  from: string,
  to: string,
  place: string | null,
];
/** Rule, what is changed into what, and why that is no reason to find anything. */
export type Silent = [rule: string, from: string, to: string, why: string];

/** A good example with one passage changed; a change that meets nothing would prove nothing. */
export function changed(form: FormName, from: string, to: string): string {
  if (!GOOD[form].includes(from)) throw new Error(`the example of ${form} has no "${from}"`);
  return GOOD[form].replace(from, () => to);
}

/** What one rule finds in a text. */
export async function found(rule: string, form: FormName, text: string): Promise<FormFinding[]> {
  const { findings } = await checkForm(text, form, () => undefined);
  return findings.filter((finding) => finding.rule === rule);
}

/** Everything of a good example from a heading on, up to the next. */
export function section(form: FormName, title: string): string {
  return new RegExp(`## ${title}\n[^#]*`, 'u').exec(GOOD[form])?.[0] ?? 'no such section';
}

/** Tells the tests of a form's rules: each with a text that violates it and the good one that does not. */
export function describeRules(form: FormName, cases: Case[], silent: Silent[] = []): void {
  const named = cases.map((one): [string, Case] => [`${one[0]}: ${one[3].slice(0, 30)}`, one]);
  describe(`a rule of the form ${form}`, () => {
    it.each(named)('finds %s', async (_name, [rule, weight, from, to, place]) => {
      expect(await found(rule, form, GOOD[form])).toEqual([]);
      const [finding] = await found(rule, form, changed(form, from, to));
      expect(finding?.weight).toBe(weight);
      if (place === null) expect(finding?.place).toBeNull();
      else expect(finding?.place).toContain(place);
    });
    if (silent.length === 0) return;
    it.each(silent)('%s stays silent', async (rule, from, to) => {
      expect(await found(rule, form, changed(form, from, to))).toEqual([]);
    });
  });
}
