import type { EventKind } from '../../../kit/events.ts'
import { MEANT_FOR } from './audiences.ts'
import { schemaOf } from './schemas.ts'

const ref = (...path: string[]) => ({ $ref: `#/${path.join('/')}` })
const each = <Made>(kinds: readonly EventKind[], make: (kind: EventKind) => Made) =>
  Object.fromEntries(kinds.map((kind) => [kind.type, make(kind)]))

/** AsyncAPI 3: what Kith publishes, and by which ways it comes. */
export function asyncApiDocument(kinds: readonly EventKind[]) {
  const messages = each(kinds, ({ type }) => ref('components', 'messages', type))
  const channel = (address: string | null, title: string, description: string, parameters?: object) => ({
    ...{ address, title, description, messages },
    ...(parameters && { parameters }),
  })
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Kith events',
      version: '1.0.0',
      description:
        'Facts about customers, by ids only. Each event reaches each receiver at least once, per customer in order, with the same id at each attempt.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      webhook: channel(null, 'Webhooks', 'A POST to the registered address, signed as Standard Webhooks.'),
      stream: channel('/api/v1/events/stream', 'Server-sent events', 'With an API key; their ids are positions.'),
      nats: channel('kith.events.{tenant}.{type}', 'NATS JetStream', 'With NATS_URL; the id is also the message id.', {
        tenant: { description: 'The id of the business' },
        type: { description: 'The type of the event' },
      }),
    },
    operations: Object.fromEntries(
      ['webhook', 'stream', 'nats'].map((name) => [
        `${name}Events`,
        {
          action: 'send',
          channel: ref('channels', name),
          messages: kinds.map(({ type }) => ref('channels', name, 'messages', type)),
        },
      ]),
    ),
    components: {
      messages: each(kinds, ({ type }) => ({
        name: type,
        title: type,
        ...(MEANT_FOR[type] && { summary: `For ${MEANT_FOR[type].join(', ')}` }),
        contentType: 'application/json',
        payload: ref('components', 'schemas', type),
      })),
      schemas: each(kinds, schemaOf),
    },
  }
}
