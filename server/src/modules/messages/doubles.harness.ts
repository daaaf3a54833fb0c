import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface TextRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly form: Readonly<Record<string, string>>
}

/** Twilio's API for text messages, as documented. `reply` decides about each request. */
export async function aTwilio(account: string, token: string) {
  const requests: TextRequest[] = []
  const twilio = {
    requests,
    reply: async (_: TextRequest): Promise<{ status: number; body: unknown }> => ({
      status: 201,
      body: { sid: `SM${requests.length}` },
    }),
  }
  const wanted = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', async () => {
      const answer = (status: number, json: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
      const { url: path = '', headers } = request
      if (headers.authorization !== wanted) return answer(401, { code: 20003 })
      if (path !== `/2010-04-01/Accounts/${account}/Messages.json`) return answer(404, { code: 20404 })
      if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return answer(415, {})
      const text = { path, headers, form: Object.fromEntries(new URLSearchParams(body)) }
      requests.push(text)
      const { status, body: json } = await twilio.reply(text)
      return answer(status, json)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(twilio, { url, close: () => new Promise((resolve) => server.close(resolve)) })
}

export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly headers: string
  readonly text: string
  readonly html: string
}

/** A real SMTP server that accepts everything except the addresses for which `refuse` has a code. */
export async function aMailServer() {
  const mails: Mail[] = []
  const box = { mails, refuse: (_: string): number | null => null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _, done) {
      const responseCode = box.refuse(address)
      done(responseCode === null ? null : Object.assign(new Error(`not ${address}`), { responseCode }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          ...readMime(Buffer.concat(chunks).toString()),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(box, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function readMime(raw: string) {
  const [headers, body] = halves(raw)
  const boundary = /boundary="?([^";\r\n]+)/.exec(headers)![1]!
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => halves(part.replace(/^\r\n/, '')))
  const partOf = (type: string) => {
    const [head, content] = parts.find(([one]) => one.includes(type))!
    if (/encoding: base64/i.test(head)) return Buffer.from(content, 'base64').toString()
    if (/encoding: quoted-printable/i.test(head)) return unquote(content)
    return content
  }
  return { headers: headers.replace(/\r\n[ \t]+/g, ' '), text: partOf('text/plain').trim(), html: partOf('text/html') }
}

function halves(raw: string): [string, string] {
  const at = raw.indexOf('\r\n\r\n')
  return [raw.slice(0, at), raw.slice(at + 4)]
}

const unquote = (text: string) =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
