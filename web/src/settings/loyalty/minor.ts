import { placesOf } from '../../customers/orders/money.ts'

/** Amounts are sent in minor units and typed in whole ones. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** placesOf(currency)
export const toMinor = (amount: number, currency: string): number => Math.round(amount * 10 ** placesOf(currency))
