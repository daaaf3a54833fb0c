const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

const beginsWith = (bytes: Buffer, magic: Buffer) => bytes.subarray(0, magic.length).equals(magic)

/** By their first bytes: a browser draws none of these as a page or a script. */
const KINDS: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  png: (bytes) => beginsWith(bytes, PNG),
  jpeg: (bytes) => beginsWith(bytes, JPEG),
  webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
}

const DATA_URL = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/

/** Null if it is no picture of the type that it names. */
export function bytesOf(url: string): Buffer | null {
  const [, kind = '', written = ''] = DATA_URL.exec(url) ?? []
  const bytes = Buffer.from(written, 'base64')
  return KINDS[kind]?.(bytes) ? bytes : null
}

export function dataUrlOf(bytes: Buffer): string | null {
  const kind = Object.keys(KINDS).find((one) => KINDS[one]!(bytes))
  return kind === undefined ? null : `data:image/${kind};base64,${bytes.toString('base64')}`
}
