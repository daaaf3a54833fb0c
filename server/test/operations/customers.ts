import { anEmail } from '../../src/modules/accounts/accounts.harness.ts'
import { prove } from '../../src/modules/accounts/ways-in/code/phone.harness.ts'
import { aPhone } from '../harness.ts'
import { type Calls, example, type Here } from './here.ts'

const contacts = () => ({ phone: aPhone(), email: anEmail() })

async function aView({ key }: Here) {
  const name = `View ${aPhone()}`
  return { name, viewId: (await key.customers.saveView({ ...example('customers.saveView'), name })).id }
}

export const customers = {
  'customers.list': ({ key }) => key.customers.list({ q: 'Aisha', total: 'exact' }),
  'customers.create': ({ key }) => key.customers.create({ ...example('customers.create'), phone: aPhone() }),
  async 'customers.lookup'({ key, customer }) {
    const { phone } = await customer()
    await key.customers.lookup({ phone: phone! })
  },
  'customers.statistics': ({ key }) => key.customers.statistics(),
  'customers.profileCompleteness': ({ key }) => key.customers.profileCompleteness(),
  'customers.customersByDay': ({ key }) => key.customers.customersByDay(),
  'customers.exportCustomers': ({ key }) => key.customers.exportCustomers({ format: 'ndjson' }),
  async 'customers.exportSelected'({ key, customer }) {
    const { id } = await customer()
    await key.customers.exportSelected({ ...example('customers.exportSelected'), ids: [id] })
  },
  'customers.get': async ({ key, customer }) => key.customers.get({ customerId: (await customer()).id }),
  async 'customers.change'({ key, customer }) {
    const { id: customerId } = await customer()
    await key.customers.change({ ...example('customers.change'), ...contacts(), customerId })
  },
  async 'customers.deactivate'({ key, customer }) {
    await key.customers.deactivate({ ...example('customers.deactivate'), customerId: (await customer()).id })
  },
  'customers.visit': async ({ key, customer }) => key.customers.visit({ customerId: (await customer()).id }),
  async 'customers.suspend'({ key, customer }) {
    await key.customers.suspend({ ...example('customers.suspend'), customerId: (await customer()).id })
  },
  async 'customers.reactivate'({ key, customer }) {
    const { id: customerId } = await customer()
    await key.customers.suspend({ customerId })
    await key.customers.reactivate({ ...example('customers.reactivate'), customerId })
  },
  async 'customers.revealContacts'({ key, customer }) {
    await key.customers.revealContacts({ ...example('customers.revealContacts'), customerId: (await customer()).id })
  },
  'customers.allContacts': async ({ key, customer }) =>
    key.customers.allContacts({ customerId: (await customer()).id }),
  'customers.allOwnContacts': async ({ person }) => (await person()).kith.customers.allOwnContacts(),
  'customers.cancelOwn': async ({ person }) =>
    (await person()).kith.customers.cancelOwn(example('customers.cancelOwn')),
  'customers.readOwn': async ({ person }) => (await person()).kith.customers.readOwn(),
  'customers.changeOwn': async ({ person }) =>
    (await person()).kith.customers.changeOwn(example('customers.changeOwn')),
  'customers.displayNames': async ({ key, customer }) =>
    key.customers.displayNames({ customerId: (await customer()).id }),
  'customers.regenerateDisplayName': async ({ key, person }) =>
    key.customers.regenerateDisplayName({ customerId: (await person()).customerId }),
  'customers.history': async ({ key, customer }) => key.customers.history({ customerId: (await customer()).id }),
  'customers.compareRecord': async ({ key, customer }) =>
    key.customers.compareRecord({ customerId: (await customer()).id, from: '2026-01-01' }),
  async 'customers.restoreValues'({ key, customer }) {
    const { id: customerId } = await customer()
    await key.customers.change({ customerId, firstName: 'Salma' })
    const { items } = await key.customers.history({ customerId })
    await key.customers.restoreValues({ customerId, entryId: items[0]!.id })
  },
  'customers.readOwnFields': ({ key }) => key.customers.readOwnFields(),
  'customers.changeOwnFields': ({ rivalKey }) =>
    rivalKey.customers.changeOwnFields(example('customers.changeOwnFields')),
  'customers.listViews': ({ key }) => key.customers.listViews(),
  'customers.saveView': ({ key }) => key.customers.saveView(example('customers.saveView')),
  async 'customers.replaceView'(here) {
    const { viewId, name } = await aView(here)
    await here.key.customers.replaceView({ ...example('customers.replaceView'), viewId, name })
  },
  async 'customers.deleteView'(here) {
    const { viewId } = await aView(here)
    await here.key.customers.deleteView({ viewId })
  },
  async 'customers.upgrade'({ key, customer, world, shop }) {
    const { id: customerId, phone } = await customer()
    const verificationToken = await prove(world, shop, phone!, 'upgrade')
    await key.customers.upgrade({ customerId, verificationToken, email: anEmail() })
  },
} satisfies Calls<'customers'>
