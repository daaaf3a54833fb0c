import { expect, test } from 'vitest'
import { amountsTyped, leftOfLine } from './refund-lines.ts'

const line = (position: number, amount: string) => ({
  ...{ position, amount, quantity: 1, sku: null, name: null, category: null, data: {} },
})
const refund = (lines: { position: number; amount: string }[] | null) => ({
  ...{ id: 'one', at: '2026-03-01T00:00:00.000Z', amount: '0.400', reason: null, note: null, lines },
})
const order = { currency: 'OMR', lines: [line(1, '1.400'), line(2, '0.600')], refunds: [refund(null)] }

test('only lines with something typed are refunded, and what is no amount is seen', () => {
  expect(amountsTyped({ 1: '0.4', 2: ' ' }, order)).toEqual([{ position: 1, amount: 400 }])
  expect(amountsTyped({ 1: 'x', 2: '٠٫٦' }, order)).toEqual([
    { position: 1, amount: null },
    { position: 2, amount: 600 },
  ])
  expect(amountsTyped({}, order)).toEqual([])
})

test('what is left of a line is less by the refunds that were for it alone', () => {
  expect(leftOfLine(order, order.lines[0]!)).toBe('1.400')
  const refunded = { ...order, refunds: [refund([{ position: 1, amount: '0.400' }]), refund(null)] }
  expect(leftOfLine(refunded, order.lines[0]!)).toBe('1.000')
  expect(leftOfLine(refunded, order.lines[1]!)).toBe('0.600')
})
