import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What no screen calls, and why none should. */
const NOT_CALLED: Readonly<Record<string, string>> = {
  'accounts.adoptGuest': 'shops call it, when a visitor with a cart signs in',
  'accounts.beginGuest': 'shops call it, for a visitor with a cart',
  'accounts.beginOidc': 'apps call it; a browser follows a link',
  'accounts.email': 'apps without passwords call it; here an e-mail signs in with a password',
  'accounts.finishOidc': 'the provider redirects to it',
  'accounts.jwks': 'servers that check tokens call it',
  'accounts.linkLogin': 'other systems call it, which have logins of their own',
  'accounts.oidcNonce': 'apps call it, before they ask a provider themselves',
  'accounts.signInByIdToken': 'apps call it, which asked a provider themselves',
  'accounts.startOidc': 'a link of the sign-in page leads to it',
  'accounts.token': 'servers that check tokens call it',
  'accounts.verifyOwnContact': 'changing a contact, and confirming the e-mail, do the same in one step',
  'accounts.wellKnownJwks': 'servers that check tokens call it',
  'assistants.call': 'assistants call it',
  'assistants.propose': 'assistants call it',
  'carts.put': 'shops call it',
  'carts.putOwn': 'shops call it',
  'consent.confirm': 'the page behind a link in an e-mail posts to it',
  'consent.printedReceipt': 'the screen prints the receipt that it shows',
  'consent.showConfirmation': 'a link in an e-mail leads to it',
  'consent.showUnsubscribe': 'a link in an e-mail leads to it',
  'consent.unsubscribe': 'mail programs post to it',
  'customers.customersByDay': 'the overview has the same figures from statistics',
  'customers.displayNames': 'the history has the former display names',
  'customers.lookup': 'programs call it; the field of the till finds by the same',
  'customers.profileCompleteness': 'the overview has the same figures from statistics',
  'customers.suspend': 'called by its name in confirm-status.tsx',
  'duplicates.get': 'the list has all of it',
  'graphql.query': 'programs call it',
  'incoming.receive': 'other systems send events to it',
  'loyalty.balanceAt': 'the ledger shows the balance after each entry',
  'loyalty.capture': 'the system that reserved the points calls it',
  'loyalty.readReview': 'the list has all of it',
  'loyalty.release': 'the system that reserved the points calls it',
  'membership.featureDocument': 'servers call it, to check what a plan gives without asking again',
  'membership.ownFeatureDocument': 'apps call it, to check what a plan gives without asking again',
  'membership.resume': 'called by its name in plan-tab.tsx',
  'membership.revokeChange': 'called by its name in plan-tab.tsx',
  'messages.showInbox': 'a page of its own for development, without scripts',
  'messages.statistics': 'the overview has the same figures by day',
  'messages.twilioStatus': 'the provider of text messages calls it',
  'orders.addPaymentMethod': 'the provider of payments tells of cards; they are not typed here',
  'orders.deliver': 'called by its name in order-card.tsx',
  'orders.get': 'the list has all of it',
  'orders.pay': 'called by its name in order-card.tsx',
  'orders.whole': 'programs call it; the page of a customer shows the parts',
  'preferences.replace': 'programs call it; a screen sends only what was changed',
  'preferences.replaceOwn': 'programs call it; a screen sends only what was changed',
  'privacy.acknowledgeErasure': 'other systems call it, when they have erased too',
  'privacy.downloadOwnExport': 'the browser downloads it by its link',
  'privacy.getBreach': 'the list has all of it',
  'privacy.getErasure': 'the list has all of it',
  'privacy.overview': 'what needs doing comes in one call, for the home and the bell',
  'privacy.readRestriction': 'the customer says it (`restricted`)',
  'segments.listChanges': 'the page of a customer shows the segment, the tags and why',
  'webhooks.listEvents': 'other systems read events from it',
  'webhooks.streamEvents': 'other systems read events from it',
}

/** Names of operations in types, and comments, call nothing. */
const NO_CALL = /\b(Input|Output|Code)<'[\w.]+'>|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
const called = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join('web/src', file), 'utf8').replaceAll(NO_CALL, ''))
  .join('\n')
const operations = [...readFileSync('sdk/src/places.ts', 'utf8').matchAll(/^ {2}'(\w+)\.(\w+)': \{ method/gm)]

test('every operation is called by a screen, or it is said here why not', () => {
  expect(operations.length).toBeGreaterThan(300)
  const missing = operations.filter(([, of, own]) => !new RegExp(`\\b${of}\\s*\\.\\s*${own}\\b`).test(called))
  expect(missing.map(([, of, own]) => `${of}.${own}`).sort()).toEqual(Object.keys(NOT_CALLED).sort())
})
