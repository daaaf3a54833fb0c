import { keep, type Stub, type Waiting } from '../../offline/waiting.ts'
import { useWrite } from '../../person/queries.ts'
import { isUnreachable } from '../../reach/unreachable.ts'
import type { Customer } from '../../session/session.ts'

/** Creates a customer; without the server, saves an entry under the same Idempotency-Key. */
export function useMakeOrKeep(): (stub: Stub, idempotencyKey: string) => Promise<Customer | Waiting> {
  const write = useWrite()
  return async (stub, idempotencyKey) => {
    try {
      if (navigator.onLine) return await write((kith) => kith.customers.create(stub, { idempotencyKey }))
    } catch (error) {
      if (!isUnreachable(error)) throw error
    }
    return keep({ stub }, idempotencyKey)
  }
}
