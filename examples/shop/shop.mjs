// A shop in three files: this one is the server, actions.mjs speaks to Kith, pages.mjs is what people see.
import { createServer } from 'node:http'
import { KithRefusal, openKith } from '@kith/sdk'
import { ACTIONS } from './actions.mjs'
import { home, page } from './pages.mjs'

const COOKIE = 'shop_session'
const LONGEST_FORM = 10_000

export async function openShop({ kithUrl, tenant, port = 0 }) {
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response)
    } catch (error) {
      const isRefusal = error instanceof KithRefusal
      response.writeHead(isRefusal ? error.status : 500, { 'content-type': 'text/html; charset=utf-8' })
      response.end(page(home, { problem: isRefusal ? error.message : 'Something went wrong' }))
    }
  })

  async function answer(request, response) {
    // As a proxy says that ends TLS; it only adds to what the browser keeps secret.
    const isSecure = request.headers['x-forwarded-proto'] === 'https'
    const { pathname, origin } = new URL(request.url, `${isSecure ? 'https' : 'http'}://${request.headers.host}`)
    const action = ACTIONS[`${request.method} ${pathname}`]
    if (!action) return response.writeHead(404).end()
    // A form of another site must not order in the name of our customer.
    if (request.method === 'POST' && request.headers.origin !== origin) return response.writeHead(403).end()
    const token = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]
    const kith = openKith({ url: kithUrl, tenant, token, fetch: onBehalfOf(request) })
    const { html, session, goTo } = await action({ kith, form: await formOf(request), isSignedIn: Boolean(token) })
    if (session !== undefined) {
      const more = (session === null ? '; Max-Age=0' : '') + (isSecure ? '; Secure' : '')
      response.setHeader('set-cookie', `${COOKIE}=${session ?? ''}; Path=/; HttpOnly; SameSite=Lax${more}`)
    }
    if (goTo) return response.writeHead(303, { location: goTo }).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html)
  }

  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

/** Kith limits guesses and orders by network: it must see that of the visitor, not ours (KITH_TRUST_PROXY there). */
function onBehalfOf(request) {
  const visitor = request.socket.remoteAddress
  return (url, init) => fetch(url, { ...init, headers: { ...init.headers, 'x-forwarded-for': visitor } })
}

async function formOf(request) {
  let body = ''
  for await (const part of request) {
    body += part
    if (body.length > LONGEST_FORM) throw new Error('The form is too long')
  }
  // A field that was left empty was not given.
  return Object.fromEntries([...new URLSearchParams(body)].filter(([, value]) => value.trim() !== ''))
}
