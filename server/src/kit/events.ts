import type { z } from 'zod'

/** Something that happened: ids and facts, never personal data. */
export interface DomainEvent {
  readonly type: string
  readonly customerId: string | null
  readonly data: unknown
  /** Followed in its transaction, and told to no one afterwards: another event tells of many at once. */
  readonly quiet?: true
  /** Followed as if it were that time: it happened in former days, and so did what follows from it. */
  readonly asOf?: Date
}

/** Declares an event; calling the result makes one. The schema is what subscribers and webhooks receive. */
export function event<S extends z.ZodObject>(type: string, schema: S) {
  const make = (data: z.input<S>): DomainEvent => {
    const parsed: Record<string, unknown> = schema.parse(data)
    const customerId = parsed['customerId']
    return { type, customerId: typeof customerId === 'string' ? customerId : null, data: parsed }
  }
  return Object.assign(make, { type, schema })
}
export interface EventKind {
  readonly type: string
  readonly schema: z.ZodObject
}
