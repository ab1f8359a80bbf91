import type { FormFinding, FormName } from '../../contract/forms.ts';
import type { Breathe } from '../text/breathe.ts';
import { listedAnnexNamed, namedAnnexListed } from './annexes.ts';
import * as council from './council-paper.ts';
import { resolutionAlone, resolutionFigures } from './council-resolution.ts';
import * as decision from './decision.ts';
import { detectForm } from './detect.ts';
import type { Rule } from './finding.ts';
import { readFormText } from './form-text.ts';
import * as remedy from './legal-remedy.ts';
import * as frame from './letter-frame.ts';
import { infoBlock } from './letter-info.ts';
import { attachmentHint } from './mail.ts';
import { noteApart, noteBody, noteHead } from './note.ts';
import { noteDated, noteJudgement, noteNextSteps, noteSourced } from './note-facts.ts';
import * as order from './order.ts';
import { answersWithDate } from './reply.ts';
import { tableSums } from './sums.ts';
import * as wording from './wording.ts';

/** What holds for every form. */
const COMMON: Rule[] = [wording.leftovers, wording.impossibleDates, tableSums];
const WRITTEN: Rule[] = [wording.datesWithoutNought, wording.mixedDates, wording.amountForms];

/** The rules of each form in the order in which a reader meets what they are about. */
const RULES: Record<FormName, Rule[]> = {
  letter: [
    infoBlock,
    frame.subjectMissing,
    frame.subjectWord,
    frame.subjectFullStop,
    frame.letterSalutation,
    frame.salutationComma,
    frame.smallAfterSalutation,
    answersWithDate,
    frame.letterClosing,
    frame.closingPunctuation,
    frame.letterSignature,
    frame.signatureByOrder,
    namedAnnexListed,
    listedAnnexNamed,
    wording.abbreviations,
    ...WRITTEN,
  ],
  note: [
    noteHead,
    noteBody,
    noteApart,
    noteJudgement,
    noteDated,
    noteSourced,
    noteNextSteps,
    wording.abbreviationsAdvised,
  ],
  order: [
    order.orderSteps,
    order.orderNumbers,
    order.orderClosing,
    order.orderClosingNumbered,
    order.orderResubmission,
    wording.abbreviationsAdvised,
  ],
  'council-paper': [
    council.councilHead,
    council.councilCourse,
    council.councilItem,
    council.councilSections,
    council.councilCosts,
    resolutionAlone,
    resolutionFigures,
    council.councilCosigned,
    wording.abbreviationsAdvised,
  ],
  decision: [
    decision.decisionAuthority,
    decision.decisionAddressee,
    decision.decisionTenor,
    decision.decisionReasons,
    decision.decisionHearing,
    decision.decisionFee,
    remedy.remedyMissing,
    remedy.remedyKind,
    remedy.remedyAuthority,
    remedy.remedySeat,
    remedy.remedyPeriod,
    remedy.remedyStart,
    remedy.remedyPlainMail,
    remedy.remedyPlace,
    wording.abbreviationsAdvised,
  ],
  mail: [
    frame.mailSalutation,
    answersWithDate,
    frame.mailClosing,
    frame.mailSignature,
    attachmentHint,
    wording.abbreviationsAdvised,
    ...WRITTEN,
  ],
};

export interface FormCheck {
  form: FormName | null;
  findings: FormFinding[];
}

/**
 * Checks a text by the rules of its form, without a model; the same text always gives the same findings.
 * @param text the document as Markdown
 * @param form null: it is found out from the text
 * @param breathe called once a rule
 * @returns what the form lacks, in the order of the rules; nothing but leftovers where the text is no form
 */
export async function checkForm(text: string, form: FormName | null, breathe: Breathe): Promise<FormCheck> {
  const read = readFormText(text.replaceAll('\r\n', '\n'));
  const found = form ?? detectForm(read);
  const rules = found === null ? [wording.leftovers] : [...RULES[found], ...COMMON];
  const findings: FormFinding[] = [];
  for (const rule of rules) {
    await breathe();
    findings.push(...rule(read));
  }
  return { form: found, findings };
}
