import { json, Router } from 'express';
import { type FormReport, type FormRequest, formRequest } from '../../contract/forms.ts';
import { CONTRACT_VERSION, MAX_TASK_BYTES } from '../../contract/limits.ts';
import { checkForm } from '../forms/check.ts';
import { breatheWith } from '../text/breathe.ts';
import { ProblemError } from './problem.ts';

/** The longest text takes two seconds: not worth a stop when the person has gone. */
const UNSTOPPED = new AbortController().signal;

/** `POST /api/forms`: checks a text by the rules of its form. Nothing of it is kept. */
export function formRoutes(): Router {
  return Router().post('/forms', json({ limit: MAX_TASK_BYTES }), async (request, response) => {
    const { text, form } = parseRequest(request.body);
    const report: FormReport = {
      version: CONTRACT_VERSION,
      ...(await checkForm(text, form, breatheWith(UNSTOPPED))),
    };
    response.set('Cache-Control', 'no-store').json(report);
  });
}

/**
 * Checks the body of a request.
 * @throws ProblemError `version_mismatch`, `too_large` or `invalid_request`; what was wrong is not told, since it would
 *   repeat the text
 */
function parseRequest(body: unknown): FormRequest {
  if (typeof body === 'object' && body !== null && 'version' in body && body.version !== CONTRACT_VERSION) {
    throw new ProblemError(409, 'version_mismatch');
  }
  const request = formRequest.safeParse(body);
  if (request.success) return request.data;
  const isTooLong = request.error.issues.some(({ code }) => code === 'too_big');
  throw isTooLong ? new ProblemError(413, 'too_large') : new ProblemError(400, 'invalid_request');
}
