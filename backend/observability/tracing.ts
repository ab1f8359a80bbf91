import {
  type Attributes,
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** All that a span may be called. */
export type SpanName = 'request' | 'task' | 'model call' | 'store transaction';

/** All that a span may say, so that no content can get into one. Names as in OpenTelemetry's conventions. */
export type SpanNotes = Partial<{
  'http.request.method': string;
  /** The declared route. */
  'http.route': string;
  'http.response.status_code': number;
  'amtsfeder.request_id': string;
  'amtsfeder.task': string;
  'amtsfeder.scope': string;
  'gen_ai.request.model': string;
  /** An error code of the contract, or why the database failed. */
  'error.type': string;
}>;

/** What can happen in the middle of a span. */
export type SpanEvent = 'prepared' | 'first word' | 'retry' | 'failover' | 'part read';

export interface OpenSpan {
  /** Runs work as a part of the span: spans that begin in it are its children. */
  within<T>(work: () => T): T;
  event(name: SpanEvent): void;
  /** @param failed whether an operator should look */
  end(notes: SpanNotes, failed: boolean): void;
}

export interface Tracing {
  /**
   * Begins a span as a child of the one that is open here.
   * @param traceparent header of a request (W3C Trace Context); the span then continues the caller's trace
   */
  begin(name: SpanName, notes: SpanNotes, traceparent?: string): OpenSpan;
  /** Id of the trace that is open here, 32 hexadecimal digits; undefined where none is recorded. */
  traceId(): string | undefined;
}

const KINDS: Record<SpanName, SpanKind> = {
  request: SpanKind.SERVER,
  task: SpanKind.INTERNAL,
  'model call': SpanKind.CLIENT,
  'store transaction': SpanKind.CLIENT,
};

/** W3C Trace Context, version 00. */
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Spans through OpenTelemetry's API. They cost nothing and go nowhere until the operator loads an SDK before the
 * product (`node --import`), which then decides what is kept and where it is sent.
 */
export function createTracing(): Tracing {
  const tracer = trace.getTracer('amtsfeder');
  return {
    begin(name, notes, traceparent) {
      const parent =
        traceparent !== undefined && TRACEPARENT.test(traceparent)
          ? // Nothing else of the headers: baggage could carry anything into our traces.
            propagation.extract(ROOT_CONTEXT, { traceparent })
          : context.active();
      const span = tracer.startSpan(name, { kind: KINDS[name], attributes: notes as Attributes }, parent);
      const inside = trace.setSpan(parent, span);
      return {
        within: (work) => context.with(inside, work),
        event: (event) => void span.addEvent(event),
        end(more, failed) {
          span.setAttributes(more as Attributes);
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    traceId() {
      const spanContext = trace.getActiveSpan()?.spanContext();
      return spanContext && isSpanContextValid(spanContext) ? spanContext.traceId : undefined;
    },
  };
}
