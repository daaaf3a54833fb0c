import type { Input } from '@kith/sdk'
import { changes, type Values } from '../../person/edit/reconcile.ts'
import type { Preferences, Schema } from './queries.ts'

const TO = '–'

/**
 * Every preference under one key, as in a form: `values.folding`, `communication.sms.offers`, `quietHours`. A contact that the
 * customer was never asked about is neither a yes nor a no.
 */
export function valuesOf({ values, communication, quietHours, said }: Preferences): Values {
  const contact = Object.entries(communication).flatMap(([channel, topics]) =>
    Object.entries(named(`communication.${channel}`, topics)),
  )
  return {
    ...named('values', values),
    ...Object.fromEntries(contact.map(([about, value]) => [about, said.includes(about) ? value : ''])),
    quietHours: quietHours ? joinHours(quietHours) : '',
  }
}

/** Only changed values, in the format of the API. */
export function toChange(schema: Schema, base: Values, now: Values): Change | null {
  const changed = Object.entries(changes(base, now))
  if (changed.length === 0) return null
  const values: Record<string, boolean | number | string | null> = {}
  const communication: Record<string, Record<string, boolean>> = {}
  for (const [about, value] of changed) {
    const [kind, first = '', topic = ''] = about.split('.')
    if (kind === 'values') values[first] = typed(schema, first, value)
    if (kind === 'communication') communication[first] = { ...communication[first], [topic]: value === 'true' }
  }
  const hours = changed.find(([about]) => about === 'quietHours')
  return {
    values,
    communication,
    ...(hours && { quietHours: hours[1] === null ? null : splitHours(hours[1]) }),
  } as Change
}
export type Change = Input<'preferences.changeOwn'>

export const joinHours = ({ from, to }: { from: string; to: string }) => `${from}${TO}${to}`
export function splitHours(written: string): { from: string; to: string } {
  const [from = '', to = ''] = written.split(TO)
  return { from, to }
}

/** An invalid number goes to the server unchanged, which reports it. */
function typed({ items }: Schema, key: string, value: string | null) {
  const type = items.find((item) => item.key === key)?.type
  if (value === null) return null
  if (type === 'boolean') return value === 'true'
  return type === 'number' && Number.isFinite(Number(value)) ? Number(value) : value
}

const named = (kind: string, values: Readonly<Record<string, boolean | number | string | null>>): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${kind}.${key}`, String(value ?? '')]))
