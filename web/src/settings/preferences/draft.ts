import type { Output } from '@kith/sdk'

export type Schema = Output<'preferences.readSchema'>
export type Item = Schema['items'][number]
export type Topic = Schema['topics'][number]
export type Choice = Extract<Item, { type: 'choice' }>['choices'][number]

export const TYPES = ['boolean', 'choice', 'text', 'number'] as const
export type Type = Item['type']

/** An item being edited, with a stable id while everything else changes. */
export interface Drafted<Part> {
  readonly id: string
  readonly part: Part
}

export const drafted = <Part>(part: Part): Drafted<Part> => ({ id: crypto.randomUUID(), part })

const label = { en: '', ar: '' }
export const newTopic = (): Topic => ({ key: '', label, default: true })
export const newChoice = (): Choice => ({ value: '', label })

/** Changes the kind of answer: properties of the former kind are dropped. */
export function ofType({ key, label }: Pick<Item, 'key' | 'label'>, type: Type): Item {
  const about = { key, label }
  if (type === 'boolean') return { ...about, type, default: false }
  if (type === 'choice') return { ...about, type, choices: [newChoice()], default: '' }
  return { ...about, type, default: null }
}
export const newItem = (): Item => ofType({ key: '', label }, 'boolean')

export function moved<Part>(all: readonly Part[], from: number, by: -1 | 1): readonly Part[] {
  const next = [...all]
  const [one] = next.splice(from, 1)
  next.splice(from + by, 0, one!)
  return next
}

export const replaced = <Part>(all: readonly Part[], at: number, part: Part): readonly Part[] =>
  all.map((one, index) => (index === at ? part : one))
export const without = <Part>(all: readonly Part[], at: number): readonly Part[] =>
  all.filter((_, index) => index !== at)
