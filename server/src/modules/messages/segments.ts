// 3GPP TS 23.038: what fits into seven bits, and what takes an escape and seven more.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENSION = new Set('^{}\\[~]|€\f')

const SEVEN_BIT = { alone: 160, chained: 153 }
const SIXTEEN_BIT = { alone: 70, chained: 67 }

/** How many texts a provider sends, and charges, for this one. One letter outside the alphabet makes them all short. */
export function countSegments(text: string): number {
  const letters = [...text]
  const sevenBit = letters.every((letter) => BASIC.has(letter) || EXTENSION.has(letter))
  const room = sevenBit ? SEVEN_BIT : SIXTEEN_BIT
  const sizes = letters.map((letter) => (sevenBit ? (EXTENSION.has(letter) ? 2 : 1) : letter.length))
  if (sizes.reduce((total, size) => total + size, 0) <= room.alone) return 1
  return fill(sizes, room.chained)
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
