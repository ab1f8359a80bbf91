import { checkAnswers } from '../checks/answers.ts';
import { checkAttachmentNamed } from '../checks/attachment-named.ts';
import { MAX_QUESTIONS, questionsOfLetter } from '../checks/letter-questions.ts';
import { checkUnsupported } from '../checks/unsupported.ts';
import { withoutNumbers } from './answer-lines.ts';
import { drawnOn } from './drawn-on.ts';
import { gapsOf, type Hearing, type Inputs, nothingBeside, unstoppedBreath } from './hearing.ts';
import { saidByClerk, supportOf } from './inputs.ts';
import { TrailerSplitter } from './reply-trailer.ts';

/**
 * Listens to a reply: keeps the model's list of answered questions from the person, and tells at the end which questions
 * are answered, what stands in no input, and whether the reply speaks of an attachment.
 */
export function replyHearing(inputs: Inputs<'reply'>): Hearing {
  const splitter = new TrailerSplitter();
  let all = '';
  const heard = (text: string) => {
    all += text;
    return text === '' ? [] : [{ type: 'text' as const, text }];
  };
  return {
    hear: (text) => heard(splitter.push(text)),
    async end() {
      const breathe = unstoppedBreath();
      const rest = heard(splitter.end());
      const questions = questionsOfLetter(inputs.reading).slice(0, MAX_QUESTIONS);
      const support = supportOf(inputs, [inputs.input.points]);
      const { sources, check } = drawnOn(all, inputs.findings, support);
      // Numbers of sections are no figures of the letter.
      const said = inputs.findings.enough ? withoutNumbers(all).words : all;
      const checks = [
        await checkAnswers(all, questions, splitter.claims(), breathe),
        await checkUnsupported(said, support, saidByClerk(inputs), breathe),
        check,
        checkAttachmentNamed(all),
      ].filter((check) => check !== null);
      return { rest, result: { text: all, gaps: gapsOf(all), checks, ...nothingBeside, sources } };
    },
  };
}
