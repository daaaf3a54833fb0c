import { uuidv7 } from '../../../server/src/kit/uuid.ts'
import { codeDigest } from '../../../server/src/modules/verification/code-digest.ts'
import { contactDigest } from '../../../server/src/modules/verification/contact.ts'
import { sql } from '../../../server/src/modules/verification/tables.ts'
import type { Inside } from './inside.ts'
import { aStranger } from './people.ts'

const VALID_MS = 300_000
const AT_ONCE = 500

/** Codes as they lie there after they were sent, each to another phone. */
export async function addCodes(inside: Inside, count: number) {
  const codes: { phone: string; purpose: 'sign_in'; code: string }[] = []
  while (codes.length < count) {
    const wanted = Math.min(AT_ONCE, count - codes.length)
    await inside.run(async (ctx) => {
      const rows = Array.from({ length: wanted }, (_, n) => {
        const given = { phone: aStranger().phone, purpose: 'sign_in', code: String(100_000 + n) } as const
        codes.push(given)
        const target = { type: 'phone', value: given.phone, purpose: given.purpose } as const
        return {
          tenant_id: ctx.tenant,
          id: uuidv7(),
          type: target.type,
          contact: contactDigest(ctx, target),
          purpose: target.purpose,
          code: codeDigest(ctx, target, given.code),
          attempts: 0,
          created_at: ctx.now,
          expires_at: new Date(ctx.now.getTime() + VALID_MS),
          verified_at: null,
        }
      })
      sql.insert(ctx, 'verification_codes', rows)
    })
  }
  return codes
}
