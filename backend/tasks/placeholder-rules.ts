import { legendRules, type Vault } from '../privacy/placeholders/mask.ts';

/**
 * What a model has to know of the placeholders in what it is told.
 * @returns rules with a line for each placeholder that stands there; empty where there is none
 */
export function placeholderRules(vault: Vault, said: string): string {
  const standing = new Set(vault.marks(said).map(({ start, end }) => said.slice(start, end)));
  if (standing.size === 0) return '';
  const lines = vault
    .legend()
    .split('\n')
    .filter((line) => standing.has(line.slice(0, line.indexOf(']') + 1)));
  return [legendRules, ...lines].join('\n');
}
