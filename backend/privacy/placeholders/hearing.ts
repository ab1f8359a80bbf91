import type { ToolCall } from '../../../contract/agents/tool-call.ts';
import { mapJsonTexts } from '../../text/json-texts.ts';
import type { Heard, Hearing } from '../../tasks/hearing.ts';
import { createRestorer } from './restore.ts';
import type { Vault } from './vault.ts';

/**
 * Lets a hearing hear the restored text, however the answer is cut. Placeholders that the model made up stay in the text
 * and are listed in the result.
 */
export function restoring(hearing: Hearing, vault: Vault): Hearing {
  const restorer = createRestorer(vault);
  const said = (text: string): Heard[] => (text === '' ? [] : [...hearing.hear(text)]);
  // A tool is asked for the person, not for the placeholder.
  const asked = (call: ToolCall) =>
    hearing.call?.({ ...call, arguments: mapJsonTexts(call.arguments, (text) => wholly(text, vault)) });
  return {
    hear: (text) => said(restorer.push(text)),
    ...(hearing.call ? { call: asked } : {}),
    async end() {
      const last = said(restorer.end());
      const { rest, result } = await hearing.end();
      const unknown = restorer.unknown();
      const checks =
        unknown.length === 0 ? result.checks : [...result.checks, { kind: 'placeholders' as const, unknown }];
      return { rest: [...last, ...rest], result: { ...result, checks } };
    },
  };
}

function wholly(text: string, vault: Vault): string {
  const restorer = createRestorer(vault);
  return restorer.push(text) + restorer.end();
}
