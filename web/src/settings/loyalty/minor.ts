const places = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Amounts are sent in minor units and typed in whole ones. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** places(currency)
export const toMinor = (amount: number, currency: string): number => Math.round(amount * 10 ** places(currency))
