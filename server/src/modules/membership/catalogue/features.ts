import { z } from 'zod'
import { KEY_FORM } from '../../../kit/problems.ts'
import { form, text } from '../../../kit/text.ts'

export const Names = z.strictObject({
  en: text(60).meta({ example: 'Premium' }),
  ar: text(60).meta({ example: 'مميزة' }),
})

export const FEATURE_TYPES = ['boolean', 'number', 'choice', 'text'] as const
export const Value = z.union([z.boolean(), z.number(), z.string().max(500)])
export type Value = z.output<typeof Value>

export const FeatureKey = form(/^[a-z][A-Za-z0-9]{0,39}$/, KEY_FORM).meta({ example: 'freePickup' })

export const Feature = z.strictObject({
  key: FeatureKey,
  name: Names,
  type: z.enum(FEATURE_TYPES),
  choices: z
    .array(z.strictObject({ key: FeatureKey, name: Names }))
    .max(50)
    .default([])
    .meta({ description: 'Of the type `choice`' }),
  default: Value.meta({ description: 'Where neither plan nor tier say anything' }),
})
export type Feature = z.output<typeof Feature>

/** What a plan or a tier says about features, by their keys. */
export const Said = z.record(z.string().max(40), Value).meta({ example: { freePickup: true } })
export type Said = z.output<typeof Said>

export function fits({ type, choices }: Pick<Feature, 'type' | 'choices'>, value: unknown): value is Value {
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (typeof value !== 'string' || value.length > 500) return false
  return type === 'text' || choices.some(({ key }) => key === value)
}
