import { sql as raw } from 'kysely'
import { per, until } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'
import { SECRETS } from './templates.ts'

export const sql = tables({
  messages: {
    tenant_id: 'id',
    id: 'id',
    customer_id: 'id',
    channel: 'fact',
    template: 'fact',
    language: 'fact',
    status: 'fact',
    address: 'sealed',
    address_digest: 'digest',
    content: 'sealed',
    segments: 'fact',
    attempts: 'fact',
    due_at: 'fact',
    expires_at: 'fact',
    provider_id: 'id',
    error: 'fact',
    queued_at: 'fact',
    sent_at: 'fact',
    delivered_at: 'fact',
  },
  message_templates: {
    tenant_id: 'id',
    name: 'fact',
    channel: 'fact',
    language: 'fact',
    wording: 'sealed',
    updated_at: 'fact',
  },
}).grows({
  messages: {
    since: 'queued_at',
    bound: until(
      'forget-messages',
      'the days that the business decides, at least 30, or else KITH_MESSAGES_KEPT_DAYS; texts and addresses 30 days',
    ),
  },
  message_templates: { since: 'updated_at', bound: per('template and language') },
})

/** The content of a finished message: codes and links are deleted, other texts are kept for a while. */
export const withoutSecrets = raw<Buffer | null>`case when template = any (${SECRETS}::text[]) then null else content end`
