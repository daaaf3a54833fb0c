/** Large enough for the customer’s screen, and far below what the server takes. */
const MOST_PIXELS = 256
const MOST_LETTERS = 60_000
const QUALITIES = [0.9, 0.7, 0.5]

/** A small picture as a data URL, whole or its middle. It is drawn anew: what a camera wrote into the file stays behind. */
export async function pictureFrom(file: File, cut: 'whole' | 'square'): Promise<string> {
  const picture = await createImageBitmap(file)
  const side = Math.min(picture.width, picture.height)
  const width = cut === 'square' ? side : picture.width
  const height = cut === 'square' ? side : picture.height
  const share = Math.min(1, MOST_PIXELS / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * share))
  canvas.height = Math.max(1, Math.round(height * share))
  const x = (picture.width - width) / 2
  const y = (picture.height - height) / 2
  canvas.getContext('2d')!.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height)
  // A browser that writes no WebP writes PNG.
  const made = QUALITIES.map((quality) => canvas.toDataURL('image/webp', quality))
  const small = made.find((url) => url.length <= MOST_LETTERS)
  if (small === undefined) throw new Error('The picture stays too large')
  return small
}
