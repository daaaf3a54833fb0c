import { openLog } from '../../src/kit/log.ts'
import { deliverEvents } from '../../src/modules/events/index.ts'
import { modules } from '../../src/modules.ts'
import { type Calls, example, type Here } from './here.ts'

const aWebhook = async ({ key }: Here) => {
  const { id: webhookId } = await key.webhooks.create(example('webhooks.create'))
  return { webhookId }
}
/** With an event that it is to get. */
async function withEvent(here: Here) {
  const place = await aWebhook(here)
  await here.customer()
  const subscribers = modules.flatMap((module) => module.subscribers)
  await here.shop.run((ctx) => deliverEvents(ctx, subscribers, openLog('silent')))
  const { items } = await here.key.webhooks.deliveries(place)
  return { ...place, eventId: items[0]!.eventId }
}

export const webhooks = {
  'webhooks.listEvents': ({ key }) => key.webhooks.listEvents(),
  'webhooks.streamEvents': ({ key }) => key.webhooks.streamEvents({ seconds: '1' }),
  'webhooks.listEventTypes': ({ key }) => key.webhooks.listEventTypes(),
  'webhooks.readRetention': ({ key }) => key.webhooks.readRetention(),
  'webhooks.changeRetention': ({ rivalKey }) => rivalKey.webhooks.changeRetention(example('webhooks.changeRetention')),
  'webhooks.list': ({ key }) => key.webhooks.list(),
  'webhooks.create': aWebhook,
  'webhooks.get': async (here) => here.key.webhooks.get(await aWebhook(here)),
  'webhooks.change': async (here) =>
    here.key.webhooks.change({ ...example('webhooks.change'), ...(await aWebhook(here)) }),
  'webhooks.remove': async (here) => here.key.webhooks.remove(await aWebhook(here)),
  'webhooks.disable': async (here) => here.key.webhooks.disable(await aWebhook(here)),
  'webhooks.enable': async (here) => here.key.webhooks.enable(await aWebhook(here)),
  'webhooks.rotateSecret': async (here) =>
    here.key.webhooks.rotateSecret({ ...example('webhooks.rotateSecret'), ...(await aWebhook(here)) }),
  async 'webhooks.tryOut'(here) {
    const { webhookId } = await withEvent(here)
    await here.key.webhooks.tryOut({ ...example('webhooks.tryOut'), webhookId, send: false })
  },
  'webhooks.deliveries': async (here) => here.key.webhooks.deliveries(await aWebhook(here)),
  'webhooks.delivery': async (here) => here.key.webhooks.delivery(await withEvent(here)),
  'webhooks.resend': async (here) => here.key.webhooks.resend(await withEvent(here)),
  async 'webhooks.replay'(here) {
    const { webhookId } = await withEvent(here)
    await here.key.webhooks.replay({ ...example('webhooks.replay'), webhookId })
  },
  'webhooks.disclosures': async ({ key, customer }) => key.webhooks.disclosures({ customerId: (await customer()).id }),
} satisfies Calls<'webhooks'>
