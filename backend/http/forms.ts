import { json } from 'express';
import { type FormReport, formRequest } from '../../contract/forms.ts';
import { roles } from '../../contract/identity.ts';
import { CONTRACT_VERSION, MAX_TASK_BYTES } from '../../contract/limits.ts';
import { checkForm } from '../forms/check.ts';
import { breatheWith } from '../text/breathe.ts';
import { parseBody } from './body.ts';
import type { Route } from './route.ts';

/** The longest text takes two seconds: not worth a stop when the person has gone. */
const UNSTOPPED = new AbortController().signal;

/** `POST /api/forms`: checks a text by the rules of its form. Nothing of it is kept. */
export function formRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: '/forms',
      access: roles,
      body: json({ limit: MAX_TASK_BYTES }),
      async handle(request, response) {
        const { text, form } = parseBody(formRequest, request.body);
        const report: FormReport = {
          version: CONTRACT_VERSION,
          ...(await checkForm(text, form, breatheWith(UNSTOPPED))),
        };
        response.json(report);
      },
    },
  ];
}
