import type { TableOf } from './figure-table.tsx'

const SCALE = 2

/** The chart as a picture, as it is drawn on the screen. */
export async function pngOf(svg: SVGSVGElement, background: string): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copyColours(svg, copy)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const drawing = canvas.getContext('2d')
  if (!drawing) return null
  drawing.fillStyle = background
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

interface Look {
  readonly background: string
  readonly ink: string
  readonly font: string
  readonly isRtl: boolean
}

const [TEXT, LINE, GAP] = [14, 26, 24]

/** The same of a card that is no drawing: its table, drawn. */
export function pngOfTable(title: string, { columns, rows }: TableOf, look: Look): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const drawing = canvas.getContext('2d')
  if (!drawing) return Promise.resolve(null)
  const lines = [columns, ...rows]
  const fontOf = (line: number) => `${line <= 0 ? 600 : 400} ${TEXT}px ${look.font}`
  const widthOf = (text: string) => {
    drawing.font = fontOf(0)
    return Math.ceil(drawing.measureText(text).width)
  }
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))))
  const width =
    Math.max(
      widthOf(title),
      widths.reduce((sum, one) => sum + one + GAP, -GAP),
    ) +
    2 * GAP
  const height = LINE * (lines.length + 1) + 2 * GAP
  // What is set before the size is lost by it.
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  drawing.scale(SCALE, SCALE)
  drawing.fillStyle = look.background
  drawing.fillRect(0, 0, width, height)
  drawing.fillStyle = look.ink
  drawing.direction = look.isRtl ? 'rtl' : 'ltr'
  drawing.textAlign = 'start'
  for (const [n, line] of [[title], ...lines].entries()) {
    drawing.font = fontOf(n - 1)
    let at = GAP
    for (const [column, text] of line.entries()) {
      drawing.fillText(text, look.isRtl ? width - at : at, GAP + LINE * n + TEXT)
      at += widths[column]! + GAP
    }
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** A picture knows no variables of the page. */
function copyColours(from: Element, to: Element): void {
  const { fill, stroke, font } = getComputedStyle(from)
  to.setAttribute('style', `fill:${fill};stroke:${stroke};font:${font}`)
  const others = [...to.children]
  for (const [index, child] of [...from.children].entries()) copyColours(child, others[index]!)
}
