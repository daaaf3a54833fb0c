import { publish } from '../../src/modules/consent/consent.harness.ts'
import { segments as module } from '../../src/modules/segments/index.ts'
import { type Calls, example, type Here } from './here.ts'

/** A business of its own with the segments of the example, applied. */
async function decided(here: Here) {
  const { shop, key } = await here.another()
  await key.segments.decide(example('segments.decide'))
  for (const { run } of module.errands) while (await run(here.world.kith.db, shop.id));
  const { id: customerId } = await key.customers.create({ type: 'guest' })
  return { shop, key, customerId }
}

export const segments = {
  'segments.read': ({ key }) => key.segments.read(),
  'segments.decide': decided,
  async 'segments.undo'(here) {
    const { key, shop } = await decided(here)
    await key.segments.decide(example('segments.decide'))
    for (const { run } of module.errands) while (await run(here.world.kith.db, shop.id));
    await key.segments.undo()
  },
  'segments.preview': ({ key }) => key.segments.preview(example('segments.preview')),
  'segments.listVersions': async (here) => (await decided(here)).key.segments.listVersions(),
  'segments.attributes': ({ key }) => key.segments.attributes(),
  async 'segments.listCustomers'(here) {
    const { key, shop } = await decided(here)
    await publish(shop, 'marketing.email')
    const { otherwise } = await key.segments.read()
    await key.segments.listCustomers({ key: otherwise.key, channel: 'email' })
  },
  async 'segments.exportCustomers'(here) {
    const { key } = await decided(here)
    await key.segments.exportCustomers({ key: (await key.segments.read()).otherwise.key })
  },
  'segments.listChanges': async (here) => (await decided(here)).key.segments.listChanges(),
  async 'segments.ofOne'(here) {
    const { key, customerId } = await decided(here)
    await key.segments.ofOne({ customerId })
  },
  async 'segments.giveTag'(here) {
    const { key, customerId } = await decided(here)
    await key.segments.giveTag({ customerId, tag: (await key.segments.read()).tags[0]!.key })
  },
  async 'segments.takeTag'(here) {
    const { key, customerId } = await decided(here)
    await key.segments.takeTag({ customerId, tag: (await key.segments.read()).tags[0]!.key })
  },
} satisfies Calls<'segments'>

export const statistics = {
  'statistics.acquisition': ({ key }) => key.statistics.acquisition(),
  'statistics.quality': ({ key }) => key.statistics.quality(),
  'statistics.engagement': ({ key }) => key.statistics.engagement(),
  'statistics.points': ({ key }) => key.statistics.points(),
  'statistics.consent': ({ key }) => key.statistics.consent(),
  'statistics.reliability': ({ key }) => key.statistics.reliability(),
  'statistics.todo': ({ key }) => key.statistics.todo(),
  'statistics.behind': async ({ key, customer }) => {
    await customer()
    await key.statistics.behind({ figure: 'new' })
  },
} satisfies Calls<'statistics'>
