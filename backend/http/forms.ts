import { json, Router } from 'express';
import { type FormReport, formRequest } from '../../contract/forms.ts';
import { CONTRACT_VERSION, MAX_TASK_BYTES } from '../../contract/limits.ts';
import { checkForm } from '../forms/check.ts';
import { breatheWith } from '../text/breathe.ts';
import { parseBody } from './body.ts';

/** The longest text takes two seconds: not worth a stop when the person has gone. */
const UNSTOPPED = new AbortController().signal;

/** `POST /api/forms`: checks a text by the rules of its form. Nothing of it is kept. */
export function formRoutes(): Router {
  return Router().post('/forms', json({ limit: MAX_TASK_BYTES }), async (request, response) => {
    const { text, form } = parseBody(formRequest, request.body);
    const report: FormReport = {
      version: CONTRACT_VERSION,
      ...(await checkForm(text, form, breatheWith(UNSTOPPED))),
    };
    response.set('Cache-Control', 'no-store').json(report);
  });
}
