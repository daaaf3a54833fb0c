import pg from 'pg'
import { vi } from 'vitest'

/**
 * The beginnings and ends of transactions, and the periodic queries of every process, including those about the
 * business itself, which are cached for seconds for all callers.
 */
const LEFT_OUT =
  /^(commit; )?begin|^commit|^rollback|pg_notify|from tenants order by|from "tenants" where "tenant_id" = \$1$|from "signing_keys" where "tenant_id" = \$1 order by/

/** Statements of the requests, in the order in which they were sent. */
export function watchStatements() {
  const statements: string[] = []
  const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [first] = given as [string | { text?: string }]
    const text = typeof first === 'string' ? first : (first.text ?? '')
    const ofRequests = this.user?.startsWith('kith_app') === true && !LEFT_OUT.test(text)
    if (ofRequests) statements.push(text)
    return query.apply(this, given)
  } as never)
  return {
    async during<T>(work: () => Promise<T>): Promise<{ answer: T; statements: string[] }> {
      statements.length = 0
      const answer = await work()
      return { answer, statements: [...statements] }
    },
    stop: () => spy.mockRestore(),
  }
}
