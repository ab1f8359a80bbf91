import { actDetails, type ActDetails } from '../../contract/audit.ts';

/** The details of a line; empty where somebody has written into the database what is none, which `verify` tells. */
export function readDetails(text: string): ActDetails {
  try {
    return actDetails.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
