import { randomUUID } from 'node:crypto'

/** Prices in minor units: thousandths of a rial. */
export const ARTICLES = [
  { sku: 'DATES-KHALAS', name: 'Khalas dates, 1 kg', price: 2_500 },
  { sku: 'HALWA-SAFFRON', name: 'Saffron halwa, 500 g', price: 3_800 },
  { sku: 'FRANKINCENSE', name: 'Frankincense of Dhofar, 100 g', price: 4_250 },
]

export const page = (content, facts = {}) => `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Muttrah Sweets</title>
<style>
  body { font: 1rem/1.5 system-ui; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
  form { display: grid; gap: .5rem; margin: 1rem 0; padding: 1rem; border: 1px solid #ccc; border-radius: .5rem }
  label { display: grid; gap: .25rem } [role=alert] { color: #a00 } nav form { display: inline; border: 0; padding: 0 }
</style>
<h1>Muttrah Sweets</h1>
<nav><a href="/">Shop</a> ${facts.isSignedIn ? SIGNED_IN : ''}</nav>
${facts.problem ? `<p role="alert">${text(facts.problem)}</p>` : ''}
${content(facts)}
</html>`

const SIGNED_IN = `<a href="/orders">Orders</a> <a href="/account">Account</a>
<form method="post" action="/sign-out"><button>Sign out</button></form>`

export const home = ({ isSignedIn }) => `
<form method="post" action="/checkout">
  <h2>Order</h2>
  ${hidden({ once: randomUUID() })}
  <label>Article <select name="sku">${ARTICLES.map(({ sku, name }) => `<option value="${sku}">${text(name)}`).join('')}</select></label>
  ${field('Quantity', 'quantity', 'type="number" min="1" max="99" value="1"')}
  ${isSignedIn ? '' : field('First name', 'firstName', 'autocomplete="given-name"')}
  ${isSignedIn ? '' : field('Phone', 'phone', 'type="tel" required autocomplete="tel"')}
  ${field('Delivery address', 'to', 'autocomplete="street-address"')}
  <label>Payment <select name="payment"><option value="card">Card<option value="cod">Cash on delivery</select></label>
  <button>Order</button>
</form>
${isSignedIn ? '' : SIGN_IN()}`

const SIGN_IN = () => `
<form method="post" action="/sign-up">
  <h2>Sign up</h2>
  ${field('First name', 'firstName', 'required autocomplete="given-name"')}
  ${field('E-mail', 'email', 'type="email" required autocomplete="email"')}
  ${field('Phone', 'phone', 'type="tel" autocomplete="tel"')}
  ${field('Password', 'password', 'type="password" required autocomplete="new-password"')}
  <button>Sign up</button>
</form>
<form method="post" action="/sign-in">
  <h2>Sign in</h2>
  ${field('E-mail', 'email', 'type="email" required autocomplete="email"')}
  ${field('Password', 'password', 'type="password" required autocomplete="current-password"')}
  <button>Sign in</button>
</form>`

export const account = ({ me }) => `
<h2>${text(me.firstName)}</h2>
<p>E-mail: ${me.emailVerified ? text(me.email) : 'not confirmed'}. Phone: ${me.phoneVerified ? text(me.phone) : 'not verified'}.</p>
${me.emailVerified ? '' : `<form method="post" action="/account/email">${field('Code from the e-mail', 'code', CODE)}<button>Confirm</button></form>`}
<form method="post" action="/account/phone">${field('Phone', 'phone', 'type="tel" required')}<button>Send a code</button></form>`

export const code = ({ action, field: name, keep }) => `
<form method="post" action="${action}">
  <p>A code was sent to ${text(keep.phone)}.</p>
  ${hidden(keep)}
  ${field('Code', name, CODE)}
  <button>Confirm</button>
</form>`

export const thanks = ({ order }) =>
  `<p>Thank you. Your order ${text(order.id)}: ${text(order.total)} ${text(order.currency)}.</p>`

export const orders = ({ items }) => `
<h2>Orders</h2>
<ul>${items.map(({ id, total, currency, state, lines }) => `<li data-order="${id}">${lines.map(({ name }) => text(name)).join(', ')}: ${total} ${currency}, ${state}</li>`).join('')}</ul>`

const CODE = 'inputmode="numeric" pattern="[0-9]{6}" required autocomplete="one-time-code"'
const field = (label, name, more) => `<label>${label} <input name="${name}" ${more}></label>`
const hidden = (values) =>
  Object.entries(values)
    .map(([name, value]) => `<input type="hidden" name="${text(name)}" value="${text(value)}">`)
    .join('')
const text = (value) => String(value ?? '').replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`)
