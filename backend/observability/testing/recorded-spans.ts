import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanStatus,
  trace,
  type TextMapPropagator,
  TraceFlags,
} from '@opentelemetry/api';

/** A span as it was told to OpenTelemetry. */
export interface RecordedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  attributes: Attributes;
  events: string[];
  failed: boolean;
  ended: boolean;
}

/**
 * Stands in for the SDK that an operator loads: registers itself with OpenTelemetry's API and keeps all spans.
 * @returns the spans, and how to take it off again
 */
export function recordSpans(): { spans: RecordedSpan[]; stop(): void } {
  const spans: RecordedSpan[] = [];
  let count = 0;
  const hex = (digits: number) => String((count += 1)).padStart(digits, '0');
  context.setGlobalContextManager(createContextManager());
  propagation.setGlobalPropagator(traceparentOnly);
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan(name, options, parentContext = context.active()) {
        const parent = trace.getSpanContext(parentContext);
        const recorded: RecordedSpan = {
          name,
          traceId: parent?.traceId ?? hex(32),
          spanId: hex(16),
          parentSpanId: parent?.spanId,
          attributes: { ...options?.attributes },
          events: [],
          failed: false,
          ended: false,
        };
        spans.push(recorded);
        return spanOf(recorded);
      },
      startActiveSpan: () => {
        throw new Error('not used here');
      },
    }),
  });
  return {
    spans,
    stop() {
      trace.disable();
      propagation.disable();
      context.disable();
    },
  };
}

function spanOf(recorded: RecordedSpan): Span {
  const { traceId, spanId } = recorded;
  const span: Span = {
    spanContext: () => ({ traceId, spanId, traceFlags: TraceFlags.SAMPLED }),
    setAttribute: (key, value) => span.setAttributes({ [key]: value }),
    setAttributes(attributes) {
      Object.assign(recorded.attributes, attributes);
      return span;
    },
    addEvent(name) {
      recorded.events.push(name);
      return span;
    },
    addLink: () => span,
    addLinks: () => span,
    setStatus(_status: SpanStatus) {
      recorded.failed = true;
      return span;
    },
    updateName: () => span,
    end() {
      recorded.ended = true;
    },
    isRecording: () => !recorded.ended,
    recordException() {
      throw new Error('an exception holds a message, and a message may hold content');
    },
  };
  return span;
}

function createContextManager(): ContextManager {
  const contexts = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => contexts.getStore() ?? ROOT_CONTEXT,
    with: (active, work, thisArg, ...args) => contexts.run(active, () => work.call(thisArg, ...args)),
    bind: (_active, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}

const traceparentOnly: TextMapPropagator = {
  inject: () => undefined,
  extract(into, carrier, getter) {
    const [, traceId = '', spanId = ''] = String(getter.get(carrier, 'traceparent')).split('-');
    return trace.setSpanContext(into, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
  },
  fields: () => ['traceparent'],
};
