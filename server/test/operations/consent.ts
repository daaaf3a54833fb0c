import { aFullCustomer, decide, follow, linksTo, press, publish } from '../../src/modules/consent/consent.harness.ts'
import { type Calls, example, type Here } from './here.ts'

const purpose = 'custom.tailoring'
const grant = { purpose, decision: 'granted' } as const
let documents = 0
const aDocument = async ({ shop }: Here) => (await publish(shop, `custom.paper-${documents++}`)).documentId

/** What it is about, published once. */
const known = new WeakMap<object, Map<string, Promise<unknown>>>()
function published(here: Here, about: string): Promise<unknown> {
  const of = known.get(here) ?? new Map<string, Promise<unknown>>()
  known.set(here, of)
  if (!of.has(about)) of.set(about, publish(here.shop, about))
  return of.get(about)!
}

async function decided(here: Here) {
  await published(here, purpose)
  const { id: customerId } = await here.customer()
  const { eventId } = await here.key.consent.decide({ ...grant, customerId, source: 'till' })
  return { customerId, eventId: eventId! }
}
async function decidedByCustomer(here: Here) {
  await published(here, purpose)
  const { kith } = await here.person()
  const { eventId } = await kith.consent.decideOwn(grant)
  return { kith, eventId: eventId! }
}

/** The link in the e-mail that asks for the second yes. */
async function askedByEmail(here: Here) {
  await published(here, 'marketing.email')
  const email = `reader${documents++}@example.com`
  const customerId = await aFullCustomer(here.shop, { email })
  await decide(here.shop, customerId, 'marketing.email', 'granted')
  return (await linksTo(here.shop, email))[0]!
}
async function toUnsubscribe(here: Here) {
  await press(here.world, await askedByEmail(here))
  const lines = await here.key.consent.marketingContacts({ channel: 'email', topic: 'offers' })
  const { unsubscribe } = JSON.parse(lines.trim().split('\n')[0]!) as { unsubscribe: string }
  return new URL(unsubscribe).pathname
}

export const consent = {
  'consent.listDocuments': ({ visitor }) => visitor.consent.listDocuments(),
  'consent.createDocument': ({ rivalKey }) => rivalKey.consent.createDocument(example('consent.createDocument')),
  'consent.publishVersion': async (here) =>
    here.key.consent.publishVersion({ ...example('consent.publishVersion'), documentId: await aDocument(here) }),
  'consent.listVersions': async (here) => here.key.consent.listVersions({ documentId: await aDocument(here) }),
  'consent.retireDocument': async (here) => here.key.consent.retireDocument({ documentId: await aDocument(here) }),
  'consent.read': async (here) => here.key.consent.read({ customerId: (await decided(here)).customerId }),
  'consent.decide': decided,
  'consent.listEvents': async (here) => here.key.consent.listEvents({ customerId: (await decided(here)).customerId }),
  'consent.receipt': async (here) => here.key.consent.receipt(await decided(here)),
  'consent.readOwn': async ({ person }) => (await person()).kith.consent.readOwn(),
  'consent.decideOwn': decidedByCustomer,
  'consent.listOwnEvents': async ({ person }) => (await person()).kith.consent.listOwnEvents(),
  async 'consent.ownReceipt'(here) {
    const { kith, eventId } = await decidedByCustomer(here)
    await kith.consent.ownReceipt({ eventId })
  },
  'consent.printedReceipt': async (here) => here.key.consent.printedReceipt(await decided(here)),
  async 'consent.marketingContacts'(here) {
    await published(here, 'marketing.email')
    await here.key.consent.marketingContacts({ channel: 'email', topic: 'offers' })
  },
  'consent.showUnsubscribe': async (here) => follow(here.world, await toUnsubscribe(here)),
  'consent.unsubscribe': async (here) => press(here.world, await toUnsubscribe(here)),
  'consent.showConfirmation': async (here) => follow(here.world, await askedByEmail(here)),
  'consent.confirm': async (here) => press(here.world, await askedByEmail(here)),
} satisfies Calls<'consent'>
