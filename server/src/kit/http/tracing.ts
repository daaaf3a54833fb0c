import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { tracer } from '../trace.ts'

const spans = new WeakMap<FastifyRequest, Span>()

/** A span for each request, below that of the caller where it sends `traceparent`. Named by the route: an address may have ids in it. */
export function addTracing(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const caller = propagation.extract(context.active(), request.headers)
    const span = tracer().startSpan(request.method, { kind: SpanKind.SERVER }, caller)
    if (span.isRecording()) spans.set(request, span)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request)
    if (!span) return done()
    const route = request.routeOptions.config.route ?? request.routeOptions.url ?? 'unknown'
    span.updateName(`${request.method} ${route}`)
    span.setAttributes({
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': reply.statusCode,
      'kith.request': request.id,
      ...(request.caller && { 'kith.tenant': request.caller.tenant }),
    })
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
    done()
  })
}

/** What is done for a request is below its span. Where a body was read, the context of the hook is gone. */
export function inSpanOf<T>(request: FastifyRequest, work: () => T): T {
  const span = spans.get(request)
  return span ? context.with(trace.setSpan(context.active(), span), work) : work()
}
