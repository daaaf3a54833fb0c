import { Invalid, type Language, NotFound, type RefusalKind } from '../../../kit/refusal.ts'
import * as customers from '../../customers/contract.ts'
import * as orders from '../../orders/contract.ts'
import * as own from '../refusals.ts'

/** What may park an event: the refusals of the operations that carry it out. */
const KINDS = new Map<string, RefusalKind>(
  [Invalid, NotFound, ...Object.values(customers), ...Object.values(orders), ...Object.values(own)].flatMap((one) =>
    isRefusal(one) ? [[one.code, one] as const] : [],
  ),
)

function isRefusal(one: unknown): one is RefusalKind {
  return typeof one === 'function' && 'code' in one && 'text' in one
}

export const wordsOfReason = (code: string, language: Language) => ({
  code,
  text: KINDS.get(code)?.text[language] ?? code,
})
