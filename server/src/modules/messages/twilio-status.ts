import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../kit/endpoint.ts'
import { known } from '../../kit/known.ts'
import { inTenant } from '../../kit/transaction.ts'
import { callbackUrl, isSignedByTwilio } from './callback.ts'
import { SignatureInvalid, type twilioStatus } from './contract.ts'
import { sql, withoutSecrets } from './tables.ts'
import { CHANNELS } from './templates.ts'

/** The status for each report, and the states it may follow: reports arrive out of order, and none goes back. */
const REPORTS: Readonly<Record<string, { becomes: 'sent' | 'failed' | 'delivered'; after: readonly string[] }>> = {
  sent: { becomes: 'sent', after: ['queued', 'sending'] },
  undelivered: { becomes: 'failed', after: ['queued', 'sending', 'sent'] },
  failed: { becomes: 'failed', after: ['queued', 'sending', 'sent'] },
  // We may have given up on a message that was delivered after all.
  delivered: { becomes: 'delivered', after: ['queued', 'sending', 'sent', 'failed', 'expired'] },
}

const Form = z.record(z.string(), z.string())

export async function hearTwilio(
  { db, caller, headers }: Entrance,
  { message, tenant: _, ...form }: Input<typeof twilioStatus>,
): Promise<Answered<Record<string, never>>> {
  const token = db.config.TWILIO_AUTH_TOKEN
  const url = callbackUrl(db.config, caller.tenant, message)
  const fields = Form.parse(form)
  const signature = String(headers['x-twilio-signature'] ?? '')
  if (token === undefined || url === null || !isSignedByTwilio(token, url, fields, signature)) throw SignatureInvalid()
  const took = await inTenant(db, caller, (ctx) => noteReport(ctx, message, fields))
  if (took) db.metrics.messageTook('sent_to_delivered', took.channel, took.seconds)
  return { body: {} }
}

async function noteReport(ctx: Context, id: string, form: Readonly<Record<string, string>>) {
  const report = Object.hasOwn(REPORTS, form['MessageStatus'] ?? '') ? REPORTS[form['MessageStatus']!] : undefined
  if (!report) return null
  const { becomes, after } = report
  const noted = await sql(ctx)
    .updateTable('messages')
    .set((q) => ({
      status: becomes,
      due_at: null,
      content: withoutSecrets,
      provider_id: form['MessageSid'] ?? null,
      error:
        becomes === 'failed'
          ? `twilio_${/^\d{1,6}$/.exec(form['ErrorCode'] ?? '')?.[0] ?? form['MessageStatus']}`
          : null,
      sent_at: becomes === 'failed' ? q.ref('sent_at') : q.fn.coalesce('sent_at', q.val(ctx.now)),
      delivered_at: becomes === 'delivered' ? ctx.now : null,
    }))
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('status', 'in', after)
    .returning(['channel', 'sent_at'])
    .executeTakeFirst()
  if (!noted || becomes !== 'delivered') return null
  return { channel: known(CHANNELS, noted.channel), seconds: (ctx.now.getTime() - noted.sent_at!.getTime()) / 1000 }
}
