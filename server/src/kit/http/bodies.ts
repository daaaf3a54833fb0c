import type { FastifyInstance } from 'fastify'
import { isTooDeep } from '../depth.ts'
import { unfitField } from '../invalid.ts'
import { TOO_DEEP } from '../problems.ts'
import * as refusals from '../refusal.ts'

export const BODY_LIMIT = 256 * 1024
const FORM_LIMIT = 4 * 1024

/** A content type without its parameters. */
const mediaTypeOf = (header = '') => header.split(';')[0]!.trim().toLowerCase()

/** JSON everywhere; a form or bytes only where an endpoint says that it takes them. */
export function addBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser<string>(
    /^application\/(?:[\w.-]+\+)?json\b/i,
    { parseAs: 'string' },
    (request, body, done) => {
      const {
        headers,
        routeOptions: { config },
      } = request
      const taken = config.media ?? ['application/json', 'application/merge-patch+json']
      if (config.form || config.bytes || !taken.includes(mediaTypeOf(headers['content-type']))) {
        return done(refusals.WrongContentType())
      }
      // Many clients announce JSON and send nothing where every field is optional.
      if (body.length === 0) return done(null, undefined)
      return parseJson(request, body, (error, value) =>
        // Before any other code reads it: that code may recurse.
        !error && isTooDeep(value) ? done(unfitField('', TOO_DEEP)) : done(error, value),
      )
    },
  )
  app.addContentTypeParser<Buffer>(
    'application/octet-stream',
    { parseAs: 'buffer' },
    ({ routeOptions: { config } }, body, done) =>
      config.bytes ? done(null, body) : done(refusals.WrongContentType(), undefined),
  )
  app.addContentTypeParser<string>(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    ({ headers, routeOptions: { config } }, body, done) => {
      // Mail programs unsubscribe with a form (RFC 8058). The form adds nothing to the link.
      if (config.link) return done(null, undefined)
      const readable = config.form && !headers['content-type']?.startsWith('multipart')
      return readable
        ? done(null, Object.fromEntries(new URLSearchParams(body)))
        : done(refusals.WrongContentType(), undefined)
    },
  )
}
