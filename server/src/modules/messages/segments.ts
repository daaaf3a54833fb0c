// 3GPP TS 23.038: characters of seven bits, and those that need an escape and seven more.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENSION = new Set('^{}\\[~]|€\f')

const SEVEN_BIT = { alone: 160, chained: 153 }
const SIXTEEN_BIT = { alone: 70, chained: 67 }

export interface Measured {
  readonly segments: number
  readonly length: number
  /** The length of a single message. Parts of a longer one have a little less, for their header. */
  readonly room: number
}

export const countSegments = (text: string): number => measure(text).segments

/** The number of text messages that a provider sends and charges. One character outside GSM-7 shortens all of them. */
export function measure(text: string): Measured {
  const letters = [...text]
  const sevenBit = letters.every((letter) => BASIC.has(letter) || EXTENSION.has(letter))
  const room = sevenBit ? SEVEN_BIT : SIXTEEN_BIT
  const sizes = letters.map((letter) => (sevenBit ? (EXTENSION.has(letter) ? 2 : 1) : letter.length))
  const length = sizes.reduce((total, size) => total + size, 0)
  const segments = length <= room.alone ? 1 : fill(sizes, room.chained)
  return { segments, length, room: room.alone }
}

/** An escaped or double character is never split, so a segment may end one short. */
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
