import { lookAtOutdated } from '../../src/modules/duplicates/index.ts'
import { aPhone } from '../harness.ts'
import { type Calls, example, type Here } from './here.ts'

const addressOf = async ({ key, customer }: Here) => {
  const { id: customerId } = await customer()
  const { id: addressId } = await key.addresses.add({ ...example('addresses.add'), customerId })
  return { customerId, addressId }
}
const ownAddress = async ({ person }: Here) => {
  const { kith } = await person()
  const { id: addressId } = await kith.addresses.addOwn(example('addresses.addOwn'))
  return { kith, addressId }
}

export const addresses = {
  'addresses.list': async (here) =>
    here.key.addresses.list({ customerId: (await addressOf(here)).customerId, near: '23.588,58.383' }),
  'addresses.add': addressOf,
  'addresses.get': async (here) => here.key.addresses.get(await addressOf(here)),
  'addresses.change': async (here) =>
    here.key.addresses.change({ ...example('addresses.change'), ...(await addressOf(here)) }),
  'addresses.remove': async (here) => here.key.addresses.remove(await addressOf(here)),
  async 'addresses.restore'(here) {
    const address = await addressOf(here)
    await here.key.addresses.remove(address)
    await here.key.addresses.restore(address)
  },
  'addresses.makeDefault': async (here) => here.key.addresses.makeDefault(await addressOf(here)),
  'addresses.listOwn': async (here) => (await ownAddress(here)).kith.addresses.listOwn(),
  'addresses.addOwn': ownAddress,
  async 'addresses.changeOwn'(here) {
    const { kith, addressId } = await ownAddress(here)
    await kith.addresses.changeOwn({ ...example('addresses.changeOwn'), addressId })
  },
  async 'addresses.removeOwn'(here) {
    const { kith, addressId } = await ownAddress(here)
    await kith.addresses.removeOwn({ addressId })
  },
  async 'addresses.restoreOwn'(here) {
    const { kith, addressId } = await ownAddress(here)
    await kith.addresses.removeOwn({ addressId })
    await kith.addresses.restoreOwn({ addressId })
  },
  async 'addresses.makeOwnDefault'(here) {
    const { kith, addressId } = await ownAddress(here)
    await kith.addresses.makeOwnDefault({ addressId })
  },
  'addresses.rules': ({ visitor }) => visitor.addresses.rules({ country: 'AE' }),
  'addresses.readSettings': ({ key }) => key.addresses.readSettings(),
  'addresses.changeSettings': ({ rivalKey }) => rivalKey.addresses.changeSettings(example('addresses.changeSettings')),
} satisfies Calls<'addresses'>

export const carts = {
  'carts.read': async ({ key, customer }) => key.carts.read({ customerId: (await customer()).id }),
  'carts.put': async ({ key, customer }) =>
    key.carts.put({ ...example('carts.put'), customerId: (await customer()).id }),
  'carts.clear': async ({ key, customer }) => key.carts.clear({ customerId: (await customer()).id }),
  'carts.readOwn': async ({ person }) => (await person()).kith.carts.readOwn(),
  'carts.putOwn': async ({ person }) => (await person()).kith.carts.putOwn(example('carts.putOwn')),
  'carts.clearOwn': async ({ person }) => (await person()).kith.carts.clearOwn(),
} satisfies Calls<'carts'>

export const pictures = {
  'pictures.read': async ({ key, customer }) => key.pictures.read({ customerId: (await customer()).id }),
  'pictures.put': async ({ key, customer }) =>
    key.pictures.put({ ...example('pictures.put'), customerId: (await customer()).id }),
  'pictures.remove': async ({ key, customer }) => key.pictures.remove({ customerId: (await customer()).id }),
  'pictures.readOwn': async ({ person }) => (await person()).kith.pictures.readOwn(),
  'pictures.putOwn': async ({ person }) => (await person()).kith.pictures.putOwn(example('pictures.putOwn')),
  'pictures.removeOwn': async ({ person }) => (await person()).kith.pictures.removeOwn(),
} satisfies Calls<'pictures'>

export const preferences = {
  'preferences.readSchema': ({ visitor }) => visitor.preferences.readSchema(),
  'preferences.changeSchema': ({ rivalKey }) => rivalKey.preferences.changeSchema(example('preferences.changeSchema')),
  'preferences.get': async ({ key, customer }) => key.preferences.get({ customerId: (await customer()).id }),
  'preferences.replace': async ({ key, customer }) =>
    key.preferences.replace({ ...example('preferences.replace'), customerId: (await customer()).id }),
  'preferences.change': async ({ key, customer }) =>
    key.preferences.change({ ...example('preferences.change'), customerId: (await customer()).id }),
  'preferences.getOwn': async ({ person }) => (await person()).kith.preferences.getOwn(),
  'preferences.replaceOwn': async ({ person }) =>
    (await person()).kith.preferences.replaceOwn(example('preferences.replaceOwn')),
  'preferences.changeOwn': async ({ person }) =>
    (await person()).kith.preferences.changeOwn(example('preferences.changeOwn')),
} satisfies Calls<'preferences'>

async function merged({ key, customer }: Here) {
  const [from, into] = [await customer(), await customer()]
  const { id } = await key.merging.merge({ ...example('merging.merge'), from: from.id, into: into.id })
  return { mergeId: id, customerId: into.id }
}

export const merging = {
  'merging.merge': merged,
  async 'merging.undo'(here) {
    const { mergeId } = await merged(here)
    await here.key.merging.undo({ ...example('merging.undo'), mergeId })
  },
  'merging.listAll': ({ key }) => key.merging.listAll(),
  'merging.get': async (here) => here.key.merging.get({ mergeId: (await merged(here)).mergeId }),
  'merging.list': async (here) => here.key.merging.list({ customerId: (await merged(here)).customerId }),
} satisfies Calls<'merging'>

async function looked(shop: Here['shop']) {
  while ((await shop.run(lookAtOutdated)) > 0);
}

/** Two customers of one person, and what was found about them. */
async function suggested({ key, shop }: Here) {
  const twin = { ...example('customers.create'), birthDate: '1988-02-29' }
  const [one, other] = [
    await key.customers.create({ ...twin, phone: aPhone() }),
    await key.customers.create({ ...twin, phone: aPhone() }),
  ]
  await looked(shop)
  const { items } = await key.duplicates.list({ customerId: other.id })
  const found = items.find(({ customers }) => customers.some(({ id }) => id === one.id))
  return { one, other, suggestionId: found!.id }
}

export const duplicates = {
  'duplicates.match': ({ key }) => key.duplicates.match(example('duplicates.match')),
  'duplicates.list': ({ key }) => key.duplicates.list(),
  'duplicates.get': async (here) => here.key.duplicates.get({ suggestionId: (await suggested(here)).suggestionId }),
  async 'duplicates.explain'(here) {
    const { one, other } = await suggested(here)
    await here.key.duplicates.explain({ one: one.id, other: other.id })
  },
  'duplicates.accept': async (here) =>
    here.key.duplicates.accept({ suggestionId: (await suggested(here)).suggestionId }),
  'duplicates.reject': async (here) =>
    here.key.duplicates.reject({ ...example('duplicates.reject'), suggestionId: (await suggested(here)).suggestionId }),
  'duplicates.putOff': async (here) =>
    here.key.duplicates.putOff({ suggestionId: (await suggested(here)).suggestionId }),
  async 'duplicates.reopen'(here) {
    const { suggestionId } = await suggested(here)
    await here.key.duplicates.putOff({ suggestionId })
    await here.key.duplicates.reopen({ suggestionId })
  },
  'duplicates.statistics': ({ key }) => key.duplicates.statistics(),
  'duplicates.settings': ({ key }) => key.duplicates.settings(),
  'duplicates.changeSettings': ({ rivalKey }) =>
    rivalKey.duplicates.changeSettings(example('duplicates.changeSettings')),
  'duplicates.models': ({ key }) => key.duplicates.models(),
  'duplicates.activate': ({ rivalKey }) => rivalKey.duplicates.activate({ version: '0' }),
  'duplicates.batches': ({ rivalKey }) => rivalKey.duplicates.batches(),
  'duplicates.mergeBatch': ({ rivalKey }) => rivalKey.duplicates.mergeBatch({ from: 20 }),
  async 'duplicates.undoBatch'({ rivalKey }) {
    const { id: batchId } = await rivalKey.duplicates.mergeBatch({ from: 20 })
    await rivalKey.duplicates.undoBatch({ batchId })
  },
  'duplicates.group': async (here) => here.key.duplicates.group({ suggestionId: (await suggested(here)).suggestionId }),
  async 'duplicates.mergeGroup'(here) {
    const { suggestionId } = await suggested(here)
    const { customers } = await here.key.duplicates.group({ suggestionId })
    await here.key.duplicates.mergeGroup({
      suggestionId,
      customers: customers.map(({ id, version }) => ({ id, version })),
    })
  },
  'duplicates.doubts': ({ key }) => key.duplicates.doubts(),
  async 'duplicates.keep'(here) {
    const { suggestionId } = await suggested(here)
    const { id: mergeId, into: customerId } = await here.key.duplicates.accept({ suggestionId })
    await looked(here.shop)
    const another = { firstName: 'Wilhelmina', lastName: 'Oppenheimer', name2: null, birthDate: '1951-12-30' }
    await here.key.customers.change({ customerId, ...another })
    await looked(here.shop)
    await here.key.duplicates.keep({ mergeId })
  },
} satisfies Calls<'duplicates'>
