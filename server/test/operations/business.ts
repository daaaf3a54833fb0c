import { codeSentTo } from '../../src/modules/verification/verification.harness.ts'
import { aPhone } from '../harness.ts'
import { type Calls, example, type Here } from './here.ts'
import { reportOfTwilio } from './twilio.ts'

export const tenants = {
  'tenants.business': ({ visitor }) => visitor.tenants.business(),
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
  'audit.verify': ({ key }) => key.audit.verify(),
} satisfies Calls<'audit'>

export const jobs = {
  'jobs.listJobs': ({ key }) => key.jobs.listJobs(),
  'jobs.runJob': async ({ key }) => key.jobs.runJob({ name: (await key.jobs.listJobs()).items[0]!.name }),
} satisfies Calls<'jobs'>

export const graphql = {
  'graphql.query': ({ key }) => key.graphql.query(example('graphql.query')),
} satisfies Calls<'graphql'>
