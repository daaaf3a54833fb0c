import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { customerKey } from '../../customers/index.ts'
import { ask } from '../exports/ask.ts'
import { AskedBefore } from '../refusals.ts'
import { openRequest } from '../requests/record.ts'
import { type RequestRow, requestRows, toRequests } from '../requests/request-row.ts'
import { readPrivacySettings } from '../settings.ts'
import type { askForMyself, OwnRequest } from './contract.ts'

const LISTED_MOST = 50

interface Mine {
  readonly customerId: string
}

/** One open request of a kind at a time. Access needs no staff: the export answers it. */
export async function askMyself(
  ctx: Context,
  { customerId, kind, text = '' }: Input<typeof askForMyself> & Mine,
): Promise<OwnRequest> {
  await customerKey(ctx, customerId, 'although restricted')
  const before = await requestRows(ctx)
    .where('customer_id', '=', customerId)
    .where('kind', '=', kind)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (before) throw AskedBefore({ requestId: before.id })
  const row = await openRequest(ctx, { customerId, kind, text, receivedAt: ctx.now, byPerson: true })
  if (kind === 'access') await ask(ctx, { customerId, requestId: row.id })
  return (await toOwn(ctx, [row]))[0]!
}

export async function listOwnRequests(ctx: Context, { customerId }: Mine) {
  const rows = await requestRows(ctx)
    .where('customer_id', '=', customerId)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(LISTED_MOST)
    .execute()
  return { items: await toOwn(ctx, rows) }
}

async function toOwn(ctx: Context, rows: readonly RequestRow[]): Promise<OwnRequest[]> {
  const { dueSoonDays } = await readPrivacySettings(ctx)
  return toRequests(ctx, rows, dueSoonDays)
}
