import { z } from 'zod'
import type { EventKind } from '../../../kit/events.ts'
import { isOutsideId, OUTSIDE_IDS } from './outside.ts'

type Json = Record<string, unknown>

/** The JSON Schema of an event as it is sent, with the ids as they are written outside. */
export function schemaOf({ type, schema }: EventKind) {
  const { $schema: _, ...data } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  const properties = Object.fromEntries(
    Object.entries(data.properties ?? {}).map(([field, property]) => [
      field,
      isOutsideId(type, field) ? outsideOf(field, Object(property)) : property,
    ]),
  )
  return {
    type: 'object',
    properties: {
      id: idOf('evt'),
      type: { const: type },
      timestamp: { type: 'string', format: 'date-time' },
      data: { ...data, properties },
    },
    required: ['id', 'type', 'timestamp', 'data'],
  }
}

const idOf = (prefix: string): Json => ({ type: 'string', pattern: `^${prefix}_[0-9a-f]{32}$` })

/** May it be null, it still may. */
function outsideOf(field: string, { format: _, pattern: __, anyOf, ...more }: Json): Json {
  const id = idOf(OUTSIDE_IDS[field]!.prefix)
  return anyOf === undefined ? { ...more, ...id } : { ...more, anyOf: [id, { type: 'null' }] }
}
