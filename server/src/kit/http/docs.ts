import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as refusals from '../refusal.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}
/** Our own files and nothing else. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

interface File {
  readonly type: string
  readonly content: Buffer
}

/** The built documentation, by address; empty where it was not built. */
function filesIn(folder: string): ReadonlyMap<string, File> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return new Map(
    names.flatMap((name): [string, File][] => {
      const type = TYPES[path.extname(name)]
      const address = name.replaceAll(path.sep, '/').replace(/\.html$/, '')
      return type ? [[address, { type, content: readFileSync(path.join(folder, name)) }]] : []
    }),
  )
}

/** The documentation at /docs. It was built before: here it is only sent. */
export function addDocs(app: FastifyInstance, folder: string): void {
  const files = filesIn(folder)
  app.get('/docs', (_, reply) => {
    const index = files.get('index')
    return index ? send(reply, index) : reply.redirect('/docs/api')
  })
  app.get<{ Params: { '*': string } }>('/docs/*', ({ params }, reply) => {
    if (params['*'] === '') return reply.redirect('/docs')
    const file = files.get(params['*'].replace(/\/$/, ''))
    if (!file) throw refusals.NotFound()
    return send(reply, file)
  })
}

const send = (reply: FastifyReply, { type, content }: File) =>
  reply
    .type(type)
    .headers({ 'cache-control': 'public, max-age=300', 'content-security-policy': DOCS_POLICY })
    .send(content)
