/** The screens draw 256; a picture of few bytes may unfold to a gigabyte in the browser that shows it. */
const MOST_PIXELS = 1_024
/** Progressive pictures have about ten; thousands would keep a browser busy. */
const MOST_SCANS = 20

interface Size {
  readonly width: number
  readonly height: number
}

/** A picture without all that is none of it, such as a place, a camera or a text; null if it is broken, or moves. */
type Read = (bytes: Buffer) => { readonly size: Size; readonly cut: readonly Buffer[] } | null

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const beginsWith = (bytes: Buffer, magic: Buffer) => bytes.subarray(0, magic.length).equals(magic)
const latin = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to)

interface Kind {
  /** By its first bytes: a browser draws none of these as a page or a script. */
  readonly begins: (bytes: Buffer) => boolean
  readonly read: Read
}

const KINDS: Readonly<Record<string, Kind>> = {
  png: { begins: (bytes) => beginsWith(bytes, PNG), read: readPng },
  jpeg: { begins: (bytes) => beginsWith(bytes, JPEG), read: readJpeg },
  webp: {
    begins: (bytes) => latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP',
    read: readWebp,
  },
}

const DATA_URL = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/

/** What is kept of it; null if it is no picture of the type that it names, moves, or is drawn too large. */
export function bytesOf(url: string): Buffer | null {
  const [, name = '', written = ''] = DATA_URL.exec(url) ?? []
  const bytes = Buffer.from(written, 'base64')
  const kind = KINDS[name]
  const found = kind?.begins(bytes) ? kind.read(bytes) : null
  return found && isSmall(found.size) ? Buffer.concat(found.cut) : null
}

export function dataUrlOf(bytes: Buffer): string | null {
  const kind = Object.keys(KINDS).find((one) => KINDS[one]!.begins(bytes))
  return kind === undefined ? null : `data:image/${kind};base64,${bytes.toString('base64')}`
}

const isSmall = ({ width, height }: Size) => width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS

const PARTS_OF_A_PNG = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']
const MOVING_PNG = ['acTL', 'fcTL', 'fdAT']

function readPng(bytes: Buffer): ReturnType<Read> {
  const cut: Buffer[] = [PNG]
  let size: Size | null = null
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const [name, end] = [latin(bytes, at + 4, at + 8), at + 12 + bytes.readUInt32BE(at)]
    const isHead = name === 'IHDR'
    // The head comes first, and once.
    if (end > bytes.length || isHead !== (size === null) || MOVING_PNG.includes(name)) return null
    if (isHead) {
      if (end - at !== 25) return null
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    }
    if (PARTS_OF_A_PNG.includes(name)) cut.push(bytes.subarray(at, end))
    if (name === 'IEND') return size && { size, cut }
    at = end
  }
  return null
}

/** Of the application segments those of JFIF, a colour profile and Adobe's colours; never Exif, XMP or IPTC. */
const PICTURE_SEGMENTS: Readonly<Record<number, string>> = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' }
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isOfThePicture = (marker: number, said: Buffer) =>
  marker < 0xe0 || said.toString('latin1').startsWith(PICTURE_SEGMENTS[marker] ?? 'no such beginning')

function readJpeg(bytes: Buffer): ReturnType<Read> {
  const cut = [bytes.subarray(0, 2)]
  let [size, scans]: [Size | null, number] = [null, 0]
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) return null
    if (marker === 0xd9) return size && { size, cut: [...cut, bytes.subarray(at, at + 2)] }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (isFrame(marker)) {
      if (size || at + 9 > bytes.length) return null
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    if (marker === 0xda && ++scans > MOST_SCANS) return null
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    if (isOfThePicture(marker, bytes.subarray(at + 4, end))) cut.push(bytes.subarray(at, next))
    at = next
  }
  return null
}

/** Where the next marker is: in what is drawn, FF is followed by 00, or by a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const SHEET = 'VP8X'
const PARTS_OF_A_WEBP = ['VP8 ', 'VP8L', SHEET, 'ALPH', 'ICCP']
const MOVING_WEBP = ['ANIM', 'ANMF']
/** In the flags of the sheet: a colour profile and transparency, but no Exif, no XMP, no movement. */
const KEPT_FLAGS = 0b0011_0000

function readWebp(bytes: Buffer): ReturnType<Read> {
  const parts: Buffer[] = []
  const sizes: Size[] = []
  const all = bytes.length < 12 ? 0 : bytes.readUInt32LE(4) + 8
  if (all > bytes.length) return null
  for (let at = 12; at < all; ) {
    if (at + 8 > all) return null
    const [name, length] = [latin(bytes, at, at + 4), bytes.readUInt32LE(at + 4)]
    const end = at + 8 + length + (length % 2)
    if (end > all || MOVING_WEBP.includes(name)) return null
    const part = Buffer.from(bytes.subarray(at, end))
    if (name === SHEET && length > 0) part[8] = part[8]! & KEPT_FLAGS
    if (PARTS_OF_A_WEBP.includes(name)) parts.push(part)
    if (name.startsWith('VP8')) {
      const size = sizeOfPart(name, part.subarray(8))
      if (!size || !isSmall(size)) return null
      sizes.push(size)
    }
    at = end
  }
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4)
  const drawn = sizes.at(-1)
  // What is drawn, and the sheet that it is drawn on.
  return drawn && sizes.length <= 2 ? { size: drawn, cut: [head, ...parts] } : null
}

function sizeOfPart(name: string, part: Buffer): Size | null {
  if (name === 'VP8L') {
    if (part.length < 5 || part[0] !== 0x2f) return null
    const bits = part.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (part.length < 10) return null
  if (name === SHEET) return { width: part.readUIntLE(4, 3) + 1, height: part.readUIntLE(7, 3) + 1 }
  return { width: part.readUInt16LE(6) & 0x3fff, height: part.readUInt16LE(8) & 0x3fff }
}
