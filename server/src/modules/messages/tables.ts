import { tables } from '../../kit/context.ts'

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
})
