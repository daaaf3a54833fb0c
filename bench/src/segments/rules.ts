const DAYS = [30, 90, 180, 365]
const SEGMENTS = 50

interface Rule {
  readonly [key: string]: unknown
}

/** Fifty segments over orders, money, time, age, city, type, language and source. The first to fit are the rarest. */
export function fiftyRules(shift: number): Rule {
  const segments = Array.from({ length: SEGMENTS }, (_, n) => {
    const window = { days: DAYS[n % DAYS.length]! }
    const least = (SEGMENTS - n) * 6_000 + shift
    const spent = { attribute: 'spent', is: 'at_least', value: least, window }
    const beside = [
      { attribute: 'orders', is: 'at_least', value: 2, window },
      { attribute: 'lastOrder', is: 'within', value: 10 + n },
      { attribute: 'ageBand', is: 'one_of', value: ['25_34', '35_44'] },
      { attribute: 'city', is: 'any_of', value: ['Muscat', `Town ${n}`] },
      { attribute: 'type', is: 'one_of', value: ['stub', 'full'] },
    ]
    const name = `Segment ${n}`
    return { key: `s${n}`, name: { en: name, ar: name }, rule: { all: [spent, beside[n % beside.length]] } }
  })
  const others = { key: 'others', name: { en: 'Others', ar: 'الآخرون' } }
  return { segments, otherwise: others, tags: [] }
}

export const noRules = (): Rule => ({ ...fiftyRules(0), segments: [] })
