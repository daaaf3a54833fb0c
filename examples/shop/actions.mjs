// What people do in the shop, and what Kith is asked for it. The rules are Kith's: the shop shows what it says.
import { KithRefusal } from '@kith/sdk'
import { ARTICLES, account, code, home, orders, page, thanks } from './pages.mjs'

/** By method and path: each gets the SDK as the visitor or customer who asks. */
export const ACTIONS = {
  'GET /': async ({ isSignedIn }) => ({ html: page(home, { isSignedIn }) }),
  'POST /checkout': checkOut,
  'POST /sign-up': async ({ kith, form: { email, password, firstName, phone } }) => {
    const { accessToken } = await kith.accounts.register({ email, password, firstName, ...(phone && { phone }) })
    return { session: accessToken, goTo: '/account' }
  },
  'POST /sign-in': async ({ kith, form: { email, password } }) => {
    const { accessToken } = await kith.accounts.login({ email, password })
    return { session: accessToken, goTo: '/orders' }
  },
  'POST /sign-out': async ({ kith }) => {
    await kith.accounts.logout()
    return { session: null, goTo: '/' }
  },
  'GET /account': async ({ kith }) => ({
    html: page(account, { isSignedIn: true, me: await kith.customers.readOwn() }),
  }),
  'POST /account/email': async ({ kith, form }) => {
    await kith.accounts.verifyEmail({ code: form.code })
    return { goTo: '/account' }
  },
  'POST /account/phone': provePhone,
  'GET /orders': async ({ kith }) => {
    const { items } = await kith.orders.listOwn()
    return { html: page(orders, { isSignedIn: true, items }) }
  },
}

/** A guest gives a phone; who is signed in is known already. Cash on delivery wants the phone proved by a code. */
async function checkOut({ kith, form, isSignedIn }) {
  const { sku, quantity = '1', payment, firstName, phone, to, otpCode, handle } = form
  const article = ARTICLES.find((one) => one.sku === sku) ?? ARTICLES[0]
  const amount = article.price * Number(quantity)
  const order = {
    ...{
      total: amount,
      payment,
      lines: [{ sku: article.sku, name: article.name, quantity: Number(quantity), amount }],
    },
    ...(to && { delivery: { to } }),
    ...(!isSignedIn && { contact: { phone, ...(firstName && { firstName }) } }),
    ...(otpCode && { otpCode, handle }),
  }
  try {
    const placed = await kith.orders.place(order, { idempotencyKey: form.once })
    return { html: page(thanks, { isSignedIn, order: placed }) }
  } catch (error) {
    if (isSignedIn || !(error instanceof KithRefusal) || error.code !== 'order.cod_needs_phone') throw error
    const sent = await kith.verification.sendOtp({ phone, purpose: 'cod' })
    return { html: page(code, { action: '/checkout', field: 'otpCode', keep: { ...form, handle: sent.handle } }) }
  }
}

/** The proof opens all that the person ordered with this phone, as a guest or by another login. */
async function provePhone({ kith, form: { phone, otpCode, handle } }) {
  if (!otpCode) {
    const sent = await kith.verification.sendOtp({ phone, purpose: 'change_contact' })
    return {
      html: page(code, {
        isSignedIn: true,
        ...{ action: '/account/phone', field: 'otpCode', keep: { phone, handle: sent.handle } },
      }),
    }
  }
  const { verificationToken } = await kith.verification.verifyOtp({
    ...{ phone, purpose: 'change_contact', code: otpCode, handle },
  })
  await kith.accounts.changeContact({ phone, verificationToken })
  return { goTo: '/orders' }
}
