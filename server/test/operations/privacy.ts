import { silentFor } from '../../src/modules/accounts/ways-in/code/phone.harness.ts'
import { runErrands, runNamed } from '../../src/modules/privacy/privacy.harness.ts'
import { type Calls, example, type Here } from './here.ts'

async function requested({ key, customer }: Here) {
  const { id: customerId } = await customer()
  const { id: requestId } = await key.privacy.recordRequest({ ...example('privacy.recordRequest'), customerId })
  return { requestId }
}
async function exported({ key, customer, world, shop }: Here) {
  const { id: customerId } = await customer()
  const { id: exportId } = await key.privacy.askForExport({ ...example('privacy.askForExport'), customerId })
  await runErrands(world, shop)
  return { customerId, exportId }
}
async function ownExport({ person, world, shop }: Here) {
  const { kith } = await person()
  await kith.privacy.askForMyself(example('privacy.askForMyself'))
  await runErrands(world, shop)
  return { kith, exportId: (await kith.privacy.listOwnExports()).items[0]!.id }
}
const tokenOf = ({ url }: { url: string }) => url.split('/').at(-1)!
async function held({ key, customer }: Here) {
  const { id: customerId } = await customer()
  await key.privacy.placeHold({ ...example('privacy.placeHold'), customerId })
  return { customerId }
}
async function restricted({ key, customer }: Here) {
  const { id: customerId } = await customer()
  await key.privacy.restrict({ ...example('privacy.restrict'), customerId })
  return { customerId }
}
async function erased({ key, customer }: Here) {
  await key.privacy.changeSettings(example('privacy.changeSettings'))
  const { id: customerId } = await customer()
  const { id: erasureId } = await key.privacy.eraseCustomer({ ...example('privacy.eraseCustomer'), customerId })
  return { erasureId }
}
const aBreach = async ({ key }: Here) => ({
  breachId: (await key.privacy.recordBreach(example('privacy.recordBreach'))).id,
})

export const privacy = {
  'privacy.recordRequest': requested,
  'privacy.listRequests': ({ key }) => key.privacy.listRequests(),
  'privacy.overview': ({ key }) => key.privacy.overview(),
  'privacy.requestStatistics': ({ key }) => key.privacy.requestStatistics(),
  'privacy.getRequest': async (here) => here.key.privacy.getRequest(await requested(here)),
  'privacy.assignRequest': async (here) =>
    here.key.privacy.assignRequest({ ...example('privacy.assignRequest'), ...(await requested(here)) }),
  'privacy.noteIdentity': async (here) =>
    here.key.privacy.noteIdentity({ ...example('privacy.noteIdentity'), ...(await requested(here)) }),
  async 'privacy.extendRequest'(here) {
    const { key } = await here.another()
    await key.privacy.changeSettings({ pack: 'gdpr' })
    const { id: customerId } = await key.customers.create(example('customers.create'))
    const { id: requestId } = await key.privacy.recordRequest({ ...example('privacy.recordRequest'), customerId })
    await key.privacy.extendRequest({ ...example('privacy.extendRequest'), requestId })
  },
  async 'privacy.completeRequest'(here) {
    const request = await requested(here)
    await here.key.privacy.noteIdentity({ ...example('privacy.noteIdentity'), ...request })
    await here.key.privacy.completeRequest({ ...example('privacy.completeRequest'), ...request })
  },
  'privacy.refuseRequest': async (here) =>
    here.key.privacy.refuseRequest({ ...example('privacy.refuseRequest'), ...(await requested(here)) }),
  'privacy.readSettings': ({ key }) => key.privacy.readSettings(),
  'privacy.changeSettings': ({ rivalKey }) => rivalKey.privacy.changeSettings(example('privacy.changeSettings')),
  'privacy.readWording': ({ key }) => key.privacy.readWording(),
  'privacy.askForExport': exported,
  'privacy.listExports': async (here) =>
    here.key.privacy.listExports({ customerId: (await exported(here)).customerId }),
  'privacy.linkExport': async (here) => here.key.privacy.linkExport(await exported(here)),
  'privacy.withdrawExport': async (here) => here.key.privacy.withdrawExport(await exported(here)),
  async 'privacy.downloadExport'(here) {
    const link = await here.key.privacy.linkExport(await exported(here))
    await here.key.privacy.downloadExport({ token: tokenOf(link) })
  },
  'privacy.askForMyself': ownExport,
  'privacy.listOwnRequests': async (here) => (await ownExport(here)).kith.privacy.listOwnRequests(),
  'privacy.listOwnExports': ownExport,
  async 'privacy.withdrawOwnExport'(here) {
    const { kith, exportId } = await ownExport(here)
    await kith.privacy.withdrawOwnExport({ exportId })
  },
  async 'privacy.linkOwnExport'(here) {
    const { kith, exportId } = await ownExport(here)
    await kith.privacy.linkOwnExport({ exportId })
  },
  async 'privacy.downloadOwnExport'(here) {
    const { kith, exportId } = await ownExport(here)
    await kith.privacy.downloadOwnExport({ token: tokenOf(await kith.privacy.linkOwnExport({ exportId })) })
  },
  'privacy.readRestriction': async (here) => here.key.privacy.readRestriction(await restricted(here)),
  'privacy.restrict': restricted,
  'privacy.liftRestriction': async (here) =>
    here.key.privacy.liftRestriction({ ...example('privacy.liftRestriction'), ...(await restricted(here)) }),
  'privacy.previewErasure': async ({ key, customer }) =>
    key.privacy.previewErasure({ customerId: (await customer()).id }),
  'privacy.eraseCustomer': erased,
  'privacy.placeHold': held,
  'privacy.readHold': async (here) => here.key.privacy.readHold(await held(here)),
  'privacy.liftHold': async (here) => here.key.privacy.liftHold(await held(here)),
  'privacy.listErasures': async (here) => {
    await erased(here)
    await here.key.privacy.listErasures()
  },
  'privacy.getErasure': async (here) => here.key.privacy.getErasure(await erased(here)),
  async 'privacy.getCertificate'(here) {
    const erasure = await erased(here)
    await runErrands(here.world, here.shop)
    await here.key.privacy.getCertificate(erasure)
  },
  'privacy.acknowledgeErasure': async (here) =>
    here.key.privacy.acknowledgeErasure({ ...example('privacy.acknowledgeErasure'), ...(await erased(here)) }),
  'privacy.listReviews': ({ key }) => key.privacy.listReviews(),
  async 'privacy.decideReviews'({ key, customer, world }) {
    await silentFor(world, (await customer()).id, 30)
    await runNamed(world, 'flag-inactive-customers')
    const { items } = await key.privacy.listReviews()
    await key.privacy.decideReviews({ ...example('privacy.decideReviews'), reviewIds: [items[0]!.id] })
  },
  'privacy.recordBreach': aBreach,
  'privacy.listBreaches': ({ key }) => key.privacy.listBreaches(),
  'privacy.getBreach': async (here) => here.key.privacy.getBreach(await aBreach(here)),
  'privacy.changeBreach': async (here) =>
    here.key.privacy.changeBreach({ ...example('privacy.changeBreach'), ...(await aBreach(here)) }),
} satisfies Calls<'privacy'>
