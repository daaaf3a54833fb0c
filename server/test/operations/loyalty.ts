import { randomUUID } from 'node:crypto'
import type { Input } from '../../../sdk/src/index.ts'
import { anOperator } from './accounts.ts'
import { type Calls, example, type Here } from './here.ts'

async function aMember({ key, customer }: Here) {
  const { id: customerId } = await customer({ phoneVerified: true })
  await key.loyalty.adjust({ customerId, points: 100, reason: 'A gift' })
  return customerId
}
async function redeemed(here: Here, more: Partial<Input<'loyalty.redeem'>> = {}) {
  const customerId = await aMember(here)
  const { id: redemptionId } = await here.key.loyalty.redeem({ ...example('loyalty.redeem'), customerId, ...more })
  return { customerId, redemptionId }
}
async function granted(here: Here) {
  const [customerId, { kith }] = [await aMember(here), await anOperator(here)]
  return { customerId, kith, grant: await kith.loyalty.grantOffline({ customerId }) }
}
/** At a shop of its own: one review at a time. */
async function reviewed(here: Here) {
  const { key } = await here.another()
  return { key, review: await key.loyalty.askForReview() }
}

export const loyalty = {
  'loyalty.account': async (here) => here.key.loyalty.account({ customerId: await aMember(here) }),
  'loyalty.listEntries': async (here) => here.key.loyalty.listEntries({ customerId: await aMember(here) }),
  'loyalty.balanceAt': async (here) => here.key.loyalty.balanceAt({ customerId: await aMember(here) }),
  'loyalty.explain': async (here) => here.key.loyalty.explain({ customerId: await aMember(here) }),
  'loyalty.adjust': aMember,
  'loyalty.quote': async (here) =>
    here.key.loyalty.quote({ ...example('loyalty.quote'), customerId: await aMember(here) }),
  'loyalty.redeem': redeemed,
  'loyalty.capture': async (here) => here.key.loyalty.capture(await redeemed(here, { hold: true })),
  'loyalty.release': async (here) => here.key.loyalty.release(await redeemed(here, { hold: true })),
  'loyalty.grantOffline': granted,
  async 'loyalty.settleOffline'(here) {
    const { customerId, kith, grant } = await granted(here)
    const { snapshot, at } = grant
    await kith.loyalty.settleOffline({ customerId, redemptionId: randomUUID(), snapshot, points: 1, at })
  },
  'loyalty.own': async ({ person }) => (await person()).kith.loyalty.own(),
  'loyalty.ownEntries': async ({ person }) => (await person()).kith.loyalty.ownEntries(),
  'loyalty.card': async ({ person }) => (await person()).kith.loyalty.card(),
  'loyalty.readRules': ({ key }) => key.loyalty.readRules(),
  'loyalty.changeRules': ({ rivalKey }) => rivalKey.loyalty.changeRules(example('loyalty.changeRules')),
  'loyalty.listRules': ({ key }) => key.loyalty.listRules(),
  'loyalty.readTiers': ({ key }) => key.loyalty.readTiers(),
  'loyalty.changeTiers': ({ rivalKey }) => rivalKey.loyalty.changeTiers(example('loyalty.changeTiers')),
  'loyalty.simulate': ({ key }) => key.loyalty.simulate(example('loyalty.simulate')),
  'loyalty.liability': ({ key }) => key.loyalty.liability(),
  'loyalty.previewReview': ({ key }) => key.loyalty.previewReview(example('loyalty.previewReview')),
  'loyalty.askForReview': reviewed,
  'loyalty.listReviews': ({ key }) => key.loyalty.listReviews(),
  async 'loyalty.readReview'(here) {
    const { key, review } = await reviewed(here)
    await key.loyalty.readReview({ reviewId: review.id })
  },
  'loyalty.reviewOne': async (here) => here.key.loyalty.reviewOne({ customerId: await aMember(here) }),
} satisfies Calls<'loyalty'>
