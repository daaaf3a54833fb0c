import { type Span, SpanKind, trace } from '@opentelemetry/api'
import type pg from 'pg'

/** How long statements and the wait for a connection take, in seconds. The text of a statement has placeholders for its values. */
export interface Watch {
  waited(seconds: number): void
  ran(statement: string, seconds: number): void
}

/** Times what is sent on this connection, from the sending to the answer. */
export function timeStatements(client: pg.PoolClient, ran: Watch['ran']): void {
  const send: (...sent: unknown[]) => unknown = client.query.bind(client)
  const timed = (...sent: unknown[]) => {
    const began = performance.now()
    const span = spanOf(sent[0])
    const answer = send(...sent)
    if (answer instanceof Promise) {
      const done = () => {
        span.end()
        ran(textOf(sent[0]), (performance.now() - began) / 1000)
      }
      answer.then(done, done)
    }
    return answer
  }
  client.query = timed as typeof client.query // It answers as the one it wraps.
}

/** With the text of the statement, in which values are placeholders; below the transaction that sends it. */
function spanOf(sent: unknown): Span {
  const span = trace.getTracer('kith').startSpan('statement', { kind: SpanKind.CLIENT })
  if (span.isRecording())
    span.setAttributes({ 'db.system.name': 'postgresql', 'db.query.text': withoutValues(textOf(sent)) })
  return span
}

const textOf = (sent: unknown): string => (typeof sent === 'string' ? sent : String(Object(sent).text))

const LONGEST = 600

/** The few literals there are, such as the tenant of a transaction, go too. */
export const withoutValues = (statement: string): string =>
  statement.replaceAll(/'(?:[^']|'')*'/g, "'…'").slice(0, LONGEST)
