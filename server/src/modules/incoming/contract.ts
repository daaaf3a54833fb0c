import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { SourceForKeys, SourceTaken } from '../orders/contract.ts'
import { Unfit } from './parked/contract.ts'
import { EventChanged, EventTypeUnknown } from './refusals.ts'
import { Envelope, EVENT_TYPES, RESULTS, schemaPath } from './shapes.ts'

export * from './interactions/contract.ts'
export * from './parked/contract.ts'
export * from './refusals.ts'
export * from './shapes.ts'

const Reason = z.object({ code: z.string(), text: z.string() })

const EXAMPLE = {
  specversion: '1.0',
  id: '7301',
  source: '/shop/muscat',
  type: 'OrderPaid',
  time: '2025-01-15T09:30:00Z',
  data: { orderId: 'A-17' },
}

export const receive = endpoint({
  method: 'post',
  path: '/api/v1/events',
  summary: 'Send events of another system',
  description: `CloudEvents 1.0: structured (\`application/cloudevents+json\`), binary (the attributes in headers \`ce-…\`, the data as \`application/json\`) or batched (\`application/cloudevents-batch+json\`, at most 200). What each type says: ${EVENT_TYPES.map((type) => `[${type}](${schemaPath(type)})`).join(', ')}. Once by source and id: the same again is \`already\`, with other content it is refused. The first API key that names a source owns it. Events may come in any order. What cannot be carried out is parked with the reason, and can be corrected and replayed. In a batch, \`results\` tells of each; alone, one that is refused is an error.`,
  tag: 'Incoming events',
  allow: 'orders:write',
  media: {
    'application/cloudevents+json': Envelope.meta({ example: EXAMPLE }),
    'application/cloudevents-batch+json': z.array(Envelope).meta({ example: [EXAMPLE] }),
    'application/json': z
      .record(z.string(), z.unknown())
      .meta({ description: 'The data, with headers `ce-…`', example: EXAMPLE.data }),
  },
  body: z.object({ sent: z.unknown() }),
  example: { sent: EXAMPLE },
  output: z.object({
    results: z.array(
      z
        .object({
          id: z.string().nullable(),
          result: z.enum(RESULTS),
          reason: Reason.nullable(),
          errors: Unfit.meta({ description: 'Each field that does not fit' }),
          parkedId: z.uuid().nullable(),
        })
        .meta({ id: 'EventResult' }),
    ),
  }),
  refuses: [SourceForKeys, SourceTaken, EventTypeUnknown, EventChanged],
})
