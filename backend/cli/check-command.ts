import { type FormFinding, formName, type FormName } from '../../contract/forms.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import { type FormCheck, checkForm } from '../forms/check.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { openFile } from './open-file.ts';

const OPTIONS = {
  form: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const LABELS: Record<FormName, string> = {
  letter: 'Brief',
  note: 'Vermerk',
  order: 'Verfügung',
  'council-paper': 'Sitzungsvorlage',
  decision: 'Bescheid',
  mail: 'E-Mail',
};

/** `amtsfeder check FILE`: what a document lacks by the rules of its form. Exit code 1 when it lacks something. */
export async function checkCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const form = formName.safeParse(values.form);
  if (values.form !== undefined && !form.success) {
    throw new UsageError(`check: the form is one of ${formName.options.join(', ')}`);
  }
  const file = await openFile(positionals[0] ?? '', 'check');
  const wanted = form.data ?? (file.kind === 'mail' ? 'mail' : null);
  const result = await checkForm(toMarkdown(file.blocks), wanted, () => undefined);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : reportOf(result));
  return result.findings.some(({ weight }) => weight === 'lacking') ? 1 : 0;
}

function reportOf({ form, findings }: FormCheck): string {
  const title = form === null ? 'Keine bekannte Form' : LABELS[form];
  const lines = findings.length === 0 ? ['Nichts zu beanstanden.'] : findings.flatMap(linesOf);
  return `${[title, ...lines].join('\n')}\n`;
}

function linesOf({ rule, weight, text, place }: FormFinding): string[] {
  const first = `${weight === 'lacking' ? 'Mangel' : 'Hinweis'}  ${text}  [${rule}]`;
  return place === null ? [first] : [first, `         „${place}“`];
}
