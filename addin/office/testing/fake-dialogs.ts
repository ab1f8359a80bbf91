import { answer, callbackOf, noFaults } from './fake-async.ts';

type Handler = (args: { message: string; origin: string | undefined } | { error: number }) => void;

/** A window that Office has opened. Closing it twice throws, as classic programs do. */
class FakeDialog {
  readonly address: string;
  isOpen = true;
  readonly #handlers = new Map<string, Handler>();

  constructor(address: string) {
    this.address = address;
  }

  /** As the program hands it out. */
  asOffice(): Office.Dialog {
    return {
      close: () => {
        if (!this.isOpen) throw new Error('Das Dialogfeld ist bereits geschlossen.');
        this.isOpen = false;
      },
      addEventHandler: (type: unknown, handler: Handler) => this.#handlers.set(String(type), handler),
    } as unknown as Office.Dialog;
  }

  /** Its page says something to the pane. */
  say(message: string, origin: string | undefined): void {
    this.#handlers.get('dialogMessageReceived')?.({ message, origin });
  }

  /** 12006: the person closes it; 12002 and 12003: it could not show its page. */
  happen(error: number): void {
    if (error === 12006) this.isOpen = false;
    this.#handlers.get('dialogEventReceived')?.({ error });
  }
}

/** The windows of Office: one at a time, beginning with a page of our own. */
export class FakeDialogs {
  readonly faults = noFaults();
  #open: FakeDialog | null = null;

  office(): typeof Office {
    return {
      EventType: {
        DialogMessageReceived: 'dialogMessageReceived',
        DialogEventReceived: 'dialogEventReceived',
      },
      context: {
        ui: {
          displayDialogAsync: (address: string, ...args: unknown[]) =>
            answer<Office.Dialog>(this.faults, 'displayDialogAsync', callbackOf(args), () => {
              if (this.#open?.isOpen) return { code: 12007, name: '' };
              this.#open = new FakeDialog(address);
              return { value: this.#open.asOffice() };
            }),
        },
      },
    } as unknown as typeof Office;
  }

  /** The window, once it is open. */
  async opened(): Promise<FakeDialog> {
    while (this.#open === null) await new Promise((resolve) => setTimeout(resolve));
    return this.#open;
  }
}
