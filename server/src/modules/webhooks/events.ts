import { z } from 'zod'
import { event } from '../../kit/events.ts'

const webhookId = z.uuid()

/** Every attempt failed: the event waits among the dead letters to be sent again. Not sent to the webhook itself. */
export const WebhookDeliveryFailed = event(
  'WebhookDeliveryFailed',
  z.object({ webhookId, eventId: z.uuid(), eventType: z.string() }),
)
/** Nothing more is sent to it: it failed for five days, or answered that it is gone. */
export const WebhookDisabled = event('WebhookDisabled', z.object({ webhookId, because: z.enum(['failing', 'gone']) }))
/** It takes events again, after its owner was told that it does not. */
export const WebhookRecovered = event('WebhookRecovered', z.object({ webhookId }))
