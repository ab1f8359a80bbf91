/**
 * Why something of the person's could not be read: nothing connects it, it or the sign-in does not allow it, their token is
 * over, it does not answer, or it is not there.
 */
export type GraphFault = 'not-connected' | 'refused' | 'expired' | 'unavailable' | 'missing';

/** What Graph or the sign-in answered is not kept: it may repeat addresses and ids. */
export class GraphError extends Error {
  readonly fault: GraphFault;

  constructor(fault: GraphFault) {
    super(fault);
    this.name = 'GraphError';
    this.fault = fault;
  }
}
