import type { Usage } from './work.ts';

const MICRO_PER_CENT = 10_000;
const cents = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });
const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });
const whole = new Intl.NumberFormat('de-DE');

/**
 * What an answer cost: "0,3 Cent", "1,20 €".
 * @param microEuro millionths of a euro; null where no price is known
 * @returns empty where there is nothing to say
 */
export function costText(microEuro: number | null): string {
  if (microEuro === null || microEuro <= 0) return '';
  const inCents = microEuro / MICRO_PER_CENT;
  if (inCents < 0.1) return 'unter 0,1 Cent';
  // What would be written as 100 Cent is a euro.
  if (inCents < 99.95) return `${cents.format(inCents)} Cent`;
  return euros.format(inCents / 100);
}

/** What the cost is reckoned from. */
export function usageText({ inputTokens, outputTokens, estimated }: Usage): string {
  const counted = `${whole.format(inputTokens)} Wortteile (Tokens) gelesen, ${whole.format(outputTokens)} geschrieben`;
  return estimated ? `${counted}; geschätzt` : counted;
}
