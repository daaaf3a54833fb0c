import * as arab from './arab-names.ts'
import { type Dice, pick, pickCommon } from './dice.ts'
import type { Name } from './names.ts'
import * as other from './other-names.ts'
import type { Country } from './phones.ts'
import { EUROPEAN_NICKNAMES, FILIPINO_NICKNAMES, SOUTH_ASIAN_NICKNAMES } from './remarks.ts'
import * as southAsian from './south-asian-names.ts'

/** One word or phrase of a name as one person writes it, in both scripts. */
export interface Spelling {
  latin: string
  arabic: string
}

export interface FullName {
  first: Spelling
  last: Spelling
  /** The last name without father and article, for the e-mail address. */
  family: string
}

/** People in Muscat who share a stock of names. */
export interface Community {
  /** Of a hundred customers of the laundry. */
  share: number
  arab: boolean
  women: number
  nameOf: (dice: Dice, woman: boolean) => FullName
  preferredNameOf: (dice: Dice, woman: boolean, locale: 'en' | 'ar') => string
  /** Where those with a foreign phone have it from. */
  homes: readonly Country[]
  abroad: number
}

/** Md, as most Bangladeshi men write Mohammed before their name. */
const MD: Spelling = { latin: 'Md', arabic: 'محمد' }

const COMMUNITIES: readonly Community[] = [
  {
    share: 46,
    arab: true,
    women: 0.38,
    nameOf: omani,
    preferredNameOf: kunya,
    homes: ['AE', 'AE', 'SA'],
    abroad: 0.015,
  },
  arabs(4, arab.EGYPTIAN_MEN, arab.EGYPTIAN_FAMILIES, { homes: ['EG', 'EG', 'AE'], withFather: 0.3 }),
  arabs(2.5, arab.LEVANTINE_MEN, arab.LEVANTINE_FAMILIES, { homes: ['JO', 'AE', 'SA'], withFather: 0 }),
  arabs(1.5, arab.SUDANESE_MEN, arab.SUDANESE_FAMILIES, { homes: ['SD', 'SA'], withFather: 0.4 }),
  arabs(1.5, arab.LEVANTINE_MEN, arab.OTHER_ARAB_FAMILIES, { homes: ['AE', 'SA', 'FR'], withFather: 0 }),
  others(5, southAsian.KERALA_HINDU, { women: 0.2, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'IN' }),
  others(2.5, southAsian.KERALA_CHRISTIAN, { women: 0.3, nicknames: EUROPEAN_NICKNAMES, home: 'IN' }),
  others(4, southAsian.KERALA_MUSLIM, { women: 0.12, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'IN' }),
  others(3.5, southAsian.GUJARATI, { women: 0.25, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'IN' }),
  others(5, southAsian.NORTH_INDIAN, { women: 0.2, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'IN' }),
  others(0.7, southAsian.SIKH, { women: 0.15, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'IN' }),
  others(1.5, southAsian.TAMIL, { women: 0.2, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'IN' }),
  others(1.3, southAsian.DECCAN, { women: 0.2, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'IN' }),
  others(1, southAsian.GOAN, { women: 0.3, nicknames: EUROPEAN_NICKNAMES, home: 'IN' }),
  others(7, southAsian.PAKISTANI, { women: 0.12, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'PK' }),
  others(5, southAsian.BANGLADESHI, { women: 0.06, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'BD', mensTitle: MD }),
  others(1, southAsian.SRI_LANKAN, { women: 0.35, nicknames: SOUTH_ASIAN_NICKNAMES, home: 'LK' }),
  others(4, other.FILIPINO, { women: 0.6, nicknames: FILIPINO_NICKNAMES, home: 'PH' }),
  others(1.5, other.BRITISH, { women: 0.4, nicknames: EUROPEAN_NICKNAMES, home: 'GB' }),
  others(1, other.EUROPEAN, { women: 0.4, nicknames: EUROPEAN_NICKNAMES, home: 'FR' }),
  others(0.5, other.EAST_AFRICAN, { women: 0.5, nicknames: EUROPEAN_NICKNAMES, home: 'KE' }),
]

const ALL = COMMUNITIES.reduce((sum, { share }) => sum + share, 0)

export function communityOf(dice: Dice): Community {
  let left = dice() * ALL
  for (const community of COMMUNITIES) {
    left -= community.share
    if (left < 0) return community
  }
  return COMMUNITIES[0]!
}

const FATHER_IS_NAMED = 0.4
const FATHER_WITH_BIN = 0.55
const ARTICLES = ['Al-', 'Al-', 'Al-', 'Al-', 'Al ', 'Al ', 'Al ', 'Al ', 'Al'] as const

function omani(dice: Dice, woman: boolean): FullName {
  const first = spelt(dice, pickCommon(dice, woman ? arab.OMANI_WOMEN : arab.OMANI_MEN))
  const { last, family } = omaniFamily(dice, woman)
  if (dice() >= FATHER_IS_NAMED) return { first, last, family }

  const father = spelt(dice, pickCommon(dice, arab.OMANI_MEN))
  if (dice() >= FATHER_WITH_BIN) return { first, last: beside(father, last), family }
  return { first, last: beside(childOf(woman), beside(father, last)), family }
}

function omaniFamily(dice: Dice, woman: boolean) {
  if (dice() < 0.03) {
    const last = spelt(dice, pick(dice, arab.OMANI_FAMILIES_AS_WRITTEN))
    return { last, family: last.latin }
  }
  const { latin, arabic } = spelt(dice, pickFamily(dice, arab.OMANI_FAMILIES))
  const article = pick(dice, ARTICLES)
  if (!woman) return { last: { latin: article + latin, arabic }, family: `al${latin}` }

  // Omani women bear the feminine of the tribe's name, always in Arabic and often in Latin letters.
  const feminine = dice() < 0.5 ? latin.replace(/[iy]$/, 'iya') : latin
  return { last: { latin: article + feminine, arabic: `${arabic}ة` }, family: `al${feminine}` }
}

function childOf(woman: boolean): Spelling {
  return woman ? { latin: 'bint', arabic: 'بنت' } : { latin: 'bin', arabic: 'بن' }
}

/** Abu Salim, Umm Salim: father or mother of. */
function kunya(dice: Dice, woman: boolean, locale: 'en' | 'ar') {
  const child = spelt(dice, pickCommon(dice, arab.OMANI_MEN))
  if (locale === 'ar') return (woman ? 'أم ' : 'أبو ') + child.arabic
  return (woman ? 'Umm ' : 'Abu ') + child.latin
}

function arabs(
  share: number,
  men: readonly Name[],
  families: readonly Name[],
  { homes, withFather }: { homes: readonly Country[]; withFather: number },
): Community {
  const nameOf = (dice: Dice, woman: boolean): FullName => {
    const first = spelt(dice, pickCommon(dice, woman ? arab.ARAB_WOMEN : men))
    const last = spelt(dice, pickFamily(dice, families, first))
    if (dice() >= withFather) return { first, last, family: last.latin }
    const father = spelt(dice, pickCommon(dice, men))
    return { first, last: beside(father, last), family: last.latin }
  }
  return { share, arab: true, women: 0.3, nameOf, preferredNameOf: kunya, homes, abroad: 0.05 }
}

interface Stock {
  men: readonly Name[]
  women: readonly Name[]
  families: readonly Name[]
  womensFamilies?: readonly Name[]
}

interface Manners {
  women: number
  nicknames: readonly string[]
  home: Country
  mensTitle?: Spelling
}

const MENS_TITLE_SHARE = 0.35

function others(share: number, stock: Stock, { women, nicknames, home, mensTitle }: Manners): Community {
  const nameOf = (dice: Dice, woman: boolean): FullName => {
    const given = spelt(dice, pickCommon(dice, woman ? stock.women : stock.men, 1.5))
    const last = spelt(dice, pickFamily(dice, woman ? (stock.womensFamilies ?? stock.families) : stock.families, given))
    const titled = mensTitle && !woman && dice() < MENS_TITLE_SHARE
    const first = titled ? beside(mensTitle, given) : given
    return { first, last, family: last.latin }
  }
  const preferredNameOf = (dice: Dice) => pick(dice, nicknames)
  return { share, arab: false, women, nameOf, preferredNameOf, homes: [home], abroad: home === 'GB' ? 0.12 : 0.04 }
}

/** Not the first name once more: Thomas Thomas becomes Thomas and the next family. */
function pickFamily(dice: Dice, families: readonly Name[], first?: Spelling): Name {
  const family = pickCommon(dice, families, 1.5)
  return family.arabic === first?.arabic ? families[(families.indexOf(family) + 1) % families.length]! : family
}

/** The usual spelling oftener than the others. */
function spelt(dice: Dice, { latin, arabic }: Name): Spelling {
  return { latin: latin.length === 1 ? latin[0]! : pickCommon(dice, latin), arabic }
}

function beside(one: Spelling, next: Spelling): Spelling {
  return { latin: `${one.latin} ${next.latin}`, arabic: `${one.arabic} ${next.arabic}` }
}
