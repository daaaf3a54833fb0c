import type { Comparison } from './grammar.ts'

/** Comparisons of the same attribute in the same window look at the same value. */
export const slotKey = ({ attribute, window }: Pick<Comparison, 'attribute' | 'window'>) =>
  `${attribute} ${window?.days ?? ''}`
