import { keysOf } from '../kit/known.ts'
import { scramble } from './dice.ts'

/** The mobile ranges of a country: each prefix is followed by `digits` free digits, and every number in it is valid. */
interface Mobiles {
  code: string
  prefixes: readonly string[]
  digits: number
}

const MOBILES = {
  OM: mobiles('+968', '91 92 93 94 95 96 97 98 99 71 72 77 78 79', 6),
  AE: mobiles('+971', '50 52 54 55 56 58', 7),
  SA: mobiles('+966', '50 53 54 55 56 58 59', 7),
  IN: mobiles(
    '+91',
    '9447 9446 9846 9895 9495 9961 9745 9747 9526 9825 9824 9879 9909 9820 9810 9811 9871 9650 9958 9845',
    6,
  ),
  PK: mobiles('+92', '300 301 302 303 304 305 306 307 308 309 311 312 313 314 315 321 322 331 332 333 334 341 345', 7),
  BD: mobiles('+880', '130 131 140 150 151 160 161 170 171 172 173 174 175 180 181 182 183 190 191 192', 7),
  LK: mobiles('+94', '70 71 72 76 77 78', 7),
  PH: mobiles(
    '+63',
    '905 906 908 909 915 916 917 918 919 920 921 926 927 928 929 930 935 936 939 945 947 949 955 956 961',
    7,
  ),
  GB: mobiles(
    '+44',
    '740 741 742 745 746 747 748 750 751 752 753 754 757 771 772 773 774 775 777 778 779 780 785 787 789',
    7,
  ),
  FR: mobiles('+33', '60 61 62 64 65 66 67 68', 7),
  EG: mobiles('+20', '10 11 12 15', 8),
  JO: mobiles('+962', '770 771 772 775 777 778 779 785 786 787 788 790 791 792 795 796 797 798 799', 6),
  SD: mobiles('+249', '90 91 92 96 99', 7),
  KE: mobiles(
    '+254',
    '700 701 702 703 704 705 706 707 708 710 711 712 713 714 715 716 720 721 722 723 724 725 726 727',
    6,
  ),
} satisfies Record<string, Mobiles>

export type Country = keyof typeof MOBILES
export const COUNTRIES = keysOf(MOBILES)

/** As many people as Oman has numbers in the ranges above; the n-th number of a country is unlike all others below this. */
export const DEMO_PEOPLE = Math.min(
  ...Object.values(MOBILES).map(({ prefixes, digits }) => prefixes.length * 10 ** digits),
)

/** E.164. */
export function phoneOf(country: Country, n: number) {
  const { code, prefixes, digits } = MOBILES[country]
  const free = 10 ** digits
  const place = shuffled(n, prefixes.length * free)
  return code + prefixes[Math.floor(place / free)] + String(place % free).padStart(digits, '0')
}

const LOW = 10_000
const ROUNDS = 4

// A Feistel network that adds instead of XORs, because phone ranges are no powers of two: each round can be taken back,
// so different n stay different, and nothing has to be remembered.
function shuffled(n: number, size: number) {
  const highs = size / LOW
  let high = Math.floor(n / LOW)
  let low = n % LOW
  for (let round = 1; round <= ROUNDS; round++) {
    low = (low + scramble(high * 31 + round)) % LOW
    high = (high + scramble(low * 37 + round)) % highs
  }
  return high * LOW + low
}

function mobiles(code: string, prefixes: string, digits: number): Mobiles {
  return { code, prefixes: prefixes.split(' '), digits }
}
