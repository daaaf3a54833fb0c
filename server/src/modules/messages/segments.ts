// 3GPP TS 23.038: what fits into seven bits, and what takes an escape and seven more.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENSION = new Set('^{}\\[~]|€\f')

const SEVEN_BIT = { alone: 160, chained: 153 }
const SIXTEEN_BIT = { alone: 70, chained: 67 }

export interface Measured {
  readonly segments: number
  readonly length: number
  /** What fits into one alone. With more, each has a little less, because they must be put together again. */
  readonly room: number
}

export const countSegments = (text: string): number => measure(text).segments

/** How many texts a provider sends, and charges, for this one. One letter outside the alphabet makes them all short. */
export function measure(text: string): Measured {
  const letters = [...text]
  const sevenBit = letters.every((letter) => BASIC.has(letter) || EXTENSION.has(letter))
  const room = sevenBit ? SEVEN_BIT : SIXTEEN_BIT
  const sizes = letters.map((letter) => (sevenBit ? (EXTENSION.has(letter) ? 2 : 1) : letter.length))
  const length = sizes.reduce((total, size) => total + size, 0)
  const segments = length <= room.alone ? 1 : fill(sizes, room.chained)
  return { segments, length, room: room.alone }
}

/** An escaped or a double letter is never cut in two, so a segment may end one short. */
function fill(sizes: readonly number[], room: number): number {
  let segments = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > room) {
      segments += 1
      used = 0
    }
    used += size
  }
  return segments
}
