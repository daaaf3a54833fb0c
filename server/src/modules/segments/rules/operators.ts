import type { Attribute } from '../../../kit/context.ts'
import type { Operator } from './grammar.ts'

type Type = Attribute['type']
/** What a comparison must bring. */
export const WANTED = ['words', 'number', 'days', 'day', 'nothing'] as const
export type Wants = (typeof WANTED)[number]

const WORD: readonly Operator[] = ['one_of', 'none_of', 'known', 'unknown']
const WORDS: readonly Operator[] = ['any_of', 'all_of', 'none_of', 'known', 'unknown']

export const OPERATORS_OF: Readonly<Record<Type, readonly Operator[]>> = {
  word: WORD,
  kept_word: WORD,
  word_token: WORD,
  words: WORDS,
  kept_words: WORDS,
  token: WORDS,
  yes_no: ['yes', 'no'],
  time: ['within', 'longer_ago', 'known', 'unknown'],
  number: ['at_least', 'at_most'],
  money: ['at_least', 'at_most'],
  kept_number: ['at_least', 'at_most', 'known', 'unknown'],
  kept_day: ['before', 'on_or_after', 'within', 'longer_ago', 'known', 'unknown'],
}

export const WANTS: Readonly<Record<Operator, Wants>> = {
  one_of: 'words',
  none_of: 'words',
  any_of: 'words',
  all_of: 'words',
  known: 'nothing',
  unknown: 'nothing',
  yes: 'nothing',
  no: 'nothing',
  at_least: 'number',
  at_most: 'number',
  within: 'days',
  longer_ago: 'days',
  before: 'day',
  on_or_after: 'day',
}

export const isWindowed = (attribute: Attribute) => 'earliest' in attribute && attribute.earliest !== undefined
export const choicesOf = (attribute: Attribute) => ('choices' in attribute ? attribute.choices : undefined)
