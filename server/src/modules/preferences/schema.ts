import { z } from 'zod'
import { text, form } from '../../kit/text.ts'
import type { Section } from '../tenants/index.ts'
import { KEY_FORM, NAME_FORM } from '../../kit/problems.ts'

export const CHANNELS = ['sms', 'email', 'whatsapp', 'push', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]
const MOST_ITEMS = 60
const MOST_CHOICES = 40
const MOST_TOPICS = 20

export const Key = form(/^[a-z][A-Za-z0-9]{0,39}$/, KEY_FORM).meta({ example: 'ironing' })
const Label = z.strictObject({ en: text(80).meta({ example: 'Ironing' }), ar: text(80).meta({ example: 'الكي' }) })

const Choice = z.strictObject({ value: form(/^[a-z0-9][a-z0-9_-]{0,39}$/, NAME_FORM), label: Label })
const About = { key: Key, label: Label }
const Item = z.discriminatedUnion('type', [
  z.strictObject({ ...About, type: z.literal('boolean'), default: z.boolean() }),
  z.strictObject({
    ...About,
    type: z.literal('choice'),
    choices: z.array(Choice).min(1).max(MOST_CHOICES),
    default: z.string(),
  }),
  z.strictObject({ ...About, type: z.literal('text'), default: text(500, { multiline: true }).nullable() }),
  z.strictObject({
    ...About,
    type: z.literal('number'),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    default: z.number().nullable(),
  }),
])
export type Item = z.output<typeof Item>
export type Value = boolean | string | number | null

const Topic = z.strictObject({ ...About, default: z.boolean() })

/** The questions of a tenant. Changing them does not change stored preferences. */
export const PreferenceSchema = z.strictObject({
  items: z.array(Item).max(MOST_ITEMS),
  topics: z.array(Topic).min(1).max(MOST_TOPICS),
  timeZone: z
    .string()
    .max(60)
    .nullable()
    .meta({ example: 'Asia/Muscat', description: 'Time zone of quiet hours, such as Asia/Muscat; null for that of the business' }),
}).meta({ id: 'PreferenceSchema' })
export type PreferenceSchema = z.output<typeof PreferenceSchema>

const Decided = z.object({
  items: PreferenceSchema.shape.items.default([]),
  topics: PreferenceSchema.shape.topics.default([
    { key: 'orders', label: { en: 'Orders', ar: 'الطلبات' }, default: true },
    { key: 'offers', label: { en: 'Offers', ar: 'العروض' }, default: true },
    { key: 'news', label: { en: 'News', ar: 'الأخبار' }, default: true },
  ]),
  timeZone: PreferenceSchema.shape.timeZone.default(null),
})
export const preferenceSection: Section<typeof Decided> = { name: 'preferences', schema: Decided }

/** Whether a value is valid for an item. */
export function fits(item: Item, value: unknown): value is Value {
  switch (item.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return item.choices.some((choice) => choice.value === value)
    case 'text':
      return typeof value === 'string'
    case 'number':
      return (
        typeof value === 'number' && value >= (item.minimum ?? -Infinity) && value <= (item.maximum ?? Infinity)
      )
  }
}
