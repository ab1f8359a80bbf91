import type { TaskEvent } from '../../contract/events.ts';
import type { AskOptions } from '../models/ask.ts';
import { type Cleared, maskedIn } from './clearing.ts';

type Sent = Extract<TaskEvent, { type: 'sent' }>;

/** Keeps what leaves the house until the person can be told of it, in the order in which it left. */
export class Outbox {
  #waiting: Sent[] = [];

  /** What hears of everything that a model is sent. What stays in the house is no news. */
  listen({ sent, verdict }: Cleared): NonNullable<AskOptions['onAsk']> {
    return (model, conversation) => {
      if (model.place === 'intern') return;
      const messages = sent(conversation);
      this.#waiting.push({ type: 'sent', model, verdict, masked: maskedIn(messages), messages });
    };
  }

  /** What has left since the last time. */
  take(): Sent[] {
    const sent = this.#waiting;
    this.#waiting = [];
    return sent;
  }
}
