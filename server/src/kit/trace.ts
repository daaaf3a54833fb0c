import { type Attributes, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { codeOf } from '../error.ts'
import { Refusal } from './refusal.ts'

/** Asked for each time: the SDK is the operator's, and may be there later than we are. Without one nothing is measured. */
export const tracer = () => trace.getTracer('kith')

/** A part of the work as a span. Nothing personal: ids, names and codes, never the text of an error. */
export function traced<T>(name: string, attributes: Attributes, work: (span: Span) => Promise<T>): Promise<T> {
  return tracer().startActiveSpan(name, { kind: SpanKind.INTERNAL, attributes }, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      noteFailure(span, error)
      throw error
    } finally {
      span.end()
    }
  })
}

/** What is refused is no failure of ours. */
function noteFailure(span: Span, error: unknown): void {
  if (error instanceof Refusal) return void span.setAttribute('kith.refused', error.kind.code)
  span.setAttribute('error.type', codeOf(error) || (error instanceof Error ? error.name : 'unknown'))
  span.setStatus({ code: SpanStatusCode.ERROR })
}
