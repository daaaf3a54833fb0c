import { Secret, TOTP } from 'otpauth'
import type { Input } from '../../../sdk/src/index.ts'
import { anEmail, BETTER, forgot, GOOD, mailTo, sentTo } from '../../src/modules/accounts/accounts.harness.ts'
import { prove, signInWith, silentFor } from '../../src/modules/accounts/ways-in/code/phone.harness.ts'
import { aBrowser } from '../../src/modules/accounts/ways-in/oidc/oidc.harness.ts'
import { anAuthenticator } from '../../src/modules/accounts/ways-in/passkeys/passkeys.harness.ts'
import { aSubject, providerSignIn } from '../../src/modules/accounts/ways-in/provider-sign-in.harness.ts'
import { aPhone, type Shop } from '../harness.ts'
import { type Calls, example, type Here } from './here.ts'

// Their own types let a field be undefined, which no JSON has: hence the casts of credentials.
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
const challengeIn = (answer: object) => {
  if (!('mfa' in answer)) throw new Error('No second factor is asked for')
  return (answer.mfa as { challenge: string }).challenge
}
const codeTo = async (shop: Shop, to: string) => /\b\d{6}\b/.exec((await mailTo(shop, to))[0]!.text)![0]
/** As if the minute between two codes were over. */
const coolDown = ({ world, shop }: Here) =>
  world.owner.query('delete from verification_counts where tenant_id = $1', [shop.id])
const signInAgain = ({ visitor }: Here, email: string) => visitor.accounts.login({ email, password: GOOD })

async function withTotp(here: Here) {
  const person = await here.person()
  const { secret } = await person.kith.accounts.beginTotp()
  const { recoveryCodes } = await person.kith.accounts.confirmTotp({ code: codeOf(secret) })
  return { ...person, recoveryCodes }
}
async function withSms(here: Here) {
  const person = await here.person()
  const phone = aPhone()
  await coolDown(here)
  await person.kith.accounts.beginSms({ phone })
  await person.kith.accounts.confirmSms({ code: await codeTo(here.shop, phone) })
  await coolDown(here)
  return person
}
async function invited({ shop, key }: Here, by = key, at = shop) {
  const email = anEmail()
  const { id } = await by.accounts.inviteStaff({ ...example('accounts.inviteStaff'), email })
  return { accountId: id, token: (await sentTo(at, email, 'staff_invitation')).token }
}
async function aMember(here: Here) {
  const { accountId, token } = await invited(here)
  const answer = await here.visitor.accounts.acceptInvitation({ token, password: GOOD })
  if (!('accessToken' in answer)) throw new Error('Not signed in')
  return { accountId, kith: here.as(answer.accessToken!) }
}
/** A sign-in of a member of staff whose role needs a second factor. */
async function toEnrol(here: Here) {
  const { shop, key } = await here.another()
  await key.accounts.changeSettings({ mfaForRoles: ['cashier'] })
  const { token } = await invited(here, key, shop)
  const answer = await shop.visitor().request('POST', '/api/v1/staff/invitations/accept', { token, password: GOOD })
  return { shop, challenge: challengeIn(answer.body) }
}
async function toPair({ key }: Here) {
  const { id: tillId, pairingCode } = await key.accounts.registerTill(example('accounts.registerTill'))
  return { tillId, pairingCode }
}
async function aTill(here: Here) {
  const { pairingCode } = await toPair(here)
  return (await here.visitor.accounts.pairTill({ pairingCode })).tillToken!
}
export async function anOperator(here: Here) {
  const [tillToken, member] = [await aTill(here), await aMember(here)]
  await member.kith.accounts.setPin({ ...example('accounts.setPin'), tillToken })
  return { ...member, tillToken }
}
async function withPasskey({ person }: Here) {
  const { kith } = await person()
  const device = anAuthenticator()
  const credential = device.create(await kith.accounts.beginPasskey()) as Input<'accounts.addPasskey'>['credential']
  const { id: passkeyId } = await kith.accounts.addPasskey({ credential, name: 'My phone' })
  return { kith, device, passkeyId }
}
const used = async ({ visitor }: Here, device: ReturnType<typeof anAuthenticator>) =>
  device.get(await visitor.accounts.beginPasskeySignIn()) as Input<'accounts.signInByPasskey'>['credential']
async function withIdToken({ visitor, crooked, as }: Here) {
  const { nonce } = await visitor.accounts.oidcNonce()
  const idToken = await crooked.sign({ ...aSubject(), nonce })
  const answer = await visitor.accounts.signInByIdToken({ provider: 'crooked', idToken, nonce })
  if (!('accessToken' in answer)) throw new Error('Not signed in')
  return as(answer.accessToken!)
}
async function linked(here: Here) {
  const { world, shop, crooked, person } = here
  const { email, kith } = await person()
  const browser = aBrowser(world)
  await browser.call(shop, 'POST', '/api/v1/auth/login', { email, password: GOOD, session: 'cookie' })
  const { body } = await browser.call(shop, 'POST', '/api/v1/auth/links', { provider: 'crooked' })
  await browser.go(crooked.callback(body.location, aSubject()).href)
  return { kith, linkId: (await kith.accounts.listLinks()).items[0]!.id }
}
/** A new owner verifies the number of a customer who was silent for long. */
async function handedOver({ world, shop, key }: Here) {
  const phone = aPhone()
  const { customerId } = await signInWith(world, shop, phone, { firstName: 'Salma' })
  await silentFor(world, customerId, 13)
  await signInWith(world, shop, phone, { firstName: 'Rahul', lastName: 'Nair' })
  return (await key.accounts.listHandOvers()).items[0]!.id
}

export const accounts = {
  'accounts.register': ({ visitor }) =>
    visitor.accounts.register({ ...example('accounts.register'), email: anEmail(), phone: aPhone() }),
  async 'accounts.verifyEmail'({ shop, visitor, as }) {
    const email = anEmail()
    const answer = await visitor.accounts.register({ ...example('accounts.register'), email })
    if (!('accessToken' in answer)) throw new Error('Not signed in')
    const { code } = await sentTo(shop, email, 'verify_email')
    await as(answer.accessToken!).accounts.verifyEmail({ code })
  },
  async 'accounts.resendVerification'({ visitor, as }) {
    const answer = await visitor.accounts.register({ ...example('accounts.register'), email: anEmail() })
    if (!('accessToken' in answer)) throw new Error('Not signed in')
    await as(answer.accessToken!).accounts.resendVerification()
  },
  'accounts.login': async (here) => signInAgain(here, (await here.person()).email),
  async 'accounts.verifyContact'({ key, customer, world, shop }) {
    const { id: customerId, phone } = await customer()
    await key.accounts.verifyContact({ customerId, verificationToken: await prove(world, shop, phone!, 'verify') })
  },
  async 'accounts.verifyOwnContact'({ person, world, shop }) {
    const { kith } = await person()
    const verificationToken = await prove(world, shop, aPhone(), 'verify')
    await kith.accounts.verifyOwnContact({ verificationToken })
  },
  async 'accounts.changeContact'({ person, world, shop }) {
    const { kith } = await person()
    const phone = aPhone()
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    await kith.accounts.changeContact({ phone, verificationToken })
  },
  async 'accounts.phone'({ visitor, world, shop }) {
    const phone = aPhone()
    const verificationToken = await prove(world, shop, phone)
    await visitor.accounts.phone({ ...example('accounts.phone'), phone, verificationToken })
  },
  async 'accounts.email'({ visitor, world, shop }) {
    const email = anEmail()
    const verificationToken = await prove(world, shop, email)
    await visitor.accounts.email({ ...example('accounts.email'), email, verificationToken })
  },
  'accounts.beginGuest': ({ visitor }) => visitor.accounts.beginGuest(example('accounts.beginGuest')),
  async 'accounts.adoptGuest'({ visitor, person }) {
    const { guestToken } = await visitor.accounts.beginGuest()
    await (await person()).kith.accounts.adoptGuest({ guestToken })
  },
  async 'accounts.finishSignIn'(here) {
    const { email, recoveryCodes } = await withTotp(here)
    const challenge = challengeIn(await signInAgain(here, email))
    await here.visitor.accounts.finishSignIn({ challenge, method: 'recovery', code: recoveryCodes[0]! })
  },
  'accounts.refresh': async ({ visitor, person }) =>
    visitor.accounts.refresh({ refreshToken: (await person()).refreshToken }),
  'accounts.logout': async ({ visitor, person }) =>
    visitor.accounts.logout({ refreshToken: (await person()).refreshToken }),
  'accounts.logoutAll': async ({ person }) => (await person()).kith.accounts.logoutAll(),
  'accounts.reportTakeover': async ({ person }) => (await person()).kith.accounts.reportTakeover(),
  'accounts.me': async ({ person }) => (await person()).kith.accounts.me(),
  'accounts.token': async ({ person }) => (await person()).kith.accounts.token(),
  'accounts.sessions': async ({ person }) => (await person()).kith.accounts.sessions(),
  async 'accounts.endSession'(here) {
    const { kith, email } = await here.person()
    await signInAgain(here, email)
    const { items } = await kith.accounts.sessions()
    await kith.accounts.endSession({ sessionId: items.find(({ current }) => !current)!.id })
  },
  'accounts.forgotPassword': async ({ visitor, person }) =>
    visitor.accounts.forgotPassword({ email: (await person()).email }),
  async 'accounts.resetPassword'({ visitor, person, world, shop }) {
    const { email } = await person()
    await forgot(world, shop, email)
    const { token } = await sentTo(shop, email, 'reset_password')
    await visitor.accounts.resetPassword({ token, password: BETTER })
  },
  'accounts.changePassword': async ({ person }) => (await person()).kith.accounts.changePassword({ password: BETTER }),
  'accounts.stepUp': async ({ person }) => (await person()).kith.accounts.stepUp({ password: GOOD }),
  async 'accounts.sendStepUpCode'(here) {
    const { body } = await signInWith(here.world, here.shop, aPhone(), { firstName: 'Noor' })
    await coolDown(here)
    await here.as(body.accessToken).accounts.sendStepUpCode()
  },
  async 'accounts.enrolAtSignIn'(here) {
    const { shop, challenge } = await toEnrol(here)
    await shop.visitor().request('POST', '/api/v1/auth/mfa/enrolment', { challenge })
  },
  async 'accounts.sendSmsAtSignIn'(here) {
    const { email } = await withSms(here)
    await here.visitor.accounts.sendSmsAtSignIn({ challenge: challengeIn(await signInAgain(here, email)) })
  },
  'accounts.beginSms': withSms,
  'accounts.removeSms': async (here) => (await withSms(here)).kith.accounts.removeSms(),
  'accounts.confirmSms': withSms,
  'accounts.beginTotp': withTotp,
  'accounts.removeTotp': async (here) => (await withTotp(here)).kith.accounts.removeTotp(),
  'accounts.confirmTotp': withTotp,
  'accounts.renewRecoveryCodes': async (here) => (await withTotp(here)).kith.accounts.renewRecoveryCodes(),
  'accounts.wellKnownJwks': ({ visitor }) => visitor.accounts.wellKnownJwks(),
  'accounts.jwks': ({ visitor, shop }) => visitor.accounts.jwks({ tenant: shop.slug }),
  'accounts.readSettings': ({ key }) => key.accounts.readSettings(),
  'accounts.changeSettings': ({ rivalKey }) => rivalKey.accounts.changeSettings(example('accounts.changeSettings')),
  'accounts.listStaff': ({ key }) => key.accounts.listStaff(),
  'accounts.inviteStaff': (here) => invited(here),
  'accounts.acceptInvitation': aMember,
  'accounts.changeRole': async (here) =>
    here.key.accounts.changeRole({ role: 'manager', accountId: (await aMember(here)).accountId }),
  'accounts.disableStaff': async (here) =>
    here.key.accounts.disableStaff({ accountId: (await aMember(here)).accountId }),
  async 'accounts.enableStaff'(here) {
    const { accountId } = await aMember(here)
    await here.key.accounts.disableStaff({ accountId })
    await here.key.accounts.enableStaff({ accountId })
  },
  'accounts.signInsByDay': ({ key }) => key.accounts.signInsByDay(),
  'accounts.accountsOfCustomer': async ({ key, person }) =>
    key.accounts.accountsOfCustomer({ customerId: (await person()).customerId }),
  'accounts.sessionsOfCustomer': async ({ key, person }) =>
    key.accounts.sessionsOfCustomer({ customerId: (await person()).customerId }),
  'accounts.endCustomerSessions': async ({ key, person }) =>
    key.accounts.endCustomerSessions({
      ...example('accounts.endCustomerSessions'),
      customerId: (await person()).customerId,
    }),
  async 'accounts.endCustomerSession'({ key, person }) {
    const { customerId } = await person()
    const { items } = await key.accounts.sessionsOfCustomer({ customerId })
    await key.accounts.endCustomerSession({ customerId, sessionId: items[0]!.id })
  },
  'accounts.readOidcSettings': ({ key }) => key.accounts.readOidcSettings(),
  async 'accounts.changeOidcSettings'({ another }) {
    const { key } = await another()
    const [google] = example('accounts.changeOidcSettings').providers
    await key.accounts.changeOidcSettings({ providers: [{ ...google!, clientSecret: 'GOCSPX-4fJ8sQ2kEd' }] })
  },
  'accounts.listProviders': ({ visitor }) => visitor.accounts.listProviders(),
  'accounts.startOidc': (here) => providerSignIn(() => here).comeBack(aSubject()),
  'accounts.beginOidc': ({ visitor }) =>
    visitor.accounts.beginOidc({ ...example('accounts.beginOidc'), provider: 'crooked' }),
  'accounts.finishOidc': (here) => providerSignIn(() => here).signIn(aSubject()),
  'accounts.oidcNonce': ({ visitor }) => visitor.accounts.oidcNonce(),
  'accounts.signInByIdToken': withIdToken,
  'accounts.listLinks': async (here) => (await withIdToken(here)).accounts.listLinks(),
  'accounts.beginLink': async ({ person }) => (await person()).kith.accounts.beginLink({ provider: 'crooked' }),
  async 'accounts.unlink'(here) {
    const { kith, linkId } = await linked(here)
    await kith.accounts.unlink({ linkId })
  },
  'accounts.stepUpByProvider': async (here) =>
    (await withIdToken(here)).accounts.stepUpByProvider({ provider: 'crooked' }),
  'accounts.beginPasskey': withPasskey,
  'accounts.addPasskey': withPasskey,
  'accounts.listPasskeys': async (here) => (await withPasskey(here)).kith.accounts.listPasskeys(),
  async 'accounts.renamePasskey'(here) {
    const { kith, passkeyId } = await withPasskey(here)
    await kith.accounts.renamePasskey({ passkeyId, name: 'My tablet' })
  },
  async 'accounts.removePasskey'(here) {
    const { kith, passkeyId } = await withPasskey(here)
    await kith.accounts.removePasskey({ passkeyId })
  },
  'accounts.beginPasskeySignIn': ({ visitor }) => visitor.accounts.beginPasskeySignIn(),
  async 'accounts.signInByPasskey'(here) {
    const { device } = await withPasskey(here)
    const credential = await used(here, device)
    await here.visitor.accounts.signInByPasskey({ credential })
  },
  async 'accounts.stepUpByPasskey'(here) {
    const { kith, device } = await withPasskey(here)
    await kith.accounts.stepUpByPasskey({ credential: await used(here, device) })
  },
  'accounts.registerTill': toPair,
  'accounts.listTills': ({ key }) => key.accounts.listTills(),
  'accounts.revokeTill': async (here) => here.key.accounts.revokeTill({ tillId: (await toPair(here)).tillId }),
  'accounts.pairTill': aTill,
  'accounts.setPin': anOperator,
  'accounts.operators': async (here) => here.visitor.accounts.operators({ tillToken: await aTill(here) }),
  async 'accounts.signInByPin'(here) {
    const { accountId, tillToken } = await anOperator(here)
    await here.visitor.accounts.signInByPin({ ...example('accounts.signInByPin'), accountId, tillToken })
  },
  'accounts.lockTill': async (here) => (await anOperator(here)).kith.accounts.lockTill(),
  'accounts.linkLogin': ({ key }) => key.accounts.linkLogin(example('accounts.linkLogin')),
  'accounts.listHandOvers': handedOver,
  'accounts.mergeHandOver': async (here) => here.key.accounts.mergeHandOver({ handOverId: await handedOver(here) }),
  'accounts.dismissHandOver': async (here) => here.key.accounts.dismissHandOver({ handOverId: await handedOver(here) }),
} satisfies Calls<'accounts'>
