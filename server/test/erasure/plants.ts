import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { runJob } from '../../src/kit/jobs.ts'
import { openLog } from '../../src/kit/log.ts'
import { GOOD, mailTo, sentTo } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import { signInWith, silentFor } from '../../src/modules/accounts/ways-in/code/phone.harness.ts'
import { aCrookedProvider } from '../../src/modules/accounts/ways-in/oidc/oidc.harness.ts'
import { anAuthenticator } from '../../src/modules/accounts/ways-in/passkeys/passkeys.harness.ts'
import { sendNextLink } from '../../src/modules/accounts/ways-in/password/ask-for-reset.ts'
import * as addresses from '../../src/modules/addresses/contract.ts'
import * as assistants from '../../src/modules/assistants/contract.ts'
import * as carts from '../../src/modules/carts/contract.ts'
import { decide, pathOf, press, publish } from '../../src/modules/consent/consent.harness.ts'
import { unsubscribeHeaders } from '../../src/modules/consent/index.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import { identifierHistory } from '../../src/modules/customers/index.ts'
import * as duplicates from '../../src/modules/duplicates/contract.ts'
import { lookAtOutdated } from '../../src/modules/duplicates/index.ts'
import { deliverEvents } from '../../src/modules/events/index.ts'
import { decided, imported, uploaded } from '../../src/modules/imports/imports.harness.ts'
import { send } from '../../src/modules/incoming/receiving/incoming.harness.ts'
import * as loyalty from '../../src/modules/loyalty/contract.ts'
import { grantAt } from '../../src/modules/loyalty/loyalty.harness.ts'
import * as membership from '../../src/modules/membership/contract.ts'
import * as merging from '../../src/modules/merging/contract.ts'
import * as orders from '../../src/modules/orders/contract.ts'
import * as pictures from '../../src/modules/pictures/contract.ts'
import * as preferences from '../../src/modules/preferences/contract.ts'
import * as privacy from '../../src/modules/privacy/contract.ts'
import { privacy as privacyModule } from '../../src/modules/privacy/index.ts'
import * as segments from '../../src/modules/segments/contract.ts'
import { byTheClock, definitions } from '../../src/modules/segments/segments.harness.ts'
import * as timeline from '../../src/modules/timeline/contract.ts'
import * as verification from '../../src/modules/verification/contract.ts'
import * as webhooks from '../../src/modules/webhooks/contract.ts'
import { webhooks as webhooksModule } from '../../src/modules/webhooks/index.ts'
import { aWebhook } from '../../src/modules/webhooks/webhooks.harness.ts'
import type { Shop, World } from '../harness.ts'

/** Part of every planted text, and nowhere else: the raw files are searched for it. */
export const MARK = 'Zqxjv7'

export interface Planting {
  readonly world: World
  readonly shop: Shop
  /** The person who will be erased. */
  readonly customerId: string
  /** A customer who stays. */
  readonly neighbourId: string
  /** A unique text; remembered, and searched for at the end. */
  readonly unique: (name: string) => string
  readonly uniquePhone: () => string
}

/**
 * Plants a value in every field of every module about one person. A module adds itself here: the test names each of its
 * tables that no plant reaches.
 */
export const PLANTS: readonly ((planting: Planting) => Promise<void>)[] = [
  // An event that a subscriber could not take.
  async ({ world, shop, customerId }) => {
    await world.owner.query(
      `insert into event_holds (tenant_id, subscriber, position, event_id, customer_id)
         values ($1, 'planted', 1, gen_random_uuid(), $2)`,
      [shop.id, inner(customerId)],
    )
  },
  plantCustomers,
  plantAddresses,
  plantVerifications,
  plantPreferences,
  plantConsents,
  plantCarts,
  plantPictures,
  plantSegments,
  plantPoints,
  plantOrders,
  plantIncoming,
  plantMembership,
  plantNotes,
  plantMerges,
  plantDuplicates,
  plantAddedLogins,
  plantGuests,
  plantHandOvers,
  plantAccounts,
  plantImports,
  plantWebhooks,
  plantProposals,
  plantPrivacy,
]

async function plantNotes({ shop, customerId, unique }: Planting) {
  done(await shop.call(timeline.addNote, { customerId, text: unique('timelineNote'), pinned: true }))
}

type Answer = Awaited<ReturnType<Shop['request']>>
function done({ status, body }: Answer) {
  expect([200, 201, 202], JSON.stringify(body)).toContain(status)
  return body
}

export const person = (unique: Planting['unique'], uniquePhone: Planting['uniquePhone'], which: string) => ({
  type: 'full' as const,
  firstName: unique(`${which}First`),
  lastName: unique(`${which}Last`),
  name2: `${unique(`${which}Second`)} سعيد`,
  preferredName: unique(`${which}Preferred`),
  companyName: unique(`${which}Company`),
  birthDate: '1990-11-21',
  avatarUrl: `https://a.example/${unique(`${which}Avatar`)}.png`,
  phone: uniquePhone(),
  email: `${unique(`${which}Mail`).toLowerCase()}@example.com`,
  phoneVerified: true,
  emailVerified: true,
  notes: `${unique(`${which}Notes`)}\nand a second line`,
  config: { [unique(`${which}ConfigKey`)]: unique(`${which}Config`) },
  features: { [unique(`${which}FeatureKey`)]: unique(`${which}Feature`) },
  extra: { deep: [{ [unique(`${which}ExtraKey`)]: unique(`${which}Extra`) }] },
})

/** Every field again, so that earlier values exist too; with an Idempotency-Key, whose response is stored. */
async function plantCustomers({ world, shop, customerId, unique, uniquePhone }: Planting) {
  const { type: _, email, phoneVerified: __, emailVerified: ___, ...fields } = person(unique, uniquePhone, 'later')
  done(await shop.call(customers.change, { customerId, ...fields }))
  // A full customer keeps a verified contact.
  await world.owner.query('update customers set phone_verified = true where id = $1', [inner(customerId)])
  done(await shop.call(customers.change, { customerId, email }))
  const keyed = (key: string) => ({ headers: { 'idempotency-key': key } })
  done(await shop.call(customers.regenerateDisplayName, { customerId } as never, keyed('regenerate')))
  done(await shop.call(customers.suspend, { customerId, reason: unique('suspendReason') } as never, keyed('suspend')))
  done(await shop.call(customers.reactivate, { customerId } as never))
}

/** A segment, a tag by hand, and a field of the business. */
async function plantSegments({ world, shop, customerId, unique }: Planting) {
  const label = { en: 'Remark', ar: 'ملاحظة' }
  done(await shop.call(customers.changeOwnFields, { person: [{ key: 'remark', label, type: 'text' }], address: [] }))
  done(await shop.call(customers.change, { customerId, ownFields: { remark: unique('ownRemark') } } as never))
  const adults = { attribute: 'ageBand', is: 'known' } as const
  done(await shop.call(segments.decide, definitions({ adults }, { friend: null }) as never))
  await byTheClock(world, shop)
  done(await shop.call(segments.giveTag, { customerId, tag: 'friend' }))
}

/** One that stays, one that was changed, one that was deleted. */
async function plantAddresses({ shop, customerId, unique }: Planting) {
  const place = (which: string) => ({
    label: unique(`${which}Label`),
    label2: `${unique(`${which}Label2`)} بيت`,
    building: unique(`${which}Building`),
    building2: `${unique(`${which}Building2`)} مبنى`,
    floor: unique(`${which}F`),
    apartment: unique(`${which}Ap`),
    street: unique(`${which}Street`),
    street2: `${unique(`${which}Street2`)} شارع`,
    area: unique(`${which}Area`),
    area2: `${unique(`${which}Area2`)} حي`,
    city: unique(`${which}City`),
    city2: `${unique(`${which}City2`)} مدينة`,
    deliveryNotes: unique(`${which}Notes`),
  })
  done(await shop.call(addresses.add, { customerId, ...place('a') } as never))
  const gone = done(await shop.call(addresses.add, { customerId, ...place('b') } as never))
  done(await shop.call(addresses.remove, { customerId, addressId: gone.id } as never))
}

/** To every contact, including former ones; requested by a visitor. */
async function plantVerifications({ shop, customerId }: Planting) {
  for (const { type, value } of await shop.run((ctx) => identifierHistory(ctx, inner(customerId)))) {
    const contact = { [type]: value, purpose: 'verify' }
    done(await shop.visitor().call(verification.sendOtp, contact as never))
    const { code } = await sentTo(shop, value, 'otp_code')
    done(await shop.visitor().call(verification.verifyOtp, { ...contact, code } as never))
  }
}

async function plantPreferences({ shop, customerId, unique }: Planting) {
  const label = { en: 'Wishes', ar: 'رغبات' }
  const schema = done(await shop.call(preferences.readSchema, {}))
  const items = [{ key: 'wishes', label, type: 'text', default: null }]
  done(await shop.call(preferences.changeSchema, { ...schema, items }))
  done(await shop.call(preferences.replace, { customerId, values: { wishes: unique('wishes') } } as never))
}

/** One consent that waits for its link, one whose link was followed, one that was spoken. */
async function plantConsents({ world, shop, customerId, unique }: Planting) {
  await publish(shop, 'marketing.email')
  await publish(shop, 'custom.photos')
  const { email } = done(await shop.call(customers.get, { customerId } as never))
  const yes = () => decide(shop, customerId, 'marketing.email', 'granted')
  done(await yes())
  const asked = (await mailTo(shop, email)).find(({ template }) => template === 'confirm_marketing')!.text
  expect((await press(world, pathOf(/https?:\S+/.exec(asked)![0]), { 'user-agent': unique('browser') })).status).toBe(
    200,
  )
  done(await decide(shop, customerId, 'marketing.email', 'withdrawn'))
  await world.owner.query(`update consent_confirmations set expires_at = expires_at - interval '5 minutes'`)
  done(await yes())
  const heard = { source: 'spoken', spokenTo: unique('spokenTo') }
  done(await decide(shop, customerId, 'custom.photos', 'granted', heard))
  await shop.run((ctx) => unsubscribeHeaders(ctx, inner(customerId), 'marketing.email'))
}

async function plantCarts({ shop, customerId, unique }: Planting) {
  const line = { sku: unique('sku'), quantity: 2, name: unique('article'), data: { note: unique('lineNote') } }
  done(await shop.call(carts.put, { customerId, lines: [line] } as never))
}

/** A picture in form: what is drawn in it is not looked at. */
async function plantPictures({ shop, customerId, unique }: Planting) {
  const drawn = Buffer.from(unique('picture'))
  const part = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)])
  }
  const head = part('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]))
  const begin = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const bytes = Buffer.concat([begin, head, part('IDAT', drawn), part('IEND', Buffer.alloc(0))])
  const picture = `data:image/png;base64,${bytes.toString('base64')}`
  done(await shop.call(pictures.put, { customerId, picture } as never))
}

/** With all that can be said of one, a refund with a note, and a card. */
async function plantOrders({ shop, customerId, unique }: Planting) {
  const { phone } = done(await shop.call(customers.get, { customerId } as never))
  const contact = { phone, firstName: unique('orderFirst'), email: `${unique('orderMail').toLowerCase()}@example.com` }
  const order = done(
    await shop.call(orders.place, {
      contact,
      total: 500,
      lines: [{ name: unique('lineName'), amount: 500, data: { [unique('lineKey')]: unique('lineData') } }],
      delivery: { to: unique('deliveredTo') },
      note: unique('orderNote'),
      data: { [unique('orderKey')]: unique('orderData') },
    } as never),
  )
  expect(order.customerId).toBe(customerId)
  done(await shop.call(orders.refund, { orderId: order.id, amount: 100, note: unique('refundNote') } as never))
  const card = { provider: 'thawani', token: 'card_1', lastFour: '4242', expiryMonth: 1, expiryYear: 2030 }
  done(await shop.call(orders.addPaymentMethod, { customerId, ...card, brand: unique('brand') } as never))
}

/** What was said elsewhere, and two events that could not be carried out: one names the person by a phone, one by the id. */
async function plantIncoming({ shop, customerId, unique }: Planting) {
  const { phone } = done(await shop.call(customers.get, { customerId } as never))
  const ticket = { customer: { id: customerId }, ticketId: unique('ticket'), subject: unique('subject') }
  const told = { id: 'told', type: 'CustomerSupportTicketCreated', data: { ...ticket, text: unique('ticketText') } }
  done(await send(shop, told))
  for (const customer of [{ phone }, { id: customerId }]) {
    const data = { customer, rating: 9, text: unique('parkedText') }
    done(await send(shop, { id: unique('event'), type: 'ProductReviewed', data }))
  }
}

/** Points that were given, pending, reserved and redeemed, with a word of the staff, a tier, and a till that is offline. */
async function plantPoints({ world, shop, customerId, unique }: Planting) {
  const points = (count: number) =>
    shop.call(loyalty.adjust, { customerId, points: count, reason: unique('pointsReason') })
  done(await points(300))
  done(await points(-20))
  done(await shop.call(orders.place, { customerId, total: 20_000 } as never))
  done(await shop.call(loyalty.redeem, { customerId, points: 30 } as never))
  done(await shop.call(loyalty.redeem, { customerId, points: 30, hold: true } as never))
  done(await shop.call(loyalty.reviewOne, { customerId }))
  await grantAt(world, shop, customerId)
}

/** A plan of now with free keys, one of before, a change to come, and a flair. */
async function plantMembership({ shop, customerId, unique }: Planting) {
  const extra = { [unique('planKey')]: unique('planValue') }
  const past = { startDate: '2024-01-31', endDate: '2024-06-30' }
  done(await shop.call(membership.start, { customerId, planId: 'basic', ...past, extra } as never))
  const { id } = done(await shop.call(membership.start, { customerId, planId: 'premium', extra } as never))
  done(await shop.call(membership.cancel, { customerId, subscriptionId: id, when: 'period_end' }))
  done(await shop.call(membership.awardFlair, { customerId, flairId: 'gold' } as never))
}

/** Absorbs a customer for good; and was itself merged into one who stays, which was undone. */
async function plantMerges({ shop, customerId, neighbourId, unique, uniquePhone }: Planting) {
  const absorbed = done(await shop.call(customers.create, person(unique, uniquePhone, 'absorbed') as never))
  done(await shop.call(merging.merge, { from: absorbed.id, into: customerId, reason: unique('mergeReason') }))
  const undone = done(
    await shop.call(merging.merge, { from: customerId, into: neighbourId, reason: unique('mistakeReason') }),
  )
  done(await shop.call(merging.undo, { mergeId: undone.id, reason: unique('undoReason') }))
}

/** Found, and decided: what was compared is in a digest. */
async function plantDuplicates({ world, shop, customerId, neighbourId }: Planting) {
  while ((await shop.run(lookAtOutdated)) > 0);
  const [one, other] = [customerId, neighbourId].map(inner).sort()
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into duplicate_suggestions (tenant_id, id, one_id, other_id, score, vetoed, state, found_at)
       values ($1, gen_random_uuid(), $2, $3, 9, false, 'open', now())
     on conflict (tenant_id, one_id, other_id) do update set score = 9 returning id`,
    [shop.id, one, other],
  )
  done(await shop.call(duplicates.reject, { suggestionId: rows[0]!.id, because: 'family' }))
}

/** A login of the person, who was known here before: with sessions, a link on its way, and a second factor. */
async function plantAccounts({ world, shop, customerId, unique }: Planting) {
  const { email } = done(await shop.call(customers.get, { customerId } as never))
  const device = () => ({ 'user-agent': unique('device') })
  const named = { firstName: unique('claimedFirst'), deviceName: unique('deviceName') }
  const registered = await shop.visitor(device()).call(accounts.register, { email, password: GOOD, ...named } as never)
  const self = shop.visitor({ ...device(), authorization: `Bearer ${done(registered).accessToken}` })
  const { code } = await sentTo(shop, email, 'verify_email')
  done(await self.call(accounts.verifyEmail, { code }))
  expect(done(await self.call(accounts.me, {})).customer.id).toBe(customerId)
  done(await shop.visitor(device()).call(accounts.login, { email, password: GOOD } as never))
  const mistyped = await shop.visitor(device()).call(accounts.login, { email, password: `${GOOD}!` } as never)
  expect(mistyped.status).toBe(401)
  const own = { kind: 'restriction', text: unique('ownRequest') } as const
  done(await self.call(privacy.askForMyself, own, { headers: { 'idempotency-key': 'own' } }))
  const { secret } = done(await self.call(accounts.beginTotp, {}))
  const shown = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const { recoveryCodes } = done(await self.call(accounts.confirmTotp, { code: shown }))
  const { mfa } = done(await shop.visitor().call(accounts.login, { email, password: GOOD } as never))
  const recovery = { challenge: mfa.challenge, method: 'recovery', code: recoveryCodes[0] } as const
  done(await shop.visitor(device()).call(accounts.finishSignIn, recovery))
  done(await shop.visitor(device()).call(accounts.forgotPassword, { email }))
  while (await sendNextLink(world.kith.db, shop.id));
  // One that waits to be looked at.
  done(await shop.visitor().call(accounts.forgotPassword, { email }))
}

/** Besides the password: a phone, a passkey, and a provider; one abandoned link and challenge. */
async function plantAddedLogins({ world, shop, customerId, unique }: Planting) {
  const { phone, email } = done(await shop.call(customers.get, { customerId } as never))
  const { self, customerId: same } = await signInWith(world, shop, phone, { firstName: 'At the phone' })
  expect(same).toBe(customerId)
  const credential = anAuthenticator().create(done(await self.call(accounts.beginPasskey, {})))
  done(await self.call(accounts.addPasskey, { credential, name: unique('passkeyName') }))
  done(await self.call(accounts.beginPasskey, {}))
  const provider = await aCrookedProvider()
  const wishes = [{ name: 'known', ...provider.settings, trustsEmail: true }]
  done(await shop.call(accounts.changeOidcSettings, { providers: wishes }))
  done(await self.call(accounts.beginLink, { provider: 'known', returnTo: '/account' }))
  const { nonce } = done(await shop.visitor().call(accounts.oidcNonce, {}))
  const claims = { sub: unique('subject'), email, email_verified: true, given_name: unique('providerFirst'), nonce }
  const signedIn = await shop
    .visitor()
    .call(accounts.signInByIdToken, { provider: 'known', idToken: await provider.sign(claims), nonce })
  expect(done(signedIn).account.customerId).toBe(customerId)
  await provider.close()
}

/** A number that changed hands, from one to another who both turned out to be this person. */
async function plantHandOvers({ world, shop, customerId, unique, uniquePhone }: Planting) {
  const phone = uniquePhone()
  const former = done(
    await shop.call(customers.create, { type: 'stub', firstName: unique('formerFirst'), phone } as never),
  )
  await silentFor(world, former.id, 13)
  const present = await signInWith(world, shop, phone, { firstName: unique('presentFirst') })
  expect(present.customerId).not.toBe(former.id)
  for (const one of [former.id, present.customerId])
    done(await shop.call(merging.merge, { from: one, into: customerId, reason: unique('sameReason') }))
}

/** Two guest records of the person: one joined, one whose token came too late. */
async function plantGuests({ world, shop, customerId, unique }: Planting) {
  const { phone } = done(await shop.call(customers.get, { customerId } as never))
  const taken = done(await shop.visitor().call(accounts.beginGuest, {}))
  const line = { sku: unique('skuOfGuest'), quantity: 1, name: unique('guestArticle') }
  done(await shop.call(carts.put, { customerId: taken.customerId, lines: [line] } as never))
  expect((await signInWith(world, shop, phone, { guestToken: taken.guestToken })).customerId).toBe(customerId)
  const left = done(await shop.visitor().call(accounts.beginGuest, {}))
  done(await shop.call(merging.merge, { from: left.customerId, into: customerId, reason: unique('guestReason') }))
}

async function plantPrivacy({ world, shop, customerId, unique }: Planting) {
  const record = (kind: 'access' | 'objection' | 'rectification') =>
    shop.call(privacy.recordRequest, { customerId, kind, text: unique(`${kind}Text`) })
  const [access, objection] = [done(await record('access')).id, done(await record('objection')).id]
  await record('rectification')
  const note = unique('identityNote')
  done(await shop.call(privacy.noteIdentity, { requestId: access, proof: 'document', note }))
  done(await shop.call(privacy.extendRequest, { requestId: access, reason: unique('extensionReason') }))
  done(await shop.call(privacy.completeRequest, { requestId: access, answer: unique('answer') }))
  done(await shop.call(privacy.refuseRequest, { requestId: objection, reason: unique('refusalReason') }))
  done(await shop.call(privacy.placeHold, { customerId, reason: unique('holdReason') }))
  done(await shop.call(privacy.liftHold, { customerId }))
  await world.owner.query(
    `update customer_activity set last_seen_at = now() - interval '3 years' where tenant_id = $1 and customer_id = $2`,
    [shop.id, inner(customerId)],
  )
  const flag = privacyModule.jobs.find(({ name }) => name === 'flag-inactive-customers')!
  await runJob(world.kith.db, flag, openLog('silent'))
  done(await shop.call(privacy.askForExport, { customerId }))
  for (const errand of privacyModule.errands) while (await errand.run(world.kith.db, shop.id));
}

/** One that changed the person, whose file has a refused row of theirs too; and one that was never checked. */
async function plantImports({ world, shop, customerId, unique }: Planting) {
  const { phone, email } = done(await shop.call(customers.get, { customerId } as never))
  const rows = [
    `${phone},${unique('importCompany')},${unique('importExternal')},${unique('importExtra')}`,
    `${phone},${unique('repeatedCompany')},,${email}`,
    '+96891000001,Neighbour Ltd,,',
  ]
  const csv = ['phone,company,external id,shelf', ...rows].join('\n')
  await imported(world, shop, 'people.csv', csv, (one) =>
    decided(one, {
      company: { policy: 'overwrite' },
      shelf: { target: 'extra', policy: 'overwrite' },
    }),
  )
  await uploaded(world, shop, 'unread.csv', `phone,company\n${phone},${MARK}unread\n`)
}

export const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** What was sent of the person to another system, with an answer that repeats it. */
async function plantWebhooks({ world, shop, customerId, unique }: Planting) {
  const webhook = await aWebhook(shop, 'http://127.0.0.1:9', { payload: 'full', types: ['CustomerUpdated'] })
  done(await shop.call(customers.change, { customerId, notes: unique('sentNotes') } as never))
  const subscribers = [webhooksModule, privacyModule].flatMap((module) => module.subscribers)
  while (await shop.run((ctx) => deliverEvents(ctx, subscribers, openLog('silent'))));
  const { items } = done(await shop.call(webhooks.deliveries, { webhookId: webhook.id }))
  const { eventId } = items.find((one: { customerId: string }) => one.customerId === customerId)
  done(await shop.call(webhooks.tryOut, { webhookId: webhook.id, eventId } as never))
  await world.owner.query(`update webhook_attempts set outcome = 'delivered' where tenant_id = $1`, [shop.id])
}

async function plantProposals({ shop, customerId, unique }: Planting) {
  const input = { customerId, reason: unique('proposedReason') }
  done(await shop.call(assistants.propose, { operation: 'customers.suspend', input, purpose: unique('purpose') }))
}
