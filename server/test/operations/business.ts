import { GOOD } from '../../src/modules/accounts/accounts.harness.ts'
import { addOwner } from '../../src/modules/accounts/index.ts'
import { codeSentTo } from '../../src/modules/verification/verification.harness.ts'
import { aPhone } from '../harness.ts'
import { type Calls, example, type Here } from './here.ts'
import { reportOfTwilio } from './twilio.ts'

export const tenants = {
  'tenants.business': ({ visitor }) => visitor.tenants.business(),
  'tenants.face': ({ visitor }) => visitor.tenants.face(),
  'tenants.changeFace': ({ rivalKey }) => rivalKey.tenants.changeFace(example('tenants.changeFace')),
  'tenants.get': ({ key }) => key.tenants.get(),
  'tenants.change': ({ rivalKey }) => rivalKey.tenants.change(example('tenants.change')),
  'tenants.offlineKey': ({ key }) => key.tenants.offlineKey(),
  'tenants.listRoles': ({ key }) => key.tenants.listRoles(),
  'tenants.listKeys': ({ key }) => key.tenants.listKeys(),
  'tenants.createKey': ({ key }) => key.tenants.createKey(example('tenants.createKey')),
  async 'tenants.revokeKey'({ key }) {
    const { id: keyId } = await key.tenants.createKey(example('tenants.createKey'))
    await key.tenants.revokeKey({ keyId })
  },
} satisfies Calls<'tenants'>

const named = { name: 'otp_code' } as const
export const messages = {
  'messages.listTemplates': ({ key }) => key.messages.listTemplates(),
  'messages.changeTemplate': ({ rivalKey }) =>
    rivalKey.messages.changeTemplate({ ...example('messages.changeTemplate'), ...named }),
  'messages.previewTemplate': ({ key }) =>
    key.messages.previewTemplate({ ...example('messages.previewTemplate'), ...named }),
  'messages.statistics': ({ key }) => key.messages.statistics(),
  'messages.messagesByDay': ({ key }) => key.messages.messagesByDay(),
  'messages.readRetention': ({ key }) => key.messages.readRetention(),
  'messages.changeRetention': ({ rivalKey }) => rivalKey.messages.changeRetention(example('messages.changeRetention')),
  'messages.twilioStatus': reportOfTwilio,
  'messages.readInbox': ({ key }) => key.messages.readInbox({ limit: '10' }),
  'messages.showInbox': ({ key }) => key.messages.showInbox(),
} satisfies Calls<'messages'>

async function sent({ visitor }: Here) {
  const phone = aPhone()
  const { handle } = await visitor.verification.sendOtp({ ...example('verification.sendOtp'), phone })
  return { phone, handle }
}

export const verification = {
  'verification.sendOtp': sent,
  async 'verification.verifyOtp'(here) {
    const { phone } = await sent(here)
    const code = await codeSentTo(here.shop, phone)
    await here.visitor.verification.verifyOtp({ ...example('verification.verifyOtp'), phone, code })
  },
  'verification.readSettings': ({ key }) => key.verification.readSettings(),
  'verification.changeSettings': ({ rivalKey }) =>
    rivalKey.verification.changeSettings(example('verification.changeSettings')),
} satisfies Calls<'verification'>

export const audit = {
  'audit.list': ({ key }) => key.audit.list(),
  'audit.exportAudit': ({ key }) => key.audit.exportAudit(),
  'audit.names': async ({ key }) => key.audit.names({ ids: (await key.tenants.get()).actor }),
  'audit.verify': ({ key }) => key.audit.verify(),
  'audit.readSettings': ({ key }) => key.audit.readSettings(),
  'audit.changeSettings': ({ rivalKey }) => rivalKey.audit.changeSettings(example('audit.changeSettings')),
} satisfies Calls<'audit'>

export const jobs = {
  'jobs.listJobs': ({ key }) => key.jobs.listJobs(),
  'jobs.runJob': async ({ key }) => key.jobs.runJob({ name: (await key.jobs.listJobs()).items[0]!.name }),
} satisfies Calls<'jobs'>

export const graphql = {
  'graphql.query': ({ key }) => key.graphql.query(example('graphql.query')),
} satisfies Calls<'graphql'>

async function proposed(here: Here) {
  const { id: customerId } = await here.customer()
  const asked = { operation: 'customers.suspend', input: { customerId }, purpose: 'Asked by phone' }
  const { id: proposalId, hash } = await here.key.assistants.propose(asked)
  return { proposalId, hash }
}
let owners = 0
async function asOwner({ world, shop, visitor, as }: Here) {
  const login = { email: `owner.${owners++}.of.assistants@example.com`, password: GOOD }
  await addOwner(world.kith.db, shop.id, { ...login, name: 'Hind' })
  const answer = await visitor.accounts.login(login)
  if (!('accessToken' in answer)) throw new Error('Not signed in')
  return as(answer.accessToken!)
}

export const assistants = {
  'assistants.call': ({ key }) => key.assistants.call(example('assistants.call')),
  'assistants.propose': proposed,
  'assistants.listProposals': async (here) => (await asOwner(here)).assistants.listProposals(),
  async 'assistants.confirm'(here) {
    const proposal = await proposed(here)
    await (await asOwner(here)).assistants.confirm(proposal)
  },
  async 'assistants.refuse'(here) {
    const { proposalId } = await proposed(here)
    await here.key.assistants.refuse({ proposalId })
  },
} satisfies Calls<'assistants'>
