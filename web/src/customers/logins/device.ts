const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** The user agent in two words; for other clients its first word. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return ''
  const first = (known: typeof BROWSERS | typeof SYSTEMS) => known.find(([sign]) => sign.test(userAgent))?.[1]
  const both = [first(BROWSERS), first(SYSTEMS)].filter(Boolean)
  return both.length > 0 ? both.join(' · ') : (userAgent.split(/[\s/]/)[0] ?? '')
}
