import { type Calls, example, type Here } from './here.ts'

const withPlan = async ({ key, customer }: Here) => {
  const { id: customerId } = await customer()
  const { id: subscriptionId } = await key.membership.start({ ...example('membership.start'), customerId })
  return { customerId, subscriptionId }
}
const withFlair = async ({ key, customer }: Here) => {
  const { id: customerId } = await customer()
  const { flairId } = await key.membership.awardFlair({ ...example('membership.awardFlair'), customerId })
  return { customerId, flairId }
}

export const membership = {
  'membership.list': async (here) => here.key.membership.list({ customerId: (await withPlan(here)).customerId }),
  'membership.start': withPlan,
  'membership.preview': async ({ key, customer }) =>
    key.membership.preview({ ...example('membership.preview'), customerId: (await customer()).id }),
  'membership.change': async (here) =>
    here.key.membership.change({ ...example('membership.change'), ...(await withPlan(here)) }),
  'membership.cancel': async (here) => here.key.membership.cancel({ ...(await withPlan(here)), when: 'now' }),
  async 'membership.revokeChange'(here) {
    const one = await withPlan(here)
    await here.key.membership.cancel({ ...one, when: 'period_end' })
    await here.key.membership.revokeChange(one)
  },
  'membership.pause': async (here) =>
    here.key.membership.pause({ ...example('membership.pause'), ...(await withPlan(here)) }),
  async 'membership.resume'(here) {
    const one = await withPlan(here)
    await here.key.membership.pause(one)
    await here.key.membership.resume(one)
  },
  'membership.features': async ({ key, customer }) => key.membership.features({ customerId: (await customer()).id }),
  'membership.featureDocument': async ({ key, customer }) =>
    key.membership.featureDocument({ customerId: (await customer()).id }),
  'membership.explain': async (here) => here.key.membership.explain({ customerId: (await withPlan(here)).customerId }),
  'membership.listFlairs': async (here) =>
    here.key.membership.listFlairs({ customerId: (await withFlair(here)).customerId }),
  'membership.awardFlair': withFlair,
  'membership.removeFlair': async (here) => here.key.membership.removeFlair(await withFlair(here)),
  'membership.own': async ({ person }) => (await person()).kith.membership.own(),
  'membership.ownFeatures': async ({ person }) => (await person()).kith.membership.ownFeatures(),
  'membership.ownFeatureDocument': async ({ person }) => (await person()).kith.membership.ownFeatureDocument(),
  'membership.ownFlairs': async ({ person }) => (await person()).kith.membership.ownFlairs(),
  'membership.readPlans': ({ key }) => key.membership.readPlans(),
  'membership.changePlans': ({ rivalKey }) => rivalKey.membership.changePlans(example('membership.changePlans')),
  'membership.readFlairs': ({ key }) => key.membership.readFlairs(),
  'membership.changeFlairs': ({ rivalKey }) => rivalKey.membership.changeFlairs(example('membership.changeFlairs')),
  'membership.previewFlairs': ({ key }) => key.membership.previewFlairs(),
  'membership.applyFlairs': ({ rivalKey }) => rivalKey.membership.applyFlairs(),
  'membership.listFlairRuns': ({ key }) => key.membership.listFlairRuns(),
} satisfies Calls<'membership'>
