import { anEvent } from '../../src/modules/incoming/receiving/incoming.harness.ts'
import { aPhone } from '../harness.ts'
import { type Calls, example, type Here } from './here.ts'

async function anOrder({ key, customer }: Here) {
  const { id: customerId } = await customer()
  const { id: orderId } = await key.orders.place({ customerId, total: 4_250, lines: [{ amount: 4_250 }] })
  return { customerId, orderId }
}
async function ofPerson({ key, person }: Here) {
  const { customerId, kith } = await person()
  await key.orders.place({ customerId, total: 700 })
  const { id: paymentMethodId } = await key.orders.addPaymentMethod({
    ...example('orders.addPaymentMethod'),
    customerId,
  })
  return { customerId, kith, paymentMethodId }
}
async function withCard({ key, customer }: Here) {
  const { id: customerId } = await customer()
  const { id: paymentMethodId } = await key.orders.addPaymentMethod({
    ...example('orders.addPaymentMethod'),
    customerId,
  })
  return { customerId, paymentMethodId }
}

export const orders = {
  'orders.place': ({ visitor }) =>
    visitor.orders.place({ ...example('orders.place'), contact: { phone: aPhone(), firstName: 'Noor' } }),
  'orders.readCurrency': ({ key }) => key.orders.readCurrency(),
  'orders.get': async (here) => here.key.orders.get({ orderId: (await anOrder(here)).orderId }),
  'orders.listOfCustomer': async (here) =>
    here.key.orders.listOfCustomer({ customerId: (await anOrder(here)).customerId }),
  'orders.listOwn': async (here) => (await ofPerson(here)).kith.orders.listOwn(),
  'orders.pay': async (here) =>
    here.key.orders.pay({ ...example('orders.pay'), orderId: (await anOrder(here)).orderId }),
  'orders.deliver': async (here) =>
    here.key.orders.deliver({ ...example('orders.deliver'), orderId: (await anOrder(here)).orderId }),
  'orders.cancel': async (here) =>
    here.key.orders.cancel({ ...example('orders.cancel'), orderId: (await anOrder(here)).orderId }),
  'orders.refund': async (here) =>
    here.key.orders.refund({ amount: 250, note: 'One was torn', orderId: (await anOrder(here)).orderId }),
  'orders.signals': async (here) => here.key.orders.signals({ customerId: (await anOrder(here)).customerId }),
  'orders.whole': async (here) => here.key.orders.whole({ customerId: (await anOrder(here)).customerId }),
  'orders.listPaymentMethods': async (here) =>
    here.key.orders.listPaymentMethods({ customerId: (await withCard(here)).customerId }),
  'orders.addPaymentMethod': withCard,
  'orders.removePaymentMethod': async (here) => here.key.orders.removePaymentMethod(await withCard(here)),
  'orders.listOwnPaymentMethods': async (here) => (await ofPerson(here)).kith.orders.listOwnPaymentMethods(),
  async 'orders.removeOwnPaymentMethod'(here) {
    const { kith, paymentMethodId } = await ofPerson(here)
    await kith.orders.removeOwnPaymentMethod({ paymentMethodId })
  },
  'orders.listSources': ({ key }) => key.orders.listSources(),
  'orders.releaseSource': ({ key }) => key.orders.releaseSource(example('orders.releaseSource')),
  'orders.readSettings': ({ key }) => key.orders.readSettings(),
  'orders.changeSettings': ({ rivalKey }) => rivalKey.orders.changeSettings(example('orders.changeSettings')),
} satisfies Calls<'orders'>

let count = 0
const sent = (data: object, type = 'OrderPaid') => anEvent({ id: `event-${count++}`, type, data })
/** It cannot be carried out: it names no customer. */
async function parked({ key }: Here) {
  const { results } = await key.incoming.receive(sent({ orderId: `A-${count}`, total: 100 }, 'OrderPlaced'))
  return { parkedId: results[0]!.parkedId! }
}
async function withTicket({ key, customer }: Here) {
  const { id: customerId } = await customer()
  await key.incoming.addInteraction({ ...example('incoming.addInteraction'), customerId })
  return { customerId }
}

export const incoming = {
  'incoming.receive': async ({ key, customer }) =>
    key.incoming.receive(
      sent({ orderId: `A-${count}`, customer: { id: (await customer()).id }, total: 100 }, 'OrderPlaced'),
    ),
  'incoming.listParked': async (here) => {
    await parked(here)
    await here.key.incoming.listParked()
  },
  'incoming.getParked': async (here) => here.key.incoming.getParked(await parked(here)),
  async 'incoming.correctParked'(here) {
    const data = { orderId: `A-${count}`, customer: { phone: aPhone() }, total: 100 }
    await here.key.incoming.correctParked({ ...(await parked(here)), data })
  },
  'incoming.replayParked': async (here) => here.key.incoming.replayParked(await parked(here)),
  'incoming.replayAll': async (here) => {
    await parked(here)
    await here.key.incoming.replayAll()
  },
  'incoming.dropParked': async (here) =>
    here.key.incoming.dropParked({ ...example('incoming.dropParked'), ...(await parked(here)) }),
  'incoming.listInteractions': async (here) => here.key.incoming.listInteractions(await withTicket(here)),
  'incoming.addInteraction': withTicket,
  async 'incoming.listInterests'(here) {
    const { id } = await here.customer()
    await here.key.incoming.receive(
      sent({ customer: { id }, rating: 5, category: 'thobes', tags: ['linen'] }, 'ProductReviewed'),
    )
    await here.key.incoming.listInterests({ customerId: id })
  },
} satisfies Calls<'incoming'>
