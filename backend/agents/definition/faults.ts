/** What is wrong with an agent before it ever runs. */
export interface AgentFault {
  /** Id of the step; null where it is the agent itself. */
  step: string | null;
  /** In German: what is wrong and what to do. */
  text: string;
}
