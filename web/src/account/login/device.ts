const BROWSERS = [
  ['Edge', /Edg/],
  ['Samsung Internet', /SamsungBrowser/],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
] as const
const SYSTEMS = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
] as const

/** `Chrome · Windows`, from the user agent; null if it is unknown. */
export function deviceOf(userAgent: string): string | null {
  const named = (of: readonly (readonly [string, RegExp])[]) => of.find(([, sign]) => sign.test(userAgent))?.[0]
  return [named(BROWSERS), named(SYSTEMS)].filter((part) => part !== undefined).join(' · ') || null
}
